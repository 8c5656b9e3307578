// Any text as a limit. One that parses reads back from what is written of it, and ends no
// earlier than it starts, later for a larger count, and after as much office time as it says.
#include <grid/domain/calendar.h>

#include <cstdint>
#include <string_view>

#include "require.h"

namespace {

using namespace grid;
using namespace grid::domain;

Calendar office() {
  CalendarRule rule;
  for (size_t day = 0; day < 5; ++day) {
    rule.week[day] = {*parse_day_span("08:30-12:00"), *parse_day_span("13:30-17:30")};
  }
  const Date known = *parse_date("2025-11-04");
  rule.days = {{*parse_date("2026-10-01"), DayKind::holiday, "", known},
               {*parse_date("2026-10-10"), DayKind::workday, "", known}};
  rule.covered_until = *parse_date("2026-12-31");
  return *Calendar::compile(rule, UtcOffset{480});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Calendar calendar = office();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<Limit> limit = parse_limit(text);
  if (!limit) {
    FUZZ_REQUIRE(limit.problem().code.starts_with("limit."));
    return 0;
  }
  FUZZ_REQUIRE(limit->count >= 0 && limit->count <= 1'000'000);
  FUZZ_REQUIRE(*parse_limit(format_limit(*limit)) == *limit);
  const Instant from = *parse_instant("2026-09-30T10:00:00+08:00") + Seconds{limit->count * 61};
  const Instant due = calendar.add(from, *limit).at;
  FUZZ_REQUIRE(due >= from);
  FUZZ_REQUIRE(calendar.add(from, {limit->count + 1, limit->unit}).at >= due);
  if (limit->unit == LimitUnit::wh) {
    FUZZ_REQUIRE(calendar.worked(from, due).seconds == std::chrono::hours{limit->count});
  }
  FUZZ_REQUIRE(calendar.subtract(due, *limit) <= due);
  return 0;
}
