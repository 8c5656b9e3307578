// The ladder at work (逐级升级): which steps of the policy's ladder a case has reached by now, and
// when the ladder has to look at it next.
//
// A step belongs to a track (a stage's clock, its silence, or one counter). It fires once for
// (case, cycle, stage, rule), also where the case is dispatched anew in the same cycle. Of the
// steps reached in a track the highest fires, the lower ones that have not fired are passed over
// and recorded as skipped; a count never skips a time nor a time a count, for they tell different
// things. Nothing fires while a case is paused, merged or has ended.
//
// The clock of a stage carries steps by time while it runs; counts and silence belong to the stage
// of the state, so that a case that was accepted and never dispatched is seen as well. Signing
// ends with the silence of the lead (see silence.h): steps beyond that moment never come.
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/case_decide.h>
#include <grid/domain/case_rules.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

struct Firing {
  Stage stage = Stage::handle;
  const LadderRule* rule = nullptr;  // of the policy version of the case; lives as long as that
  Instant reached{};                 // when it was reached; by count: at the case's last event
  std::optional<Instant> due;        // the deadline it belongs to; by count and silence: none
  bool skipped = false;              // passed over for a higher step
  std::optional<Problem> obstacle;   // why it cannot do all that it should; shown, never silent
};

// Whether a rule has fired for this stage of the case's present cycle.
using HasFired = std::function<bool(Stage stage, std::string_view rule)>;

// In the order in which they are to be taken: within a track from the lowest to the highest. At
// most one takes the case to another centre, and it comes last: the other tracks that would, wait;
// their clock stops with it, their silence begins anew, and by count a case leaves a centre on the
// day after it came there at the earliest. So it never rises two levels at once.
[[nodiscard]] std::vector<Firing> ladder_due(const Case& matter, const CaseRules& rules,
                                             const HasFired& has_fired, Instant now);

// The first second at which ladder_due() has something to say, or at which silence signs; nullopt:
// never, as the case stands. A step for an area in which the case does not lie is counted as well
// while it is still to come after `now`: areas may be merged by then. So a look may find nothing,
// but none comes too late.
[[nodiscard]] std::optional<Instant> ladder_at(const Case& matter, const CaseRules& rules,
                                               const HasFired& has_fired, Instant now);

// What a firing does to the case, to be decided and applied in this order; empty: it only tells.
// An obstacle or a skipped firing does nothing that the obstacle hinders.
[[nodiscard]] std::vector<Intent> intents_of(const Firing& firing, const Case& matter);

}  // namespace grid::domain
