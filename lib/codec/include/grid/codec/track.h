// What a resident may see of a case, as a record.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/columns.h>
#include <grid/domain/track.h>
#include <grid/text/record.h>

#include <string>

namespace grid::codec {

// `unit`: the name of the unit that has the case.
[[nodiscard]] text::Record write_track(const domain::Track& track, const std::string& receipt,
                                       const std::string& unit, UtcOffset offset);

// The receipt that a record asks about; other fields are passed over. Codes: field.required,
// field.type.
[[nodiscard]] Result<std::string> read_receipt(const text::Record& record);

// For tables: what fits a line. For CSV: every field.
[[nodiscard]] Columns track_columns();
[[nodiscard]] Columns track_all_columns();

}  // namespace grid::codec
