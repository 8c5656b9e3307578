// Any bytes as a workbook: the first byte says as which part of one, or as the archive itself.
// Rows must count up, every cell must have its kind, and what is called a date must read as one.
#include <grid/text/encoding.h>
#include <grid/text/workbook.h>

#include <algorithm>
#include <cstdint>

#include "../text/workbook_maker.h"
#include "require.h"

namespace {

using namespace grid;
using namespace grid::text;

constexpr const char* parts[] = {"",
                                 "xl/worksheets/sheet1.xml",
                                 "xl/sst.xml",
                                 "xl/styles.xml",
                                 "xl/workbook.xml",
                                 "xl/_rels/workbook.xml.rels"};

std::string workbook_with(size_t part, std::string_view content) {
  if (part == 0) return std::string(content);
  WorkbookMaker made;
  made.sheets = {{"a",
                  "<row r=\"1\"><c t=\"s\"><v>0</v></c><c s=\"0\"><v>32875</v></c></row>"
                  "<row><c s=\"1\"><v>1</v></c><c t=\"s\"><v>1</v></c></row>"}};
  made.strings = "<si><t>x</t></si><si><r><t>y</t></r></si>";
  made.styles = "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/></cellXfs>";
  made.replaced = {{parts[part], std::string(content)}};
  return made.bytes();
}

bool reads_as_date(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789-: .TZ+") == std::string_view::npos;
}

void check_row(const CsvRow& row, int64_t above, bool typed_dates) {
  FUZZ_REQUIRE(row.row > above && row.row <= 1048576);
  FUZZ_REQUIRE(row.line == row.row);
  FUZZ_REQUIRE(!row.cells.empty() && row.cells.size() <= 16384);
  FUZZ_REQUIRE(row.kinds.size() == row.cells.size());
  FUZZ_REQUIRE(!row.cells.back().empty());
  for (size_t i = 0; i < row.cells.size(); ++i) {
    FUZZ_REQUIRE(valid_utf8(row.cells[i]));
    const bool date = row.kinds[i] == CellKind::date;
    FUZZ_REQUIRE(!date || !typed_dates || reads_as_date(row.cells[i]));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 1) return 0;
  const size_t part = data[0] % std::size(parts);
  const std::string_view content(reinterpret_cast<const char*>(data) + 1, size - 1);
  // t="d" holds whatever a file says is a date.
  const bool typed_dates = content.find("\"d\"") == std::string_view::npos &&
                           content.find("'d'") == std::string_view::npos && part != 0;
  Result<Workbook> book = Workbook::open(workbook_with(part, content));
  if (!book) return 0;
  for (size_t sheet = 0; sheet < std::min<size_t>(book->sheets().size(), 3); ++sheet) {
    int64_t above = 0;
    Status done = book->read(sheet, [&](CsvRow& row) {
      check_row(row, above, typed_dates);
      above = row.row;
      return true;
    });
    FUZZ_REQUIRE(done || done.problem().code.starts_with("xlsx."));
  }
  return 0;
}
