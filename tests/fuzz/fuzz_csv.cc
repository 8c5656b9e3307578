// Any bytes as CSV. The first byte chooses the delimiter, the second the size of the pieces.
// Pieces must not matter, rows must count up, and what is written from the rows that were
// accepted must read back as the same cells.
#include <grid/text/csv.h>

#include <algorithm>
#include <cstdint>

#include "require.h"

namespace {

using namespace grid;
using namespace grid::text;

constexpr size_t max_row = 300;

std::vector<CsvRow> rows_of(std::string_view bytes, char delimiter, size_t piece, size_t limit) {
  std::vector<CsvRow> rows;
  CsvReader reader(
      delimiter, [&](CsvRow& row) { rows.push_back(row); }, limit);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
    reader.feed(bytes.substr(0, piece));
  }
  reader.finish();
  return rows;
}

bool equal(const CsvRow& a, const CsvRow& b) {
  return a.line == b.line && a.row == b.row && a.cells == b.cells && a.input == b.input &&
         a.problem.has_value() == b.problem.has_value() &&
         (!a.problem || a.problem->code == b.problem->code);
}

void check_order(const std::vector<CsvRow>& rows) {
  int64_t row = 0;
  int64_t line = 0;
  for (const CsvRow& r : rows) {
    FUZZ_REQUIRE(r.row == row + 1);
    FUZZ_REQUIRE(r.line > line);
    FUZZ_REQUIRE(!r.problem || r.cells.empty());
    FUZZ_REQUIRE(r.problem || r.input.empty());
    row = r.row;
    line = r.line;
  }
}

void check_writing(const std::vector<CsvRow>& rows, char delimiter) {
  std::string written;
  std::vector<std::vector<std::string>> expected;
  for (const CsvRow& row : rows) {
    if (row.cells.empty()) continue;  // refused, or blank
    write_csv_row(row.cells, written, {.delimiter = delimiter});
    expected.push_back(row.cells);
  }
  const auto back = rows_of(written, delimiter, 4096, 1 << 20);
  FUZZ_REQUIRE(back.size() == expected.size());
  for (size_t i = 0; i < back.size(); ++i) {
    FUZZ_REQUIRE(!back[i].problem);
    FUZZ_REQUIRE(back[i].cells == expected[i]);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const char delimiter = ",;\t|"[data[0] % 4];
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  const auto whole = rows_of(bytes, delimiter, bytes.size() + 1, max_row);
  const auto pieces = rows_of(bytes, delimiter, 1 + data[1] % 16, max_row);
  FUZZ_REQUIRE(whole.size() == pieces.size());
  FUZZ_REQUIRE(std::equal(whole.begin(), whole.end(), pieces.begin(), equal));
  check_order(whole);
  check_writing(whole, delimiter);
  FUZZ_REQUIRE(std::string_view(",;\t|").find(sniff_delimiter(bytes)) != std::string_view::npos);
  return 0;
}
