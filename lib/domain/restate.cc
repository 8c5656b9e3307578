#include <fmt/format.h>
#include <grid/domain/event_data.h>
#include <grid/domain/replay.h>
#include <grid/domain/restate.h>

#include <algorithm>

#include "run_clocks.h"

namespace grid::domain {

namespace {

void add_number(std::string& data, std::string_view name, int64_t value) {
  add_datum(data, name, fmt::format("{}", value));
}

// `org`: "" or the unit's code and a space.
void add_clock(std::string& data, std::string_view prefix, std::string_view org,
               const Clock& clock) {
  const auto add = [&](std::string_view name, int64_t value) {
    add_datum(data, fmt::format("{}{}", prefix, name), fmt::format("{}{}", org, value));
  };
  if (clock.due) add("due", clock.due->time_since_epoch().count());
  if (clock.left) add("left", clock.left->count());
  if (clock.due || clock.left) add("worth", clock.worth.count());
  if (clock.provisional) add("provisional", 1);
}

Clock clock_in(std::string_view data, std::string_view prefix, std::string_view org) {
  Clock clock;
  for (EventData each(data); each.next();) {
    if (!each.name().starts_with(prefix)) continue;
    std::string_view name = each.name().substr(prefix.size());
    const std::string text = each.value();
    if (!text.starts_with(org)) continue;
    const int64_t value = number_in<int64_t>(std::string_view(text).substr(org.size()));
    if (name == "due") clock.due = Instant{Seconds{value}};
    if (name == "left") clock.left = Seconds{value};
    if (name == "worth") clock.worth = Seconds{value};
    if (name == "provisional") clock.provisional = value != 0;
  }
  return clock;
}

std::string without_clocks(std::string_view data) {
  constexpr std::string_view prefixes[] = {"policy", "calendar", "promise_", "stage",
                                           "due",    "worth",    "prov",     "handle_",
                                           "case_",  "joint_",   "late_"};
  std::string rest;
  for (EventData each(data); each.next();) {
    const auto names = [&](std::string_view prefix) { return each.name().starts_with(prefix); };
    if (std::none_of(std::begin(prefixes), std::end(prefixes), names)) {
      add_datum(rest, each.name(), each.value());
    }
  }
  return rest;
}

// Whose versions hold where a clock begins, and what events that set clocks would set, is left to
// the override.
Event as_if(const Event& event, const std::string& basis) {
  Event other = event;
  switch (event.action) {
    case Action::report:
    case Action::dispatch:
    case Action::reopen:
      other.data += basis;
      break;
    case Action::recompute:
    case Action::absorb:
    case Action::detach:
      other.data = without_clocks(event.data);
      break;
    default:
      break;
  }
  return other;
}

void compare(std::vector<ClockMove>& moves, ClockKind clock, const std::string& org,
             const Clock& before, const Clock& after) {
  if (before.due == after.due && before.left == after.left) return;
  moves.push_back({clock, org, before, after});
}

ClockKind step_clock(Stage stage) {
  return from_code<ClockKind>(code(stage)).value_or(ClockKind::accept);
}

const JointUnit* unit_named(const Case& matter, const std::string& org) {
  const auto found = std::find_if(matter.joint.begin(), matter.joint.end(),
                                  [&](const JointUnit& unit) { return unit.org == org; });
  return found == matter.joint.end() ? nullptr : &*found;
}

bool has_clock(const Case& matter) {
  const auto lives = [](const Clock& clock) { return clock.due || clock.left; };
  return lives(matter.promise) || lives(matter.handle) || lives(matter.step) ||
         std::any_of(matter.joint.begin(), matter.joint.end(),
                     [&](const JointUnit& unit) { return lives(unit.clock); });
}

bool same_basis(const Case& a, const Case& b) {
  return a.policy == b.policy && a.calendar == b.calendar && a.promise_policy == b.promise_policy &&
         a.promise_calendar == b.promise_calendar && a.promise_since == b.promise_since;
}

}  // namespace

Case restate(std::span<const Event> events, const CaseRules& rules, const Override& how) {
  const Case present = *replay(events, rules);
  std::string basis;
  add_number(basis, "policy", how.policy.value_or(present.policy));
  add_number(basis, "calendar", how.calendar.value_or(present.calendar));
  add_number(basis, "promise_policy", how.policy.value_or(present.promise_policy));
  add_number(basis, "promise_calendar", how.calendar.value_or(present.promise_calendar));
  add_moment(basis, "promise_since", how.promise_since.value_or(present.promise_since));
  std::optional<Case> restated;
  for (const Event& event : events) {
    restated = apply(restated ? &*restated : nullptr, as_if(event, basis), rules);
  }
  return *std::move(restated);
}

void add_clocks(std::string& data, const Case& restated) {
  data.reserve(data.size() + 512);
  add_number(data, "policy", restated.policy);
  add_number(data, "calendar", restated.calendar);
  add_number(data, "promise_policy", restated.promise_policy);
  add_number(data, "promise_calendar", restated.promise_calendar);
  add_moment(data, "promise_since", restated.promise_since);
  if (restated.stage) add_datum(data, "stage", code(*restated.stage));
  add_clock(data, "", "", restated.step);
  add_clock(data, "handle_", "", restated.handle);
  add_clock(data, "case_", "", restated.promise);
  for (const JointUnit& unit : restated.joint) {
    add_clock(data, "joint_", unit.org + " ", unit.clock);
  }
  if (!restated.late_holder) return;
  add_datum(data, "late_area", restated.late_holder->area);
  add_datum(data, "late_org", restated.late_holder->org);
  add_datum(data, "late_staff", restated.late_holder->staff);
}

void take_clocks(Case& matter, const Clocks& clocks, std::string_view data) {
  if (!datum(data, "promise_since")) return;
  if (clocks.handle == Effect::set) {
    take_stage_basis(matter, data);
    matter.stage = from_code<Stage>(datum(data, "stage").value_or(""));
    matter.step = clock_in(data, "", "");
    matter.handle = clock_in(data, "handle_", "");
    for (JointUnit& unit : matter.joint) unit.clock = clock_in(data, "joint_", unit.org + " ");
  }
  take_promise_basis(matter, data);
  matter.promise = clock_in(data, "case_", "");
  matter.late_holder.reset();
  if (auto area = datum(data, "late_area")) {
    matter.late_holder = Holder{*std::move(area), datum(data, "late_org").value_or(""),
                                datum(data, "late_staff").value_or("")};
  }
}

std::vector<ClockMove> moves_between(const Case& before, const Case& after) {
  std::vector<ClockMove> moves;
  compare(moves, ClockKind::promise, "", before.promise, after.promise);
  const Stage stage = before.stage.value_or(after.stage.value_or(Stage::accept));
  const Stage step = stage == Stage::handle ? after.stage.value_or(stage) : stage;
  compare(moves, step_clock(step), "", before.step, after.step);
  compare(moves, ClockKind::handle, "", before.handle, after.handle);
  for (const JointUnit& unit : after.joint) {
    const JointUnit* old = unit_named(before, unit.org);
    if (old != nullptr && unit.open())
      compare(moves, ClockKind::joint, unit.org, old->clock, unit.clock);
  }
  return moves;
}

bool days_differ(const Policy& before, const Policy& after) {
  for (const auto& [name, calendar] : after.calendars) {
    const auto old = before.calendars.find(name);
    if (old == before.calendars.end()) continue;
    if (old->second.covered_until != calendar.covered_until || old->second.days != calendar.days) {
      return true;
    }
  }
  return false;
}

std::optional<Event> decide_recompute(const Case& matter, std::span<const Event> events,
                                      const CaseRules& rules, const Override& how,
                                      const Actor& actor, Instant now) {
  if (!matter.open()) return std::nullopt;
  const Case restated = restate(events, rules, how);
  const bool counts = has_clock(matter) || has_clock(restated);
  if (!counts || (same_basis(matter, restated) && moves_between(matter, restated).empty())) {
    return std::nullopt;
  }
  Event event;
  event.case_no = matter.no;
  event.seq = matter.last_seq + 1;
  event.action = Action::recompute;
  event.at = event.recorded_at = std::max(now, matter.last_at);
  event.actor = actor.login;
  event.login = actor.system_login;
  event.post = "admin";
  event.from = event.to = matter.state;
  add_clocks(event.data, restated);
  return event;
}

}  // namespace grid::domain
