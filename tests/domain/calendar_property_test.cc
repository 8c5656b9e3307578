// Properties of every calendar, and a comparison with a reading of the rules that goes minute
// by minute and day by day.
#include <algorithm>
#include <random>

#include "office_calendar.h"

using namespace grid;
using namespace grid::domain;
using std::chrono::days;

namespace {

int pick(std::mt19937& random, int from, int to) {
  return std::uniform_int_distribution<int>(from, to)(random);
}

std::vector<DaySpan> random_hours(std::mt19937& random) {
  std::vector<DaySpan> spans;
  int minute = pick(random, 0, 3) == 0 ? 0 : pick(random, 0, 700);
  const int count = pick(random, 1, 3);
  for (int i = 0; i < count && minute < 1440; ++i) {
    const int until = std::min(1440, minute + pick(random, 1, 600));
    spans.push_back({std::chrono::minutes{minute}, std::chrono::minutes{until}});
    minute = until + (pick(random, 0, 4) == 0 ? 0 : pick(random, 1, 120));
  }
  return spans;
}

CalendarRule random_rule(std::mt19937& random) {
  CalendarRule rule;
  for (auto& day : rule.week) {
    if (pick(random, 0, 3) != 0) day = random_hours(random);
  }
  rule.week[static_cast<size_t>(pick(random, 0, 6))] = random_hours(random);
  if (pick(random, 0, 1) == 0) rule.makeup[5] = random_hours(random);
  const Date first = *parse_date("2026-01-01");
  for (int day = 0; day < 40; ++day) {
    if (pick(random, 0, 2) != 0) continue;
    rule.days.push_back({first + days{day},
                         pick(random, 0, 2) == 0 ? DayKind::workday : DayKind::holiday, "",
                         first - days{pick(random, 1, 60)}});
  }
  return rule;
}

// The rules as one would explain them, without sums and searches.
class SlowCalendar {
 public:
  explicit SlowCalendar(const CalendarRule& rule) : rule_(rule) {}

  std::vector<DaySpan> hours_of(Date day) const {
    const size_t weekday = std::chrono::weekday{day}.iso_encoding() - 1;
    for (const DayNotice& notice : rule_.days) {
      if (notice.date != day) continue;
      if (notice.kind == DayKind::holiday) return {};
      if (!rule_.makeup[weekday].empty()) return rule_.makeup[weekday];
      if (!rule_.week[weekday].empty()) return rule_.week[weekday];
      for (const auto& first : rule_.week) {
        if (!first.empty()) return first;
      }
    }
    return rule_.week[weekday];
  }
  bool open(LocalTime minute) const {
    const Date day = date_of(minute);
    for (const DaySpan& span : hours_of(day)) {
      if (minute - LocalTime{day} >= span.from && minute - LocalTime{day} < span.until) return true;
    }
    return false;
  }
  LocalTime add_minutes(LocalTime from, int64_t count) const {
    while (count > 0) {
      if (open(from)) --count;
      from += std::chrono::minutes{1};
    }
    return from;
  }
  LocalTime subtract_minutes(LocalTime until, int64_t count) const {
    while (count > 0) {
      until -= std::chrono::minutes{1};
      if (open(until)) --count;
    }
    return until;
  }
  LocalTime add_days(LocalTime from, int64_t count, bool working) const {
    Date day = date_of(from);
    while (count > 0) {
      day += days{1};
      if (!working || !hours_of(day).empty()) --count;
    }
    while (hours_of(day).empty()) day += days{1};
    return LocalTime{day} + hours_of(day).back().until;
  }
  int64_t minutes_between(LocalTime from, LocalTime until) const {
    int64_t count = 0;
    for (; from < until; from += std::chrono::minutes{1}) count += open(from) ? 1 : 0;
    return count;
  }

 private:
  const CalendarRule& rule_;
};

// A minute from a fortnight before the first notice to a fortnight after the last.
LocalTime random_minute(std::mt19937& random) {
  return LocalTime{*parse_date("2025-12-18")} + std::chrono::minutes{pick(random, 0, 68 * 1440)};
}

LimitUnit random_unit(std::mt19937& random) {
  constexpr LimitUnit units[] = {LimitUnit::m,  LimitUnit::h,  LimitUnit::wm,
                                 LimitUnit::wh, LimitUnit::wd, LimitUnit::d};
  return units[pick(random, 0, 5)];
}

}  // namespace

