#include <fmt/format.h>
#include <grid/base/nearest.h>
#include <grid/domain/case_decide.h>
#include <grid/domain/clock.h>
#include <grid/domain/event_data.h>

#include <algorithm>

#include "case_permission.h"

namespace grid::domain {

namespace {

std::string list_of(const std::vector<Action>& actions) {
  std::string words;
  for (const Action action : actions) {
    if (!words.empty()) words += ", ";
    words += code(action);
  }
  return words.empty() ? "none" : words;
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

Status required(bool given, const char* field, Action action) {
  if (given) return Done{};
  return problem("field.required", field, "{} needs {}", code(action), field);
}

Status check_needs(const Step& step, const Intent& intent) {
  const Needs& needs = step.needs;
  if (needs.rating) {
    if (Status whole = check_rating(intent.rating); !whole) return whole;
  }
  const std::pair<bool, const char*> missing[] = {
      {needs.reason && intent.reason.empty(), "reason"},
      {needs.text && intent.text.empty(), "text"},
      {needs.unit && intent.org.empty() && intent.staff.empty(), "org"},
      {needs.limit && !intent.limit, "limit"},
      {needs.level && !intent.level, "level"},
      {needs.into && intent.into.empty(), "into"},
  };
  for (const auto& [is_missing, field] : missing) {
    if (is_missing) return required(false, field, intent.action);
  }
  return Done{};
}

Status known_org(const std::string& org, const char* field, const CaseRules& rules) {
  if (rules.has_org(org)) return Done{};
  return problem("org.unknown", field, "there is no organisation {}", org);
}

// A dispatch that names nobody follows the policy's route for the category.
Intent routed(Intent intent, const Case& matter, const CaseRules& rules, Instant now) {
  const bool open = intent.org.empty() && intent.staff.empty();
  if (intent.action != Action::dispatch || !open) return intent;
  const Route* route = rules.current(now).policy().route_for(matter.category);
  if (route == nullptr) return intent;
  intent.org = route->lead;
  if (intent.joint.empty()) intent.joint = route->joint;
  return intent;
}

Status decide_dispatch(Event& event, const Intent& intent, const CaseRules& rules, Instant now) {
  if (!intent.org.empty()) {
    if (Status known = known_org(intent.org, "org", rules); !known) return known;
  }
  if (!intent.staff.empty() && !rules.has_staff(intent.staff)) {
    return problem("staff.unknown", "staff", "there is no login of that name");
  }
  std::vector<std::string> named;
  for (const std::string& unit : intent.joint) {
    if (Status known = known_org(unit, "joint", rules); !known) return known;
    if (unit == intent.org) {
      return problem("case.joint_lead", "joint", "{} is the lead and cannot join itself", unit);
    }
    if (std::find(named.begin(), named.end(), unit) != named.end()) continue;
    named.push_back(unit);
    add_datum(event.data, "joint", unit);
  }
  add_datum(event.data, "policy", fmt::format("{}", rules.current(now).number()));
  return Done{};
}

// To the direct superior; an emergency, too, rises by one level a step.
Status decide_escalate(Event& event, const Case& matter, const Intent& intent,
                       const CaseRules& rules) {
  const Area* holder = rules.areas().find(matter.owner_area);
  const Area* above =
      holder == nullptr ? nullptr : rules.areas().parent(*holder, rules.day(event.at));
  if (above == nullptr) {
    return problem("area.no_superior", "area", "{} has no area above it in this office",
                   matter.owner_area);
  }
  event.area = above->code;
  add_datum(event.data, "rule", intent.rule);
  return Done{};
}

// Before it is late, as often as the policy says; from the second time on by a leader.
Status decide_extend(Event& event, const Case& matter, const Intent& intent, const Actor& actor,
                     const CaseRules& rules) {
  if (intent.limit->count == 0) {
    return problem("limit.range", "limit", "an extension by nothing is none");
  }
  if (!matter.handle.due) {
    return problem("case.no_limit", "limit", "handling this case has no limit to extend");
  }
  if (event.at > *matter.handle.due) {
    return problem("case.late", "at", "it was due at {}; an extension comes before that",
                   format_instant(*matter.handle.due, rules.offset()));
  }
  const int most = rules.version(matter.policy).policy().rules.max_extensions;
  if (matter.extensions >= most) {
    return problem("case.extensions", "limit", "it was extended {} times; the policy allows {}",
                   matter.extensions, most);
  }
  const Who leader{{Role::leader}, Reach::holder};
  if (matter.extensions >= 1 && !actor.admin &&
      !entitled_by(leader, &matter, actor, {}, rules, rules.day(event.at))) {
    return problem("actor.not_permitted", "", "{} is for: {}", "a second extend",
                   "leader of the area that holds the case or of one above it");
  }
  add_datum(event.data, "limit", format_limit(*intent.limit));
  return Done{};
}

Status decide_resolve(const Case& matter) {
  for (const JointUnit& unit : matter.joint) {
    if (unit.open()) {
      return problem("case.joint_open", "joint",
                     "the joint unit {} has neither answered nor been released", unit.org);
    }
  }
  return Done{};
}

Status decide_supervise(Event& event, const Case& matter, const Intent& intent) {
  const int level = *intent.level;
  if (level < 1 || level > 3) {
    return problem("case.supervise", "level", "{} is not a level of supervision, 1 to 3", level);
  }
  if (level <= matter.supervise) {
    return problem("case.supervise", "level", "supervision stands at {} and may only rise",
                   matter.supervise);
  }
  add_datum(event.data, "level", fmt::format("{}", level));
  add_datum(event.data, "rule", intent.rule);
  return Done{};
}

// The unit itself answers in words; the dispatching centre releases it, with a reason.
Status decide_answer(Event& event, const Case& matter, const Intent& intent, const Actor& actor,
                     const CaseRules& rules) {
  const bool of_unit = entitled_by({{Role::handler}, Reach::joint}, &matter, actor, intent.org,
                                   rules, rules.day(event.at));
  if (event.org.empty() && of_unit) {
    for (const JointUnit& unit : matter.joint) {
      const bool own = std::any_of(actor.posts.begin(), actor.posts.end(),
                                   [&](const Post& post) { return post.org == unit.org; });
      if (own && unit.open() && event.org.empty()) event.org = unit.org;
    }
  }
  if (Status given = required(!event.org.empty(), "org", intent.action); !given) return given;
  const bool open =
      std::any_of(matter.joint.begin(), matter.joint.end(),
                  [&](const JointUnit& unit) { return unit.org == event.org && unit.open(); });
  if (!open) {
    return problem("case.joint", "org", "{} is not a joint unit whose answer is open", event.org);
  }
  if (of_unit) {
    event.reason.clear();
    return required(!intent.text.empty(), "text", intent.action);
  }
  return required(!intent.reason.empty(), "reason", intent.action);
}

Status decide_details(Event& event, const Case& matter, const Intent& intent, const Actor& actor,
                      const CaseRules& rules, Instant now) {
  switch (intent.action) {
    case Action::handle:
      if (!intent.staff.empty() && !rules.has_staff(intent.staff)) {
        return problem("staff.unknown", "staff", "there is no login of that name");
      }
      break;
    case Action::dispatch:
      return decide_dispatch(event, intent, rules, now);
    case Action::escalate:
      return decide_escalate(event, matter, intent, rules);
    case Action::extend:
      return decide_extend(event, matter, intent, actor, rules);
    case Action::resolve:
      return decide_resolve(matter);
    case Action::supervise:
      return decide_supervise(event, matter, intent);
    case Action::answer:
      return decide_answer(event, matter, intent, actor, rules);
    case Action::rate:
      add_rating(event.data, intent.rating);
      break;
    default:
      break;
  }
  return Done{};
}

// Of the lead (主办单位): a post in the unit that has the case, or the person who has it or handed
// in its result.
bool of_lead(const Case& matter, const Actor& actor) {
  if (actor.login == matter.handler) return true;
  if (!matter.owner_staff.empty() && actor.login == matter.owner_staff) return true;
  return !matter.owner_org.empty() &&
         std::any_of(actor.posts.begin(), actor.posts.end(),
                     [&](const Post& post) { return post.org == matter.owner_org; });
}

Status permitted(const Step& step, const Case& matter, const Intent& intent, const Actor& actor,
                 const CaseRules& rules, Date day) {
  const bool judges = step.action == Action::verify || step.action == Action::rework;
  if (judges && actor.login == matter.handler) {
    return problem("actor.handler_verifies", "",
                   "who handed in the result of a case never verifies it");
  }
  if (step.action == Action::rate && of_lead(matter, actor)) {
    return problem("actor.lead_rates", "",
                   "the lead of a case never calls its reporter back to be rated");
  }
  if (actor.admin || entitled_by_table(step, &matter, actor, intent.org, rules, day)) {
    return Done{};
  }
  return problem("actor.not_permitted", "", "{} is for: {}", code(step.action), entitled(step));
}

// The organisation and person that an action names in its event.
void name_unit(Event& event, const Intent& intent) {
  const Action action = intent.action;
  if (action == Action::dispatch || action == Action::answer) event.org = intent.org;
  if (action == Action::dispatch || action == Action::handle) event.staff = intent.staff;
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
  if (!actor.admin && !entitled_by_table(step, nullptr, actor, {}, rules, day)) {
    return problem("actor.not_permitted", "", "{} is for: {}", code(step.action), entitled(step));
  }
  Event event;
  event.seq = 1;
  event.action = Action::report;
  event.at = at.value_or(now);
  event.recorded_at = now;
  event.actor = actor.login;
  event.login = actor.system_login;
  event.to = State::reported;
  event.area = first_holder(filed, version.policy(), rules.areas(), day);
  event.text = filed.text;
  event.data = filed_data(filed, version.number());
  add_datum(event.personal, "reporter_name", filed.reporter_name);
  add_datum(event.personal, "reporter_phone", filed.reporter_phone);
  return event;
}

Result<Event> decide(const Case& matter, const Intent& wanted, const Actor& actor,
                     const CaseRules& rules, Instant now) {
  const Intent intent = routed(wanted, matter, rules, now);
  const Step* step = find_step(matter.state, intent.action);
  if (step == nullptr || !offered(intent.action) || !step->to ||
      (ladder_only(*step) && !actor.ladder)) {
    return problem("case.step", "action", "a case that is {} allows no {}; open steps: {}",
                   code(matter.state), code(intent.action), list_of(open_actions(matter.state)));
  }
  const Instant at = intent.at.value_or(now);
  if (Status good = permitted(*step, matter, intent, actor, rules, rules.day(at)); !good) {
    return good.problem();
  }
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
  event.from = matter.state;
  event.to = *step->to;
  event.reason = intent.reason;
  event.text = intent.text;
  name_unit(event, intent);
  if (Status good = decide_details(event, matter, intent, actor, rules, now); !good) {
    return good.problem();
  }
  return event;
}

}  // namespace grid::domain
