// What a step makes of a case.
#include <algorithm>
#include <tuple>

#include "model_case.h"

namespace model {

namespace {

// One step at work.
struct Taking {
  const Office& office;
  ModelCase& matter;
  const Wish& wish;
  const Person& person;
  Moment at;
  Moment now;

  std::vector<std::string> path() const {
    return office.path(matter.place, static_cast<int>(at / day));
  }
  void start(ModelClock& clock, Counted what, const std::string& org) const {
    clock.start(what, matter.matter(org), at, matter.versions);
  }
  void stop_work() const {
    matter.step.stop();
    matter.handle.stop();
  }
  // The unit has it no longer, nor have those that helped.
  void take_back() const {
    stop_work();
    matter.joint.clear();
    matter.final_dispatch = false;
  }
  void end() const {
    take_off_clocks();
    matter.ended = at;
  }
  void take_off_clocks() const {
    stop_work();
    for (ModelJoint& unit : matter.joint) unit.clock.stop();
  }

  void accept_here() const {
    matter.accepted = at;
    matter.accepted_area = matter.owner.area;
  }

  void handle() const {
    if (matter.state == State::reported) accept_here();
    matter.step.stop();
    if (!wish.staff.empty()) matter.own({matter.owner.area, "", wish.staff}, at);
    start(matter.handle, Counted::handle, "");
  }

  void dispatch() const {
    const Wish routed = follow_route(office, matter, wish);
    matter.versions = {office.version_at(now), office.version_at(now)};
    matter.path = path();
    matter.own({matter.owner.area, routed.org, routed.staff}, at);
    if (matter.first_org.empty()) matter.first_org = routed.org;
    matter.dispatched = at;
    matter.signed_at.reset();
    start(matter.step, Counted::sign, routed.org);
    start(matter.handle, Counted::handle, routed.org);
    matter.joint.clear();
    for (const std::string& org : routed.units) {
      matter.joint.push_back({org, at, {}, {}, ""});
      start(matter.joint.back().clock, Counted::handle, org);
    }
    matter.final_dispatch = matter.cycle_returns >= office.max_returns;
  }

  void give_back() const {
    ++matter.returns;
    ++matter.cycle_returns;
    matter.refused_area = matter.owner.area;
    std::vector<std::string>& refused = matter.refused_by;
    if (!matter.owner.org.empty() &&
        std::find(refused.begin(), refused.end(), matter.owner.org) == refused.end()) {
      refused.push_back(matter.owner.org);
    }
    matter.own({matter.owner.area, "", ""}, at);
    take_back();
  }

  // To the direct superior; an emergency at once as high as the policy says.
  void rise() const {
    const int today = static_cast<int>(at / day);
    std::string above = office.parent(matter.owner.area, today);
    while (matter.urgency == "emergency" && !office.parent(above, today).empty() &&
           office.depth(office.region(above).kind) > office.depth(office.emergency_rise)) {
      above = office.parent(above, today);
    }
    matter.own({above, "", ""}, at);
    accept_here();
    take_back();
  }

  void each_running(void (ModelClock::*turn)(Moment, ModelClock::Versions)) const {
    (matter.handle.*turn)(at, matter.versions);
    (matter.promise.*turn)(at, matter.promise_versions);
    for (ModelJoint& unit : matter.joint) {
      if (unit.open()) (unit.clock.*turn)(at, matter.versions);
    }
  }

  void resolve() const {
    matter.resolved = at;
    matter.handler = person.login;
    matter.handle.pause(at, matter.versions);
    start(matter.step, Counted::verify, "");
  }

  void rework() const {
    ++matter.reworks;
    matter.step.stop();
    matter.handle.go_on(at, matter.versions);
  }

  void close() const {
    matter.closed = at;
    if (matter.promise.set() && matter.promise.read(office).worth > 0) {
      const Reading promise = matter.promise.read(office);
      matter.late = promise.due && at > *promise.due;
      matter.used = matter.promise.used(office, at, matter.promise_versions);
    } else {
      matter.late = false;
    }
    end();
  }

