#include <grid/text/table.h>

#include <algorithm>
#include <cassert>

namespace grid::text {

TableWriter::TableWriter(std::vector<Column> columns) : columns_(std::move(columns)) {
  for (const Column& column : columns_) {
    headings_.push_back(make_cell(column.heading, column));
    widths_.push_back(headings_.back().width);
  }
}

TableWriter::Cell TableWriter::make_cell(const std::string& text, const Column& column) const {
  Cell cell{escape_for_terminal(text), 0};
  cell.width = display_width(cell.text);
  if (column.max_width > 0 && cell.width > column.max_width) {
    cell.text = truncate_to_width(cell.text, column.max_width);
    cell.width = display_width(cell.text);
  }
  return cell;
}

void TableWriter::add_row(const std::vector<std::string>& cells) {
  assert(cells.size() <= columns_.size());
  std::vector<Cell>& row = rows_.emplace_back(columns_.size());
  for (size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
    row[i] = make_cell(cells[i], columns_[i]);
    widths_[i] = std::max(widths_[i], row[i].width);
  }
}

void TableWriter::write_line(const std::vector<Cell>& cells, std::string& out) const {
  constexpr size_t gap = 2;
  // Spaces are owed, and paid only when something follows: none trail.
  size_t owed = 0;
  for (size_t i = 0; i < cells.size(); ++i) {
    const auto missing = static_cast<size_t>(widths_[i] - cells[i].width);
    if (i > 0) owed += gap;
    if (columns_[i].align == Align::right) owed += missing;
    if (!cells[i].text.empty()) {
      out.append(owed, ' ');
      out += cells[i].text;
      owed = 0;
    }
    if (columns_[i].align == Align::left) owed += missing;
  }
  out += '\n';
}

void TableWriter::write(std::string& out) const {
  const auto headed = [](const Cell& cell) { return !cell.text.empty(); };
  if (std::any_of(headings_.begin(), headings_.end(), headed)) write_line(headings_, out);
  for (const auto& row : rows_) write_line(row, out);
}

}  // namespace grid::text
