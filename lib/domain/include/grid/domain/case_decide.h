// May this be done to this case, by this person, now? Pure: the answer is the event that records
// it, or the Problem that stands in its way. apply() then says what the event makes of the case.
//
// Refusals: case.step (the message names the steps that are open), actor.not_permitted (the
// message names the rule), actor.handler_verifies, event.at_future, event.at_order,
// field.required, org.unknown, staff.unknown, area.unknown, category.unknown, area.no_superior,
// case.joint_open, case.joint_lead, case.late, case.extensions, case.no_limit, case.supervise,
// case.rating, actor.lead_rates.
#pragma once

#include <grid/base/result.h>
#include <grid/domain/actor.h>
#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/event.h>
#include <grid/domain/rating.h>
#include <grid/domain/steps.h>

#include <optional>
#include <string>
#include <vector>

namespace grid::domain {

// What somebody wants to do. Empty or unset: not given.
struct Intent {
  Action action = Action::note;
  std::optional<Instant> at;  // when it happened; unset: now
  std::string org;
  std::vector<std::string> joint;
  std::string staff;
  std::string reason;
  std::string text;
  std::optional<Limit> limit;
  std::optional<int> level;  // of supervision
  std::string into;          // number of another case
  Rating rating;             // of a call-back
  std::string rule;          // of the ladder, where it acts
};

// Files a case. The event carries neither number nor receipt yet: the store gives them out.
[[nodiscard]] Result<Event> decide_report(const NewCase& filed, std::optional<Instant> at,
                                          const Actor& actor, const CaseRules& rules, Instant now);

// Any later step. A dispatch that names neither organisation nor person goes where the policy's
// route for the category says.
[[nodiscard]] Result<Event> decide(const Case& matter, const Intent& intent, const Actor& actor,
                                   const CaseRules& rules, Instant now);

// Who may take a step, in words of the table: "clerk, head of the area that holds the case".
[[nodiscard]] std::string entitled(const Step& step);

}  // namespace grid::domain