  void reopen() const {
    ++matter.reopens;
    for (auto* each : {&matter.dispatched, &matter.signed_at, &matter.resolved, &matter.verified,
                       &matter.closed, &matter.ended}) {
      each->reset();
    }
    matter.contacted.reset();
    matter.solved.reset();
    matter.satisfaction.clear();
    matter.late.reset();
    matter.used.reset();
    matter.handler.clear();
    matter.cycle_returns = 0;
    matter.refused_by.clear();
    matter.refused_area.clear();
    matter.final_dispatch = false;
    matter.joint.clear();
    matter.owners.clear();
    matter.own({matter.owner.area, "", ""}, at);
    matter.counted.clear();
    matter.promise_since = at;
    matter.path = path();
    matter.versions = {office.version_at(now), office.version_at(now)};
    matter.promise_versions = matter.versions;
    matter.promise.start(Counted::promise, matter.matter(""), at, matter.versions);
  }

  void rate() const {
    if (matter.rated()) return;
    if (wish.contacted && (*wish.contacted || !matter.contacted)) {
      matter.contacted = wish.contacted;
      matter.solved = wish.solved;
      matter.satisfaction = wish.satisfaction;
      if (!*wish.contacted) matter.satisfaction = "unreachable";
    }
  }

  void whistle() const {
    for (const std::string& org :
         whistled(matter, wish, *standing(office, matter, wish, person, at, now))) {
      if (wish.calls()) matter.whistles.push_back({org, at, {}, "", {}});
      ModelWhistle* call = nullptr;
      for (ModelWhistle& each : matter.whistles) {
        if (each.org == org) call = &each;
      }
      if (wish.arrived) call->arrived = at;
      if (!wish.outcome.empty()) call->outcome = wish.outcome;
      if (wish.score) call->score = wish.score;
    }
  }

  void answer() const {
    const std::vector<std::string> own = standing(office, matter, wish, person, at, now)->handles;
    for (ModelJoint& unit : matter.joint) {
      const bool answers = std::find(own.begin(), own.end(), unit.org) != own.end();
      if (!unit.open() || (wish.org.empty() ? !answers : unit.org != wish.org)) continue;
      if (answers) {
        unit.answered = at;
      } else {
        unit.released = wish.reason;
      }
      return unit.clock.stop();
    }
  }

  // What moves neither the case nor its clocks.
  void aside() const {
    if (wish.action == Action::supervise) matter.supervise = *wish.level;
    if (wish.action == Action::exclude) matter.excluded = wish.reason;
    if (wish.action == Action::note && wish.reason == "urge") ++matter.urges;
  }

  void merge() const {
    auto before = std::make_shared<ModelCase>(matter);
    matter.before_merge = before;
    matter.master = wish.into;
    matter.ended = at;
  }

  void unmerge() const {
    const int64_t events = matter.events;
    const Moment merged = *matter.ended;
    const ModelCase before = *matter.before_merge;
    matter = before;
    matter.events = events;
    matter.noted = merged;
  }

