// Numbers of cases (案件编号): root area, local date of filing, sequence of that day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace grid::domain {

struct NumberOfDay {
  std::string day;  // YYYYMMDD
  int64_t sequence = 0;
};

// Of 330782002-20261121-0001: the day and 1. nullopt where it is no such number.
[[nodiscard]] std::optional<NumberOfDay> number_of_day(std::string_view no);

}  // namespace grid::domain
