// What grid-check finds in the register: counts, not households; household-list --problem shows
// them.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/domain/area_tree.h>
#include <grid/sql/database.h>

#include <vector>

namespace grid::tool {

struct RegisterFinding {
  Problem problem;
  bool warning = false;  // worth a look, but the file is not at fault
};

// Codes: household.foreign_grid, person.two_households, register.batch (rows of no batch, or with
// numbers that no batch has given), person.index, person.same_number; as warnings household.no_grid,
// household.no_head, household.two_heads, person.no_household.
[[nodiscard]] std::vector<RegisterFinding> look_at_the_register(sql::Database& db,
                                                                const domain::AreaTree& areas,
                                                                Date day);

}  // namespace grid::tool
