// The record of a step of the ladder that fired (`firing`).
#pragma once

#include <grid/codec/columns.h>
#include <grid/domain/climb.h>
#include <grid/text/record.h>

namespace grid::codec {

[[nodiscard]] text::Record write_firing(const domain::FiredStep& step, UtcOffset offset);
[[nodiscard]] Columns firing_columns();

}  // namespace grid::codec
