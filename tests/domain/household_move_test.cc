// Moves: from what is known to what is written, action by action, and what each refuses.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <grid/domain/household_move.h>

namespace {

using namespace grid;
using namespace grid::domain;

MoveTerms on(const char* date, const char* relation = "") {
  return {*parse_date(date), *parse_date("2026-11-21"), true, relation};
}

KnownResidence spell(int64_t id, int64_t home, const char* since, const char* relation,
                     const char* until = "", const char* why = "") {
  KnownResidence spell{id, home, {}};
  spell.residence.community = "C";
  spell.residence.no = std::to_string(home);
  spell.residence.since = since;
  spell.residence.until = until;
  spell.residence.ended_by = why;
  spell.residence.relation = relation;
  return spell;
}

Mover mover(int64_t id, std::vector<KnownResidence> spells, const char* sex = "1") {
  Mover who{id, {}, std::move(spells)};
  who.person.name = "甲";
  who.person.sex = sex;
  who.person.birth = "1990-01-02";
  return who;
}

MoveHome home(int64_t id, const char* ended = "") {
  MoveHome home;
  home.known.id = id;
  home.known.household.community = "C";
  home.known.household.no = std::to_string(id == 0 ? 99 : id);
  home.known.household.ended = ended;
  return home;
}

// "person:spell@home since-until why relation", one after the other; the code of a refusal.
std::string told(const Result<MoveWrites>& writes) {
  if (!writes) return writes.problem().code;
  std::string text;
  for (const MoveWrites::Spell& each : writes->spells) {
    const Residence& stay = each.spell.residence;
    text += fmt::format("{}:{}@{} {}-{} {} {}; ", each.person, each.spell.id, each.spell.household,
                        stay.since, stay.until, stay.ended_by, stay.relation);
  }
  if (writes->new_household) text += "household " + writes->new_household->no + "; ";
  if (writes->new_person) text += "person; ";
  if (writes->household) text += "ended " + writes->household->household.ended + "; ";
  if (writes->person) text += fmt::format("changed {}; ", writes->person->id);
  return text;
}

}  // namespace

TEST_CASE("death ends all spells once") {
  const Mover who = mover(7, {spell(1, 3, "2020-05", "20", "2021-01-01", "moved"),
                              spell(2, 4, "2021-01-01", "02"), spell(3, 5, "", "")});
  CHECK(told(decide_death(who, on("2026-11-20"))) ==
        "7:2@4 2021-01-01-2026-11-20 death 02; 7:3@5 -2026-11-20 death ; changed 7; ");
  CHECK(told(decide_death(who, on("2026-11-22"))) == "move.date_future");
  CHECK(told(decide_death(who, on("2020-12-31"))) == "move.date_before");
  CHECK(told(decide_death(who, on("1990-01-01"))) == "move.before_birth");
  Mover dead = mover(7, {});
  dead.person.died = "2026-11-20";
  CHECK(decide_death(dead, on("2026-11-20"))->nothing());
  CHECK(told(decide_death(dead, on("2026-11-21"))) == "move.died");
}

TEST_CASE("out ends the spells of one household, or all") {
  const Mover who = mover(7, {spell(2, 4, "2021", "02"), spell(3, 5, "2022-03", "")});
  CHECK(told(decide_out(who, 4, on("2026-11-20"))) == "7:2@4 2021-2026-11-20 out 02; ");
  CHECK(told(decide_out(who, 0, on("2026-11-20"))) ==
        "7:2@4 2021-2026-11-20 out 02; 7:3@5 2022-03-2026-11-20 out ; ");
  CHECK(told(decide_out(who, 9, on("2026-11-20"))) == "move.not_here");
  CHECK(told(decide_out(who, 5, on("2022-02-28"))) == "move.date_before");
  const Mover left = mover(7, {spell(2, 4, "2021", "02", "2026-11-20", "out")});
  CHECK(decide_out(left, 0, on("2026-11-20"))->nothing());
  CHECK(told(decide_out(left, 0, on("2026-11-21"))) == "move.not_here");
}

TEST_CASE("who comes gets a spell, and leaves what was in the same role") {
  Residence stay;
  stay.relation = "20";
  Mover who = mover(7, {spell(2, 4, "2021-01-01", "02")});
  CHECK(told(decide_in(who, nullptr, stay, home(5), on("2026-11-20"))) ==
        "7:2@4 2021-01-01-2026-11-20 moved 02; 7:0@5 2026-11-20-  20; ");
  CHECK(told(decide_in(who, nullptr, stay, home(0), on("2026-11-20"))) ==
        "7:2@4 2021-01-01-2026-11-20 moved 02; 7:0@-1 2026-11-20-  20; household 99; ");
  // In another role the person stays where he or she is.
  Residence registered = stay;
  registered.kind = ResidenceKind::registered;
  CHECK(told(decide_in(who, nullptr, registered, home(5), on("2026-11-20"))) ==
        "7:0@5 2026-11-20-  20; ");
  CHECK(told(decide_in(who, nullptr, stay, home(5, "2026-01-01"), on("2026-11-20"))) ==
        "move.ended");
  who.person.died = "2025-01-01";
  CHECK(told(decide_in(who, nullptr, stay, home(5), on("2026-11-20"))) == "move.died");
  // Not into a time in which the person lived elsewhere.
  const Mover back = mover(7, {spell(2, 4, "2021-01-01", "02", "2026-11-19", "out")});
  CHECK(told(decide_in(back, nullptr, stay, home(4), on("2026-11-18"))) == "move.date_before");
  CHECK(told(decide_in(back, nullptr, stay, home(4), on("2026-11-19"))) ==
        "7:0@4 2026-11-19-  20; ");
  const Mover there = mover(7, {spell(2, 5, "2021-01-01", "20")});
  CHECK(decide_in(there, nullptr, {}, home(5), on("2026-11-20"))->nothing());
}

