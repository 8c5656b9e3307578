#include <grid/text/csv.h>

#include <map>

namespace grid::text {
namespace {

constexpr std::string_view candidates = ",\t;|";  // the first wins where two are equal
constexpr size_t sniffed_rows = 50;
constexpr size_t sniffed_bytes = size_t{1} << 16;

// How many of the first rows have how many cells. Rows of one cell (titles, blank lines) say
// nothing and are left out; more lenient about quotes than CsvReader.
std::map<size_t, size_t> rows_by_cells(std::string_view text, char delimiter) {
  std::map<size_t, size_t> rows;
  enum class At { cell_begin, plain, quoted, closed } at = At::cell_begin;
  size_t cells = 1;
  size_t seen = 0;
  for (const char c : text) {
    if (at == At::quoted) {
      if (c == '"') at = At::closed;
    } else if (c == '"' && at != At::plain) {
      at = At::quoted;  // for the first time, or again after ""
    } else if (candidates.find(c) != std::string_view::npos) {
      // Behind the true delimiter a quote opens, whichever is being tried.
      if (c == delimiter) ++cells;
      at = At::cell_begin;
    } else if (c == '\n' || c == '\r') {
      if (cells > 1) ++rows[cells];
      if (c == '\n' && ++seen == sniffed_rows) return rows;
      cells = 1;
      at = At::cell_begin;
    } else {
      at = At::plain;
    }
  }
  if (at != At::quoted && cells > 1) ++rows[cells];
  return rows;
}

}  // namespace

char sniff_delimiter(std::string_view text) {
  text = text.substr(0, sniffed_bytes);
  char best = ',';
  size_t best_score = 0;
  for (const char delimiter : candidates) {
    for (const auto& [cells, rows] : rows_by_cells(text, delimiter)) {
      // Many rows that agree, and many cells in each: a stray semicolon does not win.
      const size_t score = rows * (cells - 1);
      if (score > best_score) {
        best = delimiter;
        best_score = score;
      }
    }
  }
  return best;
}

}  // namespace grid::text
