#include <doctest/doctest.h>
#include <grid/domain/area_code.h>
#include <grid/domain/code_tables.h>
#include <grid/domain/country.h>

#include <set>
#include <string>
#include <string_view>

using grid::Result;
using namespace grid::domain;

namespace {

std::string code_in(const CodeTable& table, std::string_view text) {
  const Result<std::string> code = parse_code(table, text);
  return code ? *code : code.problem().code;
}

std::string relation(std::string_view text, RelationCodes codes, char sex = 0) {
  const Result<std::string> code = parse_relation(text, codes, sex);
  return code ? *code : code.problem().code;
}

}  // namespace

TEST_CASE("codes are read from codes, words and other spellings") {
  struct {
    const CodeTable& table;
    std::string_view text, code;
  } const table[] = {
      {ethnic_codes(), "汉", "01"},
      {ethnic_codes(), "汉族", "01"},
      {ethnic_codes(), "1", "01"},
      {ethnic_codes(), "01", "01"},
      {ethnic_codes(), "０１", "01"},
      {ethnic_codes(), " 土家族 ", "15"},
      {ethnic_codes(), "Uygur", "05"},
      {ethnic_codes(), "uygur", "05"},
      {ethnic_codes(), "56", "56"},
      {ethnic_codes(), "57", "ethnic.unknown"},
      {ethnic_codes(), "族", "ethnic.unknown"},
      {ethnic_codes(), "", "ethnic.unknown"},
      {sex_codes(), "男", "1"},
      {sex_codes(), "女", "2"},
      {sex_codes(), "男性", "1"},
      {sex_codes(), "0", "0"},
      {sex_codes(), "02", "2"},
      {sex_codes(), "3", "sex.unknown"},
      {politics_codes(), "中共党员", "01"},
      {politics_codes(), "党员", "01"},
      {politics_codes(), "共青团员", "03"},
      {politics_codes(), "13", "13"},
      {politics_codes(), "14", "politics.unknown"},
      {education_codes(), "大学本科", "20"},
      {education_codes(), "大专", "30"},
      {education_codes(), "初中毕业", "70"},
      {education_codes(), "2", "education.unknown"},
      {marriage_codes(), "已婚", "20"},
      {marriage_codes(), "4", "40"},
      {marriage_codes(), "离异", "40"},
      {marriage_codes(), "5", "marriage.unknown"},
      {floating_codes(), "打工", "01"},
      {floating_codes(), "9", "09"},
      {residence_codes(), "流动人口", "floating"},
      {relation_codes(), "户主", "02"},
      {relation_codes(), "02", "02"},
      {relation_codes(), "妻子", "12"},
      {relation_codes(), "2", "relation.ambiguous"},
      {relation_codes(), "98", "relation.unknown"},
      {id_kind_codes(), "居民身份证", "resident_id"},
      {country_codes(), "CN", "CHN"},
      {country_codes(), "chn", "CHN"},
      {country_codes(), "156", "CHN"},
      {country_codes(), "4", "AFG"},
      {country_codes(), "中国", "CHN"},
      {country_codes(), "美国籍", "USA"},
      {country_codes(), "Viet Nam", "nationality.unknown"},
      {country_codes(), "Vietnam", "VNM"},
      {country_codes(), "999", "nationality.unknown"},
  };
  for (const auto& row : table) {
    CAPTURE(row.text);
    CHECK(code_in(row.table, row.text) == row.code);
  }
}

