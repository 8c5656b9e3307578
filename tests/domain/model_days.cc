#include "model_days.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace model {

namespace {

constexpr int days_kept = 3 * 365 + 1;
constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

int length(int year, int month) {
  return year == 2028 && month == 2 ? 29 : lengths[static_cast<size_t>(month - 1)];
}

}  // namespace

int day_number(const std::string& date) {
  const int year = std::stoi(date.substr(0, 4));
  const int month = std::stoi(date.substr(5, 2));
  int number = std::stoi(date.substr(8, 2)) - 1;
  for (int y = 2026; y < year; ++y) number += y == 2028 ? 366 : 365;
  for (int m = 1; m < month; ++m) number += length(year, m);
  return number;
}

Moment moment(const std::string& text) {
  return day_number(text) * day + std::stoi(text.substr(11, 2)) * hour +
         std::stoi(text.substr(14, 2)) * minute;
}

std::string show(Moment at) {
  int number = static_cast<int>(at / day);
  int year = 2026;
  while (number >= (year == 2028 ? 366 : 365)) number -= year++ == 2028 ? 366 : 365;
  int month = 1;
  while (number >= length(year, month)) number -= length(year, month++);
  const int rest = static_cast<int>(at % day);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d %02d:%02d:%02d", year, month, number + 1,
                rest / 3600, rest / 60 % 60, rest % 60);
  return text.data();
}

DayTable::DayTable(const std::array<Hours, 7>& week, const std::vector<std::string>& off,
                   const std::vector<std::string>& on)
    : open_(static_cast<size_t>(days_kept) * 1440), closing_(days_kept) {
  const auto named = [](const std::vector<std::string>& dates, int number) {
    return std::any_of(dates.begin(), dates.end(),
                       [&](const std::string& date) { return day_number(date) == number; });
  };
  for (int number = 0; number < days_kept; ++number) {
    const int weekday = (number + 3) % 7;  // 2026-01-01 is a Thursday
    Hours hours = week[static_cast<size_t>(weekday)];
    if (named(off, number)) hours.clear();
    if (named(on, number)) hours = week[0];
    for (const auto& [from, until] : hours) {
      for (int m = from; m < until; ++m) open_[static_cast<size_t>(number * 1440 + m)] = true;
      closing_[static_cast<size_t>(number)] = until;
    }
  }
  passed_.assign(open_.size() + 1, 0);
  for (size_t m = 0; m < open_.size(); ++m) passed_[m + 1] = passed_[m] + (open_[m] ? minute : 0);
}

int64_t DayTable::count(Moment at) const {
  const auto m = static_cast<size_t>(at / minute);
  return passed_.at(m) + (open_.at(m) ? at % minute : 0);
}

Moment DayTable::shift(Moment from, int64_t seconds) const {
  if (seconds == 0) return from;
  const int64_t wanted = count(from) + seconds;
  if (wanted < 0 || wanted > passed_.back()) throw std::out_of_range("the model's years");
  const auto first = passed_.begin();
  // Forward: the first minute by whose end it has passed. Back: the last one before which it had.
  const auto at = seconds > 0 ? std::lower_bound(first, passed_.end(), wanted) - 1
                              : std::upper_bound(first, passed_.end(), wanted) - 1;
  return (at - first) * minute + (wanted - *at);
}

Moment DayTable::add(Moment from, const Amount& amount) const {
  if (amount.count == 0) return from;
  if (amount.unit == "m") return from + amount.count * minute;
  if (amount.unit == "h") return from + amount.count * hour;
  if (amount.unit == "wm") return shift(from, amount.count * minute);
  if (amount.unit == "wh") return shift(from, amount.count * hour);
  int number = static_cast<int>(from / day);  // the first day does not count
  if (amount.unit == "d") {
    number += static_cast<int>(amount.count);
    while (!working(number)) ++number;
    return close_of(number);
  }
  for (int64_t counted = 0; counted < amount.count;) {
    if (working(++number)) ++counted;
  }
  return close_of(number);
}

}  // namespace model
