// Refusals of an import that several of its files give (an own header of lib/domain).
#pragma once

#include <grid/base/problem.h>

namespace grid::domain {

// The file contradicts itself about somebody.
[[nodiscard]] inline Problem repeated() {
  Problem p = problem("duplicate.in_file", "id_no",
                      "another row of this file says something else about the same person");
  p.hint = message_id("keep one of the rows");
  return p;
}

}  // namespace grid::domain
