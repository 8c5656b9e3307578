#include <doctest/doctest.h>
#include <grid/base/nearest.h>
#include <grid/base/time.h>

#include <array>

using namespace grid;

TEST_CASE("a time keeps its instant under another offset") {
  const auto at = parse_instant("2026-11-21T09:00:00+08:00");
  REQUIRE(at);
  CHECK(format_instant(*at, UtcOffset{480}) == "2026-11-21T09:00:00+08:00");
  CHECK(format_instant(*at, UtcOffset{0}) == "2026-11-21T01:00:00+00:00");
  CHECK(format_instant(*at, UtcOffset{-210}) == "2026-11-20T21:30:00-03:30");
  CHECK(*parse_instant("2026-11-21T01:00:00.999Z") == *at);
}

TEST_CASE("what is not a time is refused") {
  for (const char* text :
       {"", "2026-11-21", "2026-11-21T09:00:00", "2026-02-29T00:00:00Z", "2026-11-21T24:00:00Z",
        "2026-11-21T09:60:00Z", "2026-11-21T09:00:00+8", "2026-11-21T09:00:00Z ",
        "20261121T090000Z", "2026-11-21T09:00:00.Z", "1700-01-01T00:00:00Z"}) {
    CAPTURE(text);
    const auto at = parse_instant(text);
    REQUIRE_FALSE(at);
    CHECK(at.problem().code == "time.format");
  }
}

TEST_CASE("a moment may be written on the office's clock") {
  const UtcOffset china{480};
  CHECK(*parse_moment("2026-11-21 09:00", china) == *parse_instant("2026-11-21T01:00:00Z"));
  CHECK(*parse_moment("2026-11-21T09:00:30", china) == *parse_instant("2026-11-21T01:00:30Z"));
  CHECK(*parse_moment("2026-11-21", china) == *parse_instant("2026-11-20T16:00:00Z"));
  CHECK_FALSE(parse_moment("2026-11-21 9:00", china));
  CHECK_FALSE(parse_moment("tomorrow", china));
}

TEST_CASE("dates are real days") {
  CHECK(format_date(*parse_date("2024-02-29")) == "2024-02-29");
  for (const char* text : {"2023-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-01-01x"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("the nearest name") {
  const std::array<std::string, 3> known{"--format", "--from", "--lang"};
  CHECK(nearest("--fromat", known) == "--format");
  CHECK(nearest("--form", known) == "--from");
  CHECK(nearest("xyzzyxyzzyxyzzy", known).empty());
}

TEST_CASE("a code that is spoken keeps its code in English") {
  const Problem p = problem("a.b", "", "{} takes one of: {}", "chen",
                            listed({{"head", "网格长"}, {"sign", "签收 sign"}}));
  CHECK(p.message() == "chen takes one of: head, sign");
  CHECK(p.zh == std::vector<std::string>{"", "网格长、签收 sign"});
}

TEST_CASE("a problem fills its message in order") {
  const Problem p = problem("x.y", "f", "{} is not {}; braces {stay}", 3, "four");
  CHECK(p.message() == "3 is not four; braces {stay}");
}
