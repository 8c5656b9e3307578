// A case as it would be if other versions, or another beginning of its promise, had held all along:
// what a late notice (放假补充通知), a new policy or a merging makes of its clocks.
//
//   const Case restated = restate(events, rules, {.calendar = 7});
//   add_clocks(event.data, restated);       // the event carries the clocks, apply() takes them
//
// The names of data: policy, calendar, promise_policy, promise_calendar, promise_since; stage; due,
// worth, provisional of the step's clock; handle_due, handle_left, handle_worth,
// handle_provisional; the same with case_ of the promise; and, for each joint unit, joint_due,
// joint_left, joint_worth, joint_provisional, whose values begin with the unit's code and a space.
// Moments are seconds since 1970, `left` and `worth` seconds of the clock's own time, `provisional`
// stands as 1 or not at all.
#pragma once

#include <grid/domain/actor.h>
#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/event.h>
#include <grid/domain/ledger_words.h>
#include <grid/domain/steps.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// What is to hold instead; unset: what holds for the case as its events have it.
struct Override {
  std::optional<int64_t> policy = {};  // whose limits hold
  std::optional<int64_t> calendar = {};
  std::optional<Instant> promise_since = {};  // of the present cycle
};

// `events`: all of one case in their order, at least one. Facts, counts and the verdicts of closed
// cycles stay what they are; the ends of the clocks and who had the case when the promise ran out
// are those of the override, not those that events of recomputing or merging had set.
[[nodiscard]] Case restate(std::span<const Event> events, const CaseRules& rules,
                           const Override& how);

// Appends the clocks of a case to an event's data.
void add_clocks(std::string& data, const Case& restated);
// Takes them again: those that the step sets. Data without clocks change nothing.
void take_clocks(Case& matter, const Clocks& clocks, std::string_view data);

// An end, or what is left of a clock that stands still, that is another one afterwards.
struct ClockMove {
  ClockKind clock = ClockKind::promise;
  std::string org;  // of a joint unit
  Clock before;
  Clock after;
};
[[nodiscard]] std::vector<ClockMove> moves_between(const Case& before, const Case& after);

// Whether a day may be another one under the second policy: an arrangement that was announced
// late, or that of the next year. Both with their notices in order.
[[nodiscard]] bool days_differ(const Policy& before, const Policy& after);

// The event by which an open case runs on under the override; nullopt where it runs so already, or
// has ended. It happens now, or with the last event of the case where that is later.
[[nodiscard]] std::optional<Event> decide_recompute(const Case& matter,
                                                    std::span<const Event> events,
                                                    const CaseRules& rules, const Override& how,
                                                    const Actor& actor, Instant now);

}  // namespace grid::domain
