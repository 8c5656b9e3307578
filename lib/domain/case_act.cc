#include <grid/domain/case_act.h>
#include <grid/domain/case_follow.h>
#include <grid/domain/case_merge.h>
#include <grid/domain/replay.h>

namespace grid::domain {

namespace {

using Steps = Result<std::vector<Taken>>;

// The signing that silence stands for, where that has come by `at`.
Steps sign_by_silence(const Case& matter, const Actor& actor, const CaseRules& rules, Instant at,
                      Instant now) {
  std::vector<Taken> steps;
  if (const auto sign = silent_sign(matter, rules, at)) {
    auto taken = take(matter, *sign, rules_at_work(actor), rules, now);
    if (!taken) return taken.problem();
    steps.push_back(*std::move(taken));
  }
  return steps;
}

// What the master's own events make of a merging.
Steps mirror(const Taken& merging, const Master& master, const Actor& actor, const CaseRules& rules,
             Instant now) {
  Steps steps = sign_by_silence(master.matter, actor, rules, merging.event.at, now);
  if (!steps) return steps;
  std::vector<Event> events = master.events;
  for (const Taken& each : *steps) events.push_back(each.event);
  Case before = steps->empty() ? master.matter : steps->back().after;
  Event event = mirrored(merging.after, merging.event, before, events, rules);
  Case after = apply(&before, event, rules);
  steps->push_back({std::move(before), std::move(after), std::move(event)});
  return steps;
}

}  // namespace

Result<Taken> take(const Case& matter, const Intent& intent, const Actor& actor,
                   const CaseRules& rules, Instant now, const Case* master) {
  auto event = decide(matter, intent, actor, rules, now, master);
  if (!event) return event.problem();
  Case after = apply(&matter, *event, rules);
  return Taken{matter, std::move(after), *std::move(event)};
}

Steps act(const Case& matter, const Intent& intent, const Actor& actor, const CaseRules& rules,
          Instant now, const Master* master) {
  // A return that comes too late is refused as one, not as a step after the signing.
  const bool returns = intent.action == Action::return_;
  Steps steps = returns ? Steps(std::vector<Taken>())
                        : sign_by_silence(matter, actor, rules, intent.at.value_or(now), now);
  if (!steps) return steps;
  // Whoever signs after that finds it done: the silence is what is recorded.
  const bool signs_late = intent.action == Action::sign && !steps->empty();
  const Case& present = steps->empty() || signs_late ? matter : steps->back().after;
  auto step = take(present, intent, actor, rules, now, master ? &master->matter : nullptr);
  if (!step) return step.problem();
  if (signs_late) return steps;
  const Taken own = *std::move(step);
  steps->push_back(own);
  for (const Intent& next : follow_up(own.before, own.after, rules)) {
    auto followed = take(steps->back().after, next, rules_at_work(actor), rules, now);
    if (!followed) return followed.problem();
    steps->push_back(*std::move(followed));
  }
  if (master == nullptr) return steps;
  Steps mirrored = mirror(own, *master, actor, rules, now);
  if (!mirrored) return mirrored;
  // The master knows of the case as long as that names it: it is the last to be told of a merging
  // and the first to be told of its end, so that the file holds both at any time.
  const bool apart = intent.action == Action::unmerge;
  steps->insert(apart ? steps->end() - 1 : steps->end(), mirrored->begin(), mirrored->end());
  return steps;
}

}  // namespace grid::domain
