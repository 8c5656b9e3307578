// Erasure (个人信息删除): what is left of somebody whose time in the register is over (PIPL art. 47).
// Sex, year of birth, ethnic group and nationality stay, so that figures of the past do; of a case
// everything stays but who reported it.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/domain/case.h>
#include <grid/domain/person.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// A person as far as an erasure asks.
struct Erasable {
  Person person;
  bool lives_here = false;  // has an open spell
  bool erased = false;      // was erased before
};

// What became of one.
struct Erasure {
  std::string person;   // row number; empty: of a case
  std::string case_no;  // whose reporter it was
  int64_t batch = 0;    // 0: nothing was left to erase
};

// Codes: erasure.lives_here.
[[nodiscard]] Status check_erasable(const Erasable& known);
// Codes: erasure.open.
[[nodiscard]] Status check_erasable(const Case& matter);

[[nodiscard]] Person erased(const Person& person);

// Who left, died or ended before this day has been kept for so many days.
[[nodiscard]] inline Date kept_until(Date today, int days) {
  return today - std::chrono::days{days};
}

}  // namespace grid::domain
