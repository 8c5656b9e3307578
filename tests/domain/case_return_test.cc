// Returning, silence, reopening, excluding, urging: what the protocol between a centre and its
// units asks for.
#include <doctest/doctest.h>
#include <grid/domain/case_follow.h>
#include <grid/domain/case_reasons.h>

#include "case_office.h"

using namespace office;

namespace {

// Dispatched to the unit and returned by it, `times` times, an hour apart from Monday 10:00 on.
Life returned(SmallOffice& office, int times, const char* org = "CG") {
  Life life = dispatched(office);
  const char* moments[] = {"2026-11-16 10:10", "2026-11-16 10:20", "2026-11-16 10:30",
                           "2026-11-16 10:40", "2026-11-16 10:50"};
  for (int i = 0; i < times; ++i) {
    const Actor& unit = i % 2 == 0 || std::string(org) == "CG" ? cg : sq;
    if (i > 0) life.act(dispatch_to(i % 2 == 0 ? "CG" : org), clerk, moments[2 * i - 1]);
    life.act(because(Action::return_, "duty"), unit, moments[2 * i]);
  }
  return life;
}

Life closed(SmallOffice& office, const char* when = "2026-11-16 15:00") {
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  life.act(intent(Action::resolve, "done"), cg, "2026-11-16 11:00");
  life.act(Action::verify, worker, "2026-11-16 14:00");
  life.act(Action::close, clerk, when);
  return life;
}

Intent rating(Satisfaction satisfaction) {
  Intent rate;
  rate.action = Action::rate;
  rate.rating.contacted = true;
  rate.rating.satisfaction = satisfaction;
  if (satisfaction != Satisfaction::unreachable) rate.rating.solved = false;
  return rate;
}

}  // namespace

TEST_CASE("a return gives a reason of the list, by code or by word, and its code is kept") {
  SmallOffice office;
  for (const auto& [given, kept] : {std::pair{"duty", "duty"}, std::pair{"权属不清", "ownership"},
                                    std::pair{"not of our area", "area"}}) {
    Life life = dispatched(office);
    REQUIRE(life.act(because(Action::return_, given), cg, "2026-11-16 10:10") == "");
    CHECK(life.events.back().reason == kept);
  }
  Life life = dispatched(office);
  CHECK(life.act(because(Action::return_, "不想办"), cg, "2026-11-16 10:10") == "case.reason");
  CHECK(life.refusal->message().find("ownership 权属不清") != std::string::npos);
  CHECK(life.act(because(Action::return_, ""), cg, "2026-11-16 10:10") == "field.required");
}

TEST_CASE("a return is counted, and the unit's clocks end while the promise runs on") {
  SmallOffice office;
  const Life life = returned(office, 1);
  CHECK(life.matter->state == State::accepted);
  CHECK(life.matter->returns == 1);
  CHECK(life.matter->cycle_returns == 1);
  CHECK(life.matter->refused_by == std::vector<std::string>{"CG"});
  CHECK(life.matter->owner_org.empty());
  CHECK(life.matter->first_org == "CG");
  CHECK(!life.matter->due());
  CHECK(!life.matter->handle.due);
  CHECK(show(life.matter->promise.due) == "2026-11-23T17:30");
  CHECK(returned(office, 2).matter->refused_by == std::vector<std::string>{"CG"});
  CHECK(returned(office, 2, "SQ").matter->refused_by == std::vector<std::string>{"CG", "SQ"});
}

TEST_CASE("after as many returns as the policy has, the level above decides, and for good") {
  SmallOffice office;
  Life life = returned(office, 2);
  CHECK(life.act(dispatch_to("SQ"), clerk, "2026-11-16 11:00") == "case.upper_decides");
  REQUIRE(life.act(dispatch_to("SQ"), street_clerk, "2026-11-16 11:00") == "");
  CHECK(life.matter->final_dispatch);
  CHECK(life.act(because(Action::return_, "duty"), sq, "2026-11-16 11:10") ==
        "case.final_dispatch");
  REQUIRE(life.act(Action::sign, sq, "2026-11-16 11:10") == "");
  REQUIRE(life.act(because(Action::escalate), clerk, "2026-11-16 11:20") == "");
  CHECK(!life.matter->final_dispatch);
  CHECK(replay(life.events, office.rules) == life.matter);
}

TEST_CASE("a centre to which the case was escalated after the returns is the level above") {
  SmallOffice office;
  Life life = returned(office, 2);
  REQUIRE(life.act(because(Action::escalate), clerk, "2026-11-16 10:50") == "");
  CHECK(life.act(dispatch_to("SQ"), clerk, "2026-11-16 11:00") == "actor.not_permitted");
  REQUIRE(life.act(dispatch_to("SQ"), street_clerk, "2026-11-16 11:00") == "");
  CHECK(life.matter->final_dispatch);
}

