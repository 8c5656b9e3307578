// Dates as registers spell them.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>

#include <string>
#include <string_view>

namespace grid::domain {

// Spreadsheets count days: from 1899-12-31 with a 1900-02-29 that never was, or from 1904-01-01.
enum class DateSystem { from_1900, from_1904 };

struct RegisterDate {
  std::string text;        // YYYY-MM-DD, YYYY-MM or YYYY: as precise as it was written
  bool respelled = false;  // it was written in another way
};

// 1990-01-02, 1990.1.2, 1990/1/2, 1990年1月2日, 19900102, 1990.01, 1990年1月, 199001, 1990, each
// also with a time of day behind; a serial number of five digits (from 1927 on). Years 1800 to
// 2200. Codes: date.format, date.impossible (2026-02-30), date.future (later than `today`).
[[nodiscard]] Result<RegisterDate> parse_register_date(std::string_view text,
                                                       std::string_view field, Date today,
                                                       DateSystem system = DateSystem::from_1900);

// The same where a whole day is needed, and one to come may be meant. Code also date.day_missing
// (2026-11, which tells a month).
[[nodiscard]] Result<Date> parse_register_day(std::string_view text, std::string_view field);

}  // namespace grid::domain
