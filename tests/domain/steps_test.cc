#include <doctest/doctest.h>

#include <map>
#include <string>

#include "case_office.h"

using namespace office;

namespace {

// domain.md section 3, written down a second time: state, what a person or the ladder may do
// there, and where it leads. "=": the state stays; "?": the state it had before.
const std::map<std::string, std::map<std::string, std::string>> table{
    {"", {{"report", "reported"}}},
    {"reported",
     {{"accept", "accepted"},
      {"reject", "not_accepted"},
      {"handle", "handling"},
      {"escalate", "accepted"}}},
    {"accepted", {{"handle", "handling"}, {"dispatch", "dispatched"}, {"escalate", "accepted"}}},
    {"dispatched", {{"sign", "handling"}, {"return", "accepted"}, {"escalate", "accepted"}}},
    {"handling",
     {{"escalate", "accepted"},
      {"extend", "="},
      {"suspend", "suspended"},
      {"resolve", "resolved"}}},
    {"suspended", {{"resume", "handling"}}},
    {"resolved", {{"verify", "verified"}, {"rework", "handling"}}},
    {"verified", {{"close", "closed"}}},
    {"closed", {{"rate", "="}, {"reopen", "accepted"}, {"detach", "="}}},
    {"not_accepted", {{"detach", "="}}},
    {"voided", {{"detach", "="}}},
    {"merged", {{"unmerge", "?"}}},
};

const std::map<std::string, std::string> any_open{
    {"void", "voided"}, {"merge", "merged"}, {"supervise", "="}, {"note", "="},   {"whistle", "="},
    {"answer", "="},    {"exclude", "="},    {"recompute", "="}, {"absorb", "="}, {"detach", "="}};

std::string expected(const std::string& from, const std::string& action) {
  const auto& row = table.at(from);
  std::string to;
  if (const auto found = row.find(action); found != row.end()) to = found->second;
  const bool open = !from.empty() && from != "closed" && from != "not_accepted" &&
                    from != "voided" && from != "merged";
  if (open && any_open.contains(action)) to = any_open.at(action);
  return to == "=" ? from : to;
}

}  // namespace

TEST_CASE("every pair of state and action is in the table as the rules have it, or not at all") {
  for (const auto& [from, row] : table) {
    for (const Term& action : Terms<Action>::all) {
      CAPTURE(from);
      CAPTURE(action.code);
      const auto state = from.empty() ? std::nullopt : from_code<State>(from);
      const Step* step = find_step(state, *from_code<Action>(action.code));
      const std::string want = expected(from, std::string(action.code));
      REQUIRE((step != nullptr) == !want.empty());
      if (step == nullptr) continue;
      CHECK((step->to ? std::string(code(*step->to)) : "?") == want);
    }
  }
}

TEST_CASE("names of states and actions lead back to them") {
  for (size_t i = 0; i < Terms<State>::all.size(); ++i) {
    CHECK(from_code<State>(code(static_cast<State>(i))) == static_cast<State>(i));
  }
  for (size_t i = 0; i < Terms<Action>::all.size(); ++i) {
    CHECK(from_code<Action>(code(static_cast<Action>(i))) == static_cast<Action>(i));
  }
  CHECK(!from_code<State>("Reported"));
}

TEST_CASE("only the ladder escalates out of silence") {
  CHECK(ladder_only(*find_step(State::reported, Action::escalate)));
  CHECK(ladder_only(*find_step(State::dispatched, Action::escalate)));
  CHECK(!ladder_only(*find_step(State::accepted, Action::escalate)));
  CHECK(!ladder_only(*find_step(State::handling, Action::escalate)));
}

TEST_CASE("steps that a person may take now are named in the order of the table") {
  using enum Action;
  CHECK(open_actions(State::verified) ==
        std::vector{close, void_, merge, supervise, exclude, whistle, answer, note});
  CHECK(open_actions(State::closed) == std::vector{rate, reopen});
  CHECK(open_actions(State::merged) == std::vector{unmerge});
  CHECK(open_actions(State::voided).empty());
  const std::vector<Action> all = personal_actions();
  CHECK(all.size() == Terms<Action>::all.size() - 3);
  CHECK(all.front() == report);
}

TEST_CASE("a step outside the table is refused and the open ones are named, for every state") {
  SmallOffice office;
  for (size_t s = 0; s < Terms<State>::all.size(); ++s) {
    Life life = dispatched(office);
    Case matter = *life.matter;
    matter.state = static_cast<State>(s);
    for (size_t a = 0; a < Terms<Action>::all.size(); ++a) {
      const auto action = static_cast<Action>(a);
      const Step* step = find_step(matter.state, action);
      const bool open = step != nullptr && !ladder_only(*step);
      const auto event =
          decide(matter, intent(action), admin, office.rules, at("2026-11-16 11:00"));
      CAPTURE(code(matter.state));
      CAPTURE(code(action));
      const bool refused_as_step = !event && event.problem().code == "case.step";
      CHECK(refused_as_step == !open);
      if (!refused_as_step) continue;
      for (const Action other : open_actions(matter.state)) {
        CHECK(event.problem().message().find(code(other)) != std::string::npos);
      }
    }
  }
}
