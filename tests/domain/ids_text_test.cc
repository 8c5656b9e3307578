#include <doctest/doctest.h>
#include <grid/domain/clean_text.h>
#include <grid/domain/name.h>
#include <grid/domain/phone.h>
#include <grid/domain/uscc.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

using grid::Result;
using namespace grid::domain;

TEST_CASE("code points of good and bad UTF-8") {
  struct {
    std::string_view text;
    char32_t value;
    size_t bytes;
  } const table[] = {
      {"a", U'a', 1},
      {"é", 0xE9, 2},
      {"汉", 0x6C49, 3},
      {"𠮷", 0x20BB7, 4},
      {"\x80", 0xFFFD, 1},
      {"\xC0\x80", 0xFFFD, 1},
      {"\xE6\xB1", 0xFFFD, 1},
      {"\xED\xA0\x80", 0xFFFD, 1},
      {"\xE0\x80\x80", 0xFFFD, 1},
      {"\xF5\x80\x80\x80", 0xFFFD, 1},
      {"\xF4\x90\x80\x80", 0xFFFD, 1},
      {"\xE6"
       "aa",
       0xFFFD, 1},
  };
  for (const auto& row : table) {
    CAPTURE(row.text);
    const CodePoint point = first_code_point(row.text);
    CHECK(point.value == row.value);
    CHECK(point.bytes == row.bytes);
    std::string again;
    append_code_point(again, point.value);
    if (row.value != 0xFFFD) CHECK(again == row.text);
  }
}

TEST_CASE("what a spreadsheet shows of a long number") {
  for (const std::string_view text : {"3.30782E+17", "1.38E+10", "1.38e10", "3E+17"}) {
    CHECK(is_scientific(text));
  }
  for (const std::string_view text :
       {"E12345678", "1E5", "330782199001021234", "", "1.5E+", "E+17"}) {
    CAPTURE(text);
    CHECK_FALSE(is_scientific(text));
  }
}

TEST_CASE("telephone numbers") {
  struct {
    std::string_view text, number;  // empty: refused
  } const table[] = {
      {"13812345678", "13812345678"},
      {"138 1234 5678", "13812345678"},
      {"138-1234-5678", "13812345678"},
      {"１３８１２３４５６７８", "13812345678"},
      {"+8613812345678", "13812345678"},
      {"008613812345678", "13812345678"},
      {"86 13812345678", "13812345678"},
      {"0579-85123456", "057985123456"},
      {"(0579)85123456", "057985123456"},
      {"（0579）8512345", "05798512345"},
      {"+86 579 85123456", "057985123456"},
      {"010-65123456", "01065123456"},
      {"021-5512345", ""},
      {"0579-85123456-801", "057985123456-801"},
      {"85123456", "85123456"},
      {"400-812-3456", "4008123456"},
      {"+852 9123 4567", "+85291234567"},
      {"12812345678", ""},
      {"1381234567", ""},
      {"138123456789", ""},
      {"13812345678/13912345678", ""},
      {"1381234567a", ""},
      {"", ""},
      {"0", ""},
      {"+", ""},
      {"+1234", ""},
      {"-", ""},
  };
  for (const auto& row : table) {
    CAPTURE(row.text);
    const Result<Phone> phone = parse_phone(row.text);
    CHECK(bool{phone} == !row.number.empty());
    if (phone) {
      CHECK(phone->number == row.number);
      CHECK(phone->repaired == (row.text != row.number));
    } else {
      CHECK(phone.problem().code == "phone.format");
    }
  }
  CHECK(parse_phone("1.38E+10").problem().code == "phone.scientific");
  CHECK(parse_phone("13812345678")->kind == PhoneKind::mobile);
  CHECK(parse_phone("0579-85123456")->kind == PhoneKind::landline);
}

TEST_CASE("unified social credit codes") {
  for (const std::string_view text :
       {"91350100M000100Y43", "52330782MJ8765437B", "91330782MA2E0002XG", "91330782MA2E002490"}) {
    CAPTURE(text);
    REQUIRE(parse_uscc(text));
    CHECK(parse_uscc(text)->warnings.empty());
    CHECK_FALSE(parse_uscc(text)->repaired);
  }
  CHECK(parse_uscc("92330782MA2K123459")->warnings ==
        std::vector<std::string>{"uscc.org_checksum"});
  CHECK(parse_uscc("91999999MA2E0002X0")->warnings ==
        std::vector<std::string>{"uscc.area_unknown"});
  CHECK(parse_uscc(" 91350100m000100y43")->code == "91350100M000100Y43");
  CHECK(parse_uscc(" 91350100m000100y43")->repaired);
  CHECK(parse_uscc("91350100M000100Y4X").problem().code == "uscc.checksum");
  CHECK(parse_uscc("91350100M000100Y4Z").problem().code == "uscc.characters");
  CHECK(parse_uscc("91350100M000100Y4").problem().code == "uscc.length");
  CHECK(parse_uscc("9.1350100E+17").problem().code == "uscc.scientific");
}

