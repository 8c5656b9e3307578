#include <doctest/doctest.h>
#include <grid/domain/county.h>
#include <grid/domain/id_number.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>

using grid::Date;
using grid::Result;
using namespace grid::domain;
using std::chrono::local_days;
using std::chrono::year;

namespace {

constexpr Date kToday{local_days{year{2026} / 11 / 21}};

bool warns(const IdNumber& id, std::string_view code) {
  return std::ranges::find(id.warnings, code) != id.warnings.end();
}

std::string code_of(const Result<IdNumber>& id) {
  return id ? "" : id.problem().code;
}

std::string with_check(std::string seventeen) {
  seventeen += resident_check(seventeen);
  return seventeen;
}

}  // namespace

TEST_CASE("resident numbers of the standard and of the field") {
  struct {
    std::string_view text, code, warning;
  } const table[] = {
      {"11010519491231002X", "", ""},
      {"440524188001010014", "", "id.age_implausible"},
      {"330782199001021234", "", ""},
      {"33078219900104003X", "", ""},
      {"33078220000229001X", "", ""},
      {"110103198001010021", "", ""},  // 崇文, retired in 2010
      {"330782190002290013", "id.birth_date", ""},
      {"33078219990229001X", "id.birth_date", ""},
      {"330782199001021235", "id.checksum", ""},
      {"710000198001010010", "id.area", ""},
      {"810000199108201237", "", "id.kind_differs"},
      {"911840198408160013", "id.kind", ""},
      {"3.30782E+17", "id.scientific", ""},
      {"3.30782199001021E+17", "id.scientific", ""},
      {"33078219900102123", "id.length", ""},
      {"", "id.length", ""},
      {" \t", "id.length", ""},
      {"330782********1232", "id.characters", ""},
      {"3307821990X1021234", "id.characters", ""},
      {"33078219900102123A", "id.characters", ""},
      {"330782900102123", "", "id.fifteen_digits"},
      {"330782901302123", "id.birth_date", ""},
      {"770782900102123", "id.area", ""},
  };
  for (const auto& row : table) {
    CAPTURE(row.text);
    const Result<IdNumber> id = parse_resident_id(row.text, kToday);
    CHECK(code_of(id) == row.code);
    if (!id) continue;
    if (row.warning.empty()) {
      CHECK(id->warnings.empty());
    } else {
      CHECK(warns(*id, row.warning));
    }
  }
}

TEST_CASE("what a number says of birth and sex") {
  const Result<IdNumber> man = parse_resident_id("330782199001021234", kToday);
  REQUIRE(man);
  CHECK(man->birth == Date{local_days{year{1990} / 1 / 2}});
  CHECK(man->sex == '1');
  CHECK(parse_resident_id("11010519491231002X", kToday)->sex == '2');
  CHECK(parse_resident_id("810000199108201237", kToday)->kind == IdKind::hmt_permit);
}

TEST_CASE("fifteen digits become eighteen, of the right century") {
  CHECK(parse_resident_id("330782900102123", kToday)->number == "330782199001021234");
  CHECK(parse_resident_id("110105180101996", kToday)->number == "110105181801019966");
  CHECK(parse_resident_id("110105180101995", kToday)->number.substr(6, 4) == "1918");
}

TEST_CASE("damage that can be undone is, and is counted") {
  for (const std::string_view text :
       {"33078219900104003x", "33078219900104003Ｘ", "33078219900104003ｘ", "33078219900104003Х",
        "33078219900104003х", "３３０７８２１９９００１０４００３Ｘ", "'33078219900104003X",
        " 33078219900104003X", "33078219900104003X\t", "33078219900104003X\xC2\xA0",
        "\xE3\x80\x80"
        "33078219900104003X",
        "330782\xE2\x80\x8B"
        "19900104003X",
        "330782 19900104 003X", "330782-19900104-003X", "33078219900104\n003X",
        "\xEF\xBB\xBF"
        "33078219900104003X"}) {
    CAPTURE(text);
    const Result<IdNumber> id = parse_resident_id(text, kToday);
    REQUIRE(id);
    CHECK(id->number == "33078219900104003X");
    CHECK(id->repaired);
  }
  CHECK_FALSE(parse_resident_id("33078219900104003X", kToday)->repaired);
}

