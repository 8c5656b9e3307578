// Workbooks part by part: what cells are, how parts are found, what is refused.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <grid/text/workbook.h>

#include <string>
#include <vector>

#include "workbook_maker.h"

using namespace grid;
using namespace grid::text;
using Texts = std::vector<std::string>;

namespace {

struct Seen {
  std::string problem;  // code
  std::vector<CsvRow> rows;
};

Seen read(const std::string& bytes, size_t sheet = 0) {
  Seen seen;
  auto book = Workbook::open(bytes);
  if (!book) {
    seen.problem = book.problem().code;
    return seen;
  }
  Status done = book->read(sheet, [&](CsvRow& row) {
    seen.rows.push_back(row);
    return true;
  });
  if (!done) seen.problem = done.problem().code;
  return seen;
}

WorkbookMaker maker(const std::string& data) {
  WorkbookMaker made;
  made.sheets = {{"一", data}};
  made.strings =
      "<si><t>零</t></si><si><r><t>张</t></r><r><rPr/><t xml:space=\"preserve\"> 三</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></si><si/><si><t>a_x000D_b_x005F_x000A_</t></si>";
  made.styles =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
      "<numFmt numFmtId=\"171\" formatCode=\"[Red]0.00;&quot;d&quot;\"/>"
      "<numFmt numFmtId=\"172\" formatCode=\"[$-804]yyyy\\-mm\\-dd\"/></numFmts>"
      "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>"
      "<xf numFmtId=\"171\"/><xf numFmtId=\"172\"/><xf numFmtId=\"21\"/></cellXfs>";
  return made;
}

// One cell of these attributes and content.
CsvRow cell(const std::string& attributes, const std::string& content, bool from_1904 = false) {
  WorkbookMaker made =
      maker(fmt::format("<row r=\"1\"><c r=\"A1\" {}>{}</c></row>", attributes, content));
  made.from_1904 = from_1904;
  Seen seen = read(made.bytes());
  REQUIRE(seen.problem == "");
  return seen.rows.empty() ? CsvRow{} : seen.rows.front();
}

}  // namespace

TEST_CASE("what a cell is, and its text") {
  struct Row {
    const char* attributes;
    const char* content;
    const char* text;
    CellKind kind;
  };
  const Row rows[] = {
      {"t=\"s\"", "<v>0</v>", "零", CellKind::text},
      {"t=\"s\"", "<v>1</v>", "张 三", CellKind::text},  // runs joined, how it sounds left out
      {"t=\"s\"", "<v>3</v>", "a\rb_x000A_", CellKind::text},
      {"t=\"inlineStr\"", "<is><t>内</t></is>", "内", CellKind::text},
      {"t=\"inlineStr\"", "<is><r><t>内</t></r><r><t>联</t></r><rPh><t>x</t></rPh></is>", "内联",
       CellKind::text},
      {"t=\"str\"", "<f>\"a\"&amp;\"b\"</f><v>ab</v>", "ab", CellKind::text},
      {"t=\"b\"", "<v>1</v>", "TRUE", CellKind::boolean},
      {"t=\"b\"", "<v>0</v>", "FALSE", CellKind::boolean},
      {"t=\"e\"", "<v>#N/A</v>", "#N/A", CellKind::error},
      {"", "<v>13800000001</v>", "13800000001", CellKind::number},
      {"t=\"n\"", "<v>1.3800000001E10</v>", "13800000001", CellKind::number},
      {"", "<v> 7 </v>", "7", CellKind::number},
      {"", "<v>1990.01</v>", "1990.01", CellKind::number},
      {"", "<v>9007199254740991</v>", "9007199254740991", CellKind::number},
      {"", "<v>330782199001021234</v>", "3.30782199001021e+17", CellKind::number},
      {"s=\"1\"", "<v>32875</v>", "1990-01-02", CellKind::date},
      {"s=\"1\"", "<v>32875.5</v>", "1990-01-02 12:00:00", CellKind::date},
      {"s=\"4\"", "<v>32875</v>", "1990-01-02", CellKind::date},
      {"s=\"2\"", "<v>32874</v>", "1990-01", CellKind::date},     // the first, shown as a month
      {"s=\"2\"", "<v>32875</v>", "1990-01-02", CellKind::date},  // more is known than shown
      {"s=\"3\"", "<v>32875</v>", "32875", CellKind::number},     // colours and quotes are no dates
      {"s=\"5\"", "<v>0.5</v>", "0.5", CellKind::number},         // a time of day alone
      {"s=\"1\"", "<v>1</v>", "1900-01-01", CellKind::date},
      {"s=\"1\"", "<v>59</v>", "1900-02-28", CellKind::date},
      {"s=\"1\"", "<v>60</v>", "60", CellKind::number},  // the day that never was
      {"s=\"1\"", "<v>61</v>", "1900-03-01", CellKind::date},
      {"s=\"1\"", "<v>-1</v>", "-1", CellKind::number},
      {"s=\"1\"", "<v>2958466</v>", "2958466", CellKind::number},  // beyond 9999
      {"s=\"99\"", "<v>32875</v>", "32875", CellKind::number},
      {"t=\"d\"", "<v>1990-01-02T00:00:00Z</v>", "1990-01-02", CellKind::date},
      {"t=\"d\"", "<v>1990-01-02T08:30:00</v>", "1990-01-02 08:30:00", CellKind::date},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    const CsvRow seen = cell(row.attributes, row.content);
    REQUIRE(seen.cells.size() == 1);
    CHECK(seen.cells[0] == row.text);
    CHECK(seen.kinds[0] == row.kind);
  }
  for (const char* nothing : {"", "<v/>", "<v> </v>", "<f>1</f>"}) {
    CHECK(cell("s=\"1\"", nothing).cells.empty());
  }
  CHECK(cell("t=\"s\"", "<v>2</v>").cells.empty());  // an empty string
}

