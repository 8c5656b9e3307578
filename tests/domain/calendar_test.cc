#include "office_calendar.h"

using namespace grid;
using namespace grid::domain;

namespace {

struct DueRow {
  std::string from;
  std::string limit;
  std::string due;
  bool provisional = false;
};

void check_due(const Calendar& calendar, const DueRow& row) {
  CAPTURE(row.from);
  CAPTURE(row.limit);
  const Due due = calendar.add(at(row.from), *parse_limit(row.limit));
  CHECK(shown(due.at) == row.due);
  CHECK(due.provisional == row.provisional);
}

}  // namespace

TEST_CASE("limits end when the official calendar of 2015 to 2026 says so") {
  const Calendar calendar = compiled(office_rule());
  const DueRow rows[] = {
      {"2026-02-13 10:00", "5wd", "2026-02-27 17:30"},
      {"2025-09-30 10:00", "3wd", "2025-10-11 17:30"},
      {"2026-09-18 10:00", "2wd", "2026-09-21 17:30"},
      {"2026-04-30 10:00", "5wd", "2026-05-11 17:30"},
      {"2026-12-30 10:00", "3wd", "2027-01-04 17:30", true},
      {"2026-09-16 10:00", "15d", "2026-10-08 17:30"},
      {"2026-09-18 16:30", "4wh", "2026-09-20 11:30"},
      // A Saturday: from Monday's opening 3.5 hours lie before noon, the last half after 13:30.
      {"2026-11-21 09:00", "4wh", "2026-11-23 14:00"},
      {"2026-12-31 09:00", "1wh", "2026-12-31 10:00"},
      {"2026-12-31 17:00", "1wh", "2027-01-01 09:00", true},
      {"2026-12-31 23:00", "2h", "2027-01-01 01:00", true},
      {"2026-12-30 10:00", "1d", "2026-12-31 17:30"},
  };
  for (const DueRow& row : rows) check_due(calendar, row);
}

TEST_CASE("a limit that ends where a span ends is due there") {
  const Calendar calendar = compiled(office_rule());
  const DueRow rows[] = {
      {"2026-11-23 08:30", "210wm", "2026-11-23 12:00"},  // exactly the morning
      {"2026-11-23 08:30", "211wm", "2026-11-23 13:31"},
      {"2026-11-23 13:30", "4wh", "2026-11-23 17:30"},  // exactly the afternoon
      {"2026-11-23 12:00", "4wh", "2026-11-23 17:30"},  // opened at lunch
      {"2026-11-23 12:45", "1wh", "2026-11-23 14:30"},
      {"2026-11-23 17:30", "1wh", "2026-11-24 09:30"},  // opened at closing time
      {"2026-11-23 17:29", "1wm", "2026-11-23 17:30"},
      {"2026-11-27 17:30", "1wm", "2026-11-30 08:31"},  // over the weekend
      {"2026-11-23 17:30", "1wd", "2026-11-24 17:30"},
      {"2026-11-23 23:59", "1wd", "2026-11-24 17:30"},
      {"2026-11-23 00:00", "1wd", "2026-11-24 17:30"},
      {"2026-11-23 10:00", "0wd", "2026-11-23 10:00"},  // no time at all
      {"2026-11-21 10:00", "0wh", "2026-11-21 10:00"},
  };
  for (const DueRow& row : rows) check_due(calendar, row);
}

TEST_CASE("clock time runs day and night, through holidays") {
  const Calendar calendar = compiled(office_rule());
  check_due(calendar, {"2026-10-01 23:30", "90m", "2026-10-02 01:00"});
  check_due(calendar, {"2026-02-14 09:00", "24h", "2026-02-15 09:00"});
}

