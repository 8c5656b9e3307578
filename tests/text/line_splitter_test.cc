#include <doctest/doctest.h>
#include <grid/text/line_splitter.h>

#include <random>

using namespace grid::text;

namespace {

// "number:text;" or "number!code;", a line each, with the stream fed in pieces.
std::string lines_of(std::string_view stream, size_t piece, size_t max_line = 100) {
  LineSplitter lines(max_line);
  std::string out;
  const auto take = [&] {
    while (const auto line = lines.next()) {
      out += std::to_string(line->number);
      out += line->problem ? "!" + line->problem->code : ":" + std::string(line->text);
      out += ';';
    }
  };
  for (; !stream.empty(); stream.remove_prefix(std::min(piece, stream.size()))) {
    lines.feed(stream.substr(0, piece));
    take();
  }
  lines.finish();
  take();
  CHECK_FALSE(lines.next());
  return out;
}

}  // namespace

TEST_CASE("lines") {
  using namespace std::string_view_literals;
  struct {
    std::string_view stream;
    std::string_view lines;
  } const cases[] = {
      {"", ""},
      {"a\nb\n", "1:a;2:b;"},
      {"a\nb", "1:a;2:b;"},
      {"a\r\nb\r\n", "1:a;2:b;"},
      {"a\rb\n", "1:a\rb;"},
      {"a\r\r\n", "1:a\r;"},
      {"\n\n \t\r\na\n\n", "4:a;"},
      {"\xEF\xBB\xBF{}\n", "1:{};"},
      {"\xEF\xBB\xBF", ""},
      {"\xEF\xBB\xBF\xEF\xBB\xBFx", "1:\xEF\xBB\xBFx;"},
      {"a\n\xEF\xBB\xBFx\n", "1:a;2:\xEF\xBB\xBFx;"},
      {"\xEF\xBB", "1:\xEF\xBB;"},
      {"\xEF\xBBx\n", "1:\xEF\xBBx;"},
      {"a\0b\n"sv, "1:a\0b;"sv},
      {"张三\n", "1:张三;"},
  };
  for (const auto& c : cases) {
    for (const size_t piece : {1u, 2u, 3u, 1000u}) {
      CAPTURE(c.stream);
      CAPTURE(piece);
      CHECK(lines_of(c.stream, piece) == c.lines);
    }
  }
}

TEST_CASE("a line too long is a problem once, and the next line is read") {
  struct {
    std::string_view stream;
    std::string_view lines;
  } const cases[] = {
      {"12345\nb\n", "1:12345;2:b;"},
      {"12345\r\nb\n", "1:12345;2:b;"},
      {"\xEF\xBB\xBF"
       "12345\r\nb\n",
       "1:12345;2:b;"},
      {"123456\nb\n", "1!line.too_long;2:b;"},
      {"123456\r\nb\n", "1!line.too_long;2:b;"},
      {"12345678901234567890\nb\n", "1!line.too_long;2:b;"},
      {"a\n12345678901234567890", "1:a;2!line.too_long;"},
      {"123456", "1!line.too_long;"},
      {"12345\rX\nb", "1!line.too_long;2:b;"},
      {"          \nb", "1!line.too_long;2:b;"},
  };
  for (const auto& c : cases) {
    for (const size_t piece : {1u, 2u, 3u, 7u, 1000u}) {
      CAPTURE(c.stream);
      CAPTURE(piece);
      CHECK(lines_of(c.stream, piece, 5) == c.lines);
    }
  }
}

TEST_CASE("a line is given as soon as its end has come") {
  LineSplitter lines;
  lines.feed("{}");
  CHECK_FALSE(lines.next());
  lines.feed("\n");
  const auto line = lines.next();
  REQUIRE(line);
  CHECK(line->text == "{}");
  CHECK_FALSE(lines.next());
}

TEST_CASE("property: pieces do not matter") {
  std::mt19937 random(3);
  const std::string_view parts[] = {"a", "\n",           "\r\n",    "\r",
                                    " ", "\xEF\xBB\xBF", "bcdefgh", "\xEF"};
  for (int round = 0; round < 2000; ++round) {
    std::string stream;
    for (auto n = random() % 20; n > 0; --n) stream += parts[random() % std::size(parts)];
    CAPTURE(stream);
    CHECK(lines_of(stream, 1 + random() % 5, 8) == lines_of(stream, 1000, 8));
  }
}
