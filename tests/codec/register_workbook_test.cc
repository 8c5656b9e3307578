// Registers in workbooks: written by several programs and read alike; which sheets are read, and
// what kinds of cells mean.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "../text/workbook_maker.h"
#include "register_office.h"

using namespace grid;
using namespace grid::codec;
using Texts = std::vector<std::string>;

namespace {

std::string fixture(const std::string& name) {
  std::ifstream file("workbooks/" + name + ".xlsx", std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string texts(const std::vector<std::string>& cells) {
  std::string row = "<row>";
  for (const std::string& cell : cells) {
    row += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
  }
  return row + "</row>";
}

const std::string headings = texts({"姓名", "户号", "身份证号", "出生日期", "楼栋", "备注"});

// The headings above, and rows; style 1 is a date.
text::WorkbookMaker workbook(const std::string& rows) {
  text::WorkbookMaker made;
  made.sheets = {{"甲", headings + rows}};
  made.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
  return made;
}

// A person with this cell in a column (A to F).
ReadRow with_cell(char column, const std::string& attributes, const std::string& value,
                  bool from_1904 = false) {
  text::WorkbookMaker made = workbook(fmt::format(
      "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>张三</v></c>{}<c r=\"{}2\" {}><v>{}</v></c></row>",
      column == 'B' ? "" : "<c r=\"B2\"><v>1</v></c>", column, attributes, value));
  made.from_1904 = from_1904;
  const ReadFile file = read_register(made.bytes());
  REQUIRE(file.problem == "");
  REQUIRE(file.rows.size() == 1);
  return file.rows[0];
}

}  // namespace

TEST_CASE("what LibreOffice, openpyxl, libxlsxwriter and a plain program write is read alike") {
  for (const char* name : {"libreoffice", "openpyxl", "libxlsxwriter", "plain"}) {
    CAPTURE(name);
    const ReadFile file = read_register(fixture(name));
    REQUIRE(file.problem == "");
    CHECK(file.form.encoding == "");
    CHECK(file.form.delimiter == "");
    CHECK(file.form.sheet == "人口台账");
    CHECK(file.form.header_row == 2);
    CHECK(file.form.unknown_headings.empty());
    CHECK(file.skipped == 1);  // the title
    REQUIRE(file.rows.size() == 4);
    const ReadRow& head = file.rows[0];
    CHECK(head.row == 3);
    CHECK(head.line == 3);
    CHECK(head.sheet == "");
    CHECK(head.cells == Texts{"1", "0001", "张三", "男", "1990-01-02", "330782199001021234", "户主",
                              "TRUE", "13800000001", "2020-05-01", "独居"});
    CHECK(head.person().phone == "13800000001");
    CHECK(head.person().tags == "独居 低保");
    CHECK(head.entry.residence.registered_on == "2020-05-01");
    const ReadRow& wife = file.rows[1];
    CHECK(wife.person().name == "李四<&>");
    CHECK(wife.person().birth == "1991-03");  // shown as a month, kept as one
    CHECK(wife.person().tags == "");
    CHECK(wife.entry.household->no == "0001");
    CHECK(wife.repairs == Texts{"household.filled_down"});
    CHECK(file.rows[2].code == "id.numeric");
    CHECK(file.rows[2].field == "id_no");
    CHECK(file.rows[2].row == 5);
    CHECK(file.rows[2].cells[5] == "3.30782199001021e+17");  // cannot pass for a whole one later
    CHECK(file.rows[3].person().phone == "13800000002/13800000003");
    CHECK(file.rows[3].person().id_no == "11010519491231002X");
  }
}

TEST_CASE("visible sheets with headings are read, in the order of their tabs") {
  text::WorkbookMaker made = workbook(texts({"张三", "1"}));
  made.sheets.push_back({"说明", texts({"每户一行"})});
  made.sheets.push_back({"乙", texts({"标题"}) + headings + texts({"李四", "2"})});
  made.sheets.push_back({"旧", headings + texts({"王五", "3"}), "hidden"});
  const ReadFile both = read_register(made.bytes());
  CHECK(both.form.sheet == "甲, 乙");
  CHECK(both.form.header_row == 1);
  CHECK(both.skipped == 1);
  REQUIRE(both.rows.size() == 2);
  CHECK(both.rows[0].sheet == "甲");
  CHECK(both.rows[1].sheet == "乙");
  CHECK(both.rows[1].row == 3);
  CHECK(both.mapping.size() == 12);
  const auto only = [&](const char* sheet) {
    RegisterSource source;
    source.sheet = sheet;
    const ReadFile file = read_register(made.bytes(), source);
    return file.problem.empty() ? file.form.sheet + "=" + file.rows.at(0).person().name
                                : file.problem;
  };
  CHECK(only("乙") == "乙=李四");
  CHECK(only("3") == "乙=李四");
  CHECK(only("旧") == "旧=王五");  // a hidden one where it is named
  CHECK(only("说明") == "heading.missing");
  CHECK(only("5") == "sheet.unknown");
  CHECK(only("0") == "sheet.unknown");
  CHECK(only("已") == "sheet.unknown");
  made.sheets = {{"空", ""}};
  CHECK(read_register(made.bytes()).problem == "heading.missing");
  made.sheets = {{"旧", headings + texts({"王五", "3"}), "hidden"}};
  CHECK(read_register(made.bytes()).problem == "file.empty");
}

TEST_CASE("the sheet that was meant is named") {
  const text::WorkbookMaker made = [] {
    text::WorkbookMaker maker = workbook("");
    maker.sheets[0].name = "Sheet1";
    return maker;
  }();
  RegisterSource source;
  source.sheet = "Shet1";
  const auto file = RegisterFile::open(made.bytes(), source);
  REQUIRE_FALSE(file);
  CHECK(file.problem().near == "Sheet1");
}

TEST_CASE("the row of the headings can be named, and rows without cells count") {
  text::WorkbookMaker made = workbook("");
  made.sheets[0].data =
      "<row r=\"30\"><c t=\"str\"><v>姓名</v></c><c t=\"str\"><v>户号</v></c></row>"
      "<row r=\"33\"><c t=\"str\"><v>张三</v></c></row>";
  CHECK(read_register(made.bytes()).problem == "heading.missing");
  RegisterSource source;
  source.header_row = 30;
  const ReadFile file = read_register(made.bytes(), source);
  REQUIRE(file.rows.size() == 1);
  CHECK(file.rows[0].row == 33);
  CHECK(file.skipped == 31);  // 1 to 29, 31, 32
}

TEST_CASE("kinds of cells") {
  CHECK(with_cell('C', "", "330782199001021234").code == "id.numeric");
  CHECK(with_cell('C', "", "123").code == "id.numeric");
  CHECK(with_cell('C', "s=\"1\"", "32875").code == "id.numeric");
  CHECK(with_cell('C', "t=\"str\"", "330782199001021234").code == "");
  CHECK(with_cell('C', "", "0").warnings == Texts{"id.missing"});  // "none" in many registers
  CHECK(with_cell('D', "s=\"1\"", "32875").person().birth == "1990-01-02");
  CHECK(with_cell('D', "s=\"1\"", "31413", true).person().birth == "1990-01-02");
  CHECK(with_cell('D', "", "32875").person().birth == "1990-01-02");  // without a format
  CHECK(with_cell('D', "", "31413", true).person().birth == "1990-01-02");
  CHECK(with_cell('D', "", "1990").person().birth == "1990");
  CHECK(with_cell('D', "s=\"1\"", "60").code == "date.format");
  CHECK(with_cell('D', "s=\"1\"", "32875.25").person().birth == "1990-01-02");
  CHECK(with_cell('E', "", "3").entry.household->building == "3");
  CHECK(with_cell('E', "s=\"1\"", "46083").code == "cell.date");  // 3-2 became the 2 March
  CHECK(with_cell('E', "s=\"1\"", "46083").field == "building");
  CHECK(with_cell('B', "s=\"1\"", "46083").code == "cell.date");
  const ReadRow failed = with_cell('C', "t=\"e\"", "#REF!");
  CHECK(failed.code == "");
  CHECK(failed.warnings == Texts{"cell.error", "id.missing"});
  const ReadFile nameless =
      read_register(workbook("<row><c t=\"e\"><v>#N/A</v></c></row>").bytes());
  CHECK(nameless.rows.at(0).code == "field.required");
}

TEST_CASE("a workbook that cannot be read is refused before any row") {
  text::WorkbookMaker made = workbook(texts({"张三", "1"}));
  made.sheets[0].data += "<row r=\"x\"/>";
  CHECK(read_register(made.bytes()).problem == "xlsx.damaged");
  CHECK(read_register("PK\x03\x04").problem == "xlsx.damaged");
  CHECK(read_register("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").problem == "file.xls");
}

TEST_CASE("truncated numbers in a workbook: the column is refused whole") {
  std::string rows;
  for (int i = 0; i < 290; ++i) rows += texts({"张三", "1", "11010519491231002X"});
  for (int i = 0; i < 3; ++i) rows += texts({"李四", "1", "330782199001021000"});
  const ReadFile file = read_register(workbook(rows).bytes());
  CHECK(file.form.numbers_truncated);
  CHECK(file.rows.at(0).code == "id.truncated");
}
