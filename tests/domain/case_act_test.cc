#include <doctest/doctest.h>
#include <grid/domain/case_act.h>

#include "case_office.h"

using namespace office;

namespace {

// What act() answers: the actions to be written, with when they happened; or the refusal.
std::string told(const Result<std::vector<Taken>>& steps) {
  if (!steps) return steps.problem().code;
  std::string words;
  for (const Taken& each : *steps) {
    words += (words.empty() ? "" : ", ") + std::string(code(each.event.action)) + " " +
             show(each.event.at);
  }
  return words;
}

}  // namespace

TEST_CASE("who signs after the silence finds it done: the silence is what is recorded") {
  SmallOffice office;  // a return is possible within 1wd: until Tuesday's close of business
  const Life life = dispatched(office);
  const auto sign = [&](const Actor& actor, const char* now) {
    return told(act(*life.matter, intent(Action::sign), actor, office.rules, at(now), nullptr));
  };
  CHECK(sign(cg, "2026-11-17 17:00") == "sign 2026-11-17T17:00");
  CHECK(sign(cg, "2026-11-18 09:00") == "sign 2026-11-17T17:30");
  CHECK(sign(worker, "2026-11-18 09:00") == "actor.not_permitted");
  CHECK(sign(sq, "2026-11-18 09:00") == "actor.not_permitted");
}

TEST_CASE("silence comes before what else is done, but a return that is too late is none") {
  SmallOffice office;
  const Life life = dispatched(office);
  const auto take = [&](const Intent& intent, const Actor& actor) {
    return told(act(*life.matter, intent, actor, office.rules, at("2026-11-18 09:00"), nullptr));
  };
  CHECK(take(intent(Action::resolve, "已清理"), cg) ==
        "sign 2026-11-17T17:30, resolve 2026-11-18T09:00");
  CHECK(take(because(Action::return_), cg) == "case.return_late");
  const auto steps = act(*life.matter, intent(Action::resolve, "已清理"), cg, office.rules,
                         at("2026-11-18 09:00"), nullptr);
  REQUIRE(steps);
  CHECK(steps->front().before.state == State::dispatched);
  CHECK(steps->front().after.state == steps->back().before.state);
}
