#include <grid/domain/clock.h>
#include <grid/domain/ladder.h>
#include <grid/domain/silence.h>

#include <algorithm>
#include <tuple>

namespace grid::domain {

namespace {

constexpr Stage all_stages[] = {Stage::accept, Stage::sign, Stage::handle, Stage::verify};
constexpr Seconds second{1};

// The stage that waits for somebody while a case is in this state; nullopt: none.
std::optional<Stage> stage_of(State state) {
  switch (state) {
    case State::reported:
    case State::accepted:
      return Stage::accept;
    case State::dispatched:
      return Stage::sign;
    case State::handling:
      return Stage::handle;
    case State::resolved:
    case State::verified:
      return Stage::verify;
    default:
      return std::nullopt;
  }
}

int64_t count_of(CaseCount counter, const Case& matter) {
  switch (counter) {
    case CaseCount::reworks:
      return matter.reworks;
    case CaseCount::returns:
      return matter.returns;
    case CaseCount::extensions:
      return matter.extensions;
    case CaseCount::reopens:
      return matter.reopens;
    case CaseCount::refusals:
      return static_cast<int64_t>(matter.refused_by.size());
    case CaseCount::urges:
      return matter.urges;
    case CaseCount::repeats:
      break;
  }
  return static_cast<int64_t>(matter.merged.size());
}

// A step as it stands for one case.
struct Rung {
  Firing firing;
  int track = 0;    // steps of one track pass over one another
  Instant first{};  // the first second at which it is reached
};

int track_of(const Trigger& trigger) {
  if (trigger.kind == TriggerKind::silence) return 1;
  return trigger.kind == TriggerKind::count ? 2 + static_cast<int>(trigger.counter) : 0;
}

// The higher one stands later; of two at the same moment the one that does more.
bool lower(const Rung& a, const Rung& b) {
  const auto height = [](const Rung& rung) {
    const LadderRule& rule = *rung.firing.rule;
    return std::tuple(rung.firing.reached, rule.trigger.at_least, rule.supervise, rule.escalate);
  };
  return height(a) < height(b);
}

// The ladder of one case: which steps can come, as it stands, and when.
class Ladder {
 public:
  Ladder(const Case& matter, const CaseRules& rules, Date day)
      : matter_(matter),
        limits_(matter, day, rules),
        waiting_(stage_of(matter.state)),
        silence_ends_(silence_ends(matter, rules)),
        next_day_(to_instant(LocalTime{rules.day(matter.last_at) + std::chrono::days{1}},
                             rules.offset())) {}

  const CaseLimits& limits() const { return limits_; }
  const std::optional<Instant>& silence() const { return silence_ends_; }

  std::vector<const LadderRule*> rules_of(Stage stage) const {
    return limits_.version().policy().ladder_for(stage, matter_.category, matter_.urgency,
                                                 limits_.area_path(), matter_.level);
  }
  // nullopt: it cannot come while the case stands as it does.
  std::optional<Rung> rung(const LadderRule& rule) const;

 private:
  // Nothing has happened since the centre got the case: what was counted was counted before.
  bool just_came() const {
    return matter_.state == State::accepted && matter_.accepted_at == matter_.last_at;
  }
  std::optional<Instant> due(Stage stage) const;
  std::optional<Rung> by_clock(const LadderRule& rule) const;

