#include <doctest/doctest.h>

#include "case_office.h"

using namespace office;

TEST_CASE("a case goes from its report to its end") {
  SmallOffice office;
  Life life(office);
  REQUIRE(life.report(filed(), worker, "2026-11-16 09:00") == "");
  CHECK(life.matter->state == State::reported);
  CHECK(life.matter->owner_area == community);
  CHECK(life.matter->level == "community");
  REQUIRE(life.act(Action::accept, clerk, "2026-11-16 09:30") == "");
  CHECK(life.matter->accepted_area == community);
  REQUIRE(life.act(dispatch_to("CG", {"SQ", "WY"}), clerk, "2026-11-16 10:00") == "");
  CHECK(life.matter->owner_org == "CG");
  CHECK(life.matter->first_org == "CG");
  REQUIRE(life.act(Action::sign, cg, "2026-11-16 10:30") == "");
  CHECK(life.act(intent(Action::resolve, "done"), cg, "2026-11-16 11:00") == "case.joint_open");
  REQUIRE(life.act(intent(Action::answer, "helped"), sq, "2026-11-16 11:10") == "");
  Intent release = because(Action::answer, "not needed");
  release.org = "WY";
  REQUIRE(life.act(release, clerk, "2026-11-16 11:20") == "");
  CHECK(life.matter->joint[0].answered_at == at("2026-11-16 11:10"));
  CHECK(life.matter->joint[1].released == "not needed");
  REQUIRE(life.act(intent(Action::resolve, "done"), cg, "2026-11-16 11:30") == "");
  CHECK(life.matter->handler == "cg");
  REQUIRE(life.act(Action::verify, worker, "2026-11-16 14:00") == "");
  REQUIRE(life.act(Action::close, clerk, "2026-11-16 15:00") == "");
  CHECK(life.matter->state == State::closed);
  CHECK(life.matter->late == false);
  CHECK(!life.matter->open());
  CHECK(!life.matter->due());
  CHECK(replay(life.events, office.rules) == life.matter);
}

TEST_CASE("what a case was filed with is read back from its first event") {
  SmallOffice office;
  Life life(office);
  REQUIRE(life.report(filed(), worker, "2026-11-16 09:00") == "");
  CHECK(static_cast<const NewCase&>(*life.matter) == filed());
  CHECK(life.events[0].data.find("14000000000") == std::string::npos);
}

TEST_CASE("who holds a new case") {
  SmallOffice office;
  struct Row {
    const char* category;
    Urgency urgency;
    std::string area;
    std::string holder;
  };
  for (const Row& row :
       {Row{"0401", Urgency::normal, grid_3, community},
        Row{"04", Urgency::normal, grid_3, community}, Row{"09", Urgency::normal, grid_3, street},
        Row{"0401", Urgency::emergency, grid_3, street},
        Row{"0401", Urgency::normal, community, community},
        Row{"0401", Urgency::normal, street, street},
        Row{"09", Urgency::emergency, district, district}}) {
    NewCase one = filed(row.category);
    one.urgency = row.urgency;
    one.area = row.area;
    Life life(office);
    REQUIRE(life.report(one, admin, "2026-11-16 09:00") == "");
    CHECK(life.matter->owner_area == row.holder);
  }
}

TEST_CASE("without an area of the level that should hold it the place itself holds the case") {
  SmallOffice office;
  office.areas = AreaTree({Area{grid_3, "grid", {}, {}, {AreaSpell{{}, {}, "alone", ""}}}});
  Life life(office);
  REQUIRE(life.report(filed(), admin, "2026-11-16 09:00") == "");
  CHECK(life.matter->owner_area == grid_3);
}

TEST_CASE("a report is refused for what is wrong with it") {
  SmallOffice office;
  const auto refused = [&](void (*spoil)(NewCase&), const Actor& actor = worker) {
    NewCase one = filed();
    spoil(one);
    Life life(office);
    return life.report(one, actor, "2026-11-16 09:00");
  };
  CHECK(refused([](NewCase& c) { c.title.clear(); }) == "field.required");
  CHECK(refused([](NewCase& c) { c.category = "0402"; }) == "category.unknown");
  CHECK(refused([](NewCase& c) { c.area = "330782002999"; }) == "area.unknown");
  CHECK(refused([](NewCase&) {}, nobody) == "actor.not_permitted");
  CHECK(refused([](NewCase&) {}, person("a", Role::auditor, street)) == "actor.not_permitted");
  const auto early =
      decide_report(filed(), at("2026-11-16 09:01"), worker, office.rules, at("2026-11-16 09:00"));
  REQUIRE(!early);
  CHECK(early.problem().code == "event.at_future");
}

