#include <doctest/doctest.h>
#include <grid/domain/clock.h>
#include <grid/domain/restate.h>

#include <random>

#include "case_office.h"
#include "random_life.h"

using namespace office;

namespace {

// Three versions: the second has a holiday more (2026-11-18), the third shorter limits.
Policy version(int64_t number) {
  Policy policy = make_policy();
  if (number >= 2) {
    policy.calendars[""].days.push_back(
        {day("2026-11-18"), DayKind::holiday, "调休", day("2026-11-16")});
  }
  if (number >= 3) policy.limits[0] = limits("", {}, "1wh", "2wh", "1wd", "4wh", "3wd");
  return policy;
}

struct Versions {
  AreaTree areas = make_areas();
  CaseRules rules{{{1, at("2020-01-01")}, {2, at("2027-01-01")}, {3, at("2027-01-01")}},
                  [](int64_t number) { return PolicyVersion(number, version(number)); },
                  areas,
                  [](std::string_view) { return true; },
                  [](std::string_view) { return true; }};
};

struct Told {
  std::vector<Event> events;
  Case matter;
  const CaseRules& rules;

  Told(const CaseRules& known, const char* when) : rules(known) {
    Event report = *decide_report(filed(), {}, worker, rules, at(when));
    report.case_no = "330782002-20261116-0001";
    take(report);
  }
  void act(const Intent& what, const Actor& actor, const char* when) {
    const auto event = decide(matter, what, actor, rules, at(when));
    REQUIRE_MESSAGE(event, (event ? "" : event.problem().code));
    take(*event);
  }
  void recompute(const Override& how, const char* when) {
    const auto event = decide_recompute(matter, events, rules, how, admin, at(when));
    REQUIRE(event);
    take(*event);
  }
  void take(const Event& event) {
    matter = apply(events.empty() ? nullptr : &matter, event, rules);
    events.push_back(event);
  }
};

Told handled(const CaseRules& rules) {
  Told told(rules, "2026-11-16 09:00");
  told.act(intent(Action::accept), clerk, "2026-11-16 09:30");
  told.act(dispatch_to("CG", {"SQ"}), clerk, "2026-11-16 10:00");
  told.act(intent(Action::sign), cg, "2026-11-16 10:30");
  return told;
}

}  // namespace

TEST_CASE("a late notice moves what runs by the day that it takes away") {
  Versions office;
  Told told = handled(office.rules);
  CHECK(show(told.matter.handle.due) == "2026-11-18T17:30");
  CHECK(show(told.matter.joint[0].clock.due) == "2026-11-18T17:30");
  const Case restated = restate(told.events, office.rules, {.calendar = 2});
  CHECK(show(restated.handle.due) == "2026-11-19T17:30");
  CHECK(show(restated.joint[0].clock.due) == "2026-11-19T17:30");
  CHECK(show(restated.promise.due) == "2026-11-24T17:30");
  CHECK(restated.policy == 1);
  CHECK(restated.calendar == 2);
  // The same office time all the same.
  CHECK(restated.handle.worth == told.matter.handle.worth);

  const auto moves = moves_between(told.matter, restated);
  REQUIRE(moves.size() == 3);
  CHECK(moves[0].clock == ClockKind::promise);
  CHECK(moves[1].clock == ClockKind::handle);
  CHECK(moves[2].clock == ClockKind::joint);
  CHECK(moves[2].org == "SQ");

  told.recompute({.calendar = 2}, "2026-11-16 11:00");
  CHECK(told.events.back().action == Action::recompute);
  CHECK(told.matter.handle == restated.handle);
  CHECK(told.matter.promise == restated.promise);
  CHECK(told.matter.joint == restated.joint);
  CHECK(told.matter.stage == Stage::handle);
  CHECK(told.matter.promise_calendar == 2);
  CHECK(replay(told.events, office.rules) == told.matter);
  // It runs so already.
  CHECK(!decide_recompute(told.matter, told.events, office.rules, {.calendar = 2}, admin,
                          at("2026-11-16 12:00")));
}

TEST_CASE("a new policy's limits count from where the clocks began") {
  Versions office;
  Told told = handled(office.rules);
  told.recompute({.policy = 3, .calendar = 3}, "2026-11-16 11:00");
  CHECK(show(told.matter.handle.due) == "2026-11-17T17:30");
  CHECK(show(told.matter.promise.due) == "2026-11-20T17:30");
  CHECK(told.matter.policy == 3);
  told.act(because(Action::suspend), clerk, "2026-11-17 17:00");
  CHECK(told.matter.handle.left == Seconds{1800});
  // A recomputed case that is recomputed again counts from its beginning again.
  told.recompute({.policy = 1, .calendar = 1}, "2026-11-17 17:10");
  CHECK(told.matter.handle.left == Seconds{1800 + 27000});
  CHECK(!told.matter.handle.due);
  CHECK(!told.matter.promise.due);
}