TEST_CASE("at the root of the office its leader decides") {
  SmallOffice office;
  Life life(office);
  life.report(filed("09"), worker, "2026-11-16 09:00");
  REQUIRE(life.matter->owner_area == street);
  life.act(Action::accept, street_clerk, "2026-11-16 09:10");
  for (const char* moment : {"2026-11-16 09:20", "2026-11-16 09:40"}) {
    life.act(dispatch_to("CG"), street_clerk, moment);
    life.act(because(Action::return_, "area"), cg, moment);
  }
  CHECK(life.act(dispatch_to("CG"), street_clerk, "2026-11-16 10:00") == "case.upper_decides");
  CHECK(life.act(dispatch_to("CG"), leader, "2026-11-16 10:00") == "");
}

TEST_CASE("where the policy allows no returns, nothing can be returned") {
  Policy policy = make_policy();
  policy.rules.max_returns = 0;
  SmallOffice office(policy);
  Life life = dispatched(office);
  CHECK(life.act(because(Action::return_, "duty"), cg, "2026-11-16 10:10") ==
        "case.final_dispatch");
}

TEST_CASE("after the limit for returns silence counts as signed") {
  SmallOffice office;
  Life life = dispatched(office);  // Monday 10:00, return_within = 1wd: until Tuesday 17:30
  CHECK(life.act(because(Action::return_, "duty"), cg, "2026-11-17 17:31") == "case.return_late");
  CHECK(!silent_sign(*life.matter, office.rules, at("2026-11-17 17:30")));
  const auto sign = silent_sign(*life.matter, office.rules, at("2026-11-18 09:00"));
  REQUIRE(sign);
  CHECK(sign->action == Action::sign);
  CHECK(sign->at == at("2026-11-17 17:30"));
  CHECK(life.act(*sign, cg, "2026-11-18 09:00") == "");
  CHECK(life.events.back().post == "handler CG");
  Life by_ladder = dispatched(office);
  REQUIRE(by_ladder.act(*sign, ladder, "2026-11-18 09:00") == "");
  CHECK(by_ladder.matter->state == State::handling);
  CHECK(by_ladder.matter->signed_at == at("2026-11-17 17:30"));
  CHECK(by_ladder.events.back().post == "ladder");
  CHECK(by_ladder.events.back().reason == "silence");
  CHECK(!silent_sign(*by_ladder.matter, office.rules, at("2026-11-19 09:00")));
  // What was too late stays too late when silence has been recorded; before that it is no step.
  CHECK(by_ladder.act(because(Action::return_, "duty"), cg, "2026-11-18 09:10") ==
        "case.return_late");
  Life early = dispatched(office);
  early.act(Action::sign, cg, "2026-11-16 10:10");
  CHECK(early.act(because(Action::return_, "duty"), cg, "2026-11-16 10:20") == "case.step");
}

TEST_CASE("silence signs no earlier than the last event") {
  SmallOffice office;
  Life life = dispatched(office);
  life.act(intent(Action::note, "seen"), clerk, "2026-11-17 18:00");
  CHECK(silent_sign(*life.matter, office.rules, at("2026-11-18 09:00"))->at ==
        at("2026-11-17 18:00"));
}

TEST_CASE("a reopened case begins a new cycle and keeps what it was") {
  SmallOffice office;
  Life life = closed(office);
  Intent supervise = intent(Action::supervise);
  life.act(rating(Satisfaction::satisfied), hotline, "2026-11-17 09:00");
  CHECK(life.act(because(Action::reopen), clerk, "2026-11-18 09:00") == "actor.not_permitted");
  REQUIRE(life.act(because(Action::reopen), street_clerk, "2026-11-18 09:00") == "");
  const Case& matter = *life.matter;
  CHECK(matter.state == State::accepted);
  CHECK(matter.open());
  CHECK(matter.cycle == 2);
  CHECK(matter.reopens == 1);
  CHECK(matter.owner_area == community);
  CHECK(matter.owner_org.empty());
  CHECK(matter.first_org == "CG");
  for (const auto& moment : {matter.dispatched_at, matter.signed_at, matter.resolved_at,
                             matter.verified_at, matter.closed_at, matter.ended_at}) {
    CHECK(!moment);
  }
  CHECK((!matter.late && !matter.used && !matter.late_holder && matter.handler.empty()));
  CHECK((!matter.contacted && !matter.solved && !matter.satisfaction));
  CHECK(show(matter.promise.due) == "2026-11-25T17:30");
  CHECK(replay(life.events, office.rules) == life.matter);
  CHECK(life.act(dispatch_to("SQ"), clerk, "2026-11-18 09:10") == "");
  CHECK(life.matter->first_org == "CG");
}

