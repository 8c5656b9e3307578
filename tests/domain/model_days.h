// The model's working calendar: one flag a minute of the years 2026 to 2028, counted. Written from
// the rules of working time alone and knows nothing of grid::domain::Calendar, with which it is
// compared.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace model {

// Seconds of the office's wall clock since the first second of 2026.
using Moment = int64_t;

inline constexpr Moment minute = 60;
inline constexpr Moment hour = 3600;
inline constexpr Moment day = 86400;

// "2026-09-20" as a number of days since 2026-01-01; 2026 to 2028.
int day_number(const std::string& date);
// "2026-09-20 08:30".
Moment moment(const std::string& text);
std::string show(Moment at);

// The last day whose arrangement is known: 2026-12-31.
inline constexpr int last_known_day = 364;

struct Amount {
  int64_t count = 0;
  std::string unit;  // m h wm wh wd d
  bool operator==(const Amount&) const = default;
  std::string text() const { return std::to_string(count) + unit; }
  // Counts day and night, in clock time.
  bool by_the_clock() const { return unit == "m" || unit == "h"; }
};

class DayTable {
 public:
  // Minutes of the day, half-open.
  using Hours = std::vector<std::array<int, 2>>;
  // `week`: Monday first. A day of `off` has no hours, one of `on` has those of Monday.
  DayTable(const std::array<Hours, 7>& week, const std::vector<std::string>& off,
           const std::vector<std::string>& on);

  Moment add(Moment from, const Amount& amount) const;
  // Office time in [from, until), negative where until lies before from.
  int64_t worked(Moment from, Moment until) const { return count(until) - count(from); }
  // The first moment with `seconds` of office time since `from`; below zero, the last moment with
  // so much of it before `from`; nothing moves it at zero.
  Moment shift(Moment from, int64_t seconds) const;
  bool working(int number) const { return closing_[static_cast<size_t>(number)] != 0; }

 private:
  int64_t count(Moment at) const;
  Moment close_of(int number) const {
    return number * day + closing_[static_cast<size_t>(number)] * minute;
  }

  std::vector<bool> open_;       // by minute
  std::vector<int64_t> passed_;  // seconds of office time before the minute
  std::vector<int> closing_;     // by day: its last minute of office time, 0: none
};

}  // namespace model
