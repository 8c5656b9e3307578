// What became of an erasure, as a record.
#pragma once

#include <grid/codec/columns.h>
#include <grid/domain/erasure.h>
#include <grid/text/record.h>

#include <cstdint>

namespace grid::codec {

// Whom a record names: `person`, a row number as household-list gives it. Codes: field.required,
// field.value.
[[nodiscard]] Result<int64_t> read_person_key(const text::Record& record);

[[nodiscard]] text::Record write_erasure(const domain::Erasure& erasure);
[[nodiscard]] Columns erasure_columns();

}  // namespace grid::codec
