#include "run_clocks.h"

#include <grid/domain/clock.h>
#include <grid/domain/event_data.h>
#include <grid/domain/restate.h>

namespace grid::domain {

namespace {

LimitUnit unit_of(const std::optional<Limit>& limit) {
  return limit ? limit->unit : LimitUnit::wh;
}

Clock move_end(const Clock& clock, Stage stage, const Event& event, const CaseLimits& limits) {
  const Result<Limit> by = parse_limit(datum(event.data, "limit").value_or(""));
  if (!by) return clock;
  return extend(clock, *by, unit_of(limits.limit(stage)), limits.calendar(stage));
}

Clock run(Effect effect, const Clock& clock, Stage stage, const Event& event,
          const CaseLimits& limits) {
  const LimitUnit unit = unit_of(limits.limit(stage));
  switch (effect) {
    case Effect::keep:
    case Effect::set:
      return clock;
    case Effect::start:
      return limits.start(stage, event.at);
    case Effect::stop:
      return {};
    case Effect::pause:
      return pause(clock, event.at, unit, limits.calendar(stage));
    case Effect::go_on:
      return go_on(clock, event.at, unit, limits.calendar(stage));
    case Effect::move:
      break;
  }
  return move_end(clock, stage, event, limits);
}

// A promise that ends keeps its end: the verdict is read against it.
Clock run_promise(Effect effect, const Clock& clock, const Case& matter, Instant at,
                  const CaseLimits& limits) {
  if (effect == Effect::start) return limits.start_promise(matter.promise_since);
  const LimitUnit unit = unit_of(limits.promise_limit());
  if (effect == Effect::pause) return pause(clock, at, unit, limits.promise_calendar());
  if (effect == Effect::go_on) return go_on(clock, at, unit, limits.promise_calendar());
  return clock;
}

// The clocks of joint units start, rest and end with the handling of the lead; a unit that has
// answered has no part in that any more.
void run_joint(Case& matter, Effect effect, Instant at, const CaseLimits& limits) {
  for (JointUnit& unit : matter.joint) {
    if (!unit.open()) continue;
    const LimitUnit own = unit_of(limits.limit(Stage::handle));
    if (effect == Effect::start) unit.clock = limits.start_joint(unit.org, at);
    if (effect == Effect::stop) unit.clock = {};
    if (effect == Effect::pause) {
      unit.clock = pause(unit.clock, at, own, limits.joint_calendar(unit.org));
    }
    if (effect == Effect::go_on) {
      unit.clock = go_on(unit.clock, at, own, limits.joint_calendar(unit.org));
    }
  }
}

// The clocks of the stages; accepting, signing and verifying follow one another and share one.
void run_stages(Case& matter, const Clocks& clocks, const Event& event, const CaseLimits& limits) {
  std::optional<Stage> step = matter.stage == Stage::handle ? std::nullopt : matter.stage;
  const std::pair<Stage, Effect> steps[] = {
      {Stage::accept, clocks.accept}, {Stage::sign, clocks.sign}, {Stage::verify, clocks.verify}};
  for (const auto& [stage, effect] : steps) {
    if (effect != Effect::start && step != stage) continue;
    matter.step = run(effect, matter.step, stage, event, limits);
    step = matter.step.due ? std::optional(stage) : std::nullopt;
    if (!step) matter.step = {};
  }
  matter.handle = run(clocks.handle, matter.handle, Stage::handle, event, limits);
  if (!matter.joint.empty()) run_joint(matter, clocks.handle, event.at, limits);
  matter.stage = step;
  if (!step && matter.handle.due) matter.stage = Stage::handle;
}

void begin_promise(Case& matter, const Event& event) {
  take_stage_basis(matter, event.data);
  matter.promise_policy = matter.policy;
  matter.promise_calendar = matter.calendar;
  matter.promise_since = event.at;
  take_promise_basis(matter, event.data);
  matter.late_holder.reset();
}

bool touch_stages(const Clocks& clocks) {
  return clocks.accept != Effect::keep || clocks.sign != Effect::keep ||
         clocks.handle != Effect::keep || clocks.verify != Effect::keep;
}

bool touches_promise(const Clocks& clocks) {
  return clocks.promise == Effect::start || clocks.promise == Effect::pause ||
         clocks.promise == Effect::go_on;
}

}  // namespace

void note_lateness(Case& matter, Instant at) {
  if (!matter.promise.due || at <= *matter.promise.due || !matter.open()) return;
  if (!matter.late_holder) matter.late_holder = matter.holder();
}

void take_stage_basis(Case& matter, std::string_view data) {
  for (EventData each(data); each.next();) {
    if (each.name() == "policy") matter.policy = matter.calendar = number_in<int64_t>(each.value());
    if (each.name() == "calendar") matter.calendar = number_in<int64_t>(each.value());
  }
}

void take_promise_basis(Case& matter, std::string_view data) {
  for (EventData each(data); each.next();) {
    if (each.name() == "promise_policy") matter.promise_policy = number_in<int64_t>(each.value());
    if (each.name() == "promise_calendar")
      matter.promise_calendar = number_in<int64_t>(each.value());
    if (each.name() == "promise_since") {
      matter.promise_since = moment_in(each.value());
    }
  }
}

void run_clocks(Case& matter, const Clocks& clocks, const Event& event, const CaseRules& rules) {
  if (clocks.promise == Effect::start) begin_promise(matter, event);
  if (clocks.promise == Effect::set) {
    take_clocks(matter, clocks, event.data);
    note_lateness(matter, event.at);
    return;
  }
  if (!touch_stages(clocks) && !touches_promise(clocks)) return;
  const CaseLimits limits(matter, rules);
  run_stages(matter, clocks, event, limits);
  if (touches_promise(clocks)) {
    matter.promise = run_promise(clocks.promise, matter.promise, matter, event.at, limits);
  }
}

}  // namespace grid::domain
