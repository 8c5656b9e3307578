#include <grid/base/failure.h>
#include <grid/domain/event_data.h>
#include <grid/domain/rating.h>
#include <grid/domain/replay.h>
#include <grid/domain/steps.h>
#include <grid/domain/verdict.h>

#include "case_facts.h"
#include "run_clocks.h"

namespace grid::domain {

namespace {

void take_personal(Case& matter, const Event& event) {
  for (EventData each(event.personal); each.next();) {
    if (each.name() == "reporter_name") matter.reporter_name = each.value();
    if (each.name() == "reporter_phone") matter.reporter_phone = each.value();
  }
}

void take_datum(Case& matter, Place& place, std::string_view name, std::string value) {
  if (name == "title")
    matter.title = std::move(value);
  else if (name == "category")
    matter.category = std::move(value);
  else if (name == "area")
    matter.area = std::move(value);
  else if (name == "urgency")
    matter.urgency = from_code<Urgency>(value).value_or(Urgency::normal);
  else if (name == "channel")
    matter.channel = from_code<Channel>(value).value_or(Channel::patrol);
  else if (name == "address")
    matter.address = std::move(value);
  else if (name == "lon")
    place.lon = number_in<double>(value);
  else if (name == "lat")
    place.lat = number_in<double>(value);
  else if (name == "crs") {
    place.crs = from_code<Crs>(value).value_or(Crs::wgs84);
    matter.place = place;
  } else if (name == "source")
    matter.source = std::move(value);
  else if (name == "source_ref")
    matter.source_ref = std::move(value);
  else if (name == "receipt")
    matter.receipt = std::move(value);
}

void take_holder(Case& matter, const Event& event, const CaseRules& rules) {
  if (event.area.empty()) return;
  matter.owner_area = event.area;
  const Area* area = rules.areas().find(event.area);
  matter.level = area == nullptr ? std::string() : area->kind;
}

Case file(const Event& event, const CaseRules& rules) {
  Case matter;
  matter.no = event.case_no;
  matter.reported_at = event.at;
  matter.reporter = event.actor;
  matter.text = event.text;
  Place place;
  for (EventData each(event.data); each.next();) {
    take_datum(matter, place, each.name(), each.value());
  }
  take_personal(matter, event);
  take_holder(matter, event, rules);
  take_stage_basis(matter, event.data);
  return matter;
}

void leave_unit(Case& matter) {
  matter.owner_org.clear();
  matter.owner_staff.clear();
  matter.joint.clear();
  matter.final_dispatch = false;
}

void dispatch(Case& matter, const Event& event) {
  matter.dispatched_at = event.at;
  matter.signed_at.reset();
  matter.owner_org = event.org;
  matter.owner_staff = event.staff;
  if (matter.first_org.empty()) matter.first_org = event.org;
  matter.final_dispatch = datum(event.data, "final").has_value();
  matter.joint.clear();
  for (EventData each(event.data); each.next();) {
    if (each.name() == "joint") matter.joint.push_back({each.value(), event.at, {}, {}, {}});
  }
  take_stage_basis(matter, event.data);
}

void answer(Case& matter, const Event& event) {
  for (JointUnit& unit : matter.joint) {
    if (unit.org != event.org || !unit.open()) continue;
    if (event.reason.empty()) {
      unit.answered_at = event.at;
    } else {
      unit.released = event.reason;
    }
  }
}

void accepted_by_holder(Case& matter, const Event& event) {
  matter.accepted_at = event.at;
  matter.accepted_area = matter.owner_area;
}

// What an action changes beside the state and the clocks.
void take_facts(Case& matter, const Event& event, const CaseRules& rules) {
  switch (event.action) {
    case Action::accept:
      accepted_by_holder(matter, event);
      break;
    case Action::handle:
      if (event.from == State::reported) accepted_by_holder(matter, event);
      matter.owner_staff = event.staff;
      break;
    case Action::dispatch:
      dispatch(matter, event);
      break;
    case Action::sign:
      matter.signed_at = event.at;
      break;
    case Action::return_:
      count_return(matter);
      leave_unit(matter);
      break;
    case Action::escalate:
      leave_unit(matter);
      take_holder(matter, event, rules);
      accepted_by_holder(matter, event);
      break;
    case Action::extend:
      ++matter.extensions;
      break;
    case Action::resolve:
      matter.resolved_at = event.at;
      matter.handler = event.actor;
      break;
    case Action::verify:
      matter.verified_at = event.at;
      break;
    case Action::rework:
      ++matter.reworks;
      break;
    case Action::reopen:
      leave_unit(matter);
      begin_cycle(matter);
      break;
    case Action::close:
      matter.closed_at = event.at;
      matter.late = matter.promise.due && event.at > *matter.promise.due;
      take_verdict(matter, event.data);
      break;
    case Action::rate:
      take_rating(matter, read_rating(event.data));
      break;
    case Action::supervise:
      matter.supervise = number_in<int32_t>(datum(event.data, "level").value_or("0"));
      break;
    case Action::answer:
      answer(matter, event);
      break;
    default:
      take_further_facts(matter, event);
      break;
  }
}

// A sign of life: not a step that the rules took by themselves, and not somebody's asking for one.
// A centre to which the ladder has taken the case begins with a silence of its own.
bool breaks_silence(const Event& event) {
  switch (event.action) {
    case Action::recompute:
    case Action::absorb:
    case Action::detach:
      return false;
    case Action::note:
      return event.reason != "urge";
    default:
      return event.post != "ladder" || event.action == Action::escalate;
  }
}

}  // namespace

Case apply(const Case* before, const Event& event, const CaseRules& rules) {
  const Step* step =
      find_step(before == nullptr ? std::nullopt : std::optional(before->state), event.action);
  if (step == nullptr) {
    throw Failure(FailureKind::bad_data,
                  problem("case.step", "action", "{} has an event {} that no step allows",
                          event.case_no, code(event.action)));
  }
  Case matter = before == nullptr ? file(event, rules) : *before;
  note_lateness(matter, event.at);
  take_facts(matter, event, rules);
  run_clocks(matter, step->clocks, event, rules);
  matter.state = event.to;
  matter.paused = event.to == State::suspended;
  if (terminal(event.to) && !matter.ended_at) matter.ended_at = event.at;
  matter.last_seq = event.seq;
  matter.last_at = event.at;
  if (breaks_silence(event)) matter.heard_at = event.at;
  return matter;
}

std::optional<Case> replay(std::span<const Event> events, const CaseRules& rules) {
  std::optional<Case> matter;
  for (const Event& event : events) matter = apply(matter ? &*matter : nullptr, event, rules);
  return matter;
}

}  // namespace grid::domain