TEST_CASE("a number that a spreadsheet may have cut warns") {
  int found = 0;
  for (int sequence = 10; sequence < 1000; sequence += 10) {
    std::string text = "33078219900102";
    text += std::string(sequence < 100 ? 1 : 0, '0') + std::to_string(sequence);
    const Result<IdNumber> id = parse_resident_id(with_check(text), kToday);
    REQUIRE(id);
    CHECK(warns(*id, "id.truncated") == id->number.ends_with("000"));
    found += warns(*id, "id.truncated") ? 1 : 0;
  }
  CHECK(found > 0);
}

TEST_CASE("doubts about the county warn and never refuse") {
  const Result<IdNumber> unknown = parse_resident_id(with_check("33999919900102123"), kToday);
  REQUIRE(unknown);
  CHECK(warns(*unknown, "id.area_unknown"));
  const Result<IdNumber> late = parse_resident_id(with_check("11010320150102123"), kToday);
  REQUIRE(late);
  CHECK(warns(*late, "id.area_retired"));
}

TEST_CASE("a birth today is a birth, tomorrow is none") {
  CHECK(parse_resident_id(with_check("33078220261121001"), kToday));
  CHECK(code_of(parse_resident_id(with_check("33078220261122001"), kToday)) == "id.birth_date");
  CHECK(code_of(parse_resident_id(with_check("33078217991231001"), kToday)) == "id.birth_date");
}

TEST_CASE("permits of Hong Kong, Macao and Taiwan") {
  CHECK(parse_hmt_permit("810000199108201237", kToday)->warnings.empty());
  CHECK(parse_hmt_permit("830000198802110027", kToday)->sex == '2');
  CHECK(code_of(parse_hmt_permit("710000198001010010", kToday)) == "id.area");
  CHECK(code_of(parse_hmt_permit("330782199001021234", kToday)) == "id.area");
  CHECK(code_of(parse_hmt_permit(with_check("81000119910820123"), kToday)) == "id.area");
}

TEST_CASE("permits of foreigners, both forms") {
  const Result<IdNumber> card = parse_foreign_pr("911840198408160013", kToday);
  REQUIRE(card);
  CHECK(card->birth == Date{local_days{year{1984} / 8 / 16}});
  CHECK(card->sex == '1');
  CHECK(card->warnings.empty());
  const Result<IdNumber> old = parse_foreign_pr("usa110084081609", kToday);
  REQUIRE(old);
  CHECK(old->number == "USA110084081609");
  CHECK(old->birth == Date{local_days{year{1984} / 8 / 16}});
  CHECK(old->warnings.empty());
  CHECK(warns(*parse_foreign_pr("USA110084081608", kToday), "id.checksum_doubtful"));
  CHECK(warns(*parse_foreign_pr("QQQ110084081609", kToday), "id.country_unknown"));
  CHECK_FALSE(parse_foreign_pr("USA110014081609", kToday)->birth);  // 1914 or 2014
  CHECK(code_of(parse_foreign_pr("USA110084131609", kToday)) == "id.birth_date");
  CHECK(code_of(parse_foreign_pr("911840198408160014", kToday)) == "id.checksum");
  CHECK(code_of(parse_foreign_pr(with_check("97784019840816001"), kToday)) == "id.area");
  CHECK(code_of(parse_foreign_pr("330782199001021234", kToday)) == "id.format");
  CHECK(code_of(parse_foreign_pr("US1110084081609", kToday)) == "id.format");
}

