// Households and people as records. Reading them is the register's concern (register_file.h):
// one place for CSV and JSON lines.
#pragma once

#include <grid/codec/columns.h>
#include <grid/domain/household.h>
#include <grid/domain/person.h>
#include <grid/domain/policy.h>
#include <grid/text/record.h>

#include <cstdint>

namespace grid::codec {

// `members`: people who live or are registered there now.
[[nodiscard]] text::Record write_household(const domain::Household& household, int64_t members);
[[nodiscard]] Columns household_columns();

// `mask`: number, phone and names are hidden so far; nullptr: shown whole (--reveal).
[[nodiscard]] text::Record write_person(const domain::Person& person,
                                        const domain::Residence& residence,
                                        const domain::Mask* mask);
[[nodiscard]] Columns person_columns();

}  // namespace grid::codec
