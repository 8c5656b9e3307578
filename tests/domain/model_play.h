// One town for some months: several cases at once, random people who want random things, and the
// model and the engine who both judge of them.
#pragma once

#include <array>
#include <deque>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "model_engine.h"

namespace model {

// What has been seen, over all towns.
struct Tally {
  size_t accepted = 0;
  size_t refused = 0;
  size_t replays = 0;
  std::map<std::string, size_t> taken;        // by action
  std::map<std::string, size_t> turned_down;  // by action
  std::map<std::string, size_t> codes;        // by refusal
  std::map<std::string, size_t> states;       // after a step
};

class Town {
 public:
  Town(const Office& office, const Engine& engine, unsigned seed, Tally& tally);

  // Lets `attempts` things be tried; false where the two disagreed, see account().
  bool live(int attempts);
  // The disagreement and what led to it.
  std::string account() const;

 private:
  struct Pair {
    ModelCase model;
    EngineCase engine;
    std::optional<grid::domain::Case> before_merge;
  };

  bool attempt();
  bool attempt_now();
  bool attempt_report();
  bool attempt_step(size_t index);
  bool take_step(Pair& one, Pair* other, const Wish& wish, const Person& person);
  bool new_version();
  bool recompute(Pair& one, std::optional<int> policy, int calendar);
  bool silence(Pair& one);
  bool acts_for(const ModelCase& before, const Wish& wish, const Person& person, Moment at,
                const std::string& post);
  bool as_before(const Pair& one);
  bool reopened(Pair& one, Moment at);
  bool agree(Pair& one, const grid::domain::Case* before);
  bool holds(const grid::domain::Case& before, const grid::domain::Case& after);
  bool fail(const std::string& what);

  int liking(const ModelCase& matter, Action action);
  Wish wish_for(const ModelCase& matter);
  void fill(Wish& wish, const ModelCase& matter);
  void fill_dispatch(Wish& wish);
  void fill_answer(Wish& wish, const ModelCase& matter);
  void fill_rating(Wish& wish);
  void fill_whistle(Wish& wish, const ModelCase& matter);
  void fill_merge(Wish& wish, const ModelCase& matter);
  void spoil(Wish& wish);
  const Person& somebody(const ModelCase& matter, const Wish& wish);
  void pass_time();
  void tell(const ModelCase& matter, const Wish& wish, const Person& person,
            const std::string& outcome);

  bool chance(int percent) { return below(100) < percent; }
  int64_t below(int64_t bound) {
    return static_cast<int64_t>(random_() % static_cast<uint64_t>(bound));
  }
  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<size_t>(below(static_cast<int64_t>(from.size())))];
  }

  const Office& office_;
  const Engine& engine_;
  Tally& tally_;
  std::mt19937_64 random_;
  Moment now_ = 0;
  int version_ = 1;
  std::vector<Pair> cases_;
  size_t last_ = 0;  // the case that was acted on
  std::deque<std::string> journal_;
  std::vector<std::string> trouble_;
};

}  // namespace model
