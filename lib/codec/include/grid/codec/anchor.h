// Anchors of the chain of events as records.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/columns.h>
#include <grid/domain/anchor.h>
#include <grid/text/record.h>

namespace grid::codec {

// `at`: when it is printed.
[[nodiscard]] text::Record write_anchor(const domain::Anchor& anchor, Instant at, UtcOffset offset);

// What is needed to compare: office, events, hash; case, seq, policy and digest where they are
// there. Codes:
// record.type, field.required, field.type, anchor.digest (not 64 hexadecimal digits),
// field.range.
[[nodiscard]] Result<domain::Anchor> read_anchor(const text::Record& record);

[[nodiscard]] Columns anchor_columns();

}  // namespace grid::codec
