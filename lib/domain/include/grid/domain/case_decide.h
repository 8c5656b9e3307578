// May this be done to this case, by this person, now? Pure: the answer is the event that records
// it, or the Problem that stands in its way. apply() then says what the event makes of the case.
//
// Refusals: case.step (the message names the steps that are open), actor.not_permitted (the
// message names the rule), actor.narrowed, actor.handler_verifies, actor.lead_rates,
// event.at_future, event.at_order, field.required, field.range, org.unknown, staff.unknown,
// staff.no_post, area.unknown, category.unknown, area.no_superior, case.beyond, case.reason,
// case.return_late, case.final_dispatch, case.upper_decides, case.joint_open, case.joint_lead,
// case.joint, case.late, case.extensions, case.no_limit, case.supervise, case.rating,
// case.reopen_late, case.whistle, case.merge.
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

// What has become of a unit that was called to the spot.
struct WhistleAnswer {
  bool arrived = false;
  std::string outcome;
  std::optional<int> score;  // 0 to 100
};

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
  std::optional<int> level;        // of supervision
  std::string into;                // number of another case
  std::vector<std::string> units;  // to be called, or that were (whistle); unset: `org`
  WhistleAnswer whistle;
  Rating rating;     // of a call-back
  std::string rule;  // of the ladder, where it acts
};

// Files a case. The event carries neither number nor receipt yet: the store gives them out.
[[nodiscard]] Result<Event> decide_report(const NewCase& filed, std::optional<Instant> at,
                                          const Actor& actor, const CaseRules& rules, Instant now);

// Any later step. A dispatch that names neither organisation nor person goes where the policy's
// route for the category says. `master`: the case that it is merged into, or taken out of.
[[nodiscard]] Result<Event> decide(const Case& matter, const Intent& intent, const Actor& actor,
                                   const CaseRules& rules, Instant now,
                                   const Case* master = nullptr);

}  // namespace grid::domain
