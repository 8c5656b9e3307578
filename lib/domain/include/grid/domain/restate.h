// A case as it would be if other versions, or another beginning of its promise, had held all along.
//
//   const Case restated = restate(events, rules, {.promise_since = earliest});
//   add_clocks(event.data, restated);       // the event carries the clocks, apply() takes them
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/event.h>
#include <grid/domain/steps.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace grid::domain {

// What is to hold instead; unset: what holds for the case as its events have it.
struct Override {
  std::optional<int64_t> policy;  // whose limits hold
  std::optional<int64_t> calendar;
  std::optional<Instant> promise_since;  // of the present cycle
};

// `events`: all of one case in their order, at least one.
[[nodiscard]] Case restate(std::span<const Event> events, const CaseRules& rules,
                           const Override& how);

// Appends the clocks of a case to an event's data.
void add_clocks(std::string& data, const Case& restated);
// Takes them again: those that the step sets. Data without clocks change nothing.
void take_clocks(Case& matter, const Clocks& clocks, std::string_view data);

}  // namespace grid::domain
