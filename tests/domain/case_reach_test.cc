// Who may give a case to whom, what the policy narrows, for which post somebody acted, where an
// emergency goes.
#include <doctest/doctest.h>

#include <map>

#include "case_office.h"

using namespace office;

namespace {

// An office whose directory is known.
struct KnownOffice : SmallOffice {
  std::map<std::string, UnitFacts, std::less<>> units;
  std::map<std::string, std::vector<Post>, std::less<>> people;

  explicit KnownOffice(const Policy& policy = make_policy()) : SmallOffice(policy) {
    const auto unit = [&](const char* code, const char* kind, const std::string& area) {
      orgs.insert(code);
      units[code] = {kind, area};
    };
    unit("CG", "station", street);
    unit("SQ", "committee", community);
    unit("WY", "property", community);
    unit("WY2", "property", other_community);
    unit("PCS", "station", district);
    unit("BUREAU", "department", district);
    unit("OFFICE", "department", street);
    unit("FREE", "company", "");
    people["worker"] = {{Role::worker, grid_3, ""}};
    people["stranger"] = {{Role::worker, other_grid, ""}};
    people["cg"] = {{Role::handler, "", "CG"}};
    people["gone"] = {};
    for (const auto& [login, posts] : people) staff.insert(login);
    rules.consult({[this](std::string_view code) -> std::optional<UnitFacts> {
                     const auto found = units.find(code);
                     return found == units.end() ? std::nullopt : std::optional(found->second);
                   },
                   [this](std::string_view login, Date) {
                     const auto found = people.find(login);
                     return found == people.end() ? std::vector<Post>() : found->second;
                   }});
  }
};

Life accepted(SmallOffice& office, const std::string& area = grid_3) {
  Life life(office);
  NewCase one = filed();
  one.area = area;
  life.report(one, admin, "2026-11-16 09:00");
  life.act(Action::accept, admin, "2026-11-16 09:30");
  return life;
}

Intent to_person(const char* login) {
  Intent intent;
  intent.action = Action::dispatch;
  intent.staff = login;
  return intent;
}

const Actor district_clerk = person("district", Role::clerk, district);

}  // namespace

TEST_CASE("a centre dispatches to its own, and further the higher it stands") {
  KnownOffice office;
  struct Row {
    const Actor* actor;
    std::vector<const char*> may;
    std::vector<const char*> may_not;
  };
  for (const Row& row : {
           Row{&clerk, {"SQ", "WY"}, {"CG", "WY2", "PCS", "BUREAU", "OFFICE", "FREE"}},
           Row{&street_clerk, {"SQ", "WY", "WY2", "CG", "PCS", "OFFICE", "FREE"}, {"BUREAU"}},
           Row{&district_clerk, {"SQ", "CG", "PCS", "BUREAU", "OFFICE", "FREE"}, {}},
           Row{&admin, {"SQ", "WY2", "BUREAU", "FREE"}, {}},
       }) {
    CAPTURE(row.actor->login);
    for (const char* org : row.may) {
      CAPTURE(org);
      CHECK(accepted(office).act(dispatch_to(org), *row.actor, "2026-11-16 10:00") == "");
    }
    for (const char* org : row.may_not) {
      CAPTURE(org);
      CHECK(accepted(office).act(dispatch_to(org), *row.actor, "2026-11-16 10:00") ==
            "case.beyond");
    }
  }
}

TEST_CASE("a level above the districts dispatches to everybody") {
  Policy policy = make_policy();
  policy.office.levels.insert(policy.office.levels.begin(), "city");
  KnownOffice office(policy);
  std::vector<Area> areas = office.areas.all();
  for (Area& area : areas) {
    if (area.code == district) area.spells[0].parent = "3307";
  }
  areas.push_back({"3307", "city", {}, {}, {AreaSpell{{}, {}, "city", ""}}});
  areas.push_back({"330799", "district", {}, {}, {AreaSpell{{}, {}, "elsewhere", "3307"}}});
  office.areas = AreaTree(areas);
  office.units["BUREAU"].area = "330799";
  CHECK(accepted(office).act(dispatch_to("BUREAU"), district_clerk, "2026-11-16 10:00") ==
        "case.beyond");
  CHECK(accepted(office).act(dispatch_to("BUREAU"), person("city", Role::clerk, "3307"),
                             "2026-11-16 10:00") == "");
}

