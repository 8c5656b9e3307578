// The call-back (回访): who may make it, what it must say, and which one counts.
#include <doctest/doctest.h>
#include <grid/domain/figures.h>

#include "case_office.h"

using namespace office;

namespace {

using enum Satisfaction;

constexpr std::optional<bool> yes = true;
constexpr std::optional<bool> no = false;
constexpr std::nullopt_t unset = std::nullopt;

Intent rated(const Rating& rating, const char* text = "") {
  Intent one = intent(Action::rate, text);
  one.rating = rating;
  return one;
}

const Rating good{yes, yes, satisfied};

// Closed on Monday 2026-11-16 at 15:00, handled by CG.
Life closed(SmallOffice& office) {
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  life.act(intent(Action::resolve, "done"), cg, "2026-11-16 11:30");
  life.act(Action::verify, worker, "2026-11-16 14:00");
  life.act(Action::close, clerk, "2026-11-16 15:00");
  REQUIRE(life.matter->state == State::closed);
  return life;
}

Rating of(const Case& matter) {
  return {matter.contacted, matter.solved, matter.satisfaction};
}

}  // namespace

TEST_CASE("what a rating must say, and what it must not say together") {
  struct Row {
    Rating rating;
    const char* code;
    const char* field;
  };
  for (const Row& row : {
           Row{{yes, yes, satisfied}, "", ""},
           Row{{yes, no, dissatisfied}, "", ""},
           Row{{yes, no, satisfied}, "", ""},
           Row{{yes, yes, basic}, "", ""},
           Row{{yes, unset, unreachable}, "", ""},
           Row{{no, unset, unreachable}, "", ""},
           Row{{no, unset, unset}, "", ""},
           Row{{unset, unset, unset}, "field.required", "contacted"},
           Row{{unset, yes, satisfied}, "field.required", "contacted"},
           Row{{yes, unset, unset}, "field.required", "satisfaction"},
           Row{{yes, yes, unset}, "field.required", "satisfaction"},
           Row{{yes, unset, basic}, "field.required", "solved"},
           Row{{yes, yes, unreachable}, "case.rating", "solved"},
           Row{{yes, no, unreachable}, "case.rating", "solved"},
           Row{{no, yes, unset}, "case.rating", "solved"},
           Row{{no, no, unreachable}, "case.rating", "solved"},
           Row{{no, unset, satisfied}, "case.rating", "satisfaction"},
           Row{{no, yes, satisfied}, "case.rating", "satisfaction"},
       }) {
    CAPTURE(&row.rating);
    SmallOffice office;
    Life life = closed(office);
    const Case before = *life.matter;
    CHECK(life.act(rated(row.rating), hotline, "2026-11-17 09:00") == row.code);
    if (*row.code == 0) continue;
    CHECK(life.refusal->field == row.field);
    CHECK(life.matter == before);
  }
}

TEST_CASE("a rating leaves the case closed, as it was judged") {
  SmallOffice office;
  Life life = closed(office);
  Case want = *life.matter;
  REQUIRE(life.act(rated({yes, no, dissatisfied}, "还有异味"), hotline, "2026-11-17 09:00") == "");
  want.contacted = true;
  want.solved = false;
  want.satisfaction = dissatisfied;
  ++want.last_seq;
  want.last_at = want.heard_at = at("2026-11-17 09:00");
  CHECK(life.matter == want);
  CHECK(life.events.back().data == "contacted=true\nsolved=false\nsatisfaction=dissatisfied\n");
  CHECK(life.events.back().text == "还有异味");
  CHECK(replay(life.events, office.rules) == life.matter);
}

TEST_CASE("only a closed case is rated") {
  SmallOffice office;
  Life life = dispatched(office);
  CHECK(life.act(rated(good), hotline, "2026-11-16 10:10") == "case.step");
  CHECK(life.act(rated(good), admin, "2026-11-16 10:10") == "case.step");
  Life over = closed(office);
  CHECK(over.act(rated(good), hotline, "2026-11-16 14:59") == "event.at_order");
}