TEST_CASE("who may take a step") {
  SmallOffice office;
  struct Row {
    const char* name;
    Intent intent;
    std::vector<Actor> may;
    std::vector<Actor> may_not;
    State state;
  };
  Intent supervise = intent(Action::supervise);
  supervise.level = 1;
  Intent extend = because(Action::extend);
  extend.limit = limit("1wd");
  const std::vector<Row> rows{
      {"accept",
       intent(Action::accept),
       {clerk, street_clerk, admin},
       {worker, head, other_clerk, leader, cg, nobody, hotline},
       State::reported},
      {"reject",
       because(Action::reject),
       {street_clerk, leader, admin},
       {clerk, worker, other_clerk, cg},
       State::reported},
      {"handle",
       intent(Action::handle),
       {clerk, head, street_clerk},
       {worker, other_clerk, cg, leader},
       State::reported},
      {"void before acceptance",
       because(Action::void_),
       {worker, street_clerk, leader},
       {clerk, head, cg},
       State::reported},
      {"dispatch",
       dispatch_to("CG"),
       {clerk, street_clerk, leader},
       {worker, head, other_clerk, cg},
       State::accepted},
      {"escalate",
       because(Action::escalate),
       {clerk, leader, street_clerk},
       {worker, other_clerk, cg},
       State::accepted},
      {"void after acceptance",
       because(Action::void_),
       {street_clerk, leader},
       {worker, clerk, cg},
       State::accepted},
      {"sign", intent(Action::sign), {cg, admin}, {sq, clerk, worker, leader}, State::dispatched},
      {"extend", extend, {clerk, leader}, {cg, worker, other_clerk}, State::handling},
      {"suspend", because(Action::suspend), {clerk, leader}, {cg, worker}, State::handling},
      {"resolve", intent(Action::resolve, "done"), {cg}, {sq, clerk, worker}, State::handling},
      {"supervise",
       supervise,
       {clerk, street_clerk, leader},
       {cg, worker, other_clerk},
       State::handling},
      {"note",
       intent(Action::note, "seen"),
       {worker, head, clerk, street_clerk, cg, hotline},
       {sq, other_clerk, nobody},
       State::handling},
      {"verify",
       intent(Action::verify),
       {worker, head, clerk, street_clerk, admin},
       {cg, sq, other_clerk, leader, hotline},
       State::resolved},
      {"rework", because(Action::rework), {worker, clerk}, {cg, other_clerk}, State::resolved},
      {"close",
       intent(Action::close),
       {clerk, street_clerk, leader},
       {worker, cg, other_clerk},
       State::verified},
  };
  for (const Row& row : rows) {
    const auto bring = [&] {
      Life life(office);
      life.report(filed(), worker, "2026-11-16 09:00");
      if (row.state == State::reported) return life;
      life.act(Action::accept, clerk, "2026-11-16 09:01");
      if (row.state == State::accepted) return life;
      life.act(dispatch_to("CG"), clerk, "2026-11-16 09:02");
      if (row.state == State::dispatched) return life;
      life.act(Action::sign, cg, "2026-11-16 09:03");
      if (row.state == State::handling) return life;
      life.act(intent(Action::resolve, "done"), cg, "2026-11-16 09:04");
      if (row.state == State::resolved) return life;
      life.act(Action::verify, worker, "2026-11-16 09:05");
      return life;
    };
    REQUIRE(bring().matter->state == row.state);
    CAPTURE(row.name);
    for (const Actor& actor : row.may) {
      CAPTURE(actor.login);
      Life life = bring();
      CHECK(life.act(row.intent, actor, "2026-11-16 10:00") == "");
    }
    for (const Actor& actor : row.may_not) {
      CAPTURE(actor.login);
      Life life = bring();
      const std::string refusal = life.act(row.intent, actor, "2026-11-16 10:00");
      const bool handler = row.state == State::resolved && actor.login == life.matter->handler;
      CHECK(refusal == (handler ? "actor.handler_verifies" : "actor.not_permitted"));
    }
  }
}

TEST_CASE("the handler never verifies, whatever other posts he holds, admin included") {
  SmallOffice office;
  Actor both = cg;
  both.posts.push_back({Role::clerk, community, ""});
  for (Actor handler : {both, Actor{"root", "root", true, false, {}}}) {
    Life life = dispatched(office);
    REQUIRE(life.act(Action::sign, handler, "2026-11-16 10:30") == "");
    REQUIRE(life.act(intent(Action::resolve, "done"), handler, "2026-11-16 11:00") == "");
    CHECK(life.act(Action::verify, handler, "2026-11-16 14:00") == "actor.handler_verifies");
    CHECK(life.act(because(Action::rework), handler, "2026-11-16 14:00") ==
          "actor.handler_verifies");
    CHECK(life.act(Action::verify, worker, "2026-11-16 14:00") == "");
  }
}

TEST_CASE("who reported it and handled it himself does not verify it either") {
  SmallOffice office;
  Life life(office);
  REQUIRE(life.report(filed(), head, "2026-11-16 09:00") == "");
  REQUIRE(life.act(Action::handle, head, "2026-11-16 09:10") == "");
  REQUIRE(life.act(intent(Action::resolve, "done"), head, "2026-11-16 10:00") == "");
  CHECK(life.act(Action::verify, head, "2026-11-16 10:10") == "actor.handler_verifies");
  CHECK(life.act(Action::verify, worker, "2026-11-16 10:10") == "");
}

