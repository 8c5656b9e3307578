// Whether an actor's posts entitle him to a step (an own header of lib/domain, not installed).
#pragma once

#include <grid/domain/actor.h>
#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/steps.h>

namespace grid::domain {

// The table's rule for `step`, an administrator aside. `matter`: nullptr for a report. `org`: the
// organisation that the intent names.
[[nodiscard]] bool entitled_by_table(const Step& step, const Case* matter, const Actor& actor,
                                     std::string_view org, const CaseRules& rules, Date day);

// Whether one way of a step entitles the actor.
[[nodiscard]] bool entitled_by(const Who& who, const Case* matter, const Actor& actor,
                               std::string_view org, const CaseRules& rules, Date day);

}  // namespace grid::domain
