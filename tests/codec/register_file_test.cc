// Which rows of a file are headings, data, or neither; in which encoding; what is filled down.
#include <doctest/doctest.h>

#include <algorithm>

#include "register_office.h"

using namespace grid;
using namespace grid::codec;
using Texts = std::vector<std::string>;

namespace {

const std::string sheet =
    "江东街道人口信息台账（2026年6月）,,,,,,\n"
    "填报单位：,,,,日期：,2026-06-30,\n"
    "\n"
    "序号,户 号,姓  名,公民身份号码,与户主关系,\"现住\n址\",登记人\n"
    "必填,选填,必填，真实姓名,,,,YYYY-MM-DD\n"
    "1,00001,张三,11010519491231002X,户主,一号,2020-01-01\n"
    "2,00001,李四,440524188001010014,妻,\"一\n号\",2020-01-01\n"
    ",,,,,,\n"
    "序号,户 号,姓  名,公民身份号码,与户主关系,\"现住\n址\",登记人\n"
    "3,00002,王五,330782199001021234,户主,二号,2020-01-01\n"
    "合计,2户,3人,,,,\n"
    "填表人：某某,,,,审核人：某某,,\n";

}  // namespace

TEST_CASE("titles, headings on each page, remarks, blank rows and footers are passed over") {
  const ReadFile file = read_register(sheet);
  REQUIRE(file.problem == "");
  CHECK(file.form.encoding == "utf-8");
  CHECK(file.form.delimiter == ",");
  CHECK(file.form.header_row == 4);
  CHECK(file.form.unknown_headings == Texts{"登记人"});
  REQUIRE(file.rows.size() == 3);
  CHECK(file.skipped == 8);
  CHECK(file.rows[0].person().name == "张三");
  CHECK(file.rows[0].row == 6);
  CHECK(file.rows[0].line == 7);  // the heading stretches over two lines
  CHECK(file.rows[1].entry.residence.address == "一号");
  CHECK(file.rows[1].repairs == Texts{"text.spaces"});
  CHECK(file.rows[2].row == 10);
  CHECK(file.rows[2].line == 13);
}

TEST_CASE("every encoding and delimiter gives the same rows") {
  const ReadFile plain = read_register(sheet);
  for (const text::Encoding encoding : {text::Encoding::utf8_bom, text::Encoding::gb18030,
                                        text::Encoding::utf16le, text::Encoding::utf16be}) {
    for (const char delimiter : {',', ';', '\t', '|'}) {
      std::string text = sheet;
      std::ranges::replace(text, ',', delimiter);
      const ReadFile file = read_register(encoded(text, encoding));
      CAPTURE(text::encoding_name(encoding));
      REQUIRE(file.problem == "");
      CHECK(file.form.encoding == text::encoding_name(encoding));
      CHECK(file.form.delimiter == std::string(1, delimiter));
      REQUIRE(file.rows.size() == plain.rows.size());
      for (size_t i = 0; i < file.rows.size(); ++i) {
        CHECK(file.rows[i].entry.person == plain.rows[i].entry.person);
        CHECK(file.rows[i].line == plain.rows[i].line);
      }
    }
  }
}

TEST_CASE("UTF-16 without its mark is told by its zero bytes") {
  for (const text::Encoding encoding : {text::Encoding::utf16le, text::Encoding::utf16be}) {
    std::string tabs = sheet;
    std::ranges::replace(tabs, ',', '\t');
    const ReadFile file = read_register(encoded(tabs, encoding).substr(2));
    CHECK(file.form.encoding == text::encoding_name(encoding));
    CHECK(file.form.delimiter == "\t");
    REQUIRE(file.rows.size() == 3);
    CHECK(file.rows[2].person().name == "王五");
  }
  CHECK(read_register(std::string("姓名,户号,性别\n张\0三,1,男\n", 36)).form.encoding == "utf-8");
}

TEST_CASE("any one character between the cells") {
  for (const char* delimiter : {"^", " ", "，", "※", "𠮷"}) {
    CAPTURE(delimiter);
    std::string text = "姓名,户号,性别,住址\n张三,1,男,\"甲,乙\"\n\"李四,2,男\n";
    for (size_t at = text.find(','); at != std::string::npos; at = text.find(',', at + 1)) {
      text.replace(at, 1, delimiter);
    }
    RegisterSource source;
    source.delimiter = delimiter;
    const ReadFile file = read_register(text, source);
    CHECK(file.form.delimiter == delimiter);
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[0].entry.household->no == "1");
    CHECK(file.rows[0].cells[3] == fmt::format("甲{}乙", delimiter));
    CHECK(file.rows[1].cells == Texts{fmt::format("\"李四{0}2{0}男", delimiter)});
  }
}

TEST_CASE("rare characters pass through GB18030") {
  for (const char* name : {"李䶮", "𠮷野", "㐱三", "王镕"}) {
    const std::string text = fmt::format("姓名,户号,公民身份号码\n{},1,\n", name);
    const ReadFile file = read_register(encoded(text, text::Encoding::gb18030));
    REQUIRE(file.rows.size() == 1);
    CHECK(file.rows[0].person().name == name);
    CHECK(file.rows[0].warnings == Texts{"id.missing"});
  }
}

