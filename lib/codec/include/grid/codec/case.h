// Cases, their events and what is done to them, as records.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/columns.h>
#include <grid/domain/case.h>
#include <grid/domain/case_decide.h>
#include <grid/domain/event.h>
#include <grid/domain/policy.h>
#include <grid/text/record.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace grid::codec {

// A case as it is to be filed.
struct FiledCase {
  domain::NewCase filed;
  std::optional<Instant> reported_at;  // where it was reported earlier than now
};

// The fields that case-report takes, in the order in which they are printed. A record may say `at`
// for `reported_at`.
[[nodiscard]] std::span<const std::string> filed_fields();
// The fields that case-act takes beside `no`.
[[nodiscard]] std::span<const std::string> act_fields();

// Codes: field.required (title, category, area; the other of lon and lat), field.unknown,
// field.read_only (what only the office's own work sets), field.type, field.value (none of the
// codes, with the nearest), field.range, time.format, record.type.
[[nodiscard]] Result<FiledCase> read_filed(const text::Record& record, UtcOffset offset);

// The number of the case that a record is about. Code: field.required.
[[nodiscard]] Result<std::string> read_case_no(const text::Record& record);

// Lays a record's own fields over `intent` (what the options say for all records); other fields
// are ignored. A record of type `case` comes from a list: its `text`, `joint`, `level` and what a
// call-back found tell about the case and are no part of the action. Codes: field.type,
// field.value, time.format, limit.*.
[[nodiscard]] Result<domain::Intent> read_intent(const text::Record& record, domain::Intent intent,
                                                 UtcOffset offset);

// How a case is shown.
struct CaseView {
  UtcOffset offset{480};
  Instant now{};                       // for `overdue`
  const domain::Mask* mask = nullptr;  // nullptr: personal data in full
};

// Keys in the order of the contract. Truth values about clocks stand on open cases only.
[[nodiscard]] text::Record write_case(const domain::Case& matter, const CaseView& view);
// What a call-back found stands in `text`, before what was said of it:
// "contacted=true solved=true satisfaction=basic; he thanks".
[[nodiscard]] text::Record write_event(const domain::Event& event, UtcOffset offset);

// A unit that was called to the spot.
[[nodiscard]] text::Record write_whistle(const domain::Case& matter, const domain::Whistle& whistle,
                                         UtcOffset offset);
[[nodiscard]] Columns whistle_columns();

// For tables: what fits a line. For CSV: every field.
[[nodiscard]] Columns case_columns();
[[nodiscard]] Columns case_all_columns();
// The same of a case just filed, with its likely doubles (`similar`).
[[nodiscard]] Columns filed_columns();
[[nodiscard]] Columns filed_all_columns();
[[nodiscard]] Columns event_columns();

}  // namespace grid::codec
