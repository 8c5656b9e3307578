// The model's clocks: what happened to one, as a list, from which its end is worked out afresh
// whenever somebody asks.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model_office.h"

namespace model {

// What a clock shows.
struct Reading {
  std::optional<Moment> due;
  std::optional<int64_t> left;  // seconds of its own time, where it stands still
  int64_t worth = 0;            // what it was given, in its own time
  bool provisional = false;     // says something only where there is an end
};

class ModelClock {
 public:
  // Of a case of that category and urgency, in that place.
  struct Matter {
    std::string category;
    std::string urgency;
    std::vector<std::string> path;  // from the place up to its root, when it was last dispatched
    std::string org;                // whose calendar counts; empty: the office's
  };

  // The policy version whose limits hold, and that whose calendars count.
  struct Versions {
    int policy = 1;
    int calendar = 1;
    bool operator==(const Versions&) const = default;
  };

  void start(Counted what, const Matter& matter, Moment at, Versions versions) {
    *this = ModelClock{};
    what_ = what;
    matter_ = matter;
    add({'s', at, versions, {}});
  }
  void pause(Moment at, Versions versions) { add({'p', at, versions, {}}); }
  void go_on(Moment at, Versions versions) { add({'g', at, versions, {}}); }
  void extend(const Amount& by, Versions versions) { add({'x', 0, versions, by}); }
  void stop() { *this = ModelClock{}; }
  // As if it had begun then.
  void begin_at(Moment at) {
    if (!story_.empty()) story_.front().at = at;
  }
  // As if these versions had held from its start on.
  void recount(std::optional<int> policy, std::optional<int> calendar) {
    for (Turn& turn : story_) {
      if (policy) turn.versions.policy = *policy;
      if (calendar) turn.versions.calendar = *calendar;
    }
  }

  Reading read(const Office& office) const;
  // What it had used up at `at`, of its own time; more than it is worth where it ran over.
  int64_t used(const Office& office, Moment at, Versions versions) const;
  // The moment at which it first ran out, if that came before `until`.
  std::optional<Moment> ran_out(const Office& office, Moment until) const;
  Counted what() const { return what_; }
  bool set() const { return !story_.empty(); }

 private:
  struct Turn {
    char kind;  // start, pause, go on, extend
    Moment at;
    Versions versions;
    Amount by;
  };
  struct Measure;
  void add(Turn turn) {
    if (turn.kind == 's' || !story_.empty()) story_.push_back(std::move(turn));
  }
  // nullopt: no limit, no clock.
  std::optional<Measure> measure(const Office& office, const Turn& turn) const;
  void follow(const Office& office, const Turn& turn, Reading& reading) const;

  Counted what_ = Counted::accept;
  Matter matter_;
  std::vector<Turn> story_;
};

}  // namespace model