TEST_CASE("returns are counted anew in each cycle, and over all") {
  SmallOffice office;
  Life life = returned(office, 2);
  life.act(dispatch_to("CG"), leader, "2026-11-16 11:00");
  life.act(Action::sign, cg, "2026-11-16 11:10");
  life.act(intent(Action::resolve, "done"), cg, "2026-11-16 11:20");
  life.act(Action::verify, worker, "2026-11-16 11:30");
  life.act(Action::close, clerk, "2026-11-16 11:40");
  REQUIRE(life.act(because(Action::reopen), leader, "2026-11-16 14:00") == "");
  CHECK(life.matter->returns == 2);
  CHECK(life.matter->cycle_returns == 0);
  CHECK(life.matter->refused_by.empty());
  CHECK(!life.matter->final_dispatch);
  CHECK(life.act(dispatch_to("CG"), clerk, "2026-11-16 14:10") == "");
}

TEST_CASE("a case is reopened within the policy's limit") {
  SmallOffice office;  // reopen_within = 30d from Monday 11-16: Wednesday 12-16, 17:30
  for (const auto& [when, code] :
       {std::pair{"2026-12-16 17:30", ""}, std::pair{"2026-12-16 17:31", "case.reopen_late"}}) {
    Life life = closed(office);
    CHECK(life.act(because(Action::reopen), leader, when) == code);
  }
}

TEST_CASE("a dissatisfied reporter reopens his case where the policy has it so") {
  Policy policy = make_policy();
  policy.rules.reopen_when_dissatisfied = true;
  SmallOffice office(policy);
  const auto follows = [&](Life& life, Satisfaction said, const char* when) {
    const Case before = *life.matter;
    REQUIRE(life.act(rating(said), hotline, when) == "");
    return follow_up(before, *life.matter, office.rules);
  };
  Life life = closed(office);
  CHECK(follows(life, Satisfaction::unreachable, "2026-11-17 09:00").empty());
  const auto intents = follows(life, Satisfaction::dissatisfied, "2026-11-17 10:00");
  REQUIRE(intents.size() == 1);
  REQUIRE(life.act(intents[0], ladder, "2026-11-17 10:00") == "");
  CHECK(life.matter->state == State::accepted);
  CHECK(life.events.back().reason == "dissatisfied");

  Life content = closed(office);
  CHECK(follows(content, Satisfaction::basic, "2026-11-17 09:00").empty());
  // The first definite answer stands; a later one has no consequence.
  CHECK(follows(content, Satisfaction::dissatisfied, "2026-11-17 10:00").empty());
  Life late = closed(office);
  CHECK(follows(late, Satisfaction::dissatisfied, "2026-12-20 09:00").empty());

  SmallOffice other;
  Life left = closed(other);
  const Case before = *left.matter;
  left.act(rating(Satisfaction::dissatisfied), hotline, "2026-11-17 09:00");
  CHECK(follow_up(before, *left.matter, other.rules).empty());
}

TEST_CASE("a case is excluded by a leader for a reason of the list") {
  SmallOffice office;
  Life life = dispatched(office);
  CHECK(life.act(because(Action::exclude, "court"), street_clerk, "2026-11-16 10:10") ==
        "actor.not_permitted");
  CHECK(life.act(because(Action::exclude, "no reason"), leader, "2026-11-16 10:10") ==
        "case.reason");
  REQUIRE(life.act(because(Action::exclude, "涉法涉诉"), leader, "2026-11-16 10:10") == "");
  CHECK(life.matter->excluded == "court");
  CHECK(life.matter->state == State::dispatched);
  CHECK(life.events.back().actor == "leader");
  CHECK(life.events.back().post == "leader 330782002");
}

TEST_CASE("an urge is a note that is counted, other notes are not") {
  SmallOffice office;
  Life life = dispatched(office);
  REQUIRE(life.act(because(Action::note, "催办"), worker, "2026-11-16 10:10") == "");
  REQUIRE(life.act(because(Action::note, "urge"), hotline, "2026-11-16 10:20") == "");
  CHECK(life.events.back().reason == "urge");
  REQUIRE(life.act(intent(Action::note, "seen"), worker, "2026-11-16 10:30") == "");
  CHECK(life.act(because(Action::note, "other"), worker, "2026-11-16 10:40") == "field.required");
  CHECK(life.matter->urges == 2);
}

TEST_CASE("reasons have distinct codes and words") {
  std::set<std::string_view> seen;
  const auto all = [&](const auto& terms) {
    for (const Term& each : terms) {
      CHECK(seen.insert(each.code).second);
      CHECK(seen.insert(each.zh).second);
    }
  };
  all(Terms<ReturnReason>::all);
  all(Terms<ExcludeReason>::all);
  all(Terms<NoteReason>::all);
  all(Terms<RuleReason>::all);
}
