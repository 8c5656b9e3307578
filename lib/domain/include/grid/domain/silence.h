// Silence (沉默): a unit that neither signs nor returns what was dispatched to it within the
// policy's `return_within` counts as having signed.
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>

#include <optional>

namespace grid::domain {

// The last moment at which the lead may still return the case: `return_within` from the dispatch,
// in the calendar by which its signing counts. Later than that it counts as signed. nullopt
// unless the case is dispatched.
[[nodiscard]] std::optional<Instant> silence_ends(const Case& matter, const CaseRules& rules);

// Whether a step of the ladder for signing can come before silence signs, for any dispatch in a
// usual week: only then is it worth having. `sign`: the limit of signing.
[[nodiscard]] bool comes_before_silence(const Trigger& trigger, Limit sign, Limit return_within,
                                        const Calendar& calendar);

}  // namespace grid::domain
