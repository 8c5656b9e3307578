// RegisterEntry: what one row of a register says, checked and in normal form; and the notes that
// checking left.
#pragma once

#include <grid/base/problem.h>
#include <grid/domain/household.h>
#include <grid/domain/person.h>

#include <optional>
#include <string>
#include <vector>

namespace grid::domain {

struct RegisterEntry {
  std::optional<Household> household;  // none: a person without household
  std::optional<Person> person;        // none: a row about the household alone
  Residence residence;                 // of the person
};

// What was put right, and what is doubtful: neither keeps a row from being taken.
struct RegisterNotes {
  std::vector<const char*> repairs;  // kinds, such as "text.full_width"; one a value repaired
  std::vector<Problem> warnings;
  void clear() {
    repairs.clear();
    warnings.clear();
  }
};

}  // namespace grid::domain