TEST_CASE("property: one wrong character of a credit code is always found") {
  static constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  static constexpr std::string_view kGood = "91330782MA2E0002XG";
  for (size_t i = 0; i < kGood.size(); ++i) {
    for (const char c : kAlphabet) {
      std::string wrong(kGood);
      wrong[i] = c;
      CHECK(bool{parse_uscc(wrong)} == (c == kGood[i]));
    }
  }
}

TEST_CASE("names of people") {
  struct {
    std::string_view text, name;
  } const table[] = {
      {"张三", "张三"},
      {" 张三 ", "张三"},
      {"张 三", "张三"},
      {"张\xE3\x80\x80三", "张三"},
      {"张\xE2\x80\x8B三\xC2\xA0", "张三"},
      {"欧 阳 娜 娜", "欧阳娜娜"},
      {"艾力•买买提", "艾力·买买提"},
      {"艾力・买买提", "艾力·买买提"},
      {"艾力．买买提", "艾力·买买提"},
      {"艾力‧买买提", "艾力·买买提"},
      {"艾力.买买提", "艾力·买买提"},
      {"艾力 · 买买提", "艾力·买买提"},
      {"艾力·买买提", "艾力·买买提"},
      {"John  Smith", "John Smith"},
      {"John\xC2\xA0Smith", "John Smith"},
      {"J. Smith", "J. Smith"},
      {"𠮷野 䶮", "𠮷野䶮"},
  };
  for (const auto& row : table) {
    CAPTURE(row.text);
    const Result<PersonName> name = parse_name(row.text);
    REQUIRE(name);
    CHECK(name->text == row.name);
    CHECK(name->repaired == (row.text != row.name));
    CHECK(name->warnings.empty());
  }
  CHECK(parse_name("\xE3\x80\x80 ").problem().code == "name.missing");
  using Warnings = std::vector<std::string>;
  CHECK(parse_name("张\xEE\x80\x80")->warnings == Warnings{"name.private_use"});
  CHECK(parse_name("张?")->warnings == Warnings{"name.question_mark"});
  CHECK(parse_name("张？")->warnings == Warnings{"name.question_mark"});
}

TEST_CASE("words are trimmed and made plain") {
  CHECK(clean_word("\xE3\x80\x80汉\xC2\xA0族\t") == "汉 族");
  CHECK(clean_word("'０１") == "01");
  CHECK(clean_word("\xEF\xBB\xBF").empty());
}

TEST_CASE("characters of control are told from spaces and from what is not seen") {
  for (const char32_t c : {U'\0', U'\x1B', U'\x07', U'\x1F', U'\x7F', U'\x80', U'\x9B'}) {
    CAPTURE(static_cast<uint32_t>(c));
    std::string text = "张";
    append_code_point(text, c);
    CHECK(find_control(text + "三") == c);
  }
  CHECK_FALSE(find_control("张三·李 \t\r\n\v\f\u0085\u00a0\u00b7\u200b\u202e\u2066四"));
  CHECK_FALSE(find_control(""));
  CHECK(clean_word("\u202a张\u2066三\u2069\u061c") == "张三");
}

TEST_CASE("property: cleaning twice is cleaning once") {
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto i = random() % 12; i > 0; --i) {
      const char32_t picks[] = {U' ', 0x3000, 0x200B, U'汉', U'·',
                                U'.', U'A',   0xFF21, U'\'', 0x2022};
      append_code_point(text, picks[random() % std::size(picks)]);
    }
    CAPTURE(text);
    CHECK(clean_word(clean_word(text)) == clean_word(text));
    CHECK(clean_identifier(clean_identifier(text)) == clean_identifier(text));
    if (const Result<PersonName> name = parse_name(text)) {
      CHECK_FALSE(parse_name(name->text)->repaired);
    }
  }
}
