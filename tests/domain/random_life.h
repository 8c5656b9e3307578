// Cases that live at random, by the steps that are open to them, for property tests.
#pragma once

#include <algorithm>
#include <functional>
#include <random>

#include "case_office.h"

namespace office {

// At most `steps` steps by the administrator and the ladder, who may take them all; `between` is
// called before each. Times lie in office hours and out of them, often at its borders.
inline void live_at_random(
    const CaseRules& rules, std::mt19937& random, int steps, std::vector<Event>& events,
    std::optional<Case>& matter, const std::function<void()>& between = [] {}) {
  const auto pick = [&](const auto& from) { return from[random() % from.size()]; };
  Instant now = at("2026-11-09 08:30") + std::chrono::minutes{random() % 20'000};
  const char* categories[] = {"0401", "0401", "0401", "09", "11"};
  NewCase one = filed(categories[random() % 5]);
  one.urgency = static_cast<Urgency>(random() % 2);
  Event report = *decide_report(one, {}, admin, rules, now);
  report.case_no = "330782002-20261109-0001";
  matter = apply(nullptr, report, rules);
  events.push_back(report);
  for (int step = 0; step < steps; ++step) {
    between();
    const int spans[] = {0, 1, 60, 3'600, 27'000, 86'400, 259'200};
    now = std::max(now + Seconds{pick(std::vector<int>(spans, spans + 7))}, matter->last_at);
    if (random() % 3 == 0) now += Seconds{random() % 50'000};
    const std::vector<Action> open = open_actions(matter->state);
    if (open.empty()) return;
    Intent one_step;
    one_step.action = pick(open);
    // Onwards, more often than not.
    for (const Action onwards : {Action::verify, Action::close, Action::resolve, Action::sign}) {
      const bool possible = std::find(open.begin(), open.end(), onwards) != open.end();
      if (possible && random() % 4 == 0) one_step.action = onwards;
    }
    const bool ends = one_step.action == Action::void_ || one_step.action == Action::reject;
    if (ends && random() % 10 != 0) one_step.action = Action::note;
    one_step.reason = one_step.text = "r";
    if (one_step.action == Action::return_) one_step.reason = "area";
    if (one_step.action == Action::exclude) one_step.reason = "court";
    one_step.org = pick(std::vector<std::string>{"CG", "SQ", "WY"});
    if (random() % 3 == 0) one_step.joint = {one_step.org == "SQ" ? "WY" : "SQ"};
    one_step.limit = limit(pick(std::vector<const char*>{"1wd", "3wh", "2d", "8h"}));
    one_step.level = static_cast<int>(random() % 4);
    if (one_step.action == Action::rate) continue;
    // Who hands a result in never verifies it.
    Actor actor = admin;
    if (matter->state == State::resolved) actor.login = "other";
    const auto event = decide(*matter, one_step, actor, rules, now);
    if (!event) continue;
    matter = apply(&*matter, *event, rules);
    events.push_back(*event);
  }
}

}  // namespace office
