#include <doctest/doctest.h>
#include <grid/domain/limit.h>

#include <string>

using namespace grid;
using domain::Limit;
using domain::LimitUnit;

TEST_CASE("a limit is a whole number and a unit") {
  const struct {
    const char* text;
    Limit limit;
  } rows[] = {
      {"90m", {90, LimitUnit::m}},   {"24h", {24, LimitUnit::h}},
      {"30wm", {30, LimitUnit::wm}}, {"400wh", {400, LimitUnit::wh}},
      {"30wd", {30, LimitUnit::wd}}, {"15d", {15, LimitUnit::d}},
      {"0wd", {0, LimitUnit::wd}},   {"1000000wd", {1000000, LimitUnit::wd}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto limit = domain::parse_limit(row.text);
    REQUIRE(limit);
    CHECK(*limit == row.limit);
    CHECK(domain::format_limit(*limit) == row.text);
  }
}

TEST_CASE("what is not a limit is refused, and the code says why") {
  const struct {
    const char* text;
    const char* code;
  } rows[] = {
      {"", "limit.format"},
      {"wd", "limit.format"},
      {"5", "limit.format"},
      {"0.5wd", "limit.format"},
      {"1.0wd", "limit.format"},
      {"-1wd", "limit.format"},
      {"+1wd", "limit.format"},
      {"5 wd", "limit.format"},
      {" 5wd", "limit.format"},
      {"5wd ", "limit.format"},
      {"5wd5", "limit.format"},
      {"½wd", "limit.format"},
      {"５wd", "limit.format"},
      {"5w", "limit.unit"},
      {"5WD", "limit.unit"},
      {"5days", "limit.unit"},
      {"5s", "limit.unit"},
      {"1000001wd", "limit.range"},
      {"99999999999999999999999999h", "limit.range"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto limit = domain::parse_limit(row.text);
    REQUIRE_FALSE(limit);
    CHECK(limit.problem().code == row.code);
  }
}
