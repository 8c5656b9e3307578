// The ladder at work (逐级升级): which steps of the policy's ladder a case has reached by now.
//
// A step fires once for (case, cycle, stage, rule). Of the steps reached the highest fires, the
// lower ones that have not fired are passed over and recorded as skipped. Nothing fires while a
// case is paused or has ended. Steps by count are evaluated elsewhere: they have no deadline.
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
  Instant reached{};                 // the moment at which the step was reached
  Instant due{};                     // the deadline it belongs to
  bool skipped = false;              // passed over for a higher step
  std::string target;                // area that is told: the superior; empty: there is none
  std::optional<Problem> obstacle;   // why it cannot do all that it should; shown, never silent
};

// Whether a rule has fired for this stage of the case's present cycle.
using HasFired = std::function<bool(Stage stage, std::string_view rule)>;

// In the order of stages, within one from the lowest step to the highest.
[[nodiscard]] std::vector<Firing> ladder_due(const Case& matter, const CaseRules& rules,
                                             const HasFired& has_fired, Instant now);

// What a firing does to the case, to be decided and applied in this order; empty: it only tells.
// An obstacle or a skipped firing does nothing that the obstacle hinders.
[[nodiscard]] std::vector<Intent> intents_of(const Firing& firing, const Case& matter);

// How long before a deadline the earliest step of a policy may fire: cases whose end lies
// further away need not be looked at.
[[nodiscard]] Seconds ladder_horizon(const Policy& policy);

}  // namespace grid::domain
