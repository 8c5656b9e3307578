#include <doctest/doctest.h>
#include <grid/text/table.h>
#include <grid/text/width.h>

#include <clocale>
#include <random>

using namespace grid::text;

TEST_CASE("display width") {
  struct {
    std::string_view text;
    int width;
  } const cases[] = {
      {"", 0},
      {"abc", 3},
      {"张三", 4},
      {"𠮷野", 4},
      {"\U0002EBF0\U000323AF", 4},  // extensions I and H: newer than the tables
      {"é", 1},
      {"e\u0301", 1},
      {"o\u0302\u0323x", 2},
      {"ａＢ", 4},
      {"　", 2},
      {"，。", 4},
      {"·…", 2},
      {"ｱ", 1},
      {"한", 2},
      {"\u1112\u1161\u11ab", 2},
      {"か\u3099", 2},
      {"😀", 2},
      {"👨\u200D👩\u200D👧", 2},
      {"👍\U0001F3FD", 2},
      {"🇨🇳", 2},
      {"a\u200Bb", 2},
      {"\xFF\xFE", 2},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(display_width(c.text) == c.width);
  }
}

TEST_CASE("truncation never passes the width and never cuts a character") {
  struct {
    std::string_view text;
    int width;
    std::string_view cut;
  } const cases[] = {
      {"abc", 3, "abc"},
      {"abcd", 3, "ab…"},
      {"张三", 4, "张三"},
      {"张三丰", 5, "张三…"},
      {"张三丰", 4, "张…"},
      {"张三", 1, "…"},
      {"", 1, ""},
      {"a", 1, "a"},
      {"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
      {"👨\u200D👩\u200D👧ab", 3, "👨\u200D👩\u200D👧…"},
      {"abe\u0301", 3, "abe\u0301"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.width);
    CHECK(truncate_to_width(c.text, c.width) == c.cut);
  }
}

TEST_CASE("property: truncated and padded texts have the width asked for") {
  std::mt19937 random(11);
  const std::string_view pieces[] = {"a", "张", "𠮷", "e\u0301", "😀", "\u200D", "·", "\xFF"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto n = random() % 12; n > 0; --n) text += pieces[random() % std::size(pieces)];
    const int width = 1 + static_cast<int>(random() % 12);
    const std::string cut = truncate_to_width(text, width);
    CAPTURE(text);
    CHECK(display_width(cut) <= width);
    if (display_width(text) <= width) CHECK(cut == text);
    CHECK(display_width(pad_to_width(cut, width)) == width);
  }
}

TEST_CASE("padding") {
  CHECK(pad_to_width("张", 4) == "张  ");
  CHECK(pad_to_width("7", 4, Align::right) == "   7");
  CHECK(pad_to_width("张三", 3) == "张三");
}

TEST_CASE("nothing that moves a terminal comes through") {
  struct {
    std::string_view text;
    std::string_view shown;
  } const cases[] = {
      {"张三 𠮷 e\u0301 😀", "张三 𠮷 e\u0301 😀"},
      {"\x1b[31mred", "\\x1b[31mred"},
      {"a\nb\r\tc", "a\\nb\\r\\tc"},
      {std::string_view("\0\a\x7f", 3), "\\x00\\x07\\x7f"},
      {"\u009b31m\u0080", "\\u009b31m\\u0080"},
      {"\u202etxt\u202c\u2066\u2069\u200f\u061c", "\\u202etxt\\u202c\\u2066\\u2069\\u200f\\u061c"},
      {"a\u2028b", "a\\u2028b"},
      {"\xff张\xe5", "\\xff张\\xe5"},
      {"C:\\x", "C:\\x"},
      {"no\u00a0break", "no\u00a0break"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.shown);
    CHECK(escape_for_terminal(c.text) == c.shown);
  }
}

TEST_CASE("a table aligns by width") {
  TableWriter table({{"姓名"}, {"n", Align::right}, {"note"}});
  CHECK(table.empty());
  table.add_row({"张三", "7", "a"});
  table.add_row({"𠮷野家", "12345", ""});
  table.add_row({"Re\u0301", "", "末"});
  table.add_row({"x"});
  CHECK_FALSE(table.empty());
  std::string out;
  table.write(out);
  CHECK(out ==
        "姓名        n  note\n"
        "张三        7  a\n"
        "𠮷野家  12345\n"
        "Re\u0301             末\n"
        "x\n");
}

TEST_CASE("a table without rows shows its headings, one without headings its rows") {
  std::string out;
  TableWriter({{"a"}, {"b"}}).write(out);
  CHECK(out == "a  b\n");
  out.clear();
  TableWriter bare({{""}, {""}});
  bare.add_row({"x", "y"});
  bare.write(out);
  CHECK(out == "x  y\n");
}

TEST_CASE("cells of a table are escaped, then cut") {
  TableWriter table({{"t", Align::left, 6}, {"u"}});
  table.add_row({"张三李四", "\x1b[0m"});
  table.add_row({"a\nb", "x"});
  table.add_row({"abcdefg\n", "x"});
  std::string out;
  table.write(out);
  CHECK(out ==
        "t       u\n"
        "张三…   \\x1b[0m\n"
        "a\\nb    x\n"
        "abcde…  x\n");
}

TEST_CASE("the locale changes nothing") {
  for (const char* locale : {"C", "C.UTF-8", "POSIX"}) {
    CHECK(std::setlocale(LC_ALL, locale) != nullptr);
    CHECK(display_width("张三") == 4);
  }
  std::setlocale(LC_ALL, "C");
}