TEST_CASE("no stay begins or ends before the birth or after the death") {
  struct Case {
    const char* birth;
    const char* died;
    const char* date;
    const char* code;  // "": it may be
  };
  for (const Case& each :
       {Case{"1990-01-02", "", "1990-01-01", "move.before_birth"},
        Case{"1990-01-02", "", "1990-01-02", ""},
        Case{"1990-03", "", "1990-02-28", "move.before_birth"},
        Case{"1990-03", "", "1990-03-01", ""}, Case{"1990", "", "1989-12-31", "move.before_birth"},
        Case{"1990", "2025-05-05", "2025-05-06", "move.died"},
        Case{"1990", "2025-05-05", "2025-05-05", ""},
        Case{"1990", "2025-05", "2025-06-01", "move.died"},
        Case{"1990", "2025-05", "2025-05-31", ""}, Case{"", "", "1900-01-01", ""}}) {
    CAPTURE(each.date);
    Mover who = mover(7, {spell(2, 4, "", "20")});
    who.person.birth = each.birth;
    who.person.died = each.died;
    const MoveTerms terms = on(each.date);
    const auto code = [](const Result<MoveWrites>& writes) {
      return writes ? std::string() : writes.problem().code;
    };
    CHECK(code(decide_out(who, 0, terms)) == each.code);
    CHECK(code(decide_split({who}, 4, home(0), terms)) == each.code);
    CHECK(code(decide_merge(home(4).known, {who}, home(6), terms)) == each.code);
    CHECK(code(decide_head(home(4).known, {who}, 7, terms)) == each.code);
    const std::string dead = *each.died != 0 ? "move.died" : each.code;
    CHECK(code(decide_in(who, nullptr, {}, home(5), terms)) == dead);
    CHECK(code(decide_in(Mover{0, who.person, {}}, nullptr, {}, home(5), terms)) == dead);
    // What is said of somebody whose birth was not known counts as well.
    Mover unknown = who;
    unknown.person.birth.clear();
    CHECK(code(decide_in(unknown, &who.person, {}, home(5), terms)) == dead);
  }
}

TEST_CASE("who comes under another name is renamed as the policy lets it, and that is told") {
  Mover who = mover(7, {spell(2, 5, "2021-01-01", "20")});
  who.person.name = "甲";
  Person facts;
  facts.name = "乙";
  facts.phone = "13900000001";
  MoveTerms terms = on("2026-11-20");
  const auto renamed = decide_in(who, &facts, {}, home(5), terms);
  REQUIRE(renamed->person);
  CHECK(renamed->person->person.name == "乙");
  CHECK(renamed->person->person.former_name == "甲");
  REQUIRE(renamed->warnings.size() == 1);
  CHECK(renamed->warnings[0].code == "person.renamed");
  terms.policy.fields["name"] = FieldRule::locked;
  const auto locked = decide_in(who, &facts, {}, home(5), terms);
  CHECK(locked->person->person.name == "甲");
  CHECK(locked->person->person.phone == "13900000001");
  CHECK(locked->warnings.empty());
  Residence stay;
  stay.address = "二号";
  terms.policy.fields["address"] = FieldRule::locked;
  who.spells[0].residence.address = "一号";
  CHECK(decide_in(who, nullptr, stay, home(5), terms)->nothing());
}

TEST_CASE("a stay of another role goes on, and that is told once") {
  const Mover who = mover(7, {spell(2, 4, "2021-01-01", "02")});
  Residence registered;
  registered.kind = ResidenceKind::registered;
  const auto both = decide_in(who, nullptr, registered, home(5), on("2026-11-20"));
  CHECK(told(both) == "7:0@5 2026-11-20-  ; ");
  REQUIRE(both->warnings.size() == 1);
  CHECK(both->warnings[0].code == "move.other_role");
  CHECK(decide_in(who, nullptr, {}, home(5), on("2026-11-20"))->warnings.empty());
  Mover after = who;
  after.spells.push_back(both->spells[0].spell);
  after.spells[1].household = 5;
  CHECK(decide_in(after, nullptr, registered, home(5), on("2026-11-20"))->warnings.empty());
}

