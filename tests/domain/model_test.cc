// The engine against a model of it that was written from the rules alone: random people take
// random steps with several cases at once, right and wrong ones, and after each the two must agree
// in everything that they know.
//
//   GRID_MODEL_STEPS  how many steps are taken, refused ones not counted (100,000)
//   GRID_MODEL_TOWN   only this town, by the number that a failure has named
#include <doctest/doctest.h>

#include <cstdlib>

#include "model_play.h"

namespace {

constexpr unsigned seed = 20261116;
constexpr int attempts = 160;  // of a town

// Why a step is refused: its state, its time, who asks, what it lacks, the rules of each action.
const std::vector<std::string> codes{
    "case.step",           "event.at_future",    "event.at_order",
    "actor.not_permitted", "actor.narrowed",     "actor.handler_verifies",
    "actor.lead_rates",    "field.required",     "field.range",
    "org.unknown",         "staff.unknown",      "staff.no_post",
    "area.unknown",        "area.no_superior",   "category.unknown",
    "case.beyond",         "case.reason",        "case.return_late",
    "case.final_dispatch", "case.upper_decides", "case.joint",
    "case.joint_lead",     "case.joint_open",    "case.late",
    "case.extensions",     "case.no_limit",      "case.supervise",
    "case.rating",         "case.reopen_late",   "case.whistle",
    "case.merge",          "case.unknown"};

size_t number(const char* variable, size_t usual) {
  const char* text = std::getenv(variable);
  return text == nullptr ? usual : static_cast<size_t>(std::strtoull(text, nullptr, 10));
}

// A test that only ever refuses proves nothing: each was to happen at least so often.
void check_seen(const char* what, const std::map<std::string, size_t>& seen,
                const std::vector<std::string>& wanted, size_t least) {
  for (const std::string& each : wanted) {
    const auto found = seen.find(each);
    CAPTURE(what);
    CAPTURE(each);
    CHECK((found == seen.end() ? 0 : found->second) >= least);
  }
}

void check_coverage(const model::Tally& tally, size_t steps) {
  using grid::domain::Action;
  std::vector<std::string> actions{"report"};
  for (auto action = Action::accept; action < Action::recompute;
       action = static_cast<Action>(static_cast<int>(action) + 1)) {
    actions.emplace_back(grid::domain::code(action));
  }
  check_seen("refused", tally.turned_down, actions, steps / 500);
  actions.insert(actions.end(), {"sign by silence", "reopen by the rules", "recompute"});
  check_seen("taken", tally.taken, actions, steps / 500);
  std::vector<std::string> states;
  for (const auto& state : grid::domain::Terms<grid::domain::State>::all) {
    states.emplace_back(state.code);
  }
  check_seen("state", tally.states, states, steps / 250);
  check_seen("code", tally.codes, codes, steps / 20'000);
}

}  // namespace

TEST_CASE("the model and the engine agree about random lives") {
  const model::Office office;
  const model::Engine engine(office);
  model::Tally tally;
  const size_t steps = number("GRID_MODEL_STEPS", 100'000);
  const size_t only = number("GRID_MODEL_TOWN", 0);
  for (size_t town = only == 0 ? 1 : only; tally.accepted < steps; ++town) {
    model::Town place(office, engine, seed + static_cast<unsigned>(town), tally);
    const bool agreed = place.live(attempts);
    INFO("seed " << seed << ", town " << town << ", step " << tally.accepted << "\n"
                 << place.account());
    REQUIRE(agreed);
    if (only != 0) return;
  }
  check_coverage(tally, steps);
}
