#include <grid/domain/clock.h>
#include <grid/domain/event_data.h>
#include <grid/domain/ledger.h>
#include <grid/domain/replay.h>
#include <grid/domain/steps.h>

#include <algorithm>

#include "ledger_spans.h"

namespace grid::domain {

using std::chrono::days;

namespace {

// A case merged into another keeps its clocks: they run on if it is taken out again.
bool has_clocks(const Case& matter) {
  return matter.open() || matter.state == State::merged;
}

// Somebody had the case.
struct Holding {
  Instant from{};
  Instant until{};
  int32_t cycle = 1;
  Holder holder;
  std::optional<Stage> stage;
};

// Follows a case through its events and keeps the runs of its clocks.
class Bookkeeper {
 public:
  Bookkeeper(const CaseRules& rules, Instant now) : rules_(rules), now_(now) {}

  void follow(const Event& event) {
    const Step* step =
        find_step(matter_ ? std::optional(matter_->state) : std::nullopt, event.action);
    if (matter_ && has_clocks(*matter_)) hold(matter_->last_at, event.at);
    Case after = apply(matter_ ? &*matter_ : nullptr, event, rules_);
    matter_ = std::move(after);
    event_ = &event;
    const bool merges = event.action == Action::merge || event.action == Action::unmerge;
    const Clocks clocks = merges ? Clocks{} : step->clocks;
    run(ClockKind::promise, {}, clocks.promise, matter_->promise);
    run(ClockKind::accept, {}, clocks.accept, matter_->step);
    run(ClockKind::sign, {}, clocks.sign, matter_->step);
    run(ClockKind::verify, {}, clocks.verify, matter_->step);
    run(ClockKind::handle, {}, clocks.handle, matter_->handle);
    stop_left_units();
    for (const JointUnit& unit : matter_->joint) {
      if (unit.open()) run(ClockKind::joint, unit.org, clocks.handle, unit.clock);
    }
  }

  Ledger close() {
    Ledger ledger;
    if (!matter_) return ledger;
    if (has_clocks(*matter_)) hold(matter_->last_at, std::max(now_, matter_->last_at));
    std::erase_if(tracks_, [](const ClockTrack& track) { return !track.ledger.limit; });
    for (ClockTrack& track : tracks_) {
      finish(track);
      if (track.ledger.kind == ClockKind::promise) charge(ledger.charges, track);
      track.ledger.spans = spans_of(track, now_);
      ledger.clocks.push_back(std::move(track.ledger));
    }
    return ledger;
  }

 private:
  void hold(Instant from, Instant until) {
    holdings_.push_back({from, until, matter_->cycle, matter_->holder(), matter_->stage});
  }

  ClockTrack* running(ClockKind kind, const std::string& org) {
    for (ClockTrack& track : tracks_) {
      const ClockLedger& ledger = track.ledger;
      if (ledger.kind == kind && ledger.org == org && !ledger.stopped) return &track;
    }
    return nullptr;
  }

  // A clock runs, rests and stops also where it has no limit: a later policy may give it one.
  void run(ClockKind kind, const std::string& org, Effect effect, const Clock& clock) {
    ClockTrack* track = running(kind, org);
    if (effect == Effect::start) {
      if (track != nullptr) stop(*track);
      track = &begin(kind, org);
    }
    if (track == nullptr) return;
    if (effect == Effect::stop) return stop(*track);
    if (effect == Effect::pause) rest(*track);
    if (effect == Effect::go_on && track->runs.back().until) {
      track->runs.push_back({event_->at, std::nullopt});
    }
    if (effect == Effect::set) rebase(*track);
    if (effect == Effect::move) count_extension(*track);
    track->ledger.worth = clock.worth;
    track->ledger.due = clock.due;
    track->ledger.provisional = clock.provisional;
  }

  void stop_left_units() {
    for (ClockTrack& track : tracks_) {
      if (track.ledger.kind != ClockKind::joint || track.ledger.stopped) continue;
      const auto asked = [&](const JointUnit& unit) {
        return unit.org == track.ledger.org && unit.open();
      };
      if (std::none_of(matter_->joint.begin(), matter_->joint.end(), asked)) stop(track);
    }
  }

