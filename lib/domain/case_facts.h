// What single actions make of a case, beside its state and its clocks: the parts of apply() that
// are more than a field (an own header of lib/domain, not installed).
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/event.h>

namespace grid::domain {

// The unit that has it sends it back.
void count_return(Case& matter);
// Reopened: what belonged to the cycle that ended is gone from the case, not from its events. The
// first unit, the supervision and what is counted over all cycles stay.
void begin_cycle(Case& matter);
// A master takes a case in, or gives it back.
void absorb(Case& master, const Event& event);
void detach(Case& master, const Event& event);

// exclude, whistle, note, merge, unmerge, absorb, detach; nothing for other actions.
void take_further_facts(Case& matter, const Event& event);

}  // namespace grid::domain
