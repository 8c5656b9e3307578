// The engine that is put to the test, behind the model's words: its rules are made from the same
// tables, its cases are compared with the model's field by field.
#pragma once

#include <grid/domain/case_decide.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/replay.h>

#include <optional>
#include <string>
#include <vector>

#include "model_case.h"

namespace model {

grid::Instant instant(Moment at);
Moment moment_of(grid::Instant at);

// One case as the engine has it.
struct EngineCase {
  std::optional<grid::domain::Case> matter;
  std::vector<grid::domain::Event> events;
};

class Engine {
 public:
  explicit Engine(const Office& office);

  // The refusal's code; "" where the case was filed.
  std::string report(EngineCase& one, const ModelCase& filed, std::optional<Moment> at,
                     const Person& person, Moment now) const;
  // `other`: the case that a merge names, or into which this one was merged; changed with it.
  std::string act(EngineCase& one, EngineCase* other, const Wish& wish, const Person& person,
                  Moment now) const;
  // Lets silence count as signing, where it does; whether it did.
  bool fall_silent(EngineCase& one, Moment now) const;
  // What the policy lets follow a step, such as reopening; the actions taken.
  std::vector<Action> follow(EngineCase& one, const grid::domain::Case& before, Moment now) const;
  // As a new policy version does it; whether any clock had to move.
  bool recompute(EngineCase& one, std::optional<int> policy, std::optional<int> calendar,
                 Moment now) const;
  std::optional<grid::domain::Case> replay(const EngineCase& one) const {
    return grid::domain::replay(one.events, rules_);
  }
  const grid::domain::CaseRules& rules() const { return rules_; }

 private:
  grid::domain::Actor actor(const Person& person, Moment at) const;
  void take_intent(EngineCase& one, const grid::domain::Intent& intent, Moment now) const;
  void take(EngineCase& one, grid::domain::Event event, const std::string& no) const;

  const Office& office_;
  grid::domain::AreaTree areas_;
  grid::domain::CaseRules rules_;
};

// Where the two differ, a line each: "state: model handling, engine resolved".
std::vector<std::string> differences(const Office& office, const ModelCase& model,
                                     const grid::domain::Case& engine);

}  // namespace model
