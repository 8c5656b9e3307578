// Questions to the working calendar and their answers (期限计算) as records.
//
//   {"from":…,"limit":"5wd"}   when does the limit end?
//   {"from":…,"until":…}       how much office time lies between the two moments?
//
// Either may name another calendar of the policy (`calendar`).
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/codec/columns.h>
#include <grid/domain/calendar.h>
#include <grid/domain/limit.h>
#include <grid/text/record.h>

#include <optional>
#include <string>

namespace grid::codec {

// Exactly one of `limit` and `until` is set.
struct DueQuestion {
  Instant from{};
  std::optional<domain::Limit> limit;
  std::optional<Instant> until;
  std::string calendar;  // empty: the office's own
};

// Moments are RFC 3339 or on the office's clock. Other fields are passed over. Codes:
// field.required (from; limit where until is missing too), due.either (both limit and until),
// field.type, time.format, limit.*.
[[nodiscard]] Result<DueQuestion> read_due_question(const text::Record& record, UtcOffset offset);

// {"type":"due","v":1,"from":…,"limit":…,["calendar":…,]"due":…,"provisional":false} or
// {"type":"due","v":1,"from":…,"until":…,["calendar":…,]"worked_seconds":…,"provisional":false}
[[nodiscard]] text::Record answer_due(const DueQuestion& question,
                                      const domain::Calendar& calendar);

[[nodiscard]] Columns due_columns();

}  // namespace grid::codec