TEST_CASE("passports by shape") {
  for (const std::string_view text : {"E12345678", "EA1234567", "G12345678", "DE1234567",
                                      "SE1234567", "PE1234567", "AB123", "12345678901234567"}) {
    CAPTURE(text);
    CHECK(parse_passport(text));
  }
  CHECK(parse_passport("ea1234567")->number == "EA1234567");
  CHECK(code_of(parse_passport("E123")) == "id.length");
  CHECK(code_of(parse_passport("330782199001021234")) == "id.length");
  CHECK(code_of(parse_passport("E1234*678")) == "id.characters");
  CHECK(code_of(parse_passport("1.2E+10")) == "id.scientific");
}

TEST_CASE("no number at all") {
  for (const std::string_view text : {"", "0", "无", " ", "-"}) CHECK(parse_no_id(text));
  CHECK(code_of(parse_no_id("330782199001021234")) == "id.format");
}

TEST_CASE("kinds have names and words") {
  for (const IdKind kind : {IdKind::resident_id, IdKind::hmt_permit, IdKind::foreign_pr,
                            IdKind::passport, IdKind::none}) {
    CHECK(*parse_id_kind(id_kind_name(kind)) == kind);
  }
  CHECK(*parse_id_kind("身份证") == IdKind::resident_id);
  CHECK(*parse_id_kind("414") == IdKind::passport);
  CHECK_FALSE(parse_id_kind("军官证"));
}

TEST_CASE("county codes, past and present") {
  CHECK(find_county("330782")->until == 0);
  CHECK(find_county("110103")->until >= 2010);
  CHECK(find_county("110103")->until < 2014);
  CHECK(find_county("441900"));  // Dongguan has no counties
  CHECK_FALSE(find_county("339999"));
  CHECK_FALSE(find_county("33078"));
  CHECK_FALSE(find_county("33078X"));
  CHECK(find_county("330383")->since > 2015);  // 龙港, 2019
  CHECK(is_province("33"));
  CHECK_FALSE(is_province("71"));
  CHECK_FALSE(is_province("16"));
}

TEST_CASE("property: one wrong digit, or two neighbours swapped, is always found") {
  std::mt19937 random(20261121);
  const auto below = [&random](unsigned long bound) { return random() % bound; };
  for (int round = 0; round < 400; ++round) {
    const Date birth = Date{local_days{year{1920} / 1 / 1}} + std::chrono::days{below(38000)};
    const std::string day = grid::format_date(birth);
    std::string sequence = std::to_string(1000 + below(1000)).substr(1);
    const std::string number =
        with_check("330782" + day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2) + sequence);
    CAPTURE(number);
    const Result<IdNumber> id = parse_resident_id(number, kToday);
    REQUIRE(id);
    CHECK(id->birth == birth);
    for (size_t i = 0; i < 17; ++i) {
      std::string wrong = number;
      wrong[i] = static_cast<char>('0' + (number[i] - '0' + 1 + static_cast<int>(below(9))) % 10);
      CHECK(code_of(parse_resident_id(wrong, kToday)) == "id.checksum");
      std::string swapped = number;
      std::swap(swapped[i], swapped[i + 1]);
      if (swapped != number) CHECK_FALSE(parse_resident_id(swapped, kToday));
    }
  }
}

TEST_CASE("property: any bytes are read or refused, never more") {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto i = random() % 24; i > 0; --i) {
      text += static_cast<char>(random() % 3 == 0 ? random() % 256 : '0' + random() % 10);
    }
    for (const IdKind kind : {IdKind::resident_id, IdKind::hmt_permit, IdKind::foreign_pr,
                              IdKind::passport, IdKind::none}) {
      const Result<IdNumber> id = parse_id_number(kind, text, kToday);
      if (!id) {
        CHECK(id.problem().code.starts_with("id."));
      } else if (id->kind != IdKind::none) {
        CHECK_FALSE(parse_id_number(id->kind, id->number, kToday)->repaired);
      }
    }
  }
}
