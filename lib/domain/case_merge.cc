#include <fmt/format.h>
#include <grid/domain/case_merge.h>
#include <grid/domain/doubles.h>
#include <grid/domain/event_data.h>
#include <grid/domain/restate.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "case_details.h"
#include "case_facts.h"

namespace grid::domain {

namespace {

Status check_order(const Event& event, const Case& master, const CaseRules& rules) {
  if (event.at >= master.last_at) return Done{};
  return problem("event.at_order", "at", "{} is before the last event of the case, {}",
                 format_instant(event.at, rules.offset()),
                 format_instant(master.last_at, rules.offset()));
}

// Its report, or the earliest of those that it brings along.
Instant earliest_report(const Case& matter) {
  Instant earliest = matter.reported_at;
  for (const Absorbed& each : matter.merged) earliest = std::min(earliest, each.reported_at);
  return earliest;
}

Instant read_moment(std::string_view data, std::string_view name) {
  return moment_in(datum(data, name).value_or(""));
}

}  // namespace

Status decide_merge(Event& event, const Deciding& by) {
  const Case& matter = by.matter;
  if (by.intent.into == matter.no) {
    return problem("case.merge", "into", "{} cannot be merged into itself", matter.no);
  }
  if (by.master == nullptr || by.master->no != by.intent.into) {
    return problem("case.unknown", "into", "there is no case {}", by.intent.into);
  }
  const Case& master = *by.master;
  if (master.state == State::merged) {
    return problem("case.merge", "into", "{} is itself merged, into {}", master.no, master.master);
  }
  if (!master.open()) return problem("case.merge", "into", "{} has ended", master.no);
  if (master.category != matter.category) {
    return problem("case.merge", "into", "{} is of another category, {}", master.no,
                   master.category);
  }
  const Date day = by.rules.day(event.at);
  const AreaTree& areas = by.rules.areas();
  if (community_of(areas, matter.area, day) != community_of(areas, master.area, day)) {
    return problem("case.merge", "into", "{} happened in another community", master.no);
  }
  if (Status order = check_order(event, master, by.rules); !order) return order;
  add_datum(event.data, "into", master.no);
  return Done{};
}

Status decide_unmerge(const Event& event, const Deciding& by) {
  if (by.master == nullptr || by.master->no != by.matter.master) {
    return problem("case.unknown", "master", "there is no case {}", by.matter.master);
  }
  if (by.master->state == State::merged) {
    return problem("case.merge", "master", "{} is itself merged, into {}", by.master->no,
                   by.master->master);
  }
  return check_order(event, *by.master, by.rules);
}

Instant promise_since(std::span<const Event> events) {
  Instant start{};
  std::map<std::string, Instant> merged;
  for (const Event& event : events) {
    const std::string no = datum(event.data, "case").value_or("");
    if (event.action == Action::report || event.action == Action::reopen) {
      start = event.at;
      merged.clear();
    } else if (event.action == Action::absorb) {
      merged[no] = read_moment(event.data, "since");
    } else if (event.action == Action::detach) {
      merged.erase(no);
    }
  }
  for (const auto& [no, since] : merged) start = std::min(start, since);
  return start;
}

Event mirrored(const Case& matter, const Event& event, const Case& master,
               std::span<const Event> events, const CaseRules& rules) {
  Event mirror = event;
  mirror.case_no = master.no;
  mirror.seq = master.last_seq + 1;
  mirror.action = event.action == Action::merge ? Action::absorb : Action::detach;
  mirror.from = mirror.to = master.state;
  mirror.text.clear();
  mirror.data.clear();
  mirror.hash.clear();
  add_datum(mirror.data, "case", matter.no);
  if (mirror.action == Action::absorb) {
    add_moment(mirror.data, "reported_at", matter.reported_at);
    add_moment(mirror.data, "since", earliest_report(matter));
  }
  if (!master.open()) return mirror;
  std::vector<Event> all(events.begin(), events.end());
  all.push_back(mirror);
  const Override how{std::nullopt, std::nullopt, promise_since(all)};
  add_clocks(mirror.data, restate(events, rules, how));
  return mirror;
}

void absorb(Case& master, const Event& event) {
  const auto no = datum(event.data, "case");
  if (!no) return;
  master.merged.push_back({*no, read_moment(event.data, "reported_at")});
  std::sort(master.merged.begin(), master.merged.end(), [](const Absorbed& a, const Absorbed& b) {
    return std::tie(a.reported_at, a.no) < std::tie(b.reported_at, b.no);
  });
}

void detach(Case& master, const Event& event) {
  const std::string no = datum(event.data, "case").value_or("");
  std::erase_if(master.merged, [&](const Absorbed& each) { return each.no == no; });
}

}  // namespace grid::domain
