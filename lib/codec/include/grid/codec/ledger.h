// The ledger of a case as records (时限明细): `clock`, `span` and `charge`; and what a change of
// the rules moves: `deadline`.
//
// Records carry moments in full and seconds; the screen shows moments of the office's clock and
// hours and minutes.
#pragma once

#include <grid/base/time.h>
#include <grid/codec/columns.h>
#include <grid/domain/ledger.h>
#include <grid/domain/restate.h>
#include <grid/text/record.h>

#include <string>

namespace grid::codec {

struct LedgerView {
  std::string case_no;
  UtcOffset offset{480};
  bool people = false;  // for the screen
};

[[nodiscard]] text::Record write_clock(const domain::ClockLedger& clock, const LedgerView& view);
[[nodiscard]] text::Record write_span(const domain::LedgerSpan& span,
                                      const domain::ClockLedger& clock, const LedgerView& view);
[[nodiscard]] text::Record write_charge(const domain::Charge& charge, const LedgerView& view);
// Before and after are ends, or what is left of a clock that stands still.
[[nodiscard]] text::Record write_deadline(const domain::ClockMove& move, const LedgerView& view);

[[nodiscard]] Columns clock_columns();
// With the clock: for CSV, where a span stands alone.
[[nodiscard]] Columns span_columns();
[[nodiscard]] Columns span_table_columns();
[[nodiscard]] Columns charge_columns();
[[nodiscard]] Columns deadline_columns();

}  // namespace grid::codec
