// AccessNote: what one run shows of personal data in the clear, as it goes into the access log
// beside who, when and what for.
#pragma once

#include <grid/domain/access_keys.h>

#include <string>

namespace grid::tool {

struct AccessNote {
  std::string noun;         // of what: case, household, person, id
  std::string fields;       // personal fields that can be seen, separated by commas
  std::string choice;       // what was asked for: operands and options, as typed
  domain::AccessKeys keys;  // which records: row numbers, numbers of cases
};

}  // namespace grid::tool
