// Households and people as records. Reading them is the register's concern (register_file.h):
// one place for CSV and JSON lines.
#pragma once

#include <grid/base/time.h>
#include <grid/codec/columns.h>
#include <grid/domain/household.h>
#include <grid/domain/person.h>
#include <grid/domain/policy.h>
#include <grid/text/record.h>

#include <cstdint>
#include <span>
#include <string>

namespace grid::codec {

// `members`: people who live or are registered there now.
[[nodiscard]] text::Record write_household(const domain::Household& household, int64_t members);
[[nodiscard]] Columns household_columns();

// How people are shown.
struct PersonView {
  const domain::Mask* mask = nullptr;  // nullptr: personal data in full (--reveal)
  Date today{};                        // tells who is a child; not asked without a mask
};

[[nodiscard]] text::Record write_person(const domain::Person& person,
                                        const domain::Residence& residence, const PersonView& view);
// The same record with `person`, the row number by which tools name people, as its first field.
[[nodiscard]] text::Record with_key(text::Record record, int64_t person);
// Those of the columns that the access log names, separated by commas.
[[nodiscard]] std::string personal_fields(std::span<const Column> columns);
[[nodiscard]] Columns person_columns();
// With the row number before them.
[[nodiscard]] Columns keyed_person_columns();
// The ones of a table on a terminal; `keyed`: with the row number, `stays`: with since when, until
// when and why it ended.
[[nodiscard]] Columns brief_person_columns(bool keyed, bool stays);

}  // namespace grid::codec
