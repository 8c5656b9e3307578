// Coverage (网格覆盖): is every grid in charge of somebody, and of a size that one can walk?
#pragma once

#include <grid/domain/directory.h>

#include <span>
#include <string>
#include <vector>

namespace grid::domain {

struct CoverageGap {
  Problem problem;
  std::string area;
  bool warning = false;  // worth a look, but not at fault
};

// On `day`, in the order of areas, then of problems. Posts are looked at only where the office
// keeps any for its grids, and grids only where it has any: an office that has just begun is not
// at fault. Codes:
//   post.vacant     a grid without head or without worker (1 + 1 + n)
//   area.no_grids   a community without grids
//   grid.size       warning: households expected outside 300 to 500 (GB/T 34300)
//   area.grid_count warning: fewer than 5 or more than 10 grids in a community
[[nodiscard]] std::vector<CoverageGap> coverage_gaps(std::span<const AreaEntry> areas,
                                                     std::span<const StaffEntry> staff, Date day);

}  // namespace grid::domain
