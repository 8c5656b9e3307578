#include <doctest/doctest.h>
#include <grid/domain/clock.h>

#include <random>

#include "case_office.h"

using namespace office;

TEST_CASE("clocks start and stop as the table says") {
  SmallOffice office;
  Life life(office);
  life.report(filed(), worker, "2026-11-16 09:00");
  CHECK(life.matter->stage == Stage::accept);
  CHECK(show(life.matter->due()) == "2026-11-16T11:00");
  CHECK(show(life.matter->promise.due) == "2026-11-23T17:30");
  CHECK(!life.matter->overdue(at("2026-11-16 11:00")));
  CHECK(life.matter->overdue(at("2026-11-16 11:01")));

  life.act(Action::accept, clerk, "2026-11-16 09:30");
  CHECK(!life.matter->stage);
  CHECK(!life.matter->due());

  // Signing and handling start together at dispatch.
  life.act(dispatch_to("CG"), clerk, "2026-11-16 10:00");
  CHECK(life.matter->stage == Stage::sign);
  CHECK(show(life.matter->due()) == "2026-11-16T15:30");
  CHECK(show(life.matter->handle.due) == "2026-11-18T17:30");

  life.act(Action::sign, cg, "2026-11-17 09:00");
  CHECK(life.matter->stage == Stage::handle);
  CHECK(show(life.matter->due()) == "2026-11-18T17:30");

  life.act(intent(Action::resolve, "done"), cg, "2026-11-17 10:00");
  CHECK(life.matter->stage == Stage::verify);
  CHECK(show(life.matter->due()) == "2026-11-18T17:30");
  CHECK(!life.matter->handle.due);

  life.act(Action::verify, worker, "2026-11-17 11:00");
  CHECK(!life.matter->stage);
  life.act(Action::close, clerk, "2026-11-17 12:00");
  CHECK(show(life.matter->promise.due) == "2026-11-23T17:30");
}

TEST_CASE("limits across days of rest and make-up days") {
  SmallOffice office;
  struct Row {
    const char* reported;
    const char* accept;   // 2wh
    const char* promise;  // 5wd
  };
  for (const Row& row : {
           Row{"2026-09-18 16:30", "2026-09-20T09:30", "2026-09-24T17:30"},  // Sunday is worked
           Row{"2026-09-30 17:00", "2026-10-08T10:00", "2026-10-13T17:30"},  // national holiday
           Row{"2026-11-16 12:00", "2026-11-16T15:30", "2026-11-23T17:30"},  // at lunch
           Row{"2026-11-16 17:30", "2026-11-17T10:30", "2026-11-23T17:30"},  // at closing time
           Row{"2026-11-21 09:00", "2026-11-23T10:30", "2026-11-27T17:30"},  // Saturday
       }) {
    Life life(office);
    REQUIRE(life.report(filed(), worker, row.reported) == "");
    CAPTURE(row.reported);
    CHECK(show(life.matter->due()) == row.accept);
    CHECK(show(life.matter->promise.due) == row.promise);
    CHECK(!life.matter->provisional());
  }
  Life life(office);
  life.report(filed(), worker, "2026-12-30 10:00");
  CHECK(life.matter->provisional());
  CHECK(life.matter->promise.provisional);
  CHECK(!life.matter->step.provisional);
}

TEST_CASE("urgent limits run day and night") {
  SmallOffice office;
  NewCase one = filed();
  one.urgency = Urgency::urgent;
  Life life(office);
  life.report(one, worker, "2026-11-20 23:50");
  CHECK(show(life.matter->due()) == "2026-11-21T00:20");
  CHECK(show(life.matter->promise.due) == "2026-11-21T23:50");
}

