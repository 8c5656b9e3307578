// Stories of cases for the tests of the figures: events written down step by step, in a small
// office whose promise is five working days.
#pragma once

#include <doctest/doctest.h>
#include <grid/domain/event_data.h>
#include <grid/domain/figures.h>
#include <grid/domain/figures_units.h>
#include <grid/domain/steps.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "office_calendar.h"

namespace figures_story {

using namespace grid;
using namespace grid::domain;

inline AreaTree jiangdong() {
  const auto area = [](const char* code, const char* kind, const char* parent) {
    return Area{code, kind, {}, {}, {AreaSpell{{}, {}, code, parent}}};
  };
  return AreaTree({area("S", "street", ""), area("C1", "community", "S"),
                   area("C2", "community", "S"), area("C1G1", "grid", "C1"),
                   area("C2G1", "grid", "C2")});
}

inline Policy policy() {
  Policy made;
  made.office.levels = {"street", "community", "grid"};
  made.calendars[""] = office_rule();
  made.categories = {{"04", "城市管理", CategoryKind::single, ""},
                     {"0401", "市容环境", CategoryKind::single, ""}};
  LimitRule rule;
  rule.accept = Limit{2, LimitUnit::wh};
  rule.handle = Limit{1, LimitUnit::wd};
  rule.whole = Limit{5, LimitUnit::wd};
  made.limits = {rule};
  return made;
}

struct OfficeOfTests {
  AreaTree areas = jiangdong();
  CaseRules rules{{{1, Instant{}}},
                  [](int64_t version) { return PolicyVersion(version, policy()); },
                  areas,
                  [](std::string_view) { return true; },
                  [](std::string_view) { return true; }};
  AreaView view{areas, *parse_date("2026-11-30"), china, ""};
};

// One case's events, written down step by step.
class Story {
 public:
  explicit Story(std::string area = "C1G1", std::string category = "0401") {
    add_datum(data_, "title", "沿街垃圾");
    add_datum(data_, "category", category);
    add_datum(data_, "area", area);
    add_datum(data_, "policy", "1");
    holder_ = area.substr(0, 2);
  }

  Story& step(std::string_view time, Action action, std::string org = {}) {
    return step(at(time), action, std::move(org));
  }
  Story& step(Instant when, Action action, std::string org = {}) {
    Event event;
    event.case_no = "S-20261101-0001";
    event.seq = static_cast<int64_t>(events_.size()) + 1;
    event.action = action;
    event.at = when;
    event.recorded_at = when;
    event.from = state_;
    const Step* found = find_step(state_, action);
    REQUIRE(found != nullptr);
    event.to = found->to.value_or(State::accepted);
    event.org = std::move(org);
    if (!state_) {
      event.area = holder_;
      event.data = data_;
    }
    if (action == Action::dispatch) add_datum(event.data, "policy", "1");
    if (action == Action::extend) add_datum(event.data, "limit", "1wd");
    state_ = event.to;
    events_.push_back(std::move(event));
    return *this;
  }
  // Recorded later than it happened (late entry).
  Story& recorded(std::string_view time) {
    events_.back().recorded_at = at(time);
    return *this;
  }

  // A further fact of the last step.
  Story& fact(std::string_view name, std::string_view value) {
    add_datum(events_.back().data, name, value);
    return *this;
  }
  Story& rated(std::string_view time, Satisfaction satisfaction) {
    step(time, Action::rate).fact("contacted", "true");
    fact("solved", "true").fact("satisfaction", code(satisfaction));
    return *this;
  }

  const std::vector<Event>& events() const { return events_; }
  std::optional<State> state() const { return state_; }

 private:
  std::vector<Event> events_;
  std::optional<State> state_;
  std::string data_, holder_;
};

inline Story closed_case(const char* closed_at) {
  Story story;
  story.step("2026-11-02 09:00", Action::report)
      .step("2026-11-02 10:00", Action::accept)
      .step("2026-11-02 11:00", Action::dispatch, "CG")
      .step("2026-11-02 14:00", Action::sign, "CG")
      .step("2026-11-03 09:00", Action::resolve)
      .step("2026-11-03 10:00", Action::verify)
      .step(closed_at, Action::close);
  return story;
}

inline FiguresQuestion asked(std::string_view from, std::string_view until,
                             std::string_view as_of) {
  return {at(from), at(until), at(as_of)};
}
inline FiguresQuestion november() {
  return asked("2026-11-01", "2026-12-01", "2026-12-05");
}

inline std::map<std::string, Figures> shares(const Story& story, const FiguresQuestion& question,
                                             const UnitOf& unit_of, const CaseRules& rules) {
  std::map<std::string, Figures> by_unit;
  for (const Share& share : shares_of(story.events(), question, unit_of, rules)) {
    by_unit[share.unit].add(share.figures);
  }
  return by_unit;
}

inline const UnitOf lead = [](const Case& matter) { return matter.owner_org; };
inline const UnitOf one_unit = [](const Case&) { return std::string("all"); };

inline Figures figures(const Story& story, const FiguresQuestion& question) {
  OfficeOfTests office;
  return shares(story, question, one_unit, office.rules)["all"];
}

}  // namespace figures_story
