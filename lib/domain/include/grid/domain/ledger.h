// The ledger of a case (时限明细): how each deadline came about, span by span, and whose time it
// was. Pure: the same events under the same rules give the same ledger.
//
// What counts adds up: of a clock that runs, the seconds of its spans up to its end are its worth;
// of one that stopped they are what was used of it; the charges of a cycle are what was used of its
// promise.
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/event.h>
#include <grid/domain/ledger_words.h>
#include <grid/domain/limit.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace grid::domain {

struct LedgerSpan {
  Instant from{};
  Instant until{};
  SpanKind kind = SpanKind::office;
  std::string name;    // of the holiday or of the make-up working day
  Seconds seconds{0};  // what it adds to the clock's own time
  int64_t days = 0;    // what it adds to a limit in days
  bool ahead = false;  // still to come
};
// Of those in which no time counts, and of the first day of a limit in days, whose office time is
// part of the clock's own time (pauses are measured in it) but is no day of the limit.
[[nodiscard]] bool not_counted(const LedgerSpan& span);

// One run of one clock, from its start to its last stop.
struct ClockLedger {
  ClockKind kind = ClockKind::promise;
  std::string org;  // of a joint unit
  int32_t cycle = 1;
  std::optional<Limit> limit;
  int64_t policy = 0;    // version of the limit
  int64_t calendar = 0;  // version of the calendar
  Instant from{};
  std::optional<Instant> due;      // its end, the last one it had; unset while it stands still
  std::optional<Instant> stopped;  // unset: it runs, or stands still
  Seconds worth{0};                // with extensions, in its own time
  Seconds used{0};
  bool late = false;
  bool provisional = false;
  std::vector<LedgerSpan> spans;
};

// Time of the promise while somebody had the case.
struct Charge {
  int32_t cycle = 1;
  Holder holder;  // without an area: before the case was reported, in a case merged into it
  std::optional<Stage> stage;
  Seconds seconds{0};
};

struct Ledger {
  std::vector<ClockLedger> clocks;  // in the order in which they started
  std::vector<Charge> charges;      // in the order of first holding
};

// `events`: all of one case in their order.
[[nodiscard]] Ledger ledger_of(std::span<const Event> events, const CaseRules& rules, Instant now);

}  // namespace grid::domain