TEST_CASE("days are counted from 1904 where the workbook says so") {
  CHECK(cell("s=\"1\"", "<v>31413</v>", true).cells == Texts{"1990-01-02"});
  CHECK(cell("s=\"1\"", "<v>0</v>", true).cells == Texts{"1904-01-01"});
  CHECK(cell("s=\"1\"", "<v>60</v>", true).cells == Texts{"1904-03-01"});
}

TEST_CASE("builtin formats that are dates") {
  for (int format = 0; format < 60; ++format) {
    CAPTURE(format);
    WorkbookMaker made = maker("<row><c s=\"0\"><v>32875</v></c></row>");
    made.styles = fmt::format("<cellXfs><xf numFmtId=\"{}\"/></cellXfs>", format);
    const bool time = (format >= 18 && format <= 21) || (format >= 32 && format <= 35) ||
                      (format >= 55 && format <= 56);
    const bool date = !time && ((format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
                                (format >= 50 && format <= 58));
    CHECK((read(made.bytes()).rows[0].kinds[0] == CellKind::date) == date);
  }
}

TEST_CASE("places: references, none, and gaps") {
  const Seen seen = read(maker("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c><v>2</v></c>"
                               "<c r=\"E2\" s=\"1\"/></row><row r=\"4\"/><row><c><v>3</v></c></row>"
                               "<row r=\"1048576\"><c r=\"XFD1048576\"><v>4</v></c></row>")
                             .bytes());
  REQUIRE(seen.problem == "");
  REQUIRE(seen.rows.size() == 3);
  CHECK(seen.rows[0].row == 2);
  CHECK(seen.rows[0].cells == Texts{"", "1", "2"});
  CHECK(seen.rows[0].kinds.size() == 3);
  CHECK(seen.rows[1].row == 5);
  CHECK(seen.rows[1].cells == Texts{"3"});
  CHECK(seen.rows[2].cells.size() == 16384);
}

TEST_CASE("sheets: names, hidden ones, wherever their parts are") {
  WorkbookMaker made = maker("<row><c><v>1</v></c></row>");
  made.sheets.push_back({"二&amp;三", "<row><c><v>2</v></c></row>", "hidden"});
  made.sheets.push_back({"四", "<row><c><v>4</v></c></row>", "veryHidden"});
  for (const char* folder : {"worksheets/", "/xl/worksheets/", "../xl/./worksheets/",
                             "worksheets\\", "/XL/Worksheets/"}) {
    CAPTURE(folder);
    made.target_folder = folder;
    auto book = Workbook::open(made.bytes());
    REQUIRE(book);
    REQUIRE(book->sheets().size() == 3);
    CHECK(book->sheets()[0].visible);
    CHECK(book->sheets()[1].name == "二&三");
    CHECK_FALSE(book->sheets()[1].visible);
    CHECK_FALSE(book->sheets()[2].visible);
    CHECK(read(made.bytes(), 1).rows.at(0).cells == Texts{"2"});
  }
}

TEST_CASE("prefixes, and what is offered to newer readers") {
  WorkbookMaker made = maker("");
  made.replaced = {
      {"xl/worksheets/sheet1.xml",
       "<x:worksheet xmlns:x=\"a\" xmlns:mc=\"b\"><x:sheetData><x:row r=\"1\">"
       "<mc:AlternateContent><mc:Choice Requires=\"n\"><x:c><x:v>1</x:v></x:c></mc:Choice>"
       "<mc:Fallback><x:c><x:v>2</x:v></x:c></mc:Fallback></mc:AlternateContent>"
       "</x:row></x:sheetData><x:mergeCells/></x:worksheet>"}};
  CHECK(read(made.bytes()).rows.at(0).cells == Texts{"2"});
}

TEST_CASE("a sink that needs no more ends the reading") {
  const std::string bytes =
      maker("<row><c><v>1</v></c></row><row><c><v>2</v></c></row><broken").bytes();
  auto book = Workbook::open(bytes);
  REQUIRE(book);
  int rows = 0;
  CHECK(book->read(0, [&](CsvRow&) { return ++rows < 1; }));
  CHECK(rows == 1);
}

TEST_CASE("what is damaged, foreign or hostile is refused") {
  const std::string sheet = "xl/worksheets/sheet1.xml";
  const auto with = [](const std::string& part, const std::string& content) {
    WorkbookMaker made = maker("<row><c><v>1</v></c></row>");
    made.replaced = {{part, content}};
    return read(made.bytes()).problem;
  };
  const std::string good = maker("<row><c><v>1</v></c></row>").bytes();
  CHECK(read(good).problem == "");
  CHECK(read(good.substr(0, good.size() / 2)).problem == "xlsx.damaged");
  CHECK(read("PK\x05\x06").problem == "xlsx.damaged");
  std::string flipped = good;
  flipped[flipped.find("<v>1") + 3] = '7';  // the checksum tells
  CHECK(read(flipped).problem == "xlsx.damaged");
  CHECK(read(ZipMaker().add("a.txt", "x").bytes()).problem == "xlsx.not_workbook");
  CHECK(with("xl/workbook.xml", "<workbook/>") == "xlsx.not_workbook");
  CHECK(with("xl/workbook.xml", "") == "xlsx.damaged");
  CHECK(with("xl/styles.xml", "<styleSheet>") == "xlsx.damaged");
  CHECK(with(sheet, "<worksheet><row>") == "xlsx.damaged");
  CHECK(with(sheet, "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>") == "xlsx.dtd");
  CHECK(with("xl/sst.xml", "<!DOCTYPE a><sst/>") == "xlsx.dtd");
  CHECK(with("xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id=\"s1\" Type=\"x/worksheet\" Target=\"no.xml\"/>"
             "</Relationships>") == "xlsx.damaged");
  const char* const rows[] = {
      "<row r=\"x\"/>",
      "<row r=\"2\"/><row r=\"2\"/>",
      "<row r=\"0\"/>",
      "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
      "<row><c t=\"s\"><v>4</v></c></row>",
      "<row><c t=\"s\"><v>-1</v></c></row>",
      "<row><c><v>one</v></c></row>",
      "<row><c><v>1e999</v></c></row>",
      "<row><c s=\"x\"><v>1</v></c></row>",
  };
  for (const char* row : rows) {
    CAPTURE(row);
    CHECK(read(maker(row).bytes()).problem == "xlsx.damaged");
  }
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  CHECK(with(sheet, deep) == "xlsx.damaged");
}

TEST_CASE("what is too large is refused") {
  const auto of = [](const std::string& data) { return read(maker(data).bytes()).problem; };
  CHECK(of("<row r=\"1048577\"><c><v>1</v></c></row>") == "xlsx.too_large");
  CHECK(of("<row><c r=\"XFE1\"><v>1</v></c></row>") == "xlsx.too_large");
  CHECK(of("<row><c r=\"AAAAAAAAAAAAAAAAAA1\"><v>1</v></c></row>") == "xlsx.too_large");
  const std::string long_text(size_t{200} << 10, 'x');
  CHECK(of("<row><c t=\"str\"><v>" + long_text + "</v></c></row>") == "xlsx.too_large");
  CHECK(of("<row><c t=\"inlineStr\"><is><t>" + long_text + "</t></is></c></row>") ==
        "xlsx.too_large");
  // One string shared by many cells of a row.
  WorkbookMaker made = maker("<row>");
  for (int i = 0; i < 20; ++i) made.sheets[0].data += "<c t=\"s\"><v>0</v></c>";
  made.sheets[0].data += "</row>";
  made.strings = "<si><t>" + std::string(size_t{100} << 10, 'x') + "</t></si>";
  CHECK(read(made.bytes()).problem == "xlsx.too_large");
  CHECK(of("<row><c a=\"" + std::string(size_t{3} << 20, 'x') + "\"/></row>") == "xlsx.too_large");
}

TEST_CASE("old and protected workbooks") {
  const std::string mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  CHECK(Workbook::recognises(mark));
  CHECK(Workbook::recognises("PK\x03\x04"));
  CHECK_FALSE(Workbook::recognises("姓名,户号"));
  CHECK(read(mark + std::string(600, '\0')).problem == "file.xls");
  std::string name;
  for (const char c : std::string("EncryptedPackage")) name.append({c, '\0'});
  CHECK(read(mark + std::string(600, '\0') + name).problem == "xlsx.encrypted");
}
