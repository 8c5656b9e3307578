// What an event does to the clocks of a case (an own header of lib/domain, for apply()).
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/event.h>
#include <grid/domain/steps.h>

#include <string_view>

namespace grid::domain {

// Before anything else of an event that happens at `at`: if the promise ran out before it, who had
// the case until now had it then.
void note_lateness(Case& matter, Instant at);

// The versions that an event's data name (policy, calendar); what it does not name stays.
void take_stage_basis(Case& matter, std::string_view data);
// Likewise promise_policy, promise_calendar, promise_since.
void take_promise_basis(Case& matter, std::string_view data);

// After the facts of the event were taken.
void run_clocks(Case& matter, const Clocks& clocks, const Event& event, const CaseRules& rules);

}  // namespace grid::domain
