#include "case_facts.h"

#include <grid/domain/case_reasons.h>
#include <grid/domain/event_data.h>

#include <algorithm>

namespace grid::domain {

namespace {

// The last call of a unit; nullptr where there is none.
Whistle* last_call(Case& matter, std::string_view org) {
  const auto found = std::find_if(matter.whistles.rbegin(), matter.whistles.rend(),
                                  [&](const Whistle& each) { return each.org == org; });
  return found == matter.whistles.rend() ? nullptr : &*found;
}

// Without any answer the event calls the units that it names; with one it tells of their calls.
void take_whistle(Case& matter, const Event& event) {
  const bool arrived = datum(event.data, "arrived").has_value();
  const std::string outcome = datum(event.data, "outcome").value_or("");
  const auto score = datum(event.data, "score");
  for (EventData each(event.data); each.next();) {
    if (each.name() != "unit") continue;
    if (!arrived && outcome.empty() && !score) {
      matter.whistles.push_back({each.value(), event.at, std::nullopt, {}, std::nullopt});
      continue;
    }
    Whistle* call = last_call(matter, each.value());
    if (call == nullptr) continue;
    if (arrived) call->arrived_at = event.at;
    if (!outcome.empty()) call->outcome = outcome;
    if (score) call->score = number_in<int32_t>(*score);
  }
}

}  // namespace

void count_return(Case& matter) {
  ++matter.returns;
  ++matter.cycle_returns;
  matter.refused_area = matter.owner_area;
  const std::string& org = matter.owner_org;
  auto& refused = matter.refused_by;
  if (!org.empty() && std::find(refused.begin(), refused.end(), org) == refused.end()) {
    refused.push_back(org);
  }
}

void begin_cycle(Case& matter) {
  ++matter.reopens;
  ++matter.cycle;
  for (auto* moment : {&matter.dispatched_at, &matter.signed_at, &matter.resolved_at,
                       &matter.verified_at, &matter.closed_at, &matter.ended_at}) {
    moment->reset();
  }
  matter.handler.clear();
  matter.contacted.reset();
  matter.solved.reset();
  matter.satisfaction.reset();
  matter.late.reset();
  matter.used.reset();
  matter.late_holder.reset();
  matter.cycle_returns = 0;
  matter.refused_by.clear();
  matter.refused_area.clear();
}

void take_further_facts(Case& matter, const Event& event) {
  switch (event.action) {
    case Action::exclude:
      matter.excluded = event.reason;
      break;
    case Action::whistle:
      take_whistle(matter, event);
      break;
    case Action::note:
      if (event.reason == code(NoteReason::urge)) ++matter.urges;
      break;
    case Action::merge:
      matter.master = datum(event.data, "into").value_or("");
      matter.merged_from = event.from;
      break;
    case Action::unmerge:
      matter.master.clear();
      matter.merged_from.reset();
      matter.ended_at.reset();
      break;
    case Action::absorb:
      absorb(matter, event);
      break;
    case Action::detach:
      detach(matter, event);
      break;
    default:
      break;
  }
}

}  // namespace grid::domain
