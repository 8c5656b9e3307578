#include "case_details.h"

#include <fmt/format.h>
#include <grid/base/nearest.h>
#include <grid/domain/case_follow.h>
#include <grid/domain/case_reasons.h>
#include <grid/domain/event_data.h>
#include <grid/domain/silence.h>
#include <grid/domain/verdict.h>

#include <algorithm>

#include "case_permission.h"

namespace grid::domain {

Problem missing(const char* field, Action action) {
  return problem("field.required", field, "{} needs {}", typed(action), field);
}

Status check_needs(const Step& step, const Intent& intent) {
  const Needs& needs = step.needs;
  if (needs.rating) {
    if (Status whole = check_rating(intent.rating); !whole) return whole;
  }
  // To press for a case says enough.
  const bool urges =
      step.action == Action::note && reason_of<NoteReason>(intent.reason) == NoteReason::urge;
  const std::pair<bool, const char*> lacking[] = {
      {needs.reason && intent.reason.empty(), "reason"},
      {needs.text && intent.text.empty() && !urges, "text"},
      {needs.unit && intent.org.empty() && intent.staff.empty(), "org"},
      {needs.limit && !intent.limit, "limit"},
      {needs.level && !intent.level, "level"},
      {needs.into && intent.into.empty(), "into"},
  };
  for (const auto& [is_lacking, field] : lacking) {
    if (is_lacking) return missing(field, intent.action);
  }
  return Done{};
}

Status check_silence(const Case& matter, const CaseRules& rules, Instant at) {
  const auto until = silence_ends(matter, rules);
  if (!until || at <= *until) return Done{};
  return problem("case.return_late", "at",
                 "it could be returned until {}; since then silence counts as signed",
                 format_instant(*until, rules.offset()));
}

namespace {

// A reason from a list: its code goes into the event.
template <typename E>
Status choose_reason(Event& event) {
  if (const auto reason = reason_of<E>(event.reason)) {
    event.reason = code(*reason);
    return Done{};
  }
  std::string known;
  for (const Term& each : Terms<E>::all) {
    known += fmt::format("{}{} {}", known.empty() ? "" : ", ", each.code, each.zh);
  }
  Problem wrong = problem("case.reason", "reason", "the reason must be one of: {}", known);
  wrong.near = nearest(event.reason, codes<E>());
  return wrong;
}

Status decide_return(Event& event, const Deciding& by) {
  const Rules& rules = by.rules.version(by.matter.policy).policy().rules;
  if (by.matter.final_dispatch || rules.max_returns == 0) {
    return problem("case.final_dispatch", "", "the level above decided: it cannot be returned");
  }
  if (Status in_time = check_silence(by.matter, by.rules, event.at); !in_time) return in_time;
  return choose_reason<ReturnReason>(event);
}

// To the direct superior; an emergency at once to the level that the policy names, past those
// between.
Status decide_escalate(Event& event, const Deciding& by) {
  const Policy& policy = by.rules.current(by.now).policy();
  const auto path = by.rules.areas().path(by.matter.owner_area, by.rules.day(event.at));
  if (path.size() < 2) {
    return problem("area.no_superior", "area", "{} has no area above it in this office",
                   by.matter.owner_area);
  }
  size_t rise = 1;
  const auto wanted = policy.depth_of(policy.rules.emergency_escalate);
  if (by.matter.urgency == Urgency::emergency && wanted) {
    const auto below = [&](const Area* area) {
      const auto depth = policy.depth_of(area->kind);
      return depth && *depth > *wanted;
    };
    while (rise + 1 < path.size() && below(path[rise])) ++rise;
  }
  event.area = path[rise]->code;
  add_datum(event.data, "rule", by.intent.rule);
  return Done{};
}

// Before it is late, as often as the policy says; from the second time on by a leader.
Status decide_extend(Event& event, const Deciding& by) {
  const Case& matter = by.matter;
  const CaseRules& rules = by.rules;
  if (by.intent.limit->count == 0) {
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
  if (matter.extensions >= 1 && !by.actor.admin &&
      !entitled_by(leader, &matter, by.actor, {}, rules, rules.day(event.at))) {
    return problem("actor.not_permitted", "", "{} is for: {}", message_id("a second extend"),
                   message_id("leader of the area that holds the case or of one above it"));
  }
  add_datum(event.data, "limit", format_limit(*by.intent.limit));
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

Status decide_supervise(Event& event, const Deciding& by) {
  const int level = *by.intent.level;
  if (level < 1 || level > 3) {
    return problem("case.supervise", "level", "{} is not a level of supervision, 1 to 3", level);
  }
  if (level <= by.matter.supervise) {
    return problem("case.supervise", "level", "supervision stands at {} and may only rise",
                   by.matter.supervise);
  }
  add_datum(event.data, "level", fmt::format("{}", level));
  add_datum(event.data, "rule", by.intent.rule);
  return Done{};
}

// The unit itself answers in words; the dispatching centre releases it, with a reason.
Status decide_answer(Event& event, const Deciding& by) {
  const Actor& actor = by.actor;
  const bool of_unit = entitled_by({{Role::handler}, Reach::joint}, &by.matter, actor,
                                   by.intent.org, by.rules, by.rules.day(event.at))
                           .has_value();
  event.org = by.intent.org;
  if (event.org.empty() && of_unit) {
    for (const JointUnit& unit : by.matter.joint) {
      const bool own = std::any_of(actor.posts.begin(), actor.posts.end(),
                                   [&](const Post& post) { return post.org == unit.org; });
      if (own && unit.open() && event.org.empty()) event.org = unit.org;
    }
  }
  if (event.org.empty()) return missing("org", by.intent.action);
  const bool open =
      std::any_of(by.matter.joint.begin(), by.matter.joint.end(),
                  [&](const JointUnit& unit) { return unit.org == event.org && unit.open(); });
  if (!open) {
    return problem("case.joint", "org", "{} is not a joint unit whose answer is open", event.org);
  }
  if (of_unit) {
    event.reason.clear();
    if (by.intent.text.empty()) return missing("text", by.intent.action);
    return Done{};
  }
  if (by.intent.reason.empty()) return missing("reason", by.intent.action);
  return Done{};
}

// A new cycle, with the promise as it is made now.
Status decide_reopen(Event& event, const Deciding& by) {
  if (const auto until = reopen_ends(by.matter, by.rules); until && event.at > *until) {
    return problem("case.reopen_late", "at", "it could be reopened until {}",
                   format_instant(*until, by.rules.offset()));
  }
  add_datum(event.data, "policy", fmt::format("{}", by.rules.current(by.now).number()));
  return Done{};
}

// What was merged into a case would end with it, unseen.
Status check_merged(const Case& matter) {
  if (matter.merged.empty()) return Done{};
  Problem refused = problem("case.merge", "", "{} is merged into it", matter.merged.front().no);
  refused.hint = message_id("take it out first: case-act unmerge NO");
  return refused;
}

void decide_note(Event& event) {
  if (const auto reason = reason_of<NoteReason>(event.reason)) event.reason = code(*reason);
}

}  // namespace

Status decide_details(Event& event, const Deciding& by) {
  switch (event.action) {
    case Action::handle:
      return decide_handle(event, by);
    case Action::dispatch:
      return decide_dispatch(event, by);
    case Action::return_:
      return decide_return(event, by);
    case Action::escalate:
      return decide_escalate(event, by);
    case Action::extend:
      return decide_extend(event, by);
    case Action::resolve:
      return decide_resolve(by.matter);
    case Action::supervise:
      return decide_supervise(event, by);
    case Action::answer:
      return decide_answer(event, by);
    case Action::reject:
    case Action::void_:
      return check_merged(by.matter);
    case Action::exclude:
      return choose_reason<ExcludeReason>(event);
    case Action::whistle:
      return decide_whistle(event, by);
    case Action::reopen:
      return decide_reopen(event, by);
    case Action::merge:
      return decide_merge(event, by);
    case Action::unmerge:
      return decide_unmerge(event, by);
    case Action::close:
      add_verdict(event.data, judge(by.matter, event.at, by.rules));
      break;
    case Action::rate:
      add_rating(event.data, by.intent.rating);
      break;
    case Action::note:
      decide_note(event);
      break;
    default:
      break;
  }
  return Done{};
}

}  // namespace grid::domain
