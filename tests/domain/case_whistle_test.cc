#include <doctest/doctest.h>

#include "case_office.h"

using namespace office;

namespace {

Intent call(std::vector<std::string> units) {
  Intent whistle;
  whistle.action = Action::whistle;
  whistle.units = std::move(units);
  return whistle;
}

Intent tell(const char* unit, bool arrived, const char* outcome = "",
            std::optional<int> score = std::nullopt) {
  Intent whistle;
  whistle.action = Action::whistle;
  if (*unit != 0) whistle.units = {unit};
  whistle.whistle = {arrived, outcome, score};
  return whistle;
}

}  // namespace

TEST_CASE("a unit is called, arrives, tells the outcome and is given a score") {
  SmallOffice office;
  Life life = dispatched(office);
  REQUIRE(life.act(call({"WY", "SQ", "SQ"}), street_clerk, "2026-11-16 11:00") == "");
  REQUIRE(life.matter->whistles.size() == 2);
  CHECK(life.matter->whistles[0] == Whistle{"SQ", at("2026-11-16 11:00"), {}, "", {}});
  REQUIRE(life.act(tell("", true), sq, "2026-11-16 11:20") == "");
  CHECK(life.events.back().org == "SQ");
  REQUIRE(life.act(tell("SQ", false, "cleared"), sq, "2026-11-16 11:50") == "");
  REQUIRE(life.act(tell("SQ", false, "", 95), leader, "2026-11-16 14:00") == "");
  CHECK(life.matter->whistles[0] ==
        Whistle{"SQ", at("2026-11-16 11:00"), at("2026-11-16 11:20"), "cleared", 95});
  CHECK(!life.matter->whistles[1].arrived_at);
  // All at once, and a second call when the first has come to an end.
  REQUIRE(life.act(tell("WY", true, "seen", 0), street_clerk, "2026-11-16 14:10") == "");
  CHECK(life.matter->whistles[1].score == 0);
  REQUIRE(life.act(call({"SQ"}), leader, "2026-11-16 15:00") == "");
  CHECK(life.matter->whistles.size() == 3);
  REQUIRE(life.act(tell("SQ", true), sq, "2026-11-16 15:10") == "");
  CHECK(life.matter->whistles[2].arrived_at == at("2026-11-16 15:10"));
  CHECK(life.matter->whistles[0].arrived_at == at("2026-11-16 11:20"));
  CHECK(life.matter->state == State::dispatched);
  CHECK(replay(life.events, office.rules) == life.matter);
}

TEST_CASE("what a whistle is refused for") {
  SmallOffice office;
  const auto refused = [&](const Intent& whistle, const Actor& actor) {
    Life life = dispatched(office);
    life.act(call({"SQ"}), street_clerk, "2026-11-16 11:00");
    return life.act(whistle, actor, "2026-11-16 11:10");
  };
  CHECK(refused(call({"SQ"}), street_clerk) == "case.whistle");
  CHECK(refused(call({"XX"}), street_clerk) == "org.unknown");
  CHECK(refused(call({}), street_clerk) == "field.required");
  CHECK(refused(call({"WY"}), clerk) == "actor.not_permitted");
  CHECK(refused(call({"WY"}), sq) == "actor.not_permitted");
  CHECK(refused(tell("WY", true), street_clerk) == "case.whistle");
  CHECK(refused(tell("SQ", true), wy) == "actor.not_permitted");
  CHECK(refused(tell("SQ", false, "words"), sq) == "case.whistle");
  CHECK(refused(tell("SQ", true, "words", 50), sq) == "actor.not_permitted");
  CHECK(refused(tell("SQ", false, "", 50), street_clerk) == "case.whistle");
  CHECK(refused(tell("SQ", true, "words", 101), street_clerk) == "field.range");
  CHECK(refused(tell("SQ", true, "words", -1), street_clerk) == "field.range");
  CHECK(refused(tell("SQ", true, "words", 100), street_clerk) == "");

  Life life = dispatched(office);
  life.act(call({"SQ"}), street_clerk, "2026-11-16 11:00");
  life.act(tell("SQ", true), sq, "2026-11-16 11:10");
  CHECK(life.act(tell("SQ", true), sq, "2026-11-16 11:20") == "case.whistle");
}