TEST_CASE("what an action needs and does not have") {
  SmallOffice office;
  struct Row {
    Intent intent;
    State state;
    const char* field;
  };
  for (const Row& row : {Row{intent(Action::dispatch), State::accepted, "org"},
                         Row{intent(Action::escalate), State::accepted, "reason"},
                         Row{intent(Action::resolve), State::handling, "text"},
                         Row{intent(Action::suspend), State::handling, "reason"},
                         Row{because(Action::extend), State::handling, "limit"},
                         Row{intent(Action::rework), State::resolved, "reason"},
                         Row{intent(Action::void_), State::handling, "reason"},
                         Row{intent(Action::supervise), State::handling, "level"},
                         Row{intent(Action::note), State::handling, "text"},
                         Row{intent(Action::reject), State::reported, "reason"}}) {
    Life life = dispatched(office);
    life.matter->state = row.state;
    CAPTURE(code(row.intent.action));
    CHECK(life.act(row.intent, admin, "2026-11-16 10:10") == "field.required");
    CHECK(life.refusal->field == row.field);
  }
}

TEST_CASE("refusals of single actions") {
  SmallOffice office;
  const auto refused = [&](State state, Intent intent, const Actor& actor = admin) {
    Life life = dispatched(office);
    life.matter->state = state;
    return life.act(intent, actor, "2026-11-16 10:10");
  };
  CHECK(refused(State::accepted, dispatch_to("XX")) == "org.unknown");
  CHECK(refused(State::accepted, dispatch_to("CG", {"XX"})) == "org.unknown");
  CHECK(refused(State::accepted, dispatch_to("CG", {"CG"})) == "case.joint_lead");
  Intent to_staff = intent(Action::dispatch);
  to_staff.staff = "stranger";
  CHECK(refused(State::accepted, to_staff) == "staff.unknown");
  Intent supervise = intent(Action::supervise);
  supervise.level = 4;
  CHECK(refused(State::handling, supervise) == "case.supervise");
  Intent answer = intent(Action::answer, "words");
  CHECK(refused(State::handling, answer) == "field.required");
  answer.org = "SQ";
  CHECK(refused(State::handling, answer) == "case.joint");

  Intent past = intent(Action::note, "x");
  past.at = at("2026-11-16 09:59");
  CHECK(refused(State::handling, past) == "event.at_order");
  past.at = at("2026-11-16 10:11");
  CHECK(refused(State::handling, past) == "event.at_future");
  past.at = at("2026-11-16 10:00");
  CHECK(refused(State::handling, past) == "");
}

TEST_CASE("a clock set back is refused, not recorded out of order") {
  SmallOffice office;
  Life life = dispatched(office);
  CHECK(life.act(Action::sign, cg, "2026-11-16 08:00") == "event.at_order");
}

TEST_CASE("supervision only rises") {
  SmallOffice office;
  Life life = dispatched(office);
  Intent supervise = intent(Action::supervise);
  supervise.level = 2;
  CHECK(life.act(supervise, leader, "2026-11-16 10:10") == "");
  CHECK(life.act(supervise, leader, "2026-11-16 10:11") == "case.supervise");
  supervise.level = 1;
  CHECK(life.act(supervise, leader, "2026-11-16 10:11") == "case.supervise");
  supervise.level = 3;
  CHECK(life.act(supervise, leader, "2026-11-16 10:11") == "");
  CHECK(life.matter->supervise == 3);
}

TEST_CASE("escalation leads to the direct superior, which has then accepted it") {
  SmallOffice office;
  Life life = dispatched(office);
  REQUIRE(life.act(Action::sign, cg, "2026-11-16 10:10") == "");
  REQUIRE(life.act(because(Action::escalate), clerk, "2026-11-16 10:20") == "");
  CHECK(life.matter->state == State::accepted);
  CHECK(life.matter->owner_area == street);
  CHECK(life.matter->level == "street");
  CHECK(life.matter->accepted_area == street);
  CHECK(life.matter->owner_org.empty());
  CHECK(life.matter->first_org == "CG");
  CHECK(!life.matter->handle.due);
  CHECK(show(life.matter->promise.due) == "2026-11-23T17:30");
  CHECK(life.act(because(Action::escalate), street_clerk, "2026-11-16 10:30") == "");
  CHECK(life.act(because(Action::escalate), admin, "2026-11-16 10:40") == "area.no_superior");
}

TEST_CASE("a person to whom it was dispatched leads") {
  SmallOffice office;
  Life life(office);
  life.report(filed(), head, "2026-11-16 09:00");
  life.act(Action::accept, clerk, "2026-11-16 09:30");
  Intent to_staff = intent(Action::dispatch);
  to_staff.staff = "worker";
  REQUIRE(life.act(to_staff, clerk, "2026-11-16 10:00") == "");
  CHECK(life.act(Action::sign, head, "2026-11-16 10:10") == "actor.not_permitted");
  CHECK(life.act(Action::sign, worker, "2026-11-16 10:10") == "");
}