TEST_CASE("where there is no limit there is no clock") {
  SmallOffice office;
  Life life(office);
  life.report(filed("11"), worker, "2026-11-16 09:00");
  CHECK(!life.matter->stage);
  CHECK(!life.matter->promise.due);
  life.act(Action::accept, clerk, "2026-11-16 09:30");
  life.act(dispatch_to("CG"), clerk, "2026-11-16 10:00");
  CHECK(!life.matter->stage);
  CHECK(!life.matter->overdue(at("2030-01-01")));
}

TEST_CASE("handling without a limit for signing shows its own clock at once") {
  Policy policy = make_policy();
  policy.limits[0].sign.reset();
  SmallOffice office(policy);
  Life life = dispatched(office);
  CHECK(life.matter->stage == Stage::handle);
  CHECK(show(life.matter->due()) == "2026-11-18T17:30");
}

TEST_CASE("a unit's own calendar counts for its clocks and not for the promise") {
  SmallOffice office;
  Life life(office);
  life.report(filed(), worker, "2026-11-20 09:00");
  life.act(Action::accept, clerk, "2026-11-20 09:30");
  life.act(dispatch_to("WY"), clerk, "2026-11-20 23:00");
  CHECK(show(life.matter->due()) == "2026-11-21T03:00");
  CHECK(show(life.matter->handle.due) == "2026-11-23T00:00");
  CHECK(show(life.matter->promise.due) == "2026-11-27T17:30");
}

TEST_CASE("after rework handling runs on from where it stopped") {
  SmallOffice office;
  Life life = dispatched(office);  // handle until 11-18 17:30
  life.act(Action::sign, cg, "2026-11-16 10:30");
  life.act(intent(Action::resolve, "done"), cg, "2026-11-17 15:30");
  // Left: 2 h of Tuesday and 7.5 h of Wednesday.
  CHECK(life.matter->handle.left == Seconds{9 * 3600 + 1800});
  life.act(because(Action::rework), worker, "2026-11-19 09:30");
  CHECK(life.matter->reworks == 1);
  CHECK(life.matter->stage == Stage::handle);
  // 6.5 h of Thursday, 3 h of Friday.
  CHECK(show(life.matter->due()) == "2026-11-20T11:30");
}

TEST_CASE("what had run over stays run over after rework") {
  SmallOffice office;
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  life.act(intent(Action::resolve, "late"), cg, "2026-11-19 09:30");
  CHECK(life.matter->handle.left == Seconds{-3600});
  life.act(because(Action::rework), worker, "2026-11-20 09:00");
  CHECK(show(life.matter->due()) == "2026-11-19T17:00");
  CHECK(life.matter->overdue(at("2026-11-20 09:00")));
}

TEST_CASE("pauses are taken out of office time") {
  SmallOffice office;
  struct Row {
    const char* suspend;
    const char* resume;
    const char* handle;
    const char* promise;
  };
  for (const Row& row : {
           Row{"2026-11-16 20:00", "2026-11-17 07:00", "2026-11-18T17:30", "2026-11-23T17:30"},
           Row{"2026-11-17 09:00", "2026-11-17 10:00", "2026-11-19T09:30", "2026-11-24T09:30"},
           Row{"2026-11-17 11:00", "2026-11-17 11:00", "2026-11-18T17:30", "2026-11-23T17:30"},
           Row{"2026-11-17 17:00", "2026-11-20 09:00", "2026-11-23T09:30", "2026-11-26T09:30"},
       }) {
    Life life = dispatched(office);
    life.act(Action::sign, cg, "2026-11-16 10:30");
    CAPTURE(row.suspend);
    REQUIRE(life.act(because(Action::suspend), clerk, row.suspend) == "");
    CHECK(life.matter->paused);
    CHECK(!life.matter->due());
    CHECK(!life.matter->overdue(at("2030-01-01")));
    REQUIRE(life.act(Action::resume, clerk, row.resume) == "");
    CHECK(!life.matter->paused);
    // A clock that stood at closing time may come to stand at the next opening: 0 s of office
    // time apart.
    const Calendar& calendar =
        CaseLimits(*life.matter, day("2026-11-16"), office.rules).calendar(Stage::handle);
    const Instant want = at((std::string(row.handle).replace(10, 1, " ")).c_str());
    CHECK(calendar.worked(want, *life.matter->due()).seconds == Seconds{0});
    CHECK(calendar.worked(*life.matter->due(), want).seconds == Seconds{0});
    CHECK(show(life.matter->promise.due) == row.promise);
  }
}

