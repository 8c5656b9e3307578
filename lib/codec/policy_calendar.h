// Reading the calendars of a policy.
#pragma once

#include <grid/codec/policy.h>
#include <grid/domain/calendar.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "policy_table.h"

namespace grid::codec {

// The names of the weekdays in `hours`, Monday first.
inline constexpr std::array<std::string_view, 7> weekday_names{"mon", "tue", "wed", "thu",
                                                               "fri", "sat", "sun"};

// A calendar and where its days stand.
struct ReadCalendar {
  domain::CalendarRule rule;
  std::string file;        // that holds the days; empty: the policy
  std::vector<int> lines;  // of rule.days, one for each
};

[[nodiscard]] ReadCalendar read_calendar(PolicyTable table, const ReadFile& read_file);

}  // namespace grid::codec
