// Limit (时限): how long a step may take. A whole number and a unit.
#pragma once

#include <grid/base/result.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace grid::domain {

// m, h: clock time, day and night. wm, wh: office hours only. wd: working days, the first day
// not counted, due at the close of business of the last. d: calendar days, the first day not
// counted; a last day of rest moves to the next working day; due at its close of business
// (Civil Code art. 201, 203).
enum class LimitUnit : uint8_t { m, h, wm, wh, wd, d };

struct Limit {
  int64_t count = 0;  // 0 to 1,000,000
  LimitUnit unit = LimitUnit::wd;
  bool operator==(const Limit&) const = default;
};

// "4wh", "5wd", "30d", "90m". No sign, no fraction (half a working day is written in hours), no
// spaces. Codes: limit.format, limit.unit, limit.range.
[[nodiscard]] Result<Limit> parse_limit(std::string_view text);
[[nodiscard]] std::string format_limit(Limit limit);

}  // namespace grid::domain
