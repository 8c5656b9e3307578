// The days of a calendar as lines `date,kind,name,published`: a CSV file with that heading, or
// texts within a policy.
#pragma once

#include <grid/base/problem.h>
#include <grid/base/result.h>
#include <grid/domain/calendar.h>

#include <string>
#include <string_view>
#include <vector>

namespace grid::codec {

// "2026-02-14,workday,春节,2025-11-04". The name may hold commas. Code: calendar.day.
[[nodiscard]] Result<domain::DayNotice> parse_day_line(std::string_view line);
[[nodiscard]] std::string format_day_line(const domain::DayNotice& day);

struct CalendarDays {
  std::vector<domain::DayNotice> days;
  std::vector<int> lines;  // for each day the line on which it stands
  struct Fault {
    Problem problem;
    int line = 0;
  };
  std::vector<Fault> faults;  // of the lines that are not in `days`
};

// Reads a calendar file: UTF-8, with or without a byte-order mark; its first line names the four
// columns, in any order. Codes: calendar.columns, calendar.day, csv.*.
[[nodiscard]] CalendarDays read_calendar_csv(std::string_view text);

}  // namespace grid::codec
