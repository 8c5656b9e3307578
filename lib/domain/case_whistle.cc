// The whistle (吹哨报到): a level above the community calls units to the spot; each arrives, tells
// what came of it, and is given a score by who called.
#include <fmt/format.h>
#include <grid/domain/event_data.h>

#include <algorithm>
#include <span>

#include "case_details.h"
#include "case_permission.h"

namespace grid::domain {

namespace {

// The last call of a unit; nullptr where it was never called.
const Whistle* last_call(const Case& matter, std::string_view org) {
  const auto found = std::find_if(matter.whistles.rbegin(), matter.whistles.rend(),
                                  [&](const Whistle& each) { return each.org == org; });
  return found == matter.whistles.rend() ? nullptr : &*found;
}

Status check_call(const std::string& org, const Deciding& by) {
  if (!by.rules.has_org(org)) {
    return problem("org.unknown", "org", "there is no organisation {}", org);
  }
  const Whistle* call = last_call(by.matter, org);
  if (call != nullptr && call->outcome.empty()) {
    return problem("case.whistle", "org", "{} was called and has not told the outcome yet", org);
  }
  return Done{};
}

// Called, arrived, outcome, score: one after the other, several at once where one act says so.
Status check_answer(const std::string& org, const Deciding& by) {
  const Whistle* call = last_call(by.matter, org);
  if (call == nullptr) return problem("case.whistle", "org", "{} was not called", org);
  const WhistleAnswer& answer = by.intent.whistle;
  if (answer.arrived && call->arrived_at) {
    return problem("case.whistle", "arrived", "{} has arrived already", org);
  }
  if (!answer.outcome.empty() && !answer.arrived && !call->arrived_at) {
    return problem("case.whistle", "outcome", "{} has not arrived yet", org);
  }
  if (answer.score && answer.outcome.empty() && call->outcome.empty()) {
    return problem("case.whistle", "score", "{} has not told the outcome yet", org);
  }
  return Done{};
}

// Units that an act without names is about: those for which the actor works.
std::vector<std::string> own_units(const Deciding& by) {
  std::vector<std::string> units;
  for (const Post& post : by.actor.posts) {
    if (post.role == Role::handler && last_call(by.matter, post.org) != nullptr) {
      units.push_back(post.org);
    }
  }
  return units;
}

}  // namespace

Status decide_whistle(Event& event, const Deciding& by) {
  const WhistleAnswer& answer = by.intent.whistle;
  const bool calls = !answer.arrived && answer.outcome.empty() && !answer.score;
  std::vector<std::string> units = by.intent.units;
  if (units.empty() && !by.intent.org.empty()) units.push_back(by.intent.org);
  if (units.empty() && !calls) units = own_units(by);
  if (units.empty()) return missing("org", event.action);
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());

  const Step& step = *find_step(by.matter.state, event.action);
  const Date day = by.rules.day(event.at);
  const bool street =
      by.actor.admin || entitled_by(step.who[0], &by.matter, by.actor, {}, by.rules, day);
  if (answer.score && (*answer.score < 0 || *answer.score > 100)) {
    return problem("field.range", "score", "{} must lie between {} and {}", "score", 0, 100);
  }
  for (const std::string& unit : units) {
    if (Status good = calls ? check_call(unit, by) : check_answer(unit, by); !good) return good;
    // A unit speaks for itself only, and neither calls nor gives itself a score.
    const bool own =
        entitled_by(step.who[1], &by.matter, by.actor, unit, by.rules, day).has_value();
    if (!street && (calls || answer.score || !own)) return not_permitted(typed(event.action), step);
    add_datum(event.data, "unit", unit);
  }
  if (units.size() == 1) event.org = units.front();
  if (answer.arrived) add_datum(event.data, "arrived", "true");
  add_datum(event.data, "outcome", answer.outcome);
  if (answer.score) add_datum(event.data, "score", fmt::format("{}", *answer.score));
  return Done{};
}

}  // namespace grid::domain