  const Case& matter_;
  CaseLimits limits_;
  std::optional<Stage> waiting_;
  std::optional<Instant> silence_ends_;
  Instant next_day_;  // begins after the last event
};

std::optional<Instant> Ladder::due(Stage stage) const {
  if (stage == Stage::handle) return matter_.handle.due;
  return matter_.stage == stage ? matter_.step.due : std::nullopt;
}

std::optional<Rung> Ladder::by_clock(const LadderRule& rule) const {
  const Trigger& trigger = rule.trigger;
  const std::optional<Instant> end = due(rule.stage);
  if (!end) return std::nullopt;
  const Calendar& calendar = limits_.calendar(rule.stage);
  Rung rung;
  rung.firing.due = end;
  if (trigger.kind == TriggerKind::time) {
    rung.firing.reached = trigger.before ? before_end(*end, trigger.offset, calendar)
                                         : after_end(*end, trigger.offset, calendar);
  } else {
    const std::optional<Limit> limit = limits_.limit(rule.stage);
    if (!limit) return std::nullopt;
    const int percent = trigger.before ? -trigger.percent : trigger.percent;
    rung.firing.reached = share_from_end(*end, *limit, percent, calendar);
  }
  // Late is later than due: a step at or after the end comes once that moment is past.
  rung.first = rung.firing.reached + (trigger.before ? Seconds{0} : second);
  return rung;
}

std::optional<Rung> Ladder::rung(const LadderRule& rule) const {
  std::optional<Rung> rung;
  const TriggerKind kind = rule.trigger.kind;
  if (kind == TriggerKind::time || kind == TriggerKind::share) {
    rung = by_clock(rule);
  } else if (waiting_ == rule.stage && kind == TriggerKind::silence) {
    rung.emplace();
    rung->firing.reached =
        after_end(matter_.heard_at, rule.trigger.offset, limits_.calendar(rule.stage));
    rung->first = rung->firing.reached + second;
  } else if (waiting_ == rule.stage &&
             count_of(rule.trigger.counter, matter_) >= rule.trigger.at_least) {
    rung.emplace();
    rung->firing.reached = matter_.last_at;
    rung->first = rule.escalate && just_came() ? next_day_ : matter_.last_at;
  }
  if (!rung) return std::nullopt;
  if (rule.stage == Stage::sign && silence_ends_ && rung->first > *silence_ends_) {
    return std::nullopt;
  }
  rung->firing.stage = rule.stage;
  rung->firing.rule = &rule;
  rung->track = track_of(rule.trigger);
  return rung;
}

bool climbs(const Case& matter) {
  return matter.open() && !matter.paused && matter.state != State::merged;
}

// What hinders a step from taking the case to the level above.
void look_for_obstacle(Firing& firing, const Case& matter, const CaseRules& rules, Instant now) {
  if (!firing.rule->escalate) return;
  const Area* holder = rules.areas().find(matter.owner_area);
  if (holder == nullptr || rules.areas().parent(*holder, rules.day(now)) == nullptr) {
    firing.obstacle = problem("area.no_superior", "area", "{} has no area above it in this office",
                              matter.owner_area);
  } else if (find_step(matter.state, Action::escalate) == nullptr) {
    firing.obstacle =
        problem("case.step", "action", "a case that is {} allows no {}; open steps: {}",
                spoken(matter.state), typed(Action::escalate), typed(Action::supervise));
  }
}

// Whether a step would be for this case but for the area.
bool fits_elsewhere(const LadderRule& rule, const Case& matter) {
  return matter.category.starts_with(rule.category) &&
         (!rule.urgency || *rule.urgency == matter.urgency) &&
         (rule.level.empty() || rule.level == matter.level);
}

bool moves(const Firing& firing) {
  return !firing.skipped && firing.rule->escalate && !firing.obstacle;
}

// The steps of one stage that are reached, track by track, each from the lowest to the highest.
std::vector<Rung> reached_rungs(const Ladder& ladder, Stage stage, Instant now) {
  std::vector<Rung> found;
  for (const LadderRule* rule : ladder.rules_of(stage)) {
    std::optional<Rung> rung = ladder.rung(*rule);
    if (rung && rung->first <= now) found.push_back(*std::move(rung));
  }
  std::stable_sort(found.begin(), found.end(), [](const Rung& a, const Rung& b) {
    return a.track != b.track ? a.track < b.track : lower(a, b);
  });
  for (size_t i = 0; i + 1 < found.size(); ++i) {
    found[i].firing.skipped = found[i].track == found[i + 1].track;
  }
  return found;
}

}  // namespace

std::vector<Firing> ladder_due(const Case& matter, const CaseRules& rules,
                               const HasFired& has_fired, Instant now) {
  std::vector<Firing> due;
  // A clock that was set back: what comes next would stand before what has happened.
  if (!climbs(matter) || now < matter.last_at) return due;
  const Ladder ladder(matter, rules, rules.day(now));
  std::vector<Firing> moving;  // of the first track that takes the case elsewhere
  std::vector<Firing> track;
  const auto end_track = [&] {
    const bool away = !track.empty() && moves(track.back());
    std::vector<Firing>& to = away ? moving : due;
    if (!away || moving.empty()) std::move(track.begin(), track.end(), std::back_inserter(to));
    track.clear();
  };
  for (const Stage stage : all_stages) {
    std::vector<Rung> rungs = reached_rungs(ladder, stage, now);
    for (Rung& rung : rungs) {
      const bool highest = !rung.firing.skipped;
      if (!has_fired(stage, rung.firing.rule->key)) {
        if (highest) look_for_obstacle(rung.firing, matter, rules, now);
        track.push_back(std::move(rung.firing));
      }
      if (highest) end_track();
    }
  }
  std::move(moving.begin(), moving.end(), std::back_inserter(due));
  return due;
}

std::optional<Instant> ladder_at(const Case& matter, const CaseRules& rules,
                                 const HasFired& has_fired, Instant now) {
  if (!climbs(matter)) return std::nullopt;
  const Ladder ladder(matter, rules, rules.day(now));
  std::optional<Instant> first;
  const auto take = [&](Instant at) {
    if (!first || at < *first) first = at;
  };
  // After that second silence signs.
  if (ladder.silence()) take(*ladder.silence() + second);
  for (const Stage stage : all_stages) {
    for (const LadderRule* rule : ladder.rules_of(stage)) {
      const std::optional<Rung> rung = ladder.rung(*rule);
      if (rung && !has_fired(stage, rule->key)) take(rung->first);
    }
  }
  const std::vector<std::string>& path = ladder.limits().area_path();
  for (const LadderRule& rule : ladder.limits().version().policy().ladder) {
    if (rule.area.empty() || std::find(path.begin(), path.end(), rule.area) != path.end()) continue;
    if (!fits_elsewhere(rule, matter)) continue;
    const std::optional<Rung> rung = ladder.rung(rule);
    if (rung && rung->first > now && !has_fired(rule.stage, rule.key)) take(rung->first);
  }
  return first;
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

}  // namespace grid::domain
