// A running total over all days: a table for the days that notices speak of, and the weekly
// rule repeated before and after. Both lookups take logarithmic time, for any day.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace grid::domain {

// Days are counted from the first day of the table, which is a Monday and may be preceded by
// any number of others (negative); the table covers whole weeks.
class RunningTotal {
 public:
  // `week`: what each weekday adds (Monday first; at least one is positive, none negative).
  // `table`: what each of the table's days adds; its length is a multiple of 7.
  RunningTotal(const std::array<int64_t, 7>& week, const std::vector<int64_t>& table);

  // The sum over the days before `day`, relative to day 0.
  [[nodiscard]] int64_t before(int64_t day) const;
  // The first day by whose end the sum is at least `target`.
  [[nodiscard]] int64_t reaching(int64_t target) const;

 private:
  [[nodiscard]] int64_t days() const { return static_cast<int64_t>(table_.size()) - 1; }
  // reaching() in an endless row of plain weeks whose day 0 has the sum 0 before it.
  [[nodiscard]] int64_t reaching_by_weeks(int64_t target) const;
  [[nodiscard]] int64_t before_by_weeks(int64_t day) const;

  std::array<int64_t, 8> week_{};  // sums before each weekday; last: the whole week
  std::vector<int64_t> table_;     // sums before each day, and after the last
};

}  // namespace grid::domain
