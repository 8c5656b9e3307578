// Refusals of an import that several of its files give (an own header of lib/domain).
#pragma once

#include <grid/base/problem.h>
#include <grid/domain/register_entry.h>

namespace grid::domain {

// The file contradicts itself about somebody: here, and at the other place.
[[nodiscard]] inline Problem repeated(const RowPlace& other) {
  Problem p =
      other.sheet.empty()
          ? problem("duplicate.in_file", "id_no",
                    "line {} of this file says something else about the same person", other.line)
          : problem("duplicate.in_file", "id_no",
                    "line {} of sheet {} says something else about the same person", other.line,
                    other.sheet);
  p.hint = message_id("keep one of the rows");
  return p;
}

// Likewise about a household, in its own record.
[[nodiscard]] inline Problem repeated_household(const RowPlace& other) {
  Problem p =
      other.sheet.empty()
          ? problem("duplicate.in_file", "no",
                    "line {} of this file says something else about the same household", other.line)
          : problem("duplicate.in_file", "no",
                    "line {} of sheet {} says something else about the same household", other.line,
                    other.sheet);
  p.hint = message_id("keep one of the rows");
  return p;
}

}  // namespace grid::domain