TEST_CASE("an extension moves the end of handling, within its bounds") {
  SmallOffice office;
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  Intent extend = because(Action::extend);
  extend.limit = limit("1wd");
  REQUIRE(life.act(extend, clerk, "2026-11-17 09:00") == "");
  CHECK(show(life.matter->due()) == "2026-11-19T17:30");
  CHECK(life.act(extend, clerk, "2026-11-17 09:10") == "actor.not_permitted");
  REQUIRE(life.act(extend, leader, "2026-11-17 09:10") == "");
  CHECK(show(life.matter->due()) == "2026-11-20T17:30");
  CHECK(life.act(extend, leader, "2026-11-17 09:20") == "case.extensions");
  CHECK(life.matter->extensions == 2);

  Life late = dispatched(office);
  late.act(Action::sign, cg, "2026-11-16 10:30");
  CHECK(late.act(extend, clerk, "2026-11-18 17:31") == "case.late");

  Life free(office);
  free.report(filed("11"), worker, "2026-11-16 09:00");
  free.act(Action::handle, clerk, "2026-11-16 09:30");
  CHECK(free.act(extend, clerk, "2026-11-16 09:40") == "case.no_limit");
}

TEST_CASE("the verdict is frozen at closing: late is later than due") {
  SmallOffice office;
  for (const auto& [closed, late] :
       {std::pair{"2026-11-23 17:30", false}, std::pair{"2026-11-23 17:31", true}}) {
    Life life(office);
    life.report(filed(), worker, "2026-11-16 09:00");
    life.act(Action::handle, clerk, "2026-11-16 09:30");
    life.act(intent(Action::resolve, "done"), clerk, "2026-11-16 10:00");
    life.act(Action::verify, worker, "2026-11-16 11:00");
    REQUIRE(life.act(Action::close, clerk, closed) == "");
    CHECK(life.matter->late == late);
  }
}

TEST_CASE("a case keeps the policy of its filing, then of its dispatch") {
  AreaTree areas = make_areas();
  const auto yes = [](std::string_view) { return true; };
  const CaseRules rules(
      {{1, at("2026-01-01")}, {2, at("2026-11-16 09:45")}, {3, at("2026-12-01")}},
      [](int64_t version) {
        Policy policy = make_policy();
        if (version == 2) policy.limits[0] = limits("", {}, "1wh", "1wh", "1wd", "1wd", "9wd");
        return PolicyVersion(version, policy);
      },
      areas, yes, yes);
  Event report = *decide_report(filed(), {}, worker, rules, at("2026-11-16 09:00"));
  Case matter = apply(nullptr, report, rules);
  CHECK(matter.policy == 1);
  matter =
      apply(&matter, *decide(matter, intent(Action::accept), clerk, rules, at("2026-11-16 10:00")),
            rules);
  CHECK(matter.policy == 1);
  matter = apply(&matter, *decide(matter, dispatch_to("CG"), clerk, rules, at("2026-11-16 10:30")),
                 rules);
  CHECK(matter.policy == 2);
  CHECK(show(matter.due()) == "2026-11-16T11:30");
  CHECK(show(matter.handle.due) == "2026-11-17T17:30");
  CHECK(show(matter.promise.due) == "2026-11-23T17:30");
  // Before the first version has begun, the first holds.
  CHECK(rules.current(at("2020-01-01")).number() == 1);
}

