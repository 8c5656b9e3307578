#include <doctest/doctest.h>
#include <grid/domain/register_date.h>

#include <random>

using namespace grid;
using namespace grid::domain;

namespace {

Date day(const char* text) {
  return *parse_date(text);
}

std::string read(const char* text, DateSystem system = DateSystem::from_1900) {
  const auto date = parse_register_date(text, "birth", day("2026-11-21"), system);
  return date ? date->text : date.problem().code;
}

}  // namespace

TEST_CASE("dates as registers spell them") {
  struct Row {
    const char* text;
    const char* expected;
  };
  const Row rows[] = {
      {"1990-01-02", "1990-01-02"},
      {"1990.1.2", "1990-01-02"},
      {"1990-1-2", "1990-01-02"},
      {"1990/1/2", "1990-01-02"},
      {"1990年1月2日", "1990-01-02"},
      {"1990年01月02号", "1990-01-02"},
      {"19900102", "1990-01-02"},
      {"１９９０．１．２", "1990-01-02"},
      {"\u00a01990-01-02 00:00:00", "1990-01-02"},
      {"1990/1/2 0:00", "1990-01-02"},
      {"1990. 1. 2", "1990-01-02"},
      // What is known to the month or the year stays so.
      {"1990.01", "1990-01"},
      {"1990年1月", "1990-01"},
      {"199001", "1990-01"},
      {"1990", "1990"},
      {"1990年", "1990"},
      // Serial numbers of spreadsheets.
      {"32875", "1990-01-02"},
      {"60", "date.format"},
      {"2000-02-29", "2000-02-29"},
      {"1900-02-29", "date.impossible"},
      {"1990-02-30", "date.impossible"},
      {"1990-13-01", "date.impossible"},
      {"1990-00-01", "date.impossible"},
      {"90-01-02", "date.format"},
      {"1990-1-2-3", "date.format"},
      {"1990-01-02 08:30:00", "1990-01-02"},
      {"1990-01-02T08:30:00.000", "1990-01-02"},
      {"1990-01-02 8", "date.format"},
      {"1990-01-02 08:3x", "date.format"},
      {"不详", "date.format"},
      {"1990--01", "date.format"},
      {"2026-11-21", "2026-11-21"},
      {"2026-11-22", "date.future"},
      {"2026-12", "date.future"},
      {"2026-11", "2026-11"},
      {"2027", "date.future"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.expected);
  }
  CHECK(read("31413", DateSystem::from_1904) == "1990-01-02");
}

TEST_CASE("only another spelling is called respelled") {
  const Date today = day("2026-11-21");
  CHECK_FALSE(parse_register_date("1990-01-02", "birth", today)->respelled);
  CHECK_FALSE(parse_register_date("1990-01", "birth", today)->respelled);
  CHECK(parse_register_date("1990.1.2", "birth", today)->respelled);
  CHECK(parse_register_date("32875", "birth", today)->respelled);
}

TEST_CASE("every day from 1927 on is read back from all its spellings") {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> days(10000, 46346);  // 1927-05-18 to 2026-11-20
  const Date origin = day("1899-12-30");
  for (int i = 0; i < 2000; ++i) {
    const int serial = days(random);
    const std::string iso = format_date(origin + std::chrono::days{serial});
    const int y = std::stoi(iso.substr(0, 4));
    const int m = std::stoi(iso.substr(5, 2));
    const int d = std::stoi(iso.substr(8, 2));
    CAPTURE(iso);
    CHECK(read(iso.c_str()) == iso);
    CHECK(read(fmt::format("{}", serial).c_str()) == iso);
    CHECK(read(fmt::format("{}年{}月{}日", y, m, d).c_str()) == iso);
    CHECK(read(fmt::format("{}/{}/{}", y, m, d).c_str()) == iso);
    CHECK(read(fmt::format("{:04}{:02}{:02}", y, m, d).c_str()) == iso);
  }
}

TEST_CASE("where a whole day is needed, a month is none, and one to come is one") {
  const auto read = [](const char* text) {
    const auto date = parse_register_day(text, "date");
    return date ? format_date(*date) : date.problem().code;
  };
  CHECK(read("20261101") == "2026-11-01");
  CHECK(read("2026年11月1日") == "2026-11-01");
  CHECK(read("2199.1.2") == "2199-01-02");
  CHECK(read("2026-11") == "date.day_missing");
  CHECK(read("202611") == "date.day_missing");
  CHECK(read("2026") == "date.day_missing");
  CHECK(read("2026-02-30") == "date.impossible");
  CHECK(read("11/12/2026") == "date.format");
  CHECK(read("") == "date.format");
}
