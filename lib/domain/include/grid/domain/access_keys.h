// Which records were shown, in few characters: row numbers as runs ("1-500,712"), numbers of cases
// likewise behind what they share ("330782002-20261112-0001-0004").
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

class AccessKeys {
 public:
  // At most so many runs: beyond that neighbours become one, the nearest first, marked "~": at
  // least its ends were shown. So an entry of the log stays within some ten thousand characters.
  static constexpr size_t most_runs = 1024;

  // The number of a row; a number twice counts once.
  void add(int64_t row) { rows_[""].push_back(row); }
  void add_case(std::string_view no);
  [[nodiscard]] std::string text() const;

 private:
  std::map<std::string, std::vector<int64_t>> rows_;  // by what stands before the number
};

}  // namespace grid::domain
