// Whether an actor's posts entitle him to a step, and which of them does (an own header of
// lib/domain, not installed).
#pragma once

#include <grid/base/result.h>
#include <grid/domain/actor.h>
#include <grid/domain/case.h>
#include <grid/domain/case_decide.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/steps.h>

#include <optional>
#include <string>

namespace grid::domain {

// For which post somebody acts, as an event has it: "clerk 330782002005", "handler CG", "admin",
// "ladder", "reporter".
using ActingPost = std::string;

// By the table's rule for `step`, an administrator aside: the first of the posts that entitles.
// `matter`: nullptr for a report. `org`: the organisation that the intent names.
[[nodiscard]] std::optional<ActingPost> entitled_by_table(const Step& step, const Case* matter,
                                                          const Actor& actor, std::string_view org,
                                                          const CaseRules& rules, Date day);

// By one way of a step.
[[nodiscard]] std::optional<ActingPost> entitled_by(const Who& who, const Case* matter,
                                                    const Actor& actor, std::string_view org,
                                                    const CaseRules& rules, Date day);

// By the table, the policy's narrowing of it, and what no post changes: who handed in a result
// never judges it, the lead never rates. `matter`: nullptr for a report. Codes:
// actor.handler_verifies, actor.lead_rates, actor.not_permitted, actor.narrowed.
[[nodiscard]] Result<ActingPost> permitted(const Step& step, const Case* matter,
                                           const Intent& intent, const Actor& actor,
                                           const CaseRules& rules, Instant at, Instant now);

// Who may take a step, named in the message; `what`: the action or a phrase for it.
[[nodiscard]] Problem not_permitted(const Spoken& what, const Step& step);

}  // namespace grid::domain