TEST_CASE("who may call back: the hotline, or the street and above, and never the lead") {
  SmallOffice office;
  const Actor any_hotline = person("h2", Role::hotline, other_community);
  for (const Actor& actor : {hotline, any_hotline, street_clerk, leader, admin}) {
    CAPTURE(actor.login);
    Life life = closed(office);
    CHECK(life.act(rated(good), actor, "2026-11-17 09:00") == "");
  }
  for (const Actor& actor : {worker, head, clerk, other_clerk, sq, nobody,
                             person("other_leader", Role::leader, other_community),
                             person("auditor", Role::auditor, street)}) {
    CAPTURE(actor.login);
    Life life = closed(office);
    CHECK(life.act(rated(good), actor, "2026-11-17 09:00") == "actor.not_permitted");
  }
  // Whatever other posts they hold, admin included.
  Actor of_lead = hotline;
  of_lead.posts.push_back({Role::handler, "", "CG"});
  Actor head_of_lead = person("li", Role::leader, street, "CG");
  Actor admin_who_handled = admin;
  admin_who_handled.login = "cg";
  Actor hotline_who_handled = person("cg", Role::hotline, street);
  for (const Actor& actor : {cg, of_lead, head_of_lead, admin_who_handled, hotline_who_handled}) {
    CAPTURE(actor.login);
    Life life = closed(office);
    CHECK(life.act(rated(good), actor, "2026-11-17 09:00") == "actor.lead_rates");
  }
  // A post in another unit does not stand in the way.
  Actor elsewhere = hotline;
  elsewhere.posts.push_back({Role::handler, "", "SQ"});
  Life life = closed(office);
  CHECK(life.act(rated(good), elsewhere, "2026-11-17 09:00") == "");
}

TEST_CASE("the person to whom a case was dispatched does not rate it, whoever handed it in") {
  SmallOffice office;
  Life life = closed(office);
  life.matter->owner_org.clear();
  life.matter->owner_staff = "hotline";
  CHECK(life.act(rated(good), hotline, "2026-11-17 09:00") == "actor.lead_rates");
  // Nobody has it: an empty unit is no unit that a post without one could be of.
  life.matter->owner_staff.clear();
  CHECK(life.act(rated(good), hotline, "2026-11-17 09:00") == "");
}

TEST_CASE("the first valid rating stands; an unreachable one waits for it") {
  struct Row {
    const char* name;
    std::vector<Rating> calls;
    Rating stands;
  };
  const Rating nobody_there{no, unset, unset};
  const Rating no_answer{yes, unset, unreachable};
  const Rating bad{yes, no, dissatisfied};
  for (const Row& row : {
           Row{"one", {bad}, bad},
           Row{"later ones are added", {bad, good}, bad},
           Row{"valid, then nobody", {good, nobody_there}, good},
           Row{"valid, then no answer", {good, no_answer, bad}, good},
           Row{"nobody", {nobody_there}, {no, unset, unreachable}},
           Row{"nobody, then valid", {nobody_there, good}, good},
           Row{"no answer, then valid", {no_answer, bad}, bad},
           Row{"nobody, then reached", {nobody_there, no_answer}, no_answer},
           Row{"once reached, then nobody", {no_answer, nobody_there}, no_answer},
           Row{"nobody, no answer, valid, valid", {nobody_there, no_answer, good, bad}, good},
       }) {
    CAPTURE(row.name);
    SmallOffice office;
    Life life = closed(office);
    const size_t before = life.events.size();
    for (const Rating& rating : row.calls) {
      REQUIRE(life.act(rated(rating), hotline, "2026-11-17 09:00") == "");
    }
    CHECK(of(*life.matter) == row.stands);
    CHECK(life.events.size() == before + row.calls.size());
    CHECK(replay(life.events, office.rules) == life.matter);
  }
}

TEST_CASE("the three rates count what the call-back found") {
  struct Row {
    const char* name;
    std::vector<Rating> calls;
    int64_t contacted, answered, solved, satisfied, basic;
  };
  for (const Row& row : {
           Row{"none", {}, 0, 0, 0, 0, 0},
           Row{"nobody", {{no, unset, unset}}, 0, 0, 0, 0, 0},
           Row{"no answer", {{yes, unset, unreachable}}, 1, 0, 0, 0, 0},
           Row{"satisfied", {good}, 1, 1, 1, 1, 0},
           Row{"basic", {{yes, yes, basic}}, 1, 1, 1, 0, 1},
           Row{"dissatisfied", {{yes, no, dissatisfied}}, 1, 1, 0, 0, 0},
           Row{"twice", {{yes, no, dissatisfied}, good}, 1, 1, 0, 0, 0},
       }) {
    CAPTURE(row.name);
    SmallOffice office;
    Life life = closed(office);
    for (const Rating& rating : row.calls) {
      REQUIRE(life.act(rated(rating), hotline, "2026-11-17 09:00") == "");
    }
    const FiguresQuestion month{at("2026-11-01 00:00"), at("2026-12-01 00:00"),
                                at("2026-12-01 00:00")};
    const auto shares = shares_of(
        life.events, month, [](const Case& matter) { return matter.owner_org; }, office.rules);
    REQUIRE(shares.size() == 1);
    const Figures& figures = shares[0].figures;
    CHECK(figures.dispatched == 1);
    CHECK(figures.contacted == row.contacted);
    CHECK(figures.answered == row.answered);
    CHECK(figures.solved == row.solved);
    CHECK(figures.satisfied == row.satisfied);
    CHECK(figures.basic == row.basic);
  }
}
