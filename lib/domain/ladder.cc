#include <grid/domain/clock.h>
#include <grid/domain/ladder.h>

#include <algorithm>

namespace grid::domain {

namespace {

// Longer than any run of days of rest stretches a limit in office time.
constexpr int64_t rest_factor = 8;

struct Running {
  Stage stage;
  Instant due;
};

// The stages whose clocks run: one, or signing and handling side by side.
std::vector<Running> running_stages(const Case& matter) {
  std::vector<Running> running;
  if (matter.stage && matter.stage != Stage::handle && matter.step.due) {
    running.push_back({*matter.stage, *matter.step.due});
  }
  if (matter.handle.due) running.push_back({Stage::handle, *matter.handle.due});
  return running;
}

// nullopt: the step has no moment (by count, or a share of a limit that is not set).
std::optional<Instant> moment(const Trigger& trigger, const Running& running,
                              const CaseLimits& limits) {
  const Calendar& calendar = limits.calendar(running.stage);
  if (trigger.kind == TriggerKind::time) {
    return trigger.before ? before_end(running.due, trigger.offset, calendar)
                          : after_end(running.due, trigger.offset, calendar);
  }
  const std::optional<Limit> limit = limits.limit(running.stage);
  if (trigger.kind == TriggerKind::count || !limit) return std::nullopt;
  const int percent = trigger.before ? -trigger.percent : trigger.percent;
  return share_from_end(running.due, *limit, percent, calendar);
}

// Late is later than due: a step at or after the deadline fires once that moment is past.
bool reached(const Trigger& trigger, Instant at, Instant now) {
  return trigger.before ? at <= now : at < now;
}

void find_target(Firing& firing, const Case& matter, const CaseRules& rules, Instant now) {
  const Area* holder = rules.areas().find(matter.owner_area);
  const Area* above = holder == nullptr ? nullptr : rules.areas().parent(*holder, rules.day(now));
  if (above != nullptr) {
    firing.target = above->code;
  } else if (firing.rule->escalate || firing.rule->target.empty()) {
    firing.obstacle = problem("area.no_superior", "area", "{} has no area above it in this office",
                              matter.owner_area);
  }
  const Step* step = find_step(matter.state, Action::escalate);
  if (firing.rule->escalate && step == nullptr) {
    firing.obstacle =
        problem("case.step", "action", "a case that is {} allows no {}; open steps: {}",
                code(matter.state), code(Action::escalate), "supervise");
  }
}

std::vector<Firing> stage_due(const Running& running, const Case& matter, const CaseLimits& limits,
                              const CaseRules& rules, Instant now) {
  std::vector<Firing> found;
  const Policy& policy = limits.version().policy();
  for (const LadderRule* rule : policy.ladder_for(running.stage, matter.category, matter.urgency,
                                                  limits.area_path(), matter.level)) {
    const std::optional<Instant> at = moment(rule->trigger, running, limits);
    if (!at || !reached(rule->trigger, *at, now)) continue;
    Firing firing;
    firing.stage = running.stage;
    firing.rule = rule;
    firing.reached = *at;
    firing.due = running.due;
    found.push_back(std::move(firing));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Firing& a, const Firing& b) { return a.reached < b.reached; });
  for (size_t i = 0; i < found.size(); ++i) {
    found[i].skipped = i + 1 < found.size();
    if (!found[i].skipped) find_target(found[i], matter, rules, now);
  }
  return found;
}

bool moves(const Firing& firing) {
  return !firing.skipped && firing.rule->escalate && !firing.obstacle;
}

}  // namespace

std::vector<Firing> ladder_due(const Case& matter, const CaseRules& rules,
                               const HasFired& has_fired, Instant now) {
  std::vector<Firing> due;
  if (!matter.open() || matter.paused) return due;
  const std::vector<Running> stages = running_stages(matter);
  if (stages.empty()) return due;
  const CaseLimits limits(matter, rules.day(now), rules);
  for (const Running& running : stages) {
    for (Firing& firing : stage_due(running, matter, limits, rules, now)) {
      if (!has_fired(firing.stage, firing.rule->key)) due.push_back(std::move(firing));
    }
    // The case moves to another centre, where the other stage no longer runs.
    if (!due.empty() && moves(due.back())) break;
  }
  return due;
}

std::vector<Intent> intents_of(const Firing& firing, const Case& matter) {
  std::vector<Intent> intents;
  if (firing.skipped) return intents;
  Intent intent;
  intent.rule = firing.rule->key;
  intent.reason = firing.rule->key;
  if (firing.rule->supervise > matter.supervise) {
    intent.action = Action::supervise;
    intent.level = firing.rule->supervise;
    intents.push_back(intent);
  }
  if (firing.rule->escalate && !firing.obstacle) {
    intent.action = Action::escalate;
    intent.level.reset();
    intents.push_back(intent);
  }
  return intents;
}

Seconds ladder_horizon(const Policy& policy) {
  Seconds longest{0};
  for (const LadderRule& rule : policy.ladder) {
    if (!rule.trigger.before) continue;
    // A share is at most the whole limit, and no limit in use is longer than a year.
    Seconds ahead = std::chrono::days{366};
    if (rule.trigger.kind == TriggerKind::time) {
      const bool days =
          rule.trigger.offset.unit == LimitUnit::wd || rule.trigger.offset.unit == LimitUnit::d;
      const Seconds unit = days ? Seconds{std::chrono::days{1}} : Seconds{std::chrono::hours{1}};
      ahead = unit * rule.trigger.offset.count * rest_factor + std::chrono::days{14};
    }
    longest = std::max(longest, ahead);
  }
  return longest;
}

}  // namespace grid::domain
