// The calendar of an ordinary office for the tests: Monday to Friday, 08:30-12:00 and
// 13:30-17:30, with the official days of 2015 to 2026 (calendar.csv).
#pragma once

#include <doctest/doctest.h>
#include <grid/domain/calendar.h>

#include <fstream>
#include <string>
#include <vector>

namespace grid::domain {

inline constexpr UtcOffset china{480};

inline std::vector<DayNotice> official_days() {
  std::ifstream file("calendar.csv");
  std::string line;
  std::getline(file, line);
  std::vector<DayNotice> days;
  while (std::getline(file, line)) {
    const size_t kind = line.find(',');
    const size_t name = line.find(',', kind + 1);
    const size_t published = line.rfind(',');
    days.push_back(
        {*parse_date(line.substr(0, kind)),
         line.substr(kind + 1, name - kind - 1) == "workday" ? DayKind::workday : DayKind::holiday,
         line.substr(name + 1, published - name - 1), *parse_date(line.substr(published + 1))});
  }
  REQUIRE(days.size() == 404);
  return days;
}

inline std::vector<DaySpan> hours(std::initializer_list<const char*> texts) {
  std::vector<DaySpan> spans;
  for (const char* text : texts) spans.push_back(*parse_day_span(text));
  return spans;
}

inline CalendarRule office_rule() {
  CalendarRule rule;
  for (size_t day = 0; day < 5; ++day) rule.week[day] = hours({"08:30-12:00", "13:30-17:30"});
  rule.days = official_days();
  rule.covered_until = *parse_date("2026-12-31");
  return rule;
}

inline Calendar compiled(const CalendarRule& rule, std::optional<Date> known_on = std::nullopt) {
  Result<Calendar> calendar = Calendar::compile(rule, china, known_on);
  REQUIRE(calendar);
  return *calendar;
}

// "2026-02-13 10:00" on the office's clock.
inline Instant at(std::string_view text) {
  const Result<Instant> moment = parse_moment(text, china);
  REQUIRE(moment);
  return *moment;
}

// "2026-02-13 10:00" of an instant; the seconds follow where there are any.
inline std::string shown(Instant moment) {
  std::string text = format_instant(moment, china);
  text[10] = ' ';
  return text.substr(17, 2) == "00" ? text.substr(0, 16) : text.substr(0, 19);
}

}  // namespace grid::domain
