// Names for time, and the two spellings in which it enters and leaves: RFC 3339 and ISO dates.
//
// An Instant is a second of the world; a LocalTime is what the office's wall clock shows; a
// Date is a day of the office's calendar. They are three types, so that none is taken for
// another: a birth date never passes through a time zone.
#pragma once

#include <grid/base/result.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace grid {

using Instant = std::chrono::sys_seconds;
using LocalTime = std::chrono::local_seconds;
using Date = std::chrono::local_days;
using Seconds = std::chrono::seconds;
// East of Greenwich is positive; China: 8 h. No summer time: an office has one offset.
using UtcOffset = std::chrono::minutes;

inline LocalTime to_local(Instant at, UtcOffset offset) {
  return LocalTime{at.time_since_epoch() + offset};
}
inline Instant to_instant(LocalTime at, UtcOffset offset) {
  return Instant{at.time_since_epoch() - offset};
}
inline Date date_of(LocalTime at) {
  return std::chrono::floor<std::chrono::days>(at);
}

// RFC 3339 with a mandatory offset ("Z" or "+08:00"); years 1900 to 2200; a fraction of a
// second is accepted and dropped. Problem code: time.format.
[[nodiscard]] Result<Instant> parse_instant(std::string_view text);
// "2026-11-21T09:00:00+08:00".
[[nodiscard]] std::string format_instant(Instant at, UtcOffset offset);

// A moment as people type it: RFC 3339, or "YYYY-MM-DD HH:MM[:SS]" (also with T) or
// "YYYY-MM-DD" (its first second) on the office's clock.
[[nodiscard]] Result<Instant> parse_moment(std::string_view text, UtcOffset offset);

// "YYYY-MM-DD", a real day of the Gregorian calendar, years 1800 to 2200. Code: date.format.
[[nodiscard]] Result<Date> parse_date(std::string_view text);
[[nodiscard]] std::string format_date(Date day);

// "+08:00", "-03:30", "Z". Code: time.offset.
[[nodiscard]] Result<UtcOffset> parse_offset(std::string_view text);

}  // namespace grid
