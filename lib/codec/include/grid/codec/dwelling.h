// Dwellings as records: printed only.
#pragma once

#include <grid/codec/columns.h>
#include <grid/domain/dwelling.h>
#include <grid/text/record.h>

namespace grid::codec {

[[nodiscard]] text::Record write_dwelling(const domain::Dwelling& dwelling);
[[nodiscard]] Columns dwelling_columns();

}  // namespace grid::codec
