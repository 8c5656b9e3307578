// Access (访问记录): somebody saw personal data in the clear (PIPL art. 51, 54).
#pragma once

#include <grid/base/time.h>

#include <cstdint>
#include <string>

namespace grid::domain {

struct Access {
  Instant at{};
  std::string actor;    // login that acted
  std::string login;    // system login
  std::string tool;     // which tool
  std::string purpose;  // what for
  int64_t records = 0;  // how many records were shown
  std::string noun;     // of what: case, household, person, id; empty: not told
  std::string choice;   // which were asked for: operands and options, as typed
  std::string fields;   // personal fields that could be seen, separated by commas
  std::string keys;     // AccessKeys
};

}  // namespace grid::domain