TEST_CASE("people who are named are the centre's own or of a unit it may call on") {
  KnownOffice office;
  const auto refused = [&](const char* login, const Actor& actor) {
    return accepted(office).act(to_person(login), actor, "2026-11-16 10:00");
  };
  CHECK(refused("worker", clerk) == "");
  CHECK(refused("stranger", clerk) == "case.beyond");
  CHECK(refused("stranger", street_clerk) == "");
  CHECK(refused("cg", clerk) == "case.beyond");
  CHECK(refused("cg", street_clerk) == "");
  CHECK(refused("gone", street_clerk) == "staff.no_post");
  CHECK(refused("nobody", street_clerk) == "staff.unknown");
  Intent handle = intent(Action::handle);
  handle.staff = "stranger";
  CHECK(accepted(office).act(handle, clerk, "2026-11-16 10:00") == "case.beyond");
  handle.staff = "worker";
  CHECK(accepted(office).act(handle, head, "2026-11-16 10:00") == "");
}

TEST_CASE("joint units and the policy's route are reached by the same rule") {
  KnownOffice office;
  CHECK(accepted(office).act(dispatch_to("SQ", {"CG"}), clerk, "2026-11-16 10:00") ==
        "case.beyond");
  CHECK(accepted(office).act(dispatch_to("SQ", {"WY"}), clerk, "2026-11-16 10:00") == "");
  Policy policy = make_policy();
  policy.routes = {{"04", "CG", {"SQ"}}};
  KnownOffice routed(policy);
  Life life = accepted(routed);
  CHECK(life.act(intent(Action::dispatch), clerk, "2026-11-16 10:00") == "case.beyond");
  CHECK(!life.refusal->hint.empty());
  CHECK(life.act(intent(Action::dispatch), street_clerk, "2026-11-16 10:00") == "");
  CHECK(life.matter->owner_org == "CG");
  CHECK(life.matter->joint.size() == 1);
}

TEST_CASE("of several posts the one that reaches acts") {
  KnownOffice office;
  Actor both = clerk;
  both.posts.push_back({Role::clerk, street, ""});
  Life life = accepted(office);
  REQUIRE(life.act(dispatch_to("CG"), both, "2026-11-16 10:00") == "");
  CHECK(life.events.back().post == "clerk 330782002");
  Life near = accepted(office);
  REQUIRE(near.act(dispatch_to("SQ"), both, "2026-11-16 10:00") == "");
  CHECK(near.events.back().post == "clerk 330782002005");
}

TEST_CASE("an event says for which post its actor acted") {
  SmallOffice office;
  Life life(office);
  life.report(filed(), worker, "2026-11-16 09:00");
  CHECK(life.events.back().post == "worker " + grid_3);
  life.act(Action::accept, admin, "2026-11-16 09:10");
  CHECK(life.events.back().post == "admin");
  life.act(dispatch_to("CG", {"SQ"}), leader, "2026-11-16 09:20");
  CHECK(life.events.back().post == "leader " + street);
  Intent answer = intent(Action::answer, "helped");
  life.act(answer, sq, "2026-11-16 09:30");
  CHECK(life.events.back().post == "handler SQ");
  life.act(Action::sign, cg, "2026-11-16 09:40");
  CHECK(life.events.back().post == "handler CG");
  life.act(intent(Action::resolve, "done"), cg, "2026-11-16 09:50");
  Actor reporter = nobody;
  reporter.login = "worker";
  life.act(Action::verify, reporter, "2026-11-16 10:00");
  CHECK(life.events.back().post == "reporter");
  // Who lends the ladder his login does not act for his own post.
  Life rising = accepted(office);
  Actor night = clerk;
  night.ladder = true;
  REQUIRE(rising.act(because(Action::escalate), night, "2026-11-16 10:00") == "");
  CHECK(rising.events.back().post == "ladder");
}

