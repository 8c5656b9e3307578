#include <fmt/format.h>
#include <grid/base/nearest.h>
#include <grid/domain/case_decide.h>
#include <grid/domain/event_data.h>
#include <grid/domain/silence.h>

#include "case_details.h"
#include "case_permission.h"

namespace grid::domain {

namespace {

Spoken list_of(const std::vector<Action>& actions) {
  if (actions.empty()) return {"none", "无"};
  std::vector<Spoken> words;
  for (const Action action : actions) words.push_back(typed(action));
  return listed(words);
}

Status check_time(std::optional<Instant> at, std::optional<Instant> last, UtcOffset offset,
                  Instant now) {
  if (at && *at > now)
    return problem("event.at_future", "at", "{} is in the future", format_instant(*at, offset));
  const Instant happened = at.value_or(now);
  if (last && happened < *last) {
    return problem("event.at_order", "at", "{} is before the last event of the case, {}",
                   format_instant(happened, offset), format_instant(*last, offset));
  }
  return Done{};
}

// The table does not hold this step. A return that comes after the unit's silence has counted as
// signing is told as what it is; a merged case names the one it is part of.
Problem no_step(const Case& matter, Action action, const CaseRules& rules, Instant at) {
  const Spoken open = list_of(open_actions(matter.state));
  if (action == Action::return_ && matter.state == State::handling) {
    Case dispatched = matter;
    dispatched.state = State::dispatched;
    if (Status in_time = check_silence(dispatched, rules, at); !in_time) return in_time.problem();
  }
  if (matter.state == State::merged) {
    return problem("case.step", "action",
                   "a case that was merged into {} allows no {}; open steps: {}", matter.master,
                   typed(action), open);
  }
  return problem("case.step", "action", "a case that is {} allows no {}; open steps: {}",
                 spoken(matter.state), typed(action), open);
}

// The nearest area, from the place upwards, that stands at the wanted level or above it.
std::string first_holder(const NewCase& filed, const Policy& policy, const AreaTree& areas,
                         Date day) {
  const auto wanted = policy.depth_of(policy.hold_level(filed.category, filed.urgency));
  for (const Area* area : areas.path(filed.area, day)) {
    const auto depth = policy.depth_of(area->kind);
    if (wanted && depth && *depth <= *wanted) return area->code;
  }
  return filed.area;
}

std::string filed_data(const NewCase& filed, int64_t policy) {
  std::string data;
  data.reserve(256);
  add_datum(data, "title", filed.title);
  add_datum(data, "category", filed.category);
  add_datum(data, "area", filed.area);
  add_datum(data, "urgency", code(filed.urgency));
  add_datum(data, "channel", code(filed.channel));
  add_datum(data, "address", filed.address);
  if (filed.place) {
    add_datum(data, "lon", fmt::format("{}", filed.place->lon));
    add_datum(data, "lat", fmt::format("{}", filed.place->lat));
    add_datum(data, "crs", code(filed.place->crs));
  }
  add_datum(data, "source", filed.source);
  add_datum(data, "source_ref", filed.source_ref);
  add_datum(data, "policy", fmt::format("{}", policy));
  return data;
}

Status check_filed(const NewCase& filed, const PolicyVersion& version, const CaseRules& rules,
                   Date day) {
  if (filed.title.empty()) return problem("field.required", "title", "report needs title");
  const Policy& policy = version.policy();
  if (policy.category(filed.category) == nullptr) {
    Problem unknown =
        problem("category.unknown", "category", "there is no category {}", filed.category);
    std::vector<std::string> known;
    for (const Category& each : policy.categories) known.push_back(each.code);
    unknown.near = nearest(filed.category, known);
    return unknown;
  }
  const Area* area = rules.areas().find(filed.area);
  if (area == nullptr) return problem("area.unknown", "area", "there is no area {}", filed.area);
  if (!area->exists(day)) {
    return problem("area.not_in_force", "area", "the area {} does not exist on {}", filed.area,
                   format_date(day));
  }
  return Done{};
}

}  // namespace

Result<Event> decide_report(const NewCase& filed, std::optional<Instant> at, const Actor& actor,
                            const CaseRules& rules, Instant now) {
  if (Status time = check_time(at, std::nullopt, rules.offset(), now); !time) {
    return time.problem();
  }
  const PolicyVersion& version = rules.current(now);
  const Date day = rules.day(at.value_or(now));
  if (Status good = check_filed(filed, version, rules, day); !good) return good.problem();
  const Step& step = *find_step(std::nullopt, Action::report);
  const Result<ActingPost> post = permitted(step, nullptr, {}, actor, rules, at.value_or(now), now);
  if (!post) return post.problem();
  Event event;
  event.seq = 1;
  event.action = Action::report;
  event.at = at.value_or(now);
  event.recorded_at = now;
  event.actor = actor.login;
  event.login = actor.system_login;
  event.post = *post;
  event.to = State::reported;
  event.area = first_holder(filed, version.policy(), rules.areas(), day);
  event.text = filed.text;
  event.data = filed_data(filed, version.number());
  add_datum(event.personal, "reporter_name", filed.reporter_name);
  add_datum(event.personal, "reporter_phone", filed.reporter_phone);
  return event;
}

Result<Event> decide(const Case& matter, const Intent& wanted, const Actor& actor,
                     const CaseRules& rules, Instant now, const Case* master) {
  const Intent intent = routed(wanted, matter, rules, now);
  const Instant at = intent.at.value_or(now);
  const Step* step = find_step(matter.state, intent.action);
  const bool made_elsewhere = intent.action >= Action::recompute;
  if (step == nullptr || made_elsewhere || (ladder_only(*step) && !actor.ladder)) {
    return no_step(matter, intent.action, rules, at);
  }
  const Result<ActingPost> post = permitted(*step, &matter, intent, actor, rules, at, now);
  if (!post) return post.problem();
  if (Status time = check_time(intent.at, matter.last_at, rules.offset(), now); !time) {
    return time.problem();
  }
  if (Status needs = check_needs(*step, intent); !needs) return needs.problem();
  Event event;
  event.case_no = matter.no;
  event.seq = matter.last_seq + 1;
  event.action = intent.action;
  event.at = at;
  event.recorded_at = now;
  event.actor = actor.login;
  event.login = actor.system_login;
  event.post = *post;
  event.from = matter.state;
  event.to = step->to.value_or(matter.merged_from.value_or(matter.state));
  event.reason = intent.reason;
  event.text = intent.text;
  const Deciding deciding{matter, intent, actor, rules, now, master};
  if (Status good = decide_details(event, deciding); !good) return good.problem();
  return event;
}

}  // namespace grid::domain