TEST_CASE("every code and every word of every table means itself") {
  for (const CodeTable* table :
       {&sex_codes(), &ethnic_codes(), &marriage_codes(), &politics_codes(), &education_codes(),
        &relation_codes(), &floating_codes(), &residence_codes(), &country_codes(),
        &id_kind_codes()}) {
    std::set<std::string_view> codes;
    for (const CodeEntry& entry : table->entries) {
      CAPTURE(entry.code);
      CHECK(codes.insert(entry.code).second);
      CHECK(code_in(*table, entry.code) == entry.code);
      CHECK(code_in(*table, entry.zh) == entry.code);
      CHECK(code_in(*table, entry.en) == entry.code);
      CHECK(word(*table, entry.code, false) == entry.zh);
      CHECK(word(*table, entry.code, true) == entry.en);
    }
    for (const CodeAlias& alias : table->aliases) {
      CAPTURE(alias.text);
      CHECK(codes.contains(alias.code));
      CHECK(code_in(*table, alias.text) == alias.code);
    }
  }
  CHECK(ethnic_codes().entries.size() == 58);
  CHECK(country_codes().entries.size() == 249);
  CHECK(word(sex_codes(), "7", true).empty());
}

TEST_CASE("one digit of a relation needs to know its list") {
  CHECK(relation("2", RelationCodes::unset) == "relation.ambiguous");
  CHECK(relation("1", RelationCodes::unset) == "relation.ambiguous");
  CHECK(relation("2", RelationCodes::gbt4761) == "20");
  CHECK(relation("3", RelationCodes::gbt4761) == "30");
  CHECK(relation("0", RelationCodes::gbt4761) == "02");
  CHECK(relation("9", RelationCodes::gbt4761) == "relation.unknown");
  CHECK(relation("2", RelationCodes::census2020, '1') == "20");
  CHECK(relation("２", RelationCodes::census2020, '2') == "30");
  CHECK(relation("2", RelationCodes::census2020) == "relation.ambiguous");
  CHECK(relation("3", RelationCodes::census2020) == "50");
  CHECK(relation("6", RelationCodes::census2020, '2') == "38");
  CHECK(relation("8", RelationCodes::census2020) == "70");
  CHECK(relation("子女", RelationCodes::unset, '2') == "30");
  CHECK(relation("子女", RelationCodes::unset) == "relation.ambiguous");
  CHECK(relation("长子", RelationCodes::unset) == "22");
  CHECK(relation("20", RelationCodes::census2020) == "20");
  CHECK(*parse_relation_codes("census2020") == RelationCodes::census2020);
  CHECK(parse_relation_codes("census2010").problem().code == "relation_codes.unknown");
}

TEST_CASE("countries by each of their codes") {
  CHECK(find_country("CHN")->alpha2 == "CN");
  CHECK(find_country_numeric("840")->alpha3 == "USA");
  CHECK(find_country("XXX") == nullptr);
  CHECK(find_country("") == nullptr);
  CHECK(find_country_numeric("000") == nullptr);
}

TEST_CASE("the shape of an area code") {
  struct {
    std::string_view code, shape, parent;
    bool official, county;
  } const table[] = {
      {"33", "province", "", true, false},
      {"330000", "province", "", true, false},
      {"3307", "city", "33", true, false},
      {"330700", "city", "33", true, false},
      {"330782", "district", "3307", true, true},
      {"441900", "district", "4419", true, true},
      {"330782002", "street", "330782", true, true},
      {"330782002000", "street", "330782", true, true},
      {"330782000000", "district", "3307", true, true},
      {"330782002005", "community", "330782002", true, true},
      {"330782302005", "community", "330782302", false, true},
      {"330782002605", "community", "330782002", false, true},
      {"339999002005", "community", "339999002", true, false},
      {"160782002005", "community", "160782002", false, false},
      {"330782002005003", "grid", "330782002005", false, true},
      {"33078200200500301", "microgrid", "330782002005003", false, true},
      {"JD-01", "other", "", false, false},
      {"", "other", "", false, false},
      {"330782０02", "other", "", false, false},
  };
  for (const auto& row : table) {
    CAPTURE(row.code);
    const AreaCode told = describe_area_code(row.code);
    CHECK(shape_name(told.shape) == row.shape);
    CHECK(told.parent == row.parent);
    CHECK(told.official == row.official);
    CHECK(told.county_known == row.county);
  }
}
