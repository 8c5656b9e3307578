#include <doctest/doctest.h>
#include <grid/text/encoding.h>

#include <algorithm>

using namespace grid;
using namespace grid::text;
using namespace std::string_literals;

namespace {

constexpr Encoding all[] = {Encoding::utf8, Encoding::utf8_bom, Encoding::utf16le,
                            Encoding::utf16be, Encoding::gb18030};

std::string encoded(std::string_view text, Encoding encoding) {
  Encoder encoder(encoding);
  std::string out(encoder.byte_order_mark());
  REQUIRE(encoder.append(text, out));
  return out;
}

}  // namespace

TEST_CASE("UTF-8 by RFC 3629") {
  struct {
    std::string_view bytes;
    size_t wrong;
  } const cases[] = {
      {"", std::string_view::npos},
      {"plain ASCII of some length", std::string_view::npos},
      {"张三 𠮷野 é", std::string_view::npos},
      {"\xF4\x8F\xBF\xBF\xED\x9F\xBF\xEE\x80\x80", std::string_view::npos},
      {"a\x80", 1},
      {"ab\xC0\xAF", 2},
      {"\xC1\xBF", 0},
      {"\xE0\x9F\xBF", 0},
      {"\xED\xA0\x80", 0},
      {"\xF0\x8F\xBF\xBF", 0},
      {"\xF4\x90\x80\x80", 0},
      {"\xF5\x80\x80\x80", 0},
      {"0123456789012\xE5\xBC", 13},
      {"01234567\xFF", 8},
      {"张\xE5\xBC\xA0\xE5", 6},
      {"\xE5\xBC"
       "a",
       0},
      {"\xF0\xA0\xAE"
       "a",
       0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.bytes);
    CHECK(find_invalid_utf8(c.bytes) == c.wrong);
  }
}

TEST_CASE("every encoding is written, detected and read back") {
  // Rare characters of names; GBK has none of the first three.
  const std::string text = "䶮𠮷㐱 张三·é €\n\U0010FFFF\uE000";
  for (const Encoding encoding : all) {
    CAPTURE(encoding_name(encoding));
    const std::string bytes = encoded(text, encoding);
    CHECK(detect_encoding(bytes) == encoding);
    const auto back = decode(bytes, encoding);
    REQUIRE(back);
    CHECK(*back == text);
    CHECK(*parse_encoding(encoding_name(encoding)) == encoding);
  }
}

TEST_CASE("known bytes") {
  CHECK(encoded("张三", Encoding::gb18030) == "\xD5\xC5\xC8\xFD");
  CHECK(encoded("𠮷", Encoding::gb18030) == "\x95\x34\xB2\x35");
  CHECK(encoded("张", Encoding::utf16le) == "\xFF\xFE\x20\x5F");
  CHECK(encoded("张", Encoding::utf16be) == "\xFE\xFF\x5F\x20");
  CHECK(encoded("a", Encoding::utf8_bom) ==
        "\xEF\xBB\xBF"
        "a");
  CHECK(*decode("\x84\x31\x95\x33\xD5\xC5", Encoding::gb18030) == "张");
  CHECK(*decode("\xEF\xBB\xBF张", Encoding::utf8) == "张");
}

TEST_CASE("names of encodings") {
  CHECK(*parse_encoding("UTF-8") == Encoding::utf8);
  CHECK(*parse_encoding("GBK") == Encoding::gb18030);
  CHECK(parse_encoding("big5").problem().code == "encoding.unknown");
}

TEST_CASE("a file that is ASCII for megabytes and then GB18030 is GB18030") {
  const std::string ascii(3 << 20, 'a');
  const std::string bytes = ascii + "\n\xD5\xC5\n";
  CHECK(detect_encoding(bytes) == Encoding::gb18030);
  const auto text = decode(bytes, Encoding::gb18030);
  REQUIRE(text);
  CHECK(*text == ascii + "\n张\n");
}

TEST_CASE("pieces join to the same text, whatever characters their borders cut") {
  std::string text;
  while (text.size() < (size_t{5} << 20)) text += "张三𠮷a\n";
  for (const Encoding encoding : all) {
    CAPTURE(encoding_name(encoding));
    std::string joined;
    size_t pieces = 0;
    size_t longest = 0;
    REQUIRE(decode(encoded(text, encoding), encoding, [&](std::string_view piece) {
      joined += piece;
      ++pieces;
      longest = std::max(longest, piece.size());
    }));
    CHECK(joined == text);
    CHECK(pieces >= 5);
    CHECK(longest <= (size_t{1} << 20));
  }
}

TEST_CASE("a byte that does not fit is named by offset and line") {
  struct {
    std::string bytes;
    Encoding encoding;
    const char* message;
  } const cases[] = {
      {"a\nb\xFFz", Encoding::utf8, "the byte at offset 3 (line 2) does not fit utf-8"},
      {"\xEF\xBB\xBF\n\xFF", Encoding::utf8_bom,
       "the byte at offset 4 (line 2) does not fit utf-8-bom"},
      {"\xD5\xC5\n\n\xFF\xFF", Encoding::gb18030,
       "the byte at offset 4 (line 3) does not fit gb18030"},
      {"\xD5\xC5\xD5", Encoding::gb18030, "the byte at offset 2 (line 1) does not fit gb18030"},
      {"\xFF\xFE\n\0\x0A\x01\x00\xDC"s, Encoding::utf16le,
       "the byte at offset 6 (line 2) does not fit utf-16le"},
      {"\xFE\xFF\0\n\0"s, Encoding::utf16be, "the byte at offset 4 (line 2) does not fit utf-16be"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.message);
    const auto text = decode(c.bytes, c.encoding);
    REQUIRE_FALSE(text);
    CHECK(text.problem().code == "encoding.invalid");
    CHECK(text.problem().message() == c.message);
  }
}

TEST_CASE("what is no UTF-8 is not encoded, and leaves the output alone") {
  for (const Encoding encoding : all) {
    Encoder encoder(encoding);
    std::string out = "before";
    const Status done = encoder.append("张\xFF", out);
    REQUIRE_FALSE(done);
    CHECK(done.problem().code == "encoding.invalid");
    CHECK(out == "before");
    CHECK(encoder.append("a", out));
  }
}