TEST_CASE("calendar days: the first does not count, a last day of rest moves on") {
  const Calendar calendar = compiled(office_rule());
  const DueRow rows[] = {
      {"2026-11-23 10:00", "1d", "2026-11-24 17:30"},
      {"2026-11-23 10:00", "5d", "2026-11-30 17:30"},   // the 28th is a Saturday
      {"2026-11-20 10:00", "2d", "2026-11-23 17:30"},   // the 22nd is a Sunday
      {"2026-09-15 10:00", "5d", "2026-09-20 17:30"},   // a Sunday, but worked
      {"2026-02-10 10:00", "6d", "2026-02-24 17:30"},   // into the nine days of Spring Festival
      {"2026-01-31 10:00", "30d", "2026-03-02 17:30"},  // longer than 25 days in milliseconds
  };
  for (const DueRow& row : rows) check_due(calendar, row);
}

TEST_CASE("nine days of holiday lie between two office hours") {
  const Calendar calendar = compiled(office_rule());
  // 2026-02-15 to 02-23; the 14th and the 28th are made up.
  check_due(calendar, {"2026-02-14 17:00", "1wh", "2026-02-24 09:00"});
  CHECK(calendar.worked(at("2026-02-14 17:30"), at("2026-02-24 08:30")).seconds == Seconds{0});
  CHECK_FALSE(calendar.is_working_day(*parse_date("2026-02-18")));
  CHECK(calendar.is_working_day(*parse_date("2026-02-14")));
  CHECK(calendar.notice(*parse_date("2026-02-18"))->name == "春节");
  CHECK(calendar.notice(*parse_date("2026-11-23")) == nullptr);
}

TEST_CASE("large limits: beyond 25 days, beyond the table, up to the largest") {
  const Calendar calendar = compiled(office_rule());
  const DueRow rows[] = {
      {"2026-01-05 08:30", "30wd", "2026-02-14 17:30"},
      {"2026-01-05 08:30", "400wh", "2026-03-25 11:00"},
      {"2026-11-23 08:30", "1000h", "2027-01-04 00:30", true},
      {"2027-01-04 10:00", "1000000wd", "5860-01-30 17:30", true},
      {"2010-01-04 10:00", "5wd", "2010-01-11 17:30"},  // before the first notice: the weekly rule
      {"1999-12-31 17:00", "8wh", "2000-01-03 17:30"},
  };
  for (const DueRow& row : rows) check_due(calendar, row);
}

TEST_CASE("late notices: what a day was depends on when one asks") {
  const CalendarRule rule = office_rule();
  // On 2020-01-27 the Spring Festival was lengthened from the 30th to the 2nd of February.
  const Calendar then = compiled(rule, *parse_date("2020-01-26"));
  const Calendar now = compiled(rule, *parse_date("2020-01-27"));
  check_due(then, {"2020-01-22 10:00", "3wd", "2020-02-03 17:30"});
  check_due(now, {"2020-01-22 10:00", "3wd", "2020-02-04 17:30"});
  CHECK(then.is_working_day(*parse_date("2020-01-31")));
  CHECK_FALSE(now.is_working_day(*parse_date("2020-01-31")));
}

TEST_CASE("a later notice for a date supersedes, whatever the order of the lines") {
  CalendarRule rule = office_rule();
  const Date day = *parse_date("2026-10-10");
  rule.days.insert(rule.days.begin(), {day, DayKind::holiday, "国庆节", *parse_date("2026-10-08")});
  CHECK_FALSE(compiled(rule).is_working_day(day));
  CHECK(compiled(rule, *parse_date("2026-10-07")).is_working_day(day));
}