TEST_CASE("what the user says overrules what is found") {
  RegisterSource source;
  source.header_row = 2;
  const ReadFile file = read_register("姓名,户号,性别\n姓名,户号,地址\n张三,1,一号\n", source);
  REQUIRE(file.rows.size() == 1);
  CHECK(file.skipped == 1);
  CHECK(file.rows[0].entry.residence.address == "一号");
  source.header_row = 3;
  CHECK(read_register("姓名,户号,性别\na,b,c\n张三,1,男\n", source).problem == "heading.row");
  source.header_row = 9;
  CHECK(read_register("姓名,户号,性别\n张三,1,男\n", source).problem == "heading.missing");
  RegisterSource encoding;
  encoding.encoding = text::Encoding::utf8;
  CHECK(read_register(encoded(sheet, text::Encoding::gb18030), encoding).problem ==
        "encoding.invalid");
}

TEST_CASE("files without headings, or without anything") {
  CHECK(read_register("张三,男,1990\n李四,女,1991\n").problem == "heading.missing");
  CHECK(read_register("姓名,某栏,别的\n张三,1,2\n").problem == "heading.missing");
  CHECK(read_register("").problem == "file.empty");
  CHECK(read_register("\n \n").problem == "file.empty");
  // Beyond the first 20 rows nothing is looked for.
  std::string late(20, '\n');
  CHECK(read_register(late + "姓名,户号,性别\n").problem == "heading.missing");
  late.pop_back();
  CHECK(read_register(late + "姓名,户号,性别\n").problem == "");
}

TEST_CASE("a heading of two lines") {
  const ReadFile file = read_register(
      "姓名,户号,与户主关系,居住情况,,\n"
      ",,,楼栋,单元,室\n"
      "张三,1,户主,3幢,2,501\n");
  REQUIRE(file.rows.size() == 1);
  CHECK(file.form.unknown_headings.empty());
  CHECK(file.rows[0].entry.household->building == "3幢");
  CHECK(file.rows[0].entry.household->room == "501");
}

TEST_CASE("merged cells are filled down for the household only") {
  const ReadFile file = read_register(
      "户号,所属网格,住址,楼栋,姓名,与户主关系,联系电话\n"
      "1,第一网格,一号,3幢,张三,户主,13800000001\n"
      ",,,,李四,妻,\n"
      ",,,,张小,子,\n"
      ",,,,王五,户主,\n"
      ",,,,王小,子,\n"
      "2,,二号,,赵六,户主,\n"
      ",,三号,,赵小,子,\n");
  REQUIRE(file.rows.size() == 7);
  const auto& wife = file.rows[1];
  CHECK(wife.entry.household->no == "1");
  CHECK(wife.entry.household->building == "3幢");
  CHECK(wife.entry.residence.address == "一号");
  CHECK(wife.entry.residence.area == "330782002005001");
  CHECK(wife.person().phone == "");  // a person's own
  CHECK(wife.repairs == Texts{"household.filled_down"});
  CHECK(wife.cells[0] == "1");  // so that a refused row can stand alone
  CHECK(file.rows[2].entry.household->no == "1");
  // A head begins a household: it is not put into the one above, nor are those after it.
  CHECK_FALSE(file.rows[3].entry.household);
  CHECK(file.rows[3].warnings == Texts{"id.missing", "household.missing"});
  CHECK_FALSE(file.rows[4].entry.household);
  CHECK(file.rows[5].entry.household->area == "");
  // Another address speaks of another household.
  CHECK_FALSE(file.rows[6].entry.household);
}

TEST_CASE("nothing is filled down in a list of ours") {
  const std::string rows =
      "330782002005,1,张三,一号\n"
      "330782002005,1,李四,\n"
      "330782002005,,王五,例如二号\n";
  // Known by the mark of an export, by names of fields.
  for (const std::string headings :
       {"所属社区,户号,姓名,现住址,_export\n", "community,household_no,name,address\n"}) {
    CAPTURE(headings);
    const ReadFile file = read_register(headings + rows);
    REQUIRE(file.rows.size() == 3);
    CHECK(file.rows[1].entry.residence.address == "");
    CHECK(file.rows[1].repairs.empty());
    CHECK_FALSE(file.rows[2].entry.household);
  }
  // A file of the office, whatever else it has of ours.
  CHECK(read_register("community,户号,姓名,address\n" + rows).rows[1].entry.residence.address ==
        "一号");
}

TEST_CASE("files that were put together bring their own headings") {
  const ReadFile file = read_register(
      "姓名,户号,性别\n张三,1,男\n"
      "户号,姓名,民族\n2,李四,回族\n");
  REQUIRE(file.rows.size() == 2);
  CHECK(file.rows[1].person().name == "李四");
  CHECK(file.rows[1].person().ethnic == "03");
}

TEST_CASE("a broken quote costs one row") {
  const ReadFile file = read_register("姓名,户号,性别\n\"张三,1,男\n李四,2,女\n");
  REQUIRE(file.rows.size() == 2);
  CHECK(file.rows[0].code == "csv.quote");
  CHECK(file.rows[0].cells == Texts{"\"张三,1,男"});
  CHECK(file.rows[1].person().name == "李四");
}

