// Merging (并案): a case that tells of the same matter as another one becomes part of it. The
// promise of that other, the master, then counts from the earliest report of all. Taking a case
// out again leaves both as if it had never been merged.
//
//   merge    the event of the case that is merged; made by decide()
//   absorb   the event of its master; made here, in the same transaction
//   unmerge, detach   likewise, the other way
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/event.h>

#include <span>

namespace grid::domain {

// What the master records of `event`, which has merged `matter` into it or taken it out: absorb or
// detach. `events`: all of the master. A master that has ended keeps its clocks and its verdict.
[[nodiscard]] Event mirrored(const Case& matter, const Event& event, const Case& master,
                             std::span<const Event> events, const CaseRules& rules);

// Since when the promise of a case counts in its present cycle, by its events: its report or its
// reopening, or the earliest report of what was merged into it since then, where that was earlier.
[[nodiscard]] Instant promise_since(std::span<const Event> events);

}  // namespace grid::domain
