#include "running_total.h"

#include <algorithm>

namespace grid::domain {

namespace {

int64_t floor_divide(int64_t a, int64_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

}  // namespace

RunningTotal::RunningTotal(const std::array<int64_t, 7>& week, const std::vector<int64_t>& table) {
  for (size_t i = 0; i < week.size(); ++i) week_[i + 1] = week_[i] + week[i];
  table_.reserve(table.size() + 1);
  table_.push_back(0);
  for (int64_t each : table) table_.push_back(table_.back() + each);
}

int64_t RunningTotal::before_by_weeks(int64_t day) const {
  const int64_t weeks = floor_divide(day, 7);
  return weeks * week_.back() + week_[static_cast<size_t>(day - weeks * 7)];
}

int64_t RunningTotal::before(int64_t day) const {
  if (day < 0) return before_by_weeks(day);
  if (day <= days()) return table_[static_cast<size_t>(day)];
  return table_.back() + before_by_weeks(day - days());
}

int64_t RunningTotal::reaching_by_weeks(int64_t target) const {
  const int64_t weeks = floor_divide(target - 1, week_.back());
  const int64_t rest = target - weeks * week_.back();  // 1 to the whole week
  const auto after = std::lower_bound(week_.begin() + 1, week_.end(), rest);
  return weeks * 7 + (after - week_.begin()) - 1;
}

int64_t RunningTotal::reaching(int64_t target) const {
  if (target <= 0) return reaching_by_weeks(target);
  if (target > table_.back()) return days() + reaching_by_weeks(target - table_.back());
  return std::lower_bound(table_.begin(), table_.end(), target) - table_.begin() - 1;
}

}  // namespace grid::domain
