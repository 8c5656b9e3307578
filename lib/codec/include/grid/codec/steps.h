// The table of steps (流程环节表) as records: one of type `step` for each row.
#pragma once

#include <grid/codec/columns.h>
#include <grid/domain/steps.h>
#include <grid/text/record.h>

namespace grid::codec {

// Translates the words that say who may take a step.
using TranslateWords = const char* (*)(const char* english);

[[nodiscard]] text::Record write_step(const domain::Step& step, TranslateWords translate);
[[nodiscard]] Columns step_columns();

}  // namespace grid::codec
