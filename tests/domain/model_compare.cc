// The model's case beside the engine's.
#include <algorithm>

#include "model_engine.h"

namespace model {

namespace {

using grid::domain::Case;
using grid::domain::Clock;
using grid::domain::Stage;

std::string text(const std::string& value) {
  return value;
}
std::string text(std::string_view value) {
  return std::string(value);
}
std::string text(bool value) {
  return value ? "true" : "false";
}
std::string text(int64_t value) {
  return std::to_string(value);
}
std::string text(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& each : values) all += each + " ";
  return all;
}
template <typename T>
std::string text(const std::optional<T>& value) {
  return value ? text(*value) : "-";
}

std::string text(size_t value) {
  return std::to_string(value);
}

std::optional<Moment> moments(const std::optional<grid::Instant>& at) {
  if (!at) return std::nullopt;
  return moment_of(*at);
}
std::optional<int64_t> seconds(const std::optional<grid::Seconds>& span) {
  if (!span) return std::nullopt;
  return span->count();
}

class Comparison {
 public:
  template <typename T>
  void of(const std::string& what, const T& mine, const T& its) {
    if (mine == its) return;
    found.push_back(what + ": model " + text(mine) + ", engine " + text(its));
  }
  void of_time(const std::string& what, const std::optional<Moment>& mine,
               const std::optional<grid::Instant>& engine) {
    const std::optional<Moment> its = moments(engine);
    if (mine == its) return;
    const auto shown = [](const std::optional<Moment>& at) { return at ? show(*at) : "-"; };
    found.push_back(what + ": model " + shown(mine) + ", engine " + shown(its));
  }
  void of_count(const char* what, int64_t mine, int64_t its) { of(what, mine, its); }
  void of_clock(const std::string& what, const Reading& mine, const Clock& its) {
    of_time(what + " due", mine.due, its.due);
    of(what + " left", mine.left, seconds(its.left));
    if (!mine.due && !mine.left) return;
    of(what + " worth", mine.worth, int64_t{its.worth.count()});
    if (mine.due) of(what + " provisional", mine.provisional, its.provisional);
  }

