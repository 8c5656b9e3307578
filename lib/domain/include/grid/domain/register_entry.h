// RegisterEntry: what one row of a register says, checked and in normal form; and the notes that
// checking left.
#pragma once

#include <grid/base/problem.h>
#include <grid/domain/household.h>
#include <grid/domain/person.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// Where a row stands in its file.
struct RowPlace {
  int64_t line = 0;        // physical line on which it begins
  int64_t row = 0;         // number of the row, as a spreadsheet counts; 0: rows have none
  std::string_view sheet;  // its name, where several sheets are read; must outlive the import
};

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
