#include <doctest/doctest.h>
#include <grid/domain/policy_check.h>
#include <grid/domain/silence.h>

#include "case_office.h"

using namespace office;

TEST_CASE("silence ends with the limit of the return, in the unit's own calendar") {
  Policy policy = make_policy();
  struct Row {
    const char* within;
    const char* org;
    const char* ends;
  };
  // Dispatched on Monday 2026-11-16 at 10:00; WY is on duty day and night.
  for (const Row& row :
       {Row{"1wd", "CG", "2026-11-17T17:30"}, Row{"4wh", "CG", "2026-11-16T15:30"},
        Row{"4wh", "WY", "2026-11-16T14:00"}, Row{"2h", "CG", "2026-11-16T12:00"}}) {
    CAPTURE(row.within);
    CAPTURE(row.org);
    policy.rules.return_within = limit(row.within);
    SmallOffice office(policy);
    Life life(office);
    life.report(filed(), worker, "2026-11-16 09:00");
    CHECK(!silence_ends(*life.matter, office.rules));
    life.act(Action::accept, clerk, "2026-11-16 09:30");
    CHECK(!silence_ends(*life.matter, office.rules));
    life.act(dispatch_to(row.org), clerk, "2026-11-16 10:00");
    CHECK(show(silence_ends(*life.matter, office.rules)) == row.ends);
    life.act(Action::sign, row.org == std::string("CG") ? cg : wy, "2026-11-16 10:30");
    CHECK(!silence_ends(*life.matter, office.rules));
  }
}

TEST_CASE("a step for signing that silence forestalls is found") {
  Policy policy = make_policy();  // signing: 4wh, of the urgent 1h
  policy.limits.pop_back();  // one without limits
  LadderRule rule = rung(Stage::sign, "0", 1, false);
  struct Row {
    const char* within;
    const char* after;
    bool comes;
  };
  for (const Row& row : {Row{"1wd", "0", true}, Row{"1wd", "4wh", true}, Row{"1wd", "3wd", false},
                         Row{"1wd", "-25%", true}, Row{"1h", "0", false}, Row{"1h", "-30m", true},
                         Row{"2wd", "1wd", true}, Row{"1wd", "200%", true}}) {
    CAPTURE(row.within);
    CAPTURE(row.after);
    policy.rules.return_within = limit(row.within);
    rule.trigger = *parse_after(row.after);
    rule.key = default_key(rule);
    policy.ladder = {rule};
    std::string found;
    for (const PolicyFinding& each : check_policy(policy)) found += each.problem.code;
    CHECK(found == (row.comes ? "" : "ladder.silenced"));
  }
}