TEST_CASE("a year whose notice is not yet known is provisional") {
  const CalendarRule rule = office_rule();
  const Calendar in_2019 = compiled(rule, *parse_date("2019-06-01"));
  check_due(in_2019, {"2019-12-30 10:00", "1wd", "2019-12-31 17:30"});
  check_due(in_2019, {"2019-12-31 10:00", "1wd", "2020-01-01 17:30", true});
  const Calendar in_2014 = compiled(rule, *parse_date("2014-06-01"));
  check_due(in_2014, {"2014-12-31 10:00", "1wd", "2015-01-01 17:30", true});
  check_due(in_2014, {"2014-12-30 10:00", "1wd", "2014-12-31 17:30"});
  CHECK(compiled(rule).worked(at("2026-12-31 09:00"), at("2027-01-01 00:00")) ==
        Worked{Seconds{25200}, false});
  CHECK(compiled(rule).worked(at("2026-12-31 09:00"), at("2027-01-01 00:01")).provisional);
  CalendarRule open_ended = rule;
  open_ended.covered_until.reset();
  check_due(compiled(open_ended), {"2026-12-31 10:00", "1wd", "2027-01-01 17:30"});
}

TEST_CASE("a calendar without office hours is an error, never an answer") {
  CalendarRule rule;
  rule.days = official_days();
  const auto calendar = Calendar::compile(rule, china);
  REQUIRE_FALSE(calendar);
  CHECK(calendar.problem().code == "calendar.empty");
}

TEST_CASE("hours that contradict themselves are refused") {
  CalendarRule rule = office_rule();
  rule.week[0] = hours({"08:30-12:00", "11:59-17:30"});
  CHECK(Calendar::compile(rule, china).problem().code == "calendar.hours");
  rule.week[0] = {{Seconds{3600}, Seconds{3600}}};
  CHECK(Calendar::compile(rule, china).problem().code == "calendar.hours");
  rule.week[0] = {{Seconds{0}, Seconds{86401}}};
  CHECK(Calendar::compile(rule, china).problem().code == "calendar.hours");
  rule.week[0] = hours({"12:00-17:30", "08:30-12:00"});  // touching, in any order
  CHECK(compiled(rule).worked(at("2026-11-23 00:00"), at("2026-11-24 00:00")).seconds ==
        std::chrono::hours{9});
  rule.makeup[6] = hours({"08:00-10:00", "09:00-11:00"});
  CHECK(Calendar::compile(rule, china).problem().code == "calendar.hours");
}

TEST_CASE("a date twice in one notice is refused") {
  CalendarRule rule = office_rule();
  rule.days.push_back(rule.days.front());
  rule.days.back().kind = DayKind::workday;
  const auto calendar = Calendar::compile(rule, china);
  REQUIRE_FALSE(calendar);
  CHECK(calendar.problem().code == "calendar.day");
  CHECK(calendar.problem().message() == "2015-01-01 stands twice in the notice of 2014-12-16");
}

TEST_CASE("a make-up day takes its own hours, else those of the first day with an office") {
  CalendarRule rule = office_rule();
  rule.week[0] = hours({"09:00-17:00"});
  rule.week[5] = hours({"09:00-12:00"});  // Saturdays
  const Calendar calendar = compiled(rule);
  const auto all_day = [&](const char* day) {
    return calendar.worked(at(day), at(day) + std::chrono::hours{24}).seconds;
  };
  CHECK(all_day("2026-02-14") == std::chrono::hours{3});  // Saturday with hours of its own
  CHECK(all_day("2026-09-20") == std::chrono::hours{8});  // Sunday: as on Monday
  rule.makeup[5] = hours({"10:00-11:00"});
  CHECK(compiled(rule).worked(at("2026-02-14"), at("2026-02-15")).seconds == std::chrono::hours{1});
  CHECK(compiled(rule).worked(at("2026-11-21"), at("2026-11-22")).seconds ==
        std::chrono::hours{3});  // an ordinary Saturday
}