  ClockTrack& begin(ClockKind kind, const std::string& org) {
    ClockTrack& track = tracks_.emplace_back();
    track.ledger.kind = kind;
    track.ledger.org = org;
    track.ledger.cycle = matter_->cycle;
    track.ledger.from = event_->at;
    track.runs.push_back({event_->at, std::nullopt});
    rebase(track);
    return track;
  }

  // The limit and the calendar that count for it from its start on.
  void rebase(ClockTrack& track) {
    ClockLedger& ledger = track.ledger;
    const CaseLimits limits(*matter_, rules_);
    const bool promise = ledger.kind == ClockKind::promise;
    ledger.policy = promise ? matter_->promise_policy : matter_->policy;
    ledger.calendar = promise ? matter_->promise_calendar : matter_->calendar;
    if (promise) {
      ledger.limit = limits.promise_limit();
      track.calendar = limits.promise_calendar();
      ledger.from = track.runs.front().from = matter_->promise_since;
    } else if (ledger.kind == ClockKind::joint) {
      ledger.limit = limits.limit(Stage::handle);
      track.calendar = limits.joint_calendar(ledger.org);
    } else {
      const Stage stage = from_code<Stage>(code(ledger.kind)).value_or(Stage::handle);
      ledger.limit = limits.limit(stage);
      track.calendar = limits.calendar(stage);
    }
    track.unit = ledger.limit ? ledger.limit->unit : LimitUnit::wh;
    track.counted.clear();
    if (ledger.limit) count_days(track, ledger.from, *ledger.limit);
  }

  void count_days(ClockTrack& track, Instant from, Limit limit) const {
    if (limit.unit != LimitUnit::d) return;
    const Date after = rules_.day(from);
    track.counted.push_back({after, after + days{limit.count}});
  }

  void count_extension(ClockTrack& track) const {
    const auto by = parse_limit(datum(event_->data, "limit").value_or(""));
    if (by && track.ledger.due) count_days(track, *track.ledger.due, *by);
  }

  void rest(ClockTrack& track) {
    std::optional<Instant>& until = track.runs.back().until;
    if (until) return;
    until = event_->at;
    track.ledger.late = track.ledger.due && *until > *track.ledger.due;
  }

  void stop(ClockTrack& track) {
    rest(track);
    track.ledger.stopped = track.runs.back().until;
  }

  void finish(ClockTrack& track) const {
    ClockLedger& ledger = track.ledger;
    if (!track.runs.back().until) ledger.late = ledger.due && now_ > *ledger.due;
    for (const ClockRun& run : track.runs) {
      const Instant until = run.until.value_or(std::max(now_, run.from));
      ledger.used += own_time(run.from, until, track.unit, track.calendar);
    }
  }

  // Divides what was used of a promise among those who had the case.
  void charge(std::vector<Charge>& charges, const ClockTrack& track) const {
    const int32_t cycle = track.ledger.cycle;
    const auto own = std::find_if(holdings_.begin(), holdings_.end(),
                                  [&](const Holding& each) { return each.cycle == cycle; });
    if (own != holdings_.end() && track.ledger.from < own->from) {
      add_charge(charges, track, {track.ledger.from, own->from, cycle, {}, {}});
    }
    for (const Holding& each : holdings_) {
      if (each.cycle == cycle) add_charge(charges, track, each);
    }
  }

  static void add_charge(std::vector<Charge>& charges, const ClockTrack& track,
                         const Holding& holding) {
    Seconds sum{0};
    for (const ClockRun& run : track.runs) {
      const Instant from = std::max(run.from, holding.from);
      const Instant until = std::min(run.until.value_or(holding.until), holding.until);
      if (from < until) sum += own_time(from, until, track.unit, track.calendar);
    }
    if (sum == Seconds{0}) return;
    for (Charge& charge : charges) {
      if (charge.cycle == holding.cycle && charge.holder == holding.holder &&
          charge.stage == holding.stage) {
        charge.seconds += sum;
        return;
      }
    }
    charges.push_back({holding.cycle, holding.holder, holding.stage, sum});
  }

  const CaseRules& rules_;
  Instant now_;
  std::optional<Case> matter_;
  const Event* event_ = nullptr;
  std::vector<ClockTrack> tracks_;
  std::vector<Holding> holdings_;
};

}  // namespace

Ledger ledger_of(std::span<const Event> events, const CaseRules& rules, Instant now) {
  Bookkeeper book(rules, now);
  for (const Event& event : events) book.follow(event);
  return book.close();
}

}  // namespace grid::domain