TEST_CASE("a worker acts in the own grid and the micro-grids in it only") {
  SmallOffice office;
  const std::string micro = grid_3 + "01";
  std::vector<Area> areas = office.areas.all();
  areas.push_back({micro, "microgrid", {}, {}, {AreaSpell{{}, {}, "micro", grid_3}}});
  office.areas = AreaTree(areas);
  const Actor neighbour = person("neighbour", Role::worker, other_grid);
  const auto note = [&](const std::string& area, const Actor& actor) {
    return accepted(office, area).act(intent(Action::note, "seen"), actor, "2026-11-16 10:00");
  };
  CHECK(note(grid_3, worker) == "");
  CHECK(note(micro, worker) == "");
  CHECK(note(community, worker) == "actor.not_permitted");
  CHECK(note(grid_3, neighbour) == "actor.not_permitted");
  CHECK(note(grid_3, person("micro", Role::worker, micro)) == "actor.not_permitted");
}

TEST_CASE("the policy narrows who may take a step, never widens it") {
  Policy policy = make_policy();
  policy.steps = {{"dispatch", {"leader"}, {}},
                  {"accept", {}, {"street"}},
                  {"note", {"worker", "clerk"}, {"grid", "street"}}};
  SmallOffice office(policy);
  Life life(office);
  life.report(filed(), worker, "2026-11-16 09:00");
  CHECK(life.act(Action::accept, clerk, "2026-11-16 09:10") == "actor.narrowed");
  CHECK(life.refusal->message() ==
        "the office's policy allows accept to the roles * at levels street");
  CHECK(life.act(Action::accept, cg, "2026-11-16 09:10") == "actor.not_permitted");
  CHECK(life.act(Action::accept, street_clerk, "2026-11-16 09:10") == "");
  CHECK(life.act(dispatch_to("CG"), street_clerk, "2026-11-16 09:20") == "actor.narrowed");
  // The post that the table asks for must itself be one that the policy admits.
  Actor split = clerk;
  split.posts.push_back({Role::leader, other_community, ""});
  CHECK(life.act(dispatch_to("CG"), split, "2026-11-16 09:20") == "actor.narrowed");
  CHECK(life.act(dispatch_to("CG"), leader, "2026-11-16 09:20") == "");
  CHECK(life.act(intent(Action::note, "x"), worker, "2026-11-16 09:30") == "");
  CHECK(life.act(intent(Action::note, "x"), clerk, "2026-11-16 09:30") == "actor.narrowed");
  CHECK(life.act(intent(Action::note, "x"), admin, "2026-11-16 09:30") == "");
}

TEST_CASE("an emergency rises at once to the level that the policy names") {
  const auto rise = [](const char* level, Urgency urgency) {
    Policy policy = make_policy();
    policy.rules.emergency_hold = "community";
    policy.rules.emergency_escalate = level;
    SmallOffice office(policy);
    NewCase one = filed();
    one.urgency = urgency;
    Life life(office);
    life.report(one, worker, "2026-11-16 09:00");
    REQUIRE(life.matter->owner_area == community);
    life.act(Action::accept, clerk, "2026-11-16 09:01");
    REQUIRE(life.act(because(Action::escalate), clerk, "2026-11-16 09:02") == "");
    return life.matter->owner_area;
  };
  CHECK(rise("district", Urgency::emergency) == district);
  CHECK(rise("district", Urgency::urgent) == street);
  CHECK(rise("street", Urgency::emergency) == street);
  CHECK(rise("community", Urgency::emergency) == street);
  CHECK(rise("", Urgency::emergency) == street);
}