TEST_CASE("an office that never closes") {
  CalendarRule rule;
  for (auto& day : rule.week) day = hours({"00:00-24:00"});
  rule.covered_until = *parse_date("2026-12-31");
  const Calendar calendar = compiled(rule);
  const DueRow rows[] = {
      {"2026-11-21 09:00", "30wh", "2026-11-22 15:00"},
      {"2026-11-21 09:00", "15wh", "2026-11-22 00:00"},
      {"2026-12-31 09:00", "15wh", "2027-01-01 00:00"},  // the last second lies in 2026
      {"2026-12-31 09:00", "16wh", "2027-01-01 01:00", true},
      {"2026-11-21 09:00", "1wd", "2026-11-23 00:00"},
      {"2026-11-21 09:00", "1d", "2026-11-23 00:00"},
  };
  for (const DueRow& row : rows) check_due(calendar, row);
}

TEST_CASE("one hour a week still reaches every limit") {
  CalendarRule rule;
  rule.week[2] = hours({"09:00-10:00"});
  const Calendar calendar = compiled(rule);
  check_due(calendar, {"2026-11-25 09:00", "1wh", "2026-11-25 10:00"});
  check_due(calendar, {"2026-11-25 10:00", "2wh", "2026-12-09 10:00"});
  const Due due = calendar.add(at("2026-11-25 09:00"), *parse_limit("1000000wh"));
  CHECK(due.at - at("2026-11-25 10:00") == std::chrono::days{7 * 999'999});
}

TEST_CASE("limits count backwards for what happens before a deadline") {
  const Calendar calendar = compiled(office_rule());
  const struct {
    std::string until;
    std::string limit;
    std::string moment;
  } rows[] = {
      {"2026-02-27 17:30", "1wd", "2026-02-26 17:30"},
      {"2026-02-24 17:30", "1wd", "2026-02-14 17:30"},
      {"2026-11-23 14:00", "1wd", "2026-11-20 17:30"},
      {"2026-11-22 14:00", "1wd", "2026-11-20 17:30"},
      {"2026-11-23 17:30", "1d", "2026-11-20 17:30"},
      {"2026-11-25 17:30", "1d", "2026-11-24 17:30"},
      {"2026-11-23 17:30", "4wh", "2026-11-23 13:30"},  // the afternoon, not the noon before it
      {"2026-11-23 09:30", "2wh", "2026-11-20 16:30"},
      {"2026-11-23 09:30", "24h", "2026-11-22 09:30"},
      {"2026-11-23 09:30", "0wd", "2026-11-23 09:30"},
      {"2026-11-21 09:30", "1wm", "2026-11-20 17:29"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.until);
    CAPTURE(row.limit);
    CHECK(shown(calendar.subtract(at(row.until), *parse_limit(row.limit))) == row.moment);
  }
}

TEST_CASE("spans of office time are clipped and in order") {
  const Calendar calendar = compiled(office_rule());
  const auto spans = calendar.spans(at("2026-11-20 17:00"), at("2026-11-23 14:00"));
  REQUIRE(spans.size() == 3);
  CHECK(shown(to_instant(spans[0].from, china)) == "2026-11-20 17:00");
  CHECK(shown(to_instant(spans[0].until, china)) == "2026-11-20 17:30");
  CHECK(shown(to_instant(spans[1].from, china)) == "2026-11-23 08:30");
  CHECK(shown(to_instant(spans[2].until, china)) == "2026-11-23 14:00");
  CHECK(calendar.spans(at("2026-11-23 14:00"), at("2026-11-23 09:00")).empty());
}

TEST_CASE("spans of a day's clock") {
  CHECK(parse_day_span("00:00-24:00")->until == std::chrono::hours{24});
  CHECK(format_day_span(*parse_day_span("08:30-12:05")) == "08:30-12:05");
  for (const char* text :
       {"", "8:30-12:00", "08:30 - 12:00", "12:00-08:30", "08:30-08:30", "08:30-24:01",
        "08:60-12:00", "25:00-26:00", "08:30-12:00 ", "ab:cd-ef:gh"}) {
    CAPTURE(text);
    const auto span = parse_day_span(text);
    REQUIRE_FALSE(span);
    CHECK(span.problem().code == "calendar.hours");
  }
}
