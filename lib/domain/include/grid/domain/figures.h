// Figures (统计指标): what the office's cases amount to in a span of time, counted from their
// events, and the three rates (响应率, 解决率, 满意率) by which units are ranked.
//
//   for each case: for (const Share& share : shares_of(events, question, unit, rules))
//     by_unit[share.unit].add(share.figures);
//   std::optional<double> score = score_of(figures, policy.rates);
//
// Every case is counted as it was known at the moment asked about: what was recorded later does
// not exist yet.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/event.h>
#include <grid/domain/policy.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace grid::domain {

// Whole days of the office's clock, both included.
struct DaySpread {
  Date first{};
  Date last{};
  bool operator==(const DaySpread&) const = default;
};
[[nodiscard]] DaySpread week_of(Date day);   // Monday to Sunday
[[nodiscard]] DaySpread month_of(Date day);  // from the first to the last
// "2026-11". Code: month.format.
[[nodiscard]] Result<DaySpread> parse_month(std::string_view text);

// What is asked: half-open in time, and as known at which moment.
struct FiguresQuestion {
  Instant from{};
  Instant until{};
  Instant as_of{};
  bool joint = false;  // count what joint units did, each for itself (units are organisations)
  // The moment at which cases are open or late: the end of the span, or before it as_of.
  Instant moment() const { return until < as_of ? until : as_of; }
};

// Counts of cases, but for what counts happenings: returns to extensions, and joint units.
struct Figures {
  // In the span.
  int64_t reported = 0;
  int64_t accepted = 0;
  int64_t dispatched = 0;
  int64_t excluded = 0;        // of those dispatched: 剔除, voided or merged
  int64_t closed = 0;          // the last verdict of the span counts
  int64_t closed_in_time = 0;  // not after the promise to the resident
  int64_t returns = 0;
  int64_t reworks = 0;
  int64_t extensions = 0;
  int64_t again = 0;  // given anew, in the same cycle, to a unit that had returned it
  int64_t joint = 0;  // called in as a joint unit
  int64_t joint_answered = 0;
  int64_t joint_in_time = 0;  // of those that answered
  // At its end.
  int64_t open = 0;
  int64_t late = 0;  // of those open
  // Of those dispatched in the span and not excluded, by what the call-back (回访) has found.
  int64_t contacted = 0;  // the reporter was reached in time
  int64_t answered = 0;   // valid call-backs: the reporter gave a definite answer
  int64_t solved = 0;
  int64_t satisfied = 0;
  int64_t basic = 0;  // basically satisfied
  // Of areas and people only; see grid/domain/figures_visits.h.
  int64_t households = 0;  // at the end of the span
  int64_t visited = 0;     // of these, in time
  int64_t visits = 0;      // home visits in the span
  int64_t patrols = 0;     // in the span
  // Of each case closed in the span, the office time for which the unit had it to sign and to
  // handle, by the office's own calendar; also of a unit that had it and has it no more.
  std::vector<Seconds> held;

  void add(const Figures& other);
  bool operator==(const Figures&) const = default;
};

// A rate with both its numbers; without a denominator it is none: neither 0 nor 1.
struct Rate {
  int64_t numerator = 0;
  int64_t denominator = 0;
  std::optional<double> value() const;
};
[[nodiscard]] Rate response_rate(const Figures& figures);  // contacted / (dispatched − excluded)
[[nodiscard]] Rate solve_rate(const Figures& figures);     // solved / answered
[[nodiscard]] Rate satisfaction_rate(const Figures& figures, const Rates& rates);

// No household missed (走街不漏户): those visited in time, of all that are not vacant.
[[nodiscard]] Rate visit_rate(const Figures& figures);

// Mean and median of the times held; unset without a case.
[[nodiscard]] std::optional<Seconds> mean_held(const Figures& figures);
[[nodiscard]] std::optional<Seconds> median_held(const Figures& figures);

// 0 to 100, in hundredths: the rates by their weights. Unset where one of the rates is.
[[nodiscard]] std::optional<int64_t> score_of(const Figures& figures, const Rates& rates);
// Enough cases for a place among the others.
[[nodiscard]] bool ranked(const Figures& figures, const Rates& rates);

// The unit that has a case; "" where none has.
using UnitOf = std::function<std::string(const Case&)>;

struct Share {
  std::string unit;
  Figures figures;
};

// What one case, by all its events in their order, adds to each unit. It counts for the unit
// that had it last; closings, returns, reworks and extensions for the one that had it then.
// Nothing for the unit "".
[[nodiscard]] std::vector<Share> shares_of(std::span<const Event> events,
                                           const FiguresQuestion& question, const UnitOf& unit_of,
                                           const CaseRules& rules);

// A unit in the table of figures.
struct Standing {
  std::string unit;
  Figures figures;
  bool ranks = true;             // false: shown, but not one of those that compete
  std::optional<int64_t> score;  // hundredths
  std::optional<int64_t> rank;   // 1 is best; equal scores share a rank; unset: unranked
};

// Gives scores and ranks, and puts the table in order: by rank, the unranked behind, then by unit.
void rank(std::vector<Standing>& table, const Rates& rates);

}  // namespace grid::domain
