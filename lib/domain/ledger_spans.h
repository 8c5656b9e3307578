// The spans of one clock (an own header of lib/domain, for the ledger).
#pragma once

#include <grid/domain/calendar.h>
#include <grid/domain/ledger.h>

#include <optional>
#include <vector>

namespace grid::domain {

// From its start or resuming to a pause or its stop; without an end it runs still.
struct ClockRun {
  Instant from{};
  std::optional<Instant> until;
};

// Calendar days that a limit in days counts: after the one, up to and including the other.
struct CountedDays {
  Date after{};
  Date last{};
};

struct ClockTrack {
  ClockLedger ledger;  // without its spans
  LimitUnit unit = LimitUnit::wh;
  Calendar calendar;
  std::vector<ClockRun> runs;
  std::vector<CountedDays> counted;  // of a limit in d
};

[[nodiscard]] std::vector<LedgerSpan> spans_of(const ClockTrack& track, Instant now);

}  // namespace grid::domain
