#include <doctest/doctest.h>
#include <grid/domain/ladder.h>

#include <set>

#include "case_office.h"

using namespace office;

namespace {

std::string fired(const Case& matter, const SmallOffice& office, const char* now,
                  const std::set<std::string>& before = {}) {
  std::string words;
  const auto has_fired = [&](Stage, std::string_view rule) {
    return before.contains(std::string(rule));
  };
  for (const Firing& firing : ladder_due(matter, office.rules, has_fired, at(now))) {
    if (!words.empty()) words += ' ';
    words += (firing.skipped ? "(" + firing.rule->key + ")" : firing.rule->key);
  }
  return words;
}

Life handling(SmallOffice& office) {
  Life life = dispatched(office);  // handle from 11-16 10:00 until 11-18 17:30
  life.act(Action::sign, cg, "2026-11-16 10:30");
  return life;
}

}  // namespace

TEST_CASE("the highest step reached fires, the lower ones are passed over") {
  SmallOffice office;
  const Life life = handling(office);
  struct Row {
    const char* now;
    std::string fires;
  };
  // A quarter of two working days is 3.75 h: 11-18 13:45 with its 3.75 h before closing.
  for (const Row& row :
       {Row{"2026-11-18 13:44", ""}, Row{"2026-11-18 13:45", "handle/-25%"},
        Row{"2026-11-18 17:30", "handle/-25%"}, Row{"2026-11-18 17:31", "(handle/-25%) handle/0"},
        Row{"2026-11-19 17:30", "(handle/-25%) handle/0"},
        Row{"2026-11-19 17:31", "(handle/-25%) (handle/0) handle/1wd"},
        Row{"2026-11-23 17:31", "(handle/-25%) (handle/0) (handle/1wd) handle/3wd"}}) {
    CAPTURE(row.now);
    CHECK(fired(*life.matter, office, row.now) == row.fires);
  }
}

TEST_CASE("a step fires once, and later steps still fire") {
  SmallOffice office;
  const Life life = handling(office);
  const std::set<std::string> before{"handle/-25%", "handle/0"};
  CHECK(fired(*life.matter, office, "2026-11-18 18:00", before).empty());
  CHECK(fired(*life.matter, office, "2026-11-19 18:00", before) == "handle/1wd");
}

TEST_CASE("nothing fires while paused or after the end") {
  SmallOffice office;
  Life life = handling(office);
  life.act(because(Action::suspend), clerk, "2026-11-17 09:00");
  CHECK(fired(*life.matter, office, "2026-12-18 18:00").empty());
  life.act(Action::resume, clerk, "2026-11-20 17:30");
  CHECK(fired(*life.matter, office, "2026-11-20 18:00").empty());
  life.act(because(Action::void_), leader, "2026-11-20 18:00");
  CHECK(fired(*life.matter, office, "2027-12-18 18:00").empty());
}

TEST_CASE("signing and handling run side by side") {
  SmallOffice office;
  const Life life = dispatched(office);
  CHECK(fired(*life.matter, office, "2026-11-16 15:31") == "sign/0");
  CHECK(fired(*life.matter, office, "2026-11-18 18:00") == "sign/0 (handle/-25%) handle/0");
}

TEST_CASE("the silence of a centre or of a lead rises") {
  SmallOffice office;
  Life life(office);
  life.report(filed(), worker, "2026-11-16 09:00");
  const auto none = [](Stage, std::string_view) { return false; };
  std::vector<Firing> due = ladder_due(*life.matter, office.rules, none, at("2026-11-16 11:01"));
  REQUIRE(due.size() == 1);
  CHECK(show(due[0].reached) == "2026-11-16T11:00");
  for (const Intent& one : intents_of(due[0], *life.matter)) {
    CHECK(life.act(one, clerk, "2026-11-16 11:01") == "case.step");
    CHECK(life.act(one, ladder, "2026-11-16 11:01") == "");
  }
  CHECK(life.matter->state == State::accepted);
  CHECK(life.matter->owner_area == street);

  Life silent = dispatched(office);
  due = ladder_due(*silent.matter, office.rules, none, at("2026-11-24 11:01"));
  for (const Firing& firing : due) {
    for (const Intent& one : intents_of(firing, *silent.matter)) {
      CHECK(silent.act(one, ladder, "2026-11-24 11:01") == "");
    }
  }
  CHECK(silent.matter->supervise == 3);
  CHECK(silent.matter->owner_area == street);
  CHECK(silent.matter->owner_org.empty());
  CHECK(replay(silent.events, office.rules) == silent.matter);
}

