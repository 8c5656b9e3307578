// The office's profile: its headings and words, and what is wrong with a profile.
#include <doctest/doctest.h>

#include "register_office.h"

using namespace grid;
using namespace grid::codec;
using Texts = std::vector<std::string>;

namespace {

const char* const profile = R"(area = "330782002005"
relation_codes = "census2020"

[source]
encoding = "gb18030"
delimiter = "tab"
sheet = "台账"
header_row = 3
name = "综治平台"

[headings]
"人员号" = "source_ref"
"门 牌*" = "household_no"
"困难" = "tag:低保"
"姓名拼音" = "ignored"
"性别" = "ignored"

[values.residence]
"本地人" = "registered"
"新居民" = "floating"
[values.relation]
"屋里人" = "配偶"
)";

ReadFile read_with(const char* toml, const std::string& text) {
  ProfileReading reading = read_register_profile(toml);
  REQUIRE(reading.problems.empty());
  RegisterSource source;
  source.profile = std::make_shared<const RegisterProfile>(std::move(reading.profile));
  return read_register(text, source);
}

}  // namespace

TEST_CASE("what a profile says") {
  const ProfileReading reading = read_register_profile(profile);
  REQUIRE(reading.problems.empty());
  const RegisterProfile& read = reading.profile;
  CHECK(read.area == "330782002005");
  CHECK(read.relation_codes == domain::RelationCodes::census2020);
  CHECK(read.encoding == text::Encoding::gb18030);
  CHECK(read.delimiter == "\t");
  CHECK(read.sheet == "台账");
  CHECK(read.header_row == 3);
  CHECK(read.name == "综治平台");
}

TEST_CASE("its headings go before the lists, its words before the rules") {
  const ReadFile file = read_with(profile,
                                  "姓名,门牌,性别,困难,姓名拼音,人口类型,关系,别的\n"
                                  "张三,7,某,是,zhangsan,新居民,屋里人,x\n"
                                  "李四,7,某,否,lisi,本地人,户主,y\n");
  REQUIRE(file.rows.size() == 2);
  const ReadRow& first = file.rows[0];
  CHECK(first.code == "");
  CHECK(first.entry.household->no == "7");
  CHECK(first.person().sex == "");
  CHECK(first.person().tags == "低保");
  CHECK(first.entry.residence.kind == domain::ResidenceKind::floating);
  CHECK(first.entry.residence.relation == "10");
  CHECK(first.cells[5] == "新居民");  // as it came, for the rejects
  CHECK(file.rows[1].entry.residence.kind == domain::ResidenceKind::registered);
  CHECK(file.form.unknown_headings == Texts{"别的"});
  REQUIRE(file.mapping.size() == 8);
  CHECK_FALSE(file.mapping[0].meaning->from_profile);
  CHECK(file.mapping[1].meaning->from_profile);
  CHECK(file.mapping[1].meaning->field == RegisterField::household_no);
  CHECK_FALSE(file.mapping[7].meaning);
}

TEST_CASE("words may be given whatever the field takes, or nothing") {
  const ProfileReading reading = read_register_profile(
      "relation_codes = \"census2020\"\n"
      "[values.residence]\n\"a\" = \"人户分离\"\n\"b\" = \"流动人口\"\n\"c\" = \"\"\n"
      "[values.relation]\n\"a\" = \"2\"\n\"b\" = \"子女\"\n\"c\" = \"妻\"\n"
      "[values.consistent]\n\"a\" = \"空挂户\"\n\"b\" = \"否\"\n"
      "[values.until]\n\"长期\" = \"2099年12月31日\"\n"
      "[values.nationality]\n\"老挝籍\" = \"LAO\"\n"
      "[values.education]\n\"大专\" = \"30\"\n"
      "[values.community]\n\"老社区\" = \"330782002005\"\n"
      "[values.id_no]\n\"同上\" = \"无\"\n");
  for (const ProfileProblem& each : reading.problems) FAIL_CHECK(each.line);
  CHECK(reading.profile.values.size() == 8);
}