TEST_CASE("sums and searches agree with counting minute by minute") {
  std::mt19937 random(20261121);
  for (int round = 0; round < 20; ++round) {
    const CalendarRule rule = random_rule(random);
    const Calendar calendar = compiled(rule);
    const SlowCalendar slow(rule);
    for (int i = 0; i < 10; ++i) {
      const LocalTime from = random_minute(random);
      const LocalTime until = random_minute(random);
      const int64_t minutes = pick(random, 1, 2000);
      const int64_t count = pick(random, 1, 30);
      CAPTURE(shown(to_instant(from, china)));
      CAPTURE(minutes);
      CAPTURE(count);
      const Instant start = to_instant(from, china);
      const auto local = [](Instant moment) { return to_local(moment, china); };
      CHECK(local(calendar.add(start, {minutes, LimitUnit::wm}).at) ==
            slow.add_minutes(from, minutes));
      CHECK(local(calendar.subtract(start, {minutes, LimitUnit::wm})) ==
            slow.subtract_minutes(from, minutes));
      CHECK(local(calendar.add(start, {count, LimitUnit::wd}).at) ==
            slow.add_days(from, count, true));
      CHECK(local(calendar.add(start, {count, LimitUnit::d}).at) ==
            slow.add_days(from, count, false));
      CHECK(calendar.worked(start, to_instant(until, china)).seconds ==
            std::chrono::minutes{slow.minutes_between(from, until)});
    }
  }
}

TEST_CASE("a later start or a larger count never ends earlier") {
  std::mt19937 random(5);
  for (int round = 0; round < 30; ++round) {
    const Calendar calendar = compiled(round % 2 == 0 ? random_rule(random) : office_rule());
    for (int i = 0; i < 100; ++i) {
      const Instant from = to_instant(random_minute(random), china) + Seconds{pick(random, 0, 59)};
      const Limit limit{pick(random, 0, 400), random_unit(random)};
      const Instant due = calendar.add(from, limit).at;
      CAPTURE(shown(from));
      CAPTURE(format_limit(limit));
      CHECK(due >= from);
      CHECK(calendar.add(from + Seconds{pick(random, 1, 500'000)}, limit).at >= due);
      CHECK(calendar.add(from, {limit.count + pick(random, 1, 9), limit.unit}).at >= due);
    }
  }
}

TEST_CASE("office time between start and due is the limit, to the second") {
  std::mt19937 random(7);
  for (int round = 0; round < 30; ++round) {
    const Calendar calendar = compiled(round % 2 == 0 ? random_rule(random) : office_rule());
    for (int i = 0; i < 100; ++i) {
      const Instant from = to_instant(random_minute(random), china) + Seconds{pick(random, 0, 59)};
      const Seconds worked{pick(random, 1, 2'000'000)};
      const Instant due = calendar.add_worked(from, worked).at;
      CHECK(calendar.worked(from, due).seconds == worked);
      CHECK(calendar.worked(from, due - Seconds{1}).seconds == worked - Seconds{1});
      const Limit hours{pick(random, 1, 500), LimitUnit::wh};
      CHECK(calendar.worked(from, calendar.add(from, hours).at).seconds ==
            std::chrono::hours{hours.count});
      const Instant before = calendar.subtract_worked(from, worked);
      CHECK(calendar.worked(before, from).seconds == worked);
      CHECK(calendar.worked(before + Seconds{1}, from).seconds == worked - Seconds{1});
    }
  }
}

TEST_CASE("the spans of a stretch hold its office time") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const Calendar calendar = compiled(random_rule(random));
    const Instant from = to_instant(random_minute(random), china) + Seconds{pick(random, 0, 59)};
    const Instant until = from + Seconds{pick(random, 0, 3'000'000)};
    Seconds sum{0};
    for (const Span& span : calendar.spans(from, until)) sum += span.until - span.from;
    CHECK(calendar.worked(from, until).seconds == sum);
  }
}