  void act() const;
};

void Taking::act() const {
  switch (wish.action) {
    case Action::accept:
      accept_here();
      return stop_work();
    case Action::reject:
    case Action::void_:
      return end();
    case Action::handle:
      return handle();
    case Action::dispatch:
      return dispatch();
    case Action::sign:
      matter.signed_at = at;
      matter.step.stop();
      return;
    case Action::return_:
      return give_back();
    case Action::escalate:
      return rise();
    case Action::extend:
      ++matter.extensions;
      return matter.handle.extend(*wish.limit, matter.versions);
    case Action::suspend:
      return each_running(&ModelClock::pause);
    case Action::resume:
      return each_running(&ModelClock::go_on);
    case Action::resolve:
      return resolve();
    case Action::verify:
      matter.verified = at;
      return matter.step.stop();
    case Action::rework:
      return rework();
    case Action::close:
      return close();
    case Action::rate:
      return rate();
    case Action::reopen:
      return reopen();
    case Action::merge:
      return merge();
    case Action::unmerge:
      return unmerge();
    case Action::supervise:
    case Action::exclude:
    case Action::note:
      return aside();
    case Action::whistle:
      return whistle();
    case Action::answer:
      return answer();
    default:
      return;
  }
}

// The promise of a master runs from the earliest report of all.
void count_from_earliest(ModelCase& master) {
  Moment since = master.promise_since;
  for (const auto& [no, reported] : master.counted) since = std::min(since, reported);
  master.promise.begin_at(since);
}

}  // namespace

void file(const Office& office, ModelCase& matter, const Person& person, Moment at, Moment now) {
  matter.reporter = person.login;
  matter.versions = {office.version_at(now), office.version_at(now)};
  matter.promise_versions = matter.versions;
  matter.path = office.path(matter.place, static_cast<int>(at / day));
  matter.own({office.holder(matter.place, office.hold_level(matter.category, matter.urgency),
                            static_cast<int>(at / day)),
              "", ""},
             at);
  matter.reported = at;
  matter.promise_since = at;
  matter.step.start(Counted::accept, matter.matter(""), at, matter.versions);
  matter.promise.start(Counted::promise, matter.matter(""), at, matter.versions);
  matter.events = 1;
  matter.last = at;
  matter.noted = at;
}

void take(const Office& office, ModelCase& matter, const Wish& wish, const Person& person,
          Moment at, Moment now) {
  const std::optional<State> to = leads(matter.state, wish.action);
  Taking{office, matter, wish, person, at, now}.act();
  if (to) matter.state = *to;
  ++matter.events;
  matter.last = at;
  // Taking it out of another one leaves it as it was: what ran out meanwhile tells with the next.
  if (wish.action != Action::unmerge) matter.noted = at;
}

void absorb(ModelCase& master, const ModelCase& other, Moment at) {
  Moment earliest = other.reported;
  for (const auto& [no, reported] : other.merged) earliest = std::min(earliest, reported);
  master.merged.emplace_back(other.no, other.reported);
  std::sort(master.merged.begin(), master.merged.end(), [](const auto& a, const auto& b) {
    return std::tie(a.second, a.first) < std::tie(b.second, b.first);
  });
  master.counted.emplace_back(other.no, earliest);
  count_from_earliest(master);
  ++master.events;
  master.last = at;
  master.noted = at;
}

void detach(ModelCase& master, const std::string& no, Moment at) {
  const auto named = [&](const auto& each) { return each.first == no; };
  std::erase_if(master.merged, named);
  std::erase_if(master.counted, named);
  if (master.open()) count_from_earliest(master);
  ++master.events;
  master.last = at;
  master.noted = at;
}

void recompute(ModelCase& matter, std::optional<int> policy, std::optional<int> calendar,
               Moment at) {
  for (ModelClock::Versions* versions : {&matter.versions, &matter.promise_versions}) {
    if (policy) versions->policy = *policy;
    if (calendar) versions->calendar = *calendar;
  }
  matter.step.recount(policy, calendar);
  matter.handle.recount(policy, calendar);
  matter.promise.recount(policy, calendar);
  for (ModelJoint& unit : matter.joint) unit.clock.recount(policy, calendar);
  ++matter.events;
  matter.last = at;
  matter.noted = at;
}

std::optional<Counted> stage(const Office& office, const ModelCase& matter) {
  if (matter.step.read(office).due) return matter.step.what();
  if (matter.handle.read(office).due) return Counted::handle;
  return std::nullopt;
}

std::optional<Owner> late_owner(const Office& office, const ModelCase& matter) {
  const std::optional<Moment> out =
      matter.promise.ran_out(office, matter.ended.value_or(matter.noted));
  if (!out) return std::nullopt;
  Owner holder = matter.owners.front().second;
  for (const auto& [since, owner] : matter.owners) {
    if (since <= *out) holder = owner;
  }
  return holder;
}

}  // namespace model