TEST_CASE("a missing superior is shown and hinders only what needs one") {
  SmallOffice office;
  office.areas = AreaTree({Area{community, "community", {}, {}, {AreaSpell{{}, {}, "a", ""}}},
                           Area{grid_3, "grid", {}, {}, {AreaSpell{{}, {}, "b", community}}}});
  const Life life = handling(office);
  const auto none = [](Stage, std::string_view) { return false; };
  const auto due = ladder_due(*life.matter, office.rules, none, at("2026-11-24 11:01"));
  REQUIRE(!due.empty());
  const Firing& last = due.back();
  REQUIRE(last.obstacle);
  CHECK(last.obstacle->code == "area.no_superior");
  const auto intents = intents_of(last, *life.matter);
  REQUIRE(intents.size() == 1);
  CHECK(intents[0].action == Action::supervise);
}

TEST_CASE("a step that escalates where the table has no escalation says so") {
  Policy policy = make_policy();
  policy.ladder = {rung(Stage::verify, "0", 2, true)};
  SmallOffice office(policy);
  Life life = handling(office);
  life.act(intent(Action::resolve, "done"), cg, "2026-11-16 11:00");
  const auto none = [](Stage, std::string_view) { return false; };
  const auto due = ladder_due(*life.matter, office.rules, none, at("2026-11-24 11:01"));
  REQUIRE(due.size() == 1);
  REQUIRE(due[0].obstacle);
  CHECK(due[0].obstacle->code == "case.step");
  CHECK(intents_of(due[0], *life.matter).size() == 1);
}

TEST_CASE("steps before an end, in every unit") {
  Policy policy = make_policy();
  struct Row {
    const char* after;
    const char* first;  // the first minute in which it fires, for an end at 11-18 17:30
  };
  for (const Row& row : {Row{"-30m", "2026-11-18 17:00"}, Row{"-2h", "2026-11-18 15:30"},
                         Row{"-5wh", "2026-11-18 11:00"}, Row{"-1wd", "2026-11-17 17:30"},
                         Row{"-2wd", "2026-11-16 17:30"}, Row{"-1d", "2026-11-17 17:30"},
                         Row{"-100%", "2026-11-17 08:30"}, Row{"-50%", "2026-11-18 08:30"}}) {
    policy.ladder = {rung(Stage::handle, row.after, 1, false)};
    SmallOffice office(policy);
    const Life life = handling(office);
    CAPTURE(row.after);
    const Instant first = at(row.first);
    const auto none = [](Stage, std::string_view) { return false; };
    CHECK(ladder_due(*life.matter, office.rules, none, first).size() == 1);
    CHECK(ladder_due(*life.matter, office.rules, none, first - std::chrono::minutes{1}).empty());
    CHECK(ladder_at(*life.matter, office.rules, none, at("2026-11-16 10:30")) == first);
  }
}

TEST_CASE("a case rises by one level a night, though signing and handling are both late") {
  Policy policy = make_policy();
  policy.ladder = {rung(Stage::sign, "0", 0, true), rung(Stage::handle, "0", 0, true)};
  SmallOffice office(policy);
  const Life life = dispatched(office);
  CHECK(fired(*life.matter, office, "2026-11-24 11:01") == "sign/0");
}