TEST_CASE("random lives: one owner, supervision never falls, replay is the state") {
  SmallOffice office;
  std::mt19937 random(20261116);
  const std::vector<Actor> people{worker, head, clerk, street_clerk, leader, cg,
                                  sq,     wy,   admin, other_clerk,  ladder, hotline};
  const auto pick = [&](const auto& from) {
    return from[std::uniform_int_distribution<size_t>(0, from.size() - 1)(random)];
  };
  size_t taken = 0;
  size_t rated_again = 0;
  std::vector<size_t> seen(Terms<State>::all.size());
  for (int round = 0; round < 300; ++round) {
    Life life(office);
    Instant now = at("2026-11-16 09:00") + std::chrono::minutes{random() % 100'000};
    Event report =
        *decide_report(filed(round % 7 == 0 ? "09" : "0401"), {}, worker, office.rules, now);
    report.case_no = "330782002-20261116-0001";
    Case matter = apply(nullptr, report, office.rules);
    std::vector<Event> events{report};
    for (int step = 0; step < 40; ++step) {
      now += std::chrono::seconds{random() % 40'000};
      Intent one;
      one.action = static_cast<Action>(random() % Terms<Action>::all.size());
      const std::vector<Action> open = open_actions(matter.state);
      if (random() % 8 != 0 && !open.empty()) one.action = pick(open);
      if (one.action == Action::void_ && random() % 8 != 0) one.action = Action::note;
      if (one.action == Action::reopen && random() % 4 != 0) one.action = Action::rate;
      one.reason = random() % 4 == 0 ? "r" : one.action == Action::exclude ? "court" : "duty";
      one.text = "t";
      one.org = pick(std::vector<std::string>{"CG", "SQ", "WY"});
      if (random() % 4 == 0) one.joint = {one.org == "SQ" ? "CG" : "SQ"};
      one.limit = limit("1wd");
      one.level = static_cast<int>(random() % 4);
      one.rating.contacted = random() % 4 != 0;
      if (*one.rating.contacted) one.rating.satisfaction = static_cast<Satisfaction>(random() % 4);
      if (one.rating.valid()) one.rating.solved = random() % 2 == 0;
      const Actor actor = random() % 2 == 0 ? admin : pick(people);
      const auto event = decide(matter, one, actor, office.rules, now);
      if (!event) continue;
      const Case after = apply(&matter, *event, office.rules);
      events.push_back(*event);
      ++taken;
      REQUIRE(!after.owner_area.empty());
      REQUIRE(after.level == office.areas.find(after.owner_area)->kind);
      REQUIRE(after.supervise >= matter.supervise);
      REQUIRE((matter.first_org.empty() || after.first_org == matter.first_org));
      REQUIRE(after.last_seq == matter.last_seq + 1);
      if (event->action == Action::verify) REQUIRE(event->actor != matter.handler);
      const Rating rating{matter.contacted, matter.solved, matter.satisfaction};
      if (rating.valid() && event->action != Action::reopen) {
        REQUIRE(rating == Rating{after.contacted, after.solved, after.satisfaction});
        if (event->action == Action::rate) ++rated_again;
      }
      if (!after.open()) REQUIRE((!after.stage && !after.due() && !after.handle.due));
      REQUIRE(after.returns >= after.cycle_returns);
      if (after.paused) REQUIRE((!after.due() && !after.promise.due));
      matter = after;
      ++seen[static_cast<size_t>(matter.state)];
      if (matter.due()) REQUIRE(matter.stage);
    }
    REQUIRE(replay(events, office.rules) == matter);
  }
  CHECK(taken > 2'500);
  CHECK(rated_again > 10);
  for (const State state :
       {State::accepted, State::dispatched, State::handling, State::suspended, State::resolved,
        State::verified, State::closed, State::voided, State::not_accepted}) {
    CAPTURE(code(state));
    CHECK(seen[static_cast<size_t>(state)] > 0);
  }
}
