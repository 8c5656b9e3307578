#include <grid/text/csv.h>

#include <algorithm>

namespace grid::text {

void write_csv_row(std::span<const std::string> cells, std::string& out, const CsvStyle& style) {
  const auto is_special = [&](char c) {
    return c == '"' || c == '\r' || c == '\n' || c == style.delimiter;
  };
  if (cells.empty() || (cells.size() == 1 && cells[0].empty())) out += "\"\"";
  for (size_t i = 0; i < cells.size(); ++i) {
    const std::string& cell = cells[i];
    if (i > 0) out += style.delimiter;
    const bool formula = style.defend_spreadsheets && !cell.empty() &&
                         std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos;
    // Unquoted, a byte-order mark in the first cell would be taken for the file's.
    if (std::ranges::none_of(cell, is_special) && !cell.starts_with("\xEF\xBB\xBF")) {
      if (formula) out += '\'';
      out += cell;
      continue;
    }
    out += '"';
    if (formula) out += '\'';
    for (const char c : cell) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += style.line_end;
}

}  // namespace grid::text