TEST_CASE("a birth needs its day") {
  Person born;
  born.name = "乙";
  born.birth = "2026-11";
  CHECK(told(decide_birth(born, {}, home(4), on("2026-11-20"))) == "field.required");
  born.birth = "2026-11-01";
  CHECK(told(decide_birth(born, {}, home(4), on("2026-10-31"))) == "move.before_birth");
  CHECK(told(decide_birth(born, {}, home(4), on("2026-11-01"))) ==
        "-1:0@4 2026-11-01-  ; person; ");
}

TEST_CASE("of those who split off the first is the head") {
  const std::vector<Mover> who{mover(7, {spell(2, 4, "2021", "20")}),
                               mover(8, {spell(3, 4, "2026-11-20", "12")})};
  CHECK(told(decide_split(who, 4, home(0), on("2026-11-20"))) ==
        "7:2@4 2021-2026-11-20 split 20; 8:3@-1 2026-11-20-  ; 7:0@-1 2026-11-20-  02; "
        "household 99; ");
  CHECK(told(decide_split(who, 5, home(0), on("2026-11-20"))) == "move.not_here");
  CHECK(told(decide_split(who, 4, home(6), on("2026-11-20"))) == "household.taken");
  CHECK(decide_split(who, 3, home(4), on("2026-11-20"))->nothing());
}

TEST_CASE("a merged household ends, and its people go over") {
  const std::vector<Mover> members{mover(7, {spell(2, 4, "2021", "02")}),
                                   mover(8, {spell(3, 4, "2022", "20"), spell(5, 6, "", "30")})};
  CHECK(told(decide_merge(home(4).known, members, home(6), on("2026-11-20", "71"))) ==
        "7:2@4 2021-2026-11-20 merge 02; 8:3@4 2022-2026-11-20 merge 20; "
        "7:0@6 2026-11-20-  71; ended 2026-11-20; ");
  CHECK(told(decide_merge(home(4).known, members, home(4), on("2026-11-20"))) ==
        "move.same_household");
  CHECK(decide_merge(home(4, "2026-11-20").known, {}, home(6), on("2026-11-20"))->nothing());
  CHECK(told(decide_merge(home(4, "2026-11-20").known, {}, home(6), on("2026-11-21"))) ==
        "move.ended");
}

TEST_CASE("a change of head begins two spells") {
  const std::vector<Mover> members{mover(7, {spell(2, 4, "2021", "02")}, "1"),
                                   mover(8, {spell(3, 4, "2022", "12")}, "2"),
                                   mover(9, {spell(5, 4, "", "20")})};
  CHECK(told(decide_head(home(4).known, members, 8, on("2026-11-20"))) ==
        "8:3@4 2022-2026-11-20 head 12; 7:2@4 2021-2026-11-20 head 02; 8:0@4 2026-11-20-  02; "
        "7:0@4 2026-11-20-  11; ");
  CHECK(decide_head(home(4).known, members, 7, on("2026-11-20"))->nothing());
  CHECK(told(decide_head(home(4).known, members, 1, on("2026-11-20"))) == "move.not_here");
}

TEST_CASE("a corrected number decides over birth and sex") {
  const auto number =
      parse_id_number(IdKind::resident_id, "330782199003050020", *parse_date("2026-11-21"));
  const Mover who = mover(7, {});
  CHECK(told(decide_correct(who, *number, 8)) == "person.number_taken");
  const auto writes = decide_correct(who, *number, 0);
  REQUIRE(writes->person);
  CHECK(writes->person->person.birth == "1990-03-05");
  CHECK(writes->person->person.sex == "2");
  CHECK(decide_correct(Mover{7, writes->person->person, {}}, *number, 7)->nothing());
}

TEST_CASE("only one household, or its name") {
  CHECK(*only_home(mover(7, {spell(1, 3, "", "", "2020-01-01"), spell(2, 4, "", "")})) == 4);
  CHECK(only_home(mover(7, {})).problem().code == "move.not_here");
  CHECK(only_home(mover(7, {spell(1, 3, "", ""), spell(2, 4, "", "")})).problem().code ==
        "move.which_household");
}

TEST_CASE("what the former head is to the new one") {
  struct Case {
    const char* relation;
    const char* sex;
    const char* expected;
  };
  for (const Case& each :
       {Case{"12", "1", "11"}, Case{"11", "2", "12"}, Case{"10", "", "10"}, Case{"21", "1", "51"},
        Case{"32", "2", "52"}, Case{"38", "1", "53"}, Case{"28", "2", "56"}, Case{"51", "2", "30"},
        Case{"41", "1", "61"}, Case{"61", "1", "41"}, Case{"73", "1", "70"}, Case{"27", "2", "58"},
        Case{"99", "1", ""}, Case{"", "1", ""}, Case{"80", "", ""}}) {
    CAPTURE(each.relation);
    CHECK(former_head_relation(each.relation, each.sex) == each.expected);
  }
}
