// The model of a case: what the rules make of one, kept as plainly as can be.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model_clock.h"

namespace model {

// What somebody wants to do. Empty or unset: not said.
struct Wish {
  Action action = Action::note;
  std::optional<Moment> at;
  std::string org;
  std::vector<std::string> units;  // joint units of a dispatch
  std::string staff;
  std::string reason;
  std::string text;
  std::optional<Amount> limit;
  std::optional<int> level;
  std::string into;
  std::optional<bool> contacted;
  std::optional<bool> solved;
  std::string satisfaction;
  std::vector<std::string> called;  // units of a whistle
  bool arrived = false;             // what has become of the call
  std::string outcome;
  std::optional<int> score;
  bool calls() const { return !arrived && outcome.empty() && !score; }
};

struct ModelJoint {
  std::string org;
  Moment since = 0;
  ModelClock clock;
  std::optional<Moment> answered;
  std::string released;
  bool open() const { return !answered && released.empty(); }
};

struct ModelWhistle {
  std::string org;
  Moment called = 0;
  std::optional<Moment> arrived;
  std::string outcome;
  std::optional<int> score;
};

struct Owner {
  std::string area;
  std::string org;
  std::string staff;
  bool operator==(const Owner&) const = default;
};

struct ModelCase {
  std::string no;
  std::string category;
  std::string urgency = "normal";
  std::string place;
  std::string reporter;

  State state = State::reported;
  Owner owner;
  std::vector<std::pair<Moment, Owner>> owners;  // since when each had it, in this cycle
  std::string first_org;
  std::string accepted_area;
  std::string handler;
  Moment reported = 0;
  std::optional<Moment> accepted, dispatched, signed_at, resolved, verified, closed, ended;

  ModelClock step;  // of accepting, signing, verifying, one after the other
  ModelClock handle;
  ModelClock promise;
  Moment promise_since = 0;       // of itself, without those merged into it
  std::vector<std::string> path;  // of the place, on the day of filing, then of dispatch
  ModelClock::Versions versions;  // of the stages
  ModelClock::Versions promise_versions;
  std::vector<ModelJoint> joint;
  std::vector<ModelWhistle> whistles;

  int supervise = 0;
  int returns = 0;
  int cycle_returns = 0;
  std::vector<std::string> refused_by;
  std::string refused_area;
  bool final_dispatch = false;
  int extensions = 0;
  int reworks = 0;
  int reopens = 0;
  int urges = 0;
  std::string master;
  std::vector<std::pair<std::string, Moment>> merged;   // with the time of their report
  std::vector<std::pair<std::string, Moment>> counted;  // of the present cycle: the earliest report
  std::shared_ptr<const ModelCase> before_merge;
  std::string excluded;
  std::optional<bool> contacted, solved;
  std::string satisfaction;
  std::optional<bool> late;
  std::optional<int64_t> used;
  int64_t events = 0;
  Moment last = 0;   // of its events
  Moment noted = 0;  // until when it is noted whether the promise ran out

  bool open() const { return !ended; }
  ModelClock::Matter matter(const std::string& org) const { return {category, urgency, path, org}; }
  void own(const Owner& next, Moment at) {
    owner = next;
    owners.emplace_back(at, next);
  }
  bool rated() const { return !satisfaction.empty() && satisfaction != "unreachable"; }
};

// Where the step leads; nullopt: the rules know no such step.
std::optional<State> leads(State from, Action action);
// Steps that people can take from there.
std::vector<Action> possible(State from);

// How one stands to a step.
struct Standing {
  std::string refused;  // code; empty: may take it
  bool admin = false;
  bool street = false;               // clerk or leader above the communities, or admin
  std::vector<Assignment> posts;     // that day, as far as they entitle to the step
  std::vector<std::string> handles;  // units whose handler he is
  std::vector<std::string> needs;
};
// nullopt: the state does not know the step.
std::optional<Standing> standing(const Office& office, const ModelCase& matter, const Wish& wish,
                                 const Person& person, Moment at, Moment now);
bool may_report(const Person& person, Moment at);

// Everything that stands against it, as problem codes; empty: it is allowed. `target`: the case
// that a merge names. Where the state forbids it nothing else is looked at.
std::set<std::string> objections(const Office& office, const ModelCase& matter, const Wish& wish,
                                 const Person& person, const ModelCase* target, Moment now);
// The same for a report of `filed` (category, place).
std::set<std::string> objections_to_report(const Office& office, const ModelCase& filed,
                                           std::optional<Moment> at, const Person& person,
                                           Moment now);

// The wish of a dispatch that names nobody, with the units of the policy's route.
Wish follow_route(const Office& office, const ModelCase& matter, const Wish& wish);

// The units that a whistle is about: those named, else the actor's own that were called.
std::vector<std::string> whistled(const ModelCase& matter, const Wish& wish, const Standing& who);

// Until when a closed case may be reopened.
Moment reopens_until(const Office& office, const ModelCase& matter);

// When silence of the lead begins to count as signing; unset: not dispatched.
std::optional<Moment> silent_from(const Office& office, const ModelCase& matter);

void file(const Office& office, ModelCase& matter, const Person& person, Moment at, Moment now);
void take(const Office& office, ModelCase& matter, const Wish& wish, const Person& person,
          Moment at, Moment now);
// The master's side of merging and of its undoing.
void absorb(ModelCase& master, const ModelCase& other, Moment at);
void detach(ModelCase& master, const std::string& no, Moment at);
void recompute(ModelCase& matter, std::optional<int> policy, std::optional<int> calendar,
               Moment at);

// The stage whose end is shown: signing before handling.
std::optional<Counted> stage(const Office& office, const ModelCase& matter);
// Who had it when the promise ran out.
std::optional<Owner> late_owner(const Office& office, const ModelCase& matter);

}  // namespace model