TEST_CASE("headings that only the profile knows make a row of headings") {
  const char* own = "[headings]\n\"A\" = \"name\"\n\"B\" = \"household_no\"\n\"C\" = \"sex\"\n";
  const ReadFile file = read_with(own, "标题\nA,B,C\n张三,1,男\nA,B,C\n李四,2,女\n");
  CHECK(file.form.header_row == 2);
  REQUIRE(file.rows.size() == 2);
  CHECK(file.skipped == 2);
  CHECK(file.rows[1].person().sex == "2");
}

TEST_CASE("every field has a name that a profile can use") {
  for (const std::string& name : register_field_names()) {
    CAPTURE(name);
    const auto field = register_field_named(name);
    REQUIRE(field);
    CHECK(register_field_name(*field) == name);
  }
  CHECK(register_field_names().size() == register_fields - 1);
  CHECK_FALSE(register_field_named("tag"));
}

TEST_CASE("what is wrong with a profile, and where") {
  struct Row {
    const char* toml;
    const char* code;
    int line;
    const char* near;
  };
  const Row rows[] = {
      {"aera = \"1\"", "profile.unknown_key", 1, "area"},
      {"\n[source]\nencodng = \"utf-8\"", "profile.unknown_key", 3, "encoding"},
      {"[source]\nencoding = \"ebcdic\"", "encoding.unknown", 2, ""},
      {"[source]\nencoding = 8", "profile.type", 2, ""},
      {"[source]\ndelimiter = \"ab\"", "profile.value", 2, ""},
      {"[source]\nheader_row = 0", "profile.value", 2, ""},
      {"source = 1", "profile.type", 1, ""},
      {"relation_codes = \"x\"", "relation_codes.unknown", 1, ""},
      {"[headings]\n\"a\" = \"nmae\"", "profile.field", 2, "name"},
      {"[headings]\n\"a\" = \"tag:\"", "profile.field", 2, "tags"},
      {"[headings]\n\"a\" = 3", "profile.type", 2, ""},
      {"[values.sxe]\n\"a\" = \"1\"", "profile.field", 1, "sex"},
      {"[values]\nsex = \"1\"", "profile.type", 2, ""},
      {"[values.residence]\n\n\"本地人\" = \"registred\"", "profile.value", 3, "registered"},
      {"[values.residence]\n\"本地人\" = \"某种\"", "profile.value", 2, ""},
      {"[values.relation]\n\"屋里人\" = \"heir\"", "profile.value", 2, ""},
      {"[values.sex]\n\"先生\" = \"mle\"", "profile.value", 2, "male"},
      {"[values.id_kind]\n\"蓝本\" = \"pasport\"", "profile.value", 2, "passport"},
      {"[values.flow_reason]\n\"打工\" = \"77\"", "profile.value", 2, ""},
      {"[values.household_kind]\n\"楼\" = \"familly\"", "profile.value", 2, "family"},
      {"[values.consistent]\n\"同\" = \"也许\"", "profile.value", 2, ""},
      {"[values.vacant]\n\"同\" = \"一致\"", "profile.value", 2, ""},
      {"[values.until]\n\"长期\" = \"2099-13-01\"", "profile.value", 2, ""},
      {"[values.phone]\n\"同户主\" = \"12\"", "profile.value", 2, ""},
      {"[source", "toml.syntax", 1, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.toml);
    const ProfileReading reading = read_register_profile(row.toml);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].problem.code == row.code);
    CHECK(reading.problems[0].line == row.line);
    CHECK(reading.problems[0].problem.near == row.near);
  }
}

TEST_CASE("delimiters") {
  CHECK(parse_delimiter("tab") == "\t");
  CHECK(parse_delimiter("\\t") == "\t");
  CHECK(parse_delimiter("，") == "，");
  for (const char* wrong : {"", "\"", "\n", "ab", "，，", "\xFF"})
    CHECK_FALSE(parse_delimiter(wrong));
}