  std::vector<std::string> found;
};

void compare_facts(Comparison& with, const ModelCase& mine, const Case& its) {
  with.of("state", code(mine.state), code(its.state));
  with.of("owner area", mine.owner.area, its.owner_area);
  with.of("owner org", mine.owner.org, its.owner_org);
  with.of("owner staff", mine.owner.staff, its.owner_staff);
  with.of("first org", mine.first_org, its.first_org);
  with.of("accepted area", mine.accepted_area, its.accepted_area);
  with.of("handler", mine.handler, its.handler);
  with.of("reporter", mine.reporter, its.reporter);
  with.of_time("reported", mine.reported, its.reported_at);
  with.of_time("accepted", mine.accepted, its.accepted_at);
  with.of_time("dispatched", mine.dispatched, its.dispatched_at);
  with.of_time("signed", mine.signed_at, its.signed_at);
  with.of_time("resolved", mine.resolved, its.resolved_at);
  with.of_time("verified", mine.verified, its.verified_at);
  with.of_time("closed", mine.closed, its.closed_at);
  with.of_time("ended", mine.ended, its.ended_at);
  with.of_time("last", mine.last, its.last_at);
  with.of("events", mine.events, its.last_seq);
  with.of("master", mine.master, its.master);
  with.of("excluded", mine.excluded, its.excluded);
  with.of("contacted", mine.contacted, its.contacted);
  with.of("solved", mine.solved, its.solved);
  const std::string said = its.satisfaction ? std::string(code(*its.satisfaction)) : "";
  with.of("satisfaction", mine.satisfaction, said);
}

void compare_counts(Comparison& with, const ModelCase& mine, const Case& its) {
  with.of_count("supervise", mine.supervise, its.supervise);
  with.of_count("returns", mine.returns, its.returns);
  with.of_count("returns of the cycle", mine.cycle_returns, its.cycle_returns);
  with.of("refused by", mine.refused_by, its.refused_by);
  with.of("final dispatch", mine.final_dispatch, its.final_dispatch);
  with.of_count("extensions", mine.extensions, its.extensions);
  with.of_count("reworks", mine.reworks, its.reworks);
  with.of_count("reopens", mine.reopens, its.reopens);
  with.of_count("cycle", mine.reopens + 1, its.cycle);
  with.of_count("urges", mine.urges, its.urges);
  std::vector<std::string> here;
  std::vector<std::string> there;
  for (const auto& [no, at] : mine.merged) here.push_back(no + "@" + show(at));
  for (const auto& each : its.merged) {
    there.push_back(each.no + "@" + show(moment_of(each.reported_at)));
  }
  with.of("merged", here, there);
}

void compare_joint(Comparison& with, const Office& office, const ModelJoint& mine,
                   const grid::domain::JointUnit& its) {
  with.of("joint unit", mine.org, its.org);
  with.of_time("joint since", mine.since, its.since);
  with.of_time("joint answered", mine.answered, its.answered_at);
  with.of("joint released", mine.released, its.released.value_or(""));
  if (mine.open()) with.of_clock("joint " + mine.org, mine.clock.read(office), its.clock);
}

void compare_whistle(Comparison& with, const ModelWhistle& mine, const grid::domain::Whistle& its) {
  with.of("whistle", mine.org, its.org);
  with.of_time("called", mine.called, its.called_at);
  with.of_time("arrived", mine.arrived, its.arrived_at);
  with.of("outcome", mine.outcome, its.outcome);
  with.of_count("score", mine.score.value_or(-1), its.score.value_or(-1));
}

void compare_units(Comparison& with, const Office& office, const ModelCase& mine, const Case& its) {
  with.of("joint units", mine.joint.size(), its.joint.size());
  for (size_t i = 0; i < std::min(mine.joint.size(), its.joint.size()); ++i) {
    compare_joint(with, office, mine.joint[i], its.joint[i]);
  }
  with.of("whistles", mine.whistles.size(), its.whistles.size());
  for (size_t i = 0; i < std::min(mine.whistles.size(), its.whistles.size()); ++i) {
    compare_whistle(with, mine.whistles[i], its.whistles[i]);
  }
}

// The clocks run while it is open; a merged one keeps its own as they were.
void compare_clocks(Comparison& with, const Office& office, const ModelCase& mine,
                    const Case& its) {
  if (mine.open()) {
    with.of("paused", mine.state == State::suspended, its.paused);
    std::optional<int64_t> here;
    if (const auto running = stage(office, mine)) here = static_cast<int64_t>(*running);
    std::optional<int64_t> there;
    if (its.stage) there = static_cast<int64_t>(*its.stage);
    if (mine.state != State::suspended) with.of("stage", here, there);
    with.of_clock("step", mine.step.read(office), its.step);
    with.of_clock("handle", mine.handle.read(office), its.handle);
    with.of_clock("promise", mine.promise.read(office), its.promise);
  }
  with.of_count("policy", mine.versions.policy, its.policy);
  with.of_count("calendar", mine.versions.calendar, its.calendar);
  with.of("late", mine.late, its.late);
  with.of("used", mine.used, seconds(its.used));
  const std::optional<Owner> here = late_owner(office, mine);
  const auto& there = its.late_holder;
  with.of("late holder", here ? here->area + "/" + here->org + "/" + here->staff : "-",
          there ? there->area + "/" + there->org + "/" + there->staff : "-");
}

}  // namespace

std::vector<std::string> differences(const Office& office, const ModelCase& model,
                                     const Case& engine) {
  Comparison with;
  compare_facts(with, model, engine);
  compare_counts(with, model, engine);
  compare_units(with, office, model, engine);
  compare_clocks(with, office, model, engine);
  return with.found;
}

}  // namespace model