TEST_CASE("a column of truncated numbers is refused whole") {
  const auto file_with = [](int good, int cut) {
    std::string text = "姓名,户号,身份证号\n";
    for (int i = 0; i < good; ++i) text += "张三,1,11010519491231002X\n";
    for (int i = 0; i < cut; ++i) text += "李四,1,330782199001021000\n";
    text += "王五,1,\n";
    return read_register(text);
  };
  // Up to one in a hundred: each row for itself.
  const ReadFile few = file_with(297, 3);
  CHECK_FALSE(few.form.numbers_truncated);
  CHECK(few.rows[0].code == "");
  CHECK(few.rows[297].code == "id.truncated");
  const ReadFile many = file_with(290, 3);
  CHECK(many.form.numbers_truncated);
  CHECK(many.rows[0].code == "id.truncated");
  CHECK(many.rows[292].code == "id.truncated");
  CHECK(many.rows[293].code == "");  // no number, nothing truncated
  // Two may be chance, in however short a file.
  CHECK_FALSE(file_with(5, 2).form.numbers_truncated);
}

TEST_CASE("JSON lines of persons and households") {
  const ReadFile file = read_register(
      "{\"type\":\"household\",\"v\":1,\"community\":\"330782002005\",\"no\":\"1\","
      "\"kind\":\"collective\",\"vacant\":true,\"members\":3}\r\n"
      "\n"
      "{\"type\":\"person\",\"name\":\"张三\",\"community\":\"鸡鸣山社区\",\"household_no\":\"1\","
      "\"id_no\":\"11010519491231002X\",\"consistent\":false,\"tags\":[\"低保\",\"独居\"],"
      "\"residence\":\"floating\"}\n"
      "{\"name\":\"李四\",\"nme\":1}\n"
      "{\"name\":\n"
      "{\"type\":\"case\",\"title\":\"x\"}\n"
      "{\"name\":\"王五\",\"phone\":13800000000}\n"
      "{\"community\":\"330782002006\",\"no\":\"2\"}\n"
      "{\"type\":\"household\",\"community\":\"330782002006\"}");
  CHECK(file.form.json);
  REQUIRE(file.rows.size() == 8);
  const domain::Household& home = *file.rows[0].entry.household;
  CHECK(home.kind == domain::HouseholdKind::collective);
  CHECK(home.vacant == true);
  CHECK_FALSE(file.rows[0].entry.person);
  CHECK(file.rows[1].line == 3);
  CHECK(file.rows[1].person().birth == "1949-12-31");
  CHECK(file.rows[1].person().tags == "低保 独居");
  CHECK(file.rows[1].entry.residence.consistent == false);
  CHECK(file.rows[1].entry.residence.kind == domain::ResidenceKind::floating);
  CHECK(file.rows[2].code == "field.unknown");
  CHECK(file.rows[2].field == "nme");
  CHECK(file.rows[3].code == "json.syntax");
  CHECK(file.rows[4].code == "record.type");
  CHECK(file.rows[5].code == "field.type");
  CHECK(file.rows[6].entry.household->no == "2");
  CHECK(file.rows[7].code == "field.required");
}

TEST_CASE("JSON lines of another system have headings as their keys") {
  const ReadFile file = read_register(
      "{\"序号\":1,\"户号\":\"1\",\"姓名\":\"张三\",\"证件号码\":\"11010519491231002X\","
      "\"社区\":\"鸡鸣山社区\",\"住址\":\"一号\",\"登记人\":\"某\",\"备注\":null}\n"
      "{\"姓名\":\"李四\",\"社区\":\"鸡鸣山社区\",\"户号\":1,\"证件号码\":110105491231003}\n"
      "{\"姓名\":\"王五\",\"社区\":\"鸡鸣山社区\",\"户号\":2,\"联系电话\":13800000000}\n"
      "{\"nme\":\"李四\",\"community\":\"鸡鸣山社区\",\"phone\":\"\",\"sex\":\"男\"}\n"
      "{\"户号\":\"3\",\"社区\":\"鸡鸣山社区\",\"证件号码\":\"11010519491231002X\"}\n"
      "{\"户号\":\"3\",\"社区\":\"鸡鸣山社区\",\"住址\":\"一号\"}");
  CHECK(file.form.json);
  CHECK(file.form.unknown_headings == Texts{"登记人"});
  REQUIRE(file.rows.size() == 6);
  CHECK(file.rows[0].person().birth == "1949-12-31");
  CHECK(file.rows[0].entry.residence.address == "一号");
  CHECK(file.rows[0].entry.household->no == "1");
  CHECK(file.rows[1].code == "id.numeric");
  CHECK(file.rows[2].entry.household->no == "2");
  CHECK(file.rows[2].person().phone == "13800000000");
  CHECK(file.rows[3].code == "field.unknown");   // ours, with a slip
  CHECK(file.rows[4].code == "field.required");  // a person whose name was left out
  CHECK_FALSE(file.rows[5].entry.person);        // a household
}
