// By what people and households are counted, and under which value each one falls.
#pragma once

#include <grid/base/time.h>
#include <grid/codec/columns.h>
#include <grid/domain/household.h>
#include <grid/domain/person.h>
#include <grid/domain/person_filter.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::codec {

// Fields of a person that say nothing about one person alone, and "age".
[[nodiscard]] std::span<const std::string> person_count_fields();
// area, community, building, kind, vacant.
[[nodiscard]] std::span<const std::string> household_count_fields();

struct CountTerms {
  std::string field;                    // one of the above
  std::vector<domain::AgeRange> bands;  // for "age"
  Date today{};
};

// Values under which somebody is counted, as codes: a person with two tags under both; "" for who
// has none; an age outside all bands under "".
[[nodiscard]] std::vector<std::string> count_values(const CountTerms& terms,
                                                    const domain::Person& person,
                                                    const domain::Residence& residence);
[[nodiscard]] std::string count_value(const CountTerms& terms, const domain::Household& household);

// Of a count by this field: values that are codes have the words of the field.
[[nodiscard]] std::array<Column, 3> count_columns(std::string_view field);

}  // namespace grid::codec
