// Refusals of an import that several of its files give (an own header of lib/domain).
#pragma once

#include <grid/base/problem.h>
#include <grid/domain/register_entry.h>

namespace grid::domain {

// The file contradicts itself: here, and at the other place. The texts say so of a line, and of a
// line of a sheet.
[[nodiscard]] inline Problem contradicted(const RowPlace& other, std::string_view field,
                                          const char* of_line, const char* of_sheet) {
  Problem p = other.sheet.empty()
                  ? problem("duplicate.in_file", field, of_line, other.line)
                  : problem("duplicate.in_file", field, of_sheet, other.line, other.sheet);
  p.hint = message_id("keep one of the rows");
  return p;
}

// About somebody.
[[nodiscard]] inline Problem repeated(const RowPlace& other) {
  return contradicted(other, "id_no",
                      message_id("line {} of this file says something else about the same person"),
                      message_id("line {} of sheet {} says something else about the same person"));
}

// About a household, in its own record.
[[nodiscard]] inline Problem repeated_household(const RowPlace& other) {
  return contradicted(
      other, "no", message_id("line {} of this file says something else about the same household"),
      message_id("line {} of sheet {} says something else about the same household"));
}

}  // namespace grid::domain