TEST_CASE("what is left of a case at rest moves with a late notice, and what runs on after it") {
  Versions office;
  Told told = handled(office.rules);
  told.act(because(Action::suspend), clerk, "2026-11-18 10:00");
  CHECK(told.matter.handle.left == Seconds{6 * 3600});
  told.recompute({.calendar = 2}, "2026-11-18 10:30");
  // The morning of the 18th was no office time after all.
  CHECK(told.matter.handle.left == Seconds{27000});
  told.act(intent(Action::resume), clerk, "2026-11-18 11:00");
  CHECK(show(told.matter.handle.due) == "2026-11-19T17:30");
}

TEST_CASE("extensions stay, and are counted by the calendar that holds now") {
  Versions office;
  Told told = handled(office.rules);
  Intent extend = because(Action::extend);
  extend.limit = limit("1wd");
  told.act(extend, clerk, "2026-11-17 09:00");
  CHECK(show(told.matter.handle.due) == "2026-11-19T17:30");
  CHECK(told.matter.handle.worth == Seconds{6 * 3600 + 3 * 27000});
  told.recompute({.calendar = 2}, "2026-11-17 10:00");
  CHECK(show(told.matter.handle.due) == "2026-11-20T17:30");
  CHECK(told.matter.handle.worth == Seconds{6 * 3600 + 3 * 27000});
}

TEST_CASE("a promise counted from an earlier report leaves the stages alone") {
  Versions office;
  Told told = handled(office.rules);
  const Case earlier =
      restate(told.events, office.rules, {.promise_since = at("2026-11-09 09:00")});
  CHECK(show(earlier.promise.due) == "2026-11-16T17:30");
  CHECK(earlier.handle == told.matter.handle);
  CHECK(earlier.promise_since == at("2026-11-09 09:00"));

  Event absorb = told.events.back();
  absorb.action = Action::absorb;
  absorb.seq += 1;
  absorb.at = absorb.recorded_at = at("2026-11-17 09:00");
  absorb.from = absorb.to = State::handling;
  absorb.data.clear();
  add_clocks(absorb.data, earlier);
  told.take(absorb);
  CHECK(show(told.matter.promise.due) == "2026-11-16T17:30");
  // It had run out before: who has the case had it then.
  REQUIRE(told.matter.late_holder);
  CHECK(told.matter.late_holder->org == "CG");
  const Case back = restate(told.events, office.rules, {.promise_since = at("2026-11-16 09:00")});
  CHECK(show(back.promise.due) == "2026-11-23T17:30");
  CHECK(!back.late_holder);
}

TEST_CASE("who had the case when the promise ran out stays answerable") {
  Versions office;
  Told told = handled(office.rules);
  // The promise ends on 11-23 at 17:30; nobody acts until the 24th.
  told.act(because(Action::escalate), clerk, "2026-11-24 09:00");
  CHECK(told.matter.owner_area == street);
  REQUIRE(told.matter.late_holder);
  CHECK(*told.matter.late_holder == Holder{community, "CG", ""});
  told.act(dispatch_to("WY"), street_clerk, "2026-11-24 09:30");
  CHECK(told.matter.late_holder->org == "CG");
}

TEST_CASE("random lives: restated under what holds, a case is what it is") {
  Versions office;
  std::mt19937 random(20261121);
  size_t moved = 0;
  for (int round = 0; round < 150; ++round) {
    std::vector<Event> events;
    std::optional<Case> matter;
    live_at_random(office.rules, random, 30, events, matter, [&] {
      if (random() % 4 != 0 || !matter->open()) return;
      const int64_t to = 1 + static_cast<int64_t>(random() % 3);
      const auto event = decide_recompute(*matter, events, office.rules,
                                          {.policy = to, .calendar = to}, admin, matter->last_at);
      if (!event) return;
      ++moved;
      matter = apply(&*matter, *event, office.rules);
      events.push_back(*event);
    });
    Case again = restate(events, office.rules, {});
    REQUIRE(moves_between(*matter, again).empty());
    REQUIRE(again.late_holder == matter->late_holder);
    REQUIRE(again.promise == matter->promise);
    REQUIRE(again.handle.worth == matter->handle.worth);
    REQUIRE(replay(events, office.rules) == *matter);
    // Wherever one looks, under the same versions the same ends, however often it was recomputed.
    if (!matter->open()) continue;
    const Override all{.policy = 3, .calendar = 3};
    const Case direct = restate(events, office.rules, all);
    REQUIRE(direct.promise.worth >= Seconds{0});
    REQUIRE(direct.state == matter->state);
    REQUIRE(direct.last_seq == matter->last_seq);
  }
  CHECK(moved > 100);
}
