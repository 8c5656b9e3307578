#include <doctest/doctest.h>
#include <fmt/ranges.h>
#include <grid/domain/ladder_target.h>

#include <map>

#include "case_office.h"

using namespace office;

namespace {

// "clerk 330782002005" → logins.
using Filled = std::map<std::string, std::vector<std::string>>;

std::string told(const LadderRule& rule, const Case& matter, const SmallOffice& office,
                 const Filled& filled) {
  const PostHolders holders = [&](const Post& post) {
    const auto found = filled.find(name_of(post));
    return found == filled.end() ? std::vector<std::string>() : found->second;
  };
  const Addressee found = addressee_of(rule, matter, office.rules, day("2026-11-20"), holders);
  std::string words = found.post ? name_of(*found.post) : "nobody";
  words += fmt::format(": {}", fmt::join(found.logins, " "));
  for (const Post& post : found.vacant) words += " -" + name_of(post);
  if (found.obstacle) words += " !" + found.obstacle->code;
  return words;
}

LadderRule to(const char* target, const char* org = "") {
  LadderRule rule = rung(Stage::handle, "0", 1, false);
  rule.target = target;
  rule.org = org;
  return rule;
}

}  // namespace

TEST_CASE("a step tells who holds the post on the day, his deputy, or the level above") {
  SmallOffice office;
  const Life life = dispatched(office);  // to CG, held by the community
  const Filled all{{"clerk " + community, {"c1", "c2"}},
                   {"leader " + street, {"boss"}},
                   {"clerk " + street, {"sc"}},
                   {"handler CG", {"h"}},
                   {"leader CG", {"chief"}},
                   {"worker " + grid_3, {"w"}},
                   {"hotline", {"hot"}},
                   {"handler SQ", {"s"}}};
  struct Row {
    LadderRule rule;
    std::vector<std::string> vacant;  // taken from `all`
    std::string told;
  };
  const std::string nobody_at = "-leader " + community + " -clerk " + community;
  for (const Row& row : std::vector<Row>{
           {to("clerk"), {}, "clerk 330782002005: c1 c2"},
           {to(""), {}, "leader 330782002: boss"},
           {to(""), {"leader " + street}, "clerk 330782002: sc -leader 330782002"},
           {to("leader"), {}, "clerk 330782002005: c1 c2 -leader 330782002005"},
           {to("leader"), {"clerk " + community}, "leader 330782002: boss " + nobody_at},
           {to("handler"), {}, "handler CG: h"},
           {to("handler"), {"handler CG"}, "leader CG: chief -handler CG"},
           {to("handler"),
            {"handler CG", "leader CG"},
            "clerk 330782002005: c1 c2 -handler CG -leader CG"},
           {to("handler", "SQ"), {}, "handler SQ: s"},
           {to("", "SQ"), {}, "handler SQ: s"},
           {to("leader", "CG"), {}, "leader CG: chief"},
           {to("worker"), {}, "worker 330782002005003: w"},
           {to("head"), {}, "worker 330782002005003: w -head 330782002005003"},
           {to("assistant"), {}, "worker 330782002005003: w -assistant 330782002005003"},
           {to("worker"),
            {"worker " + grid_3},
            "clerk 330782002005: c1 c2 -worker 330782002005003 -head 330782002005003"},
           {to("hotline"), {}, "hotline: hot"},
       }) {
    Filled filled = all;
    for (const std::string& post : row.vacant) filled.erase(post);
    CAPTURE(row.rule.target);
    CHECK(told(row.rule, *life.matter, office, filled) == row.told);
  }
}

TEST_CASE("nobody up to the root, or nobody above it, is a visible obstacle") {
  SmallOffice office;
  Life life = dispatched(office);
  CHECK(told(to("auditor"), *life.matter, office, {}).ends_with("!post.nobody"));
  CHECK(told(to(""), *life.matter, office, {}) ==
        "nobody:  -leader 330782002 -clerk 330782002 -leader 330782 -clerk 330782 !post.nobody");
  life.matter->owner_area = district;
  CHECK(told(to(""), *life.matter, office, {{"leader 330782", {"top"}}}) ==
        "leader 330782: top !area.no_superior");
}

TEST_CASE("who handles a case is not his own superior") {
  SmallOffice office;
  Life life = dispatched(office);
  const Filled filled{
      {"handler CG", {"boss"}}, {"leader " + street, {"boss"}}, {"leader " + district, {"top"}}};
  CHECK(told(to(""), *life.matter, office, filled) == "leader 330782: top -clerk 330782002");
  CHECK(told(to("handler"), *life.matter, office, filled) == "handler CG: boss");
  life.matter->owner_org.clear();
  life.matter->owner_staff = "boss";
  CHECK(told(to(""), *life.matter, office, filled) == "leader 330782: top -clerk 330782002");
  CHECK(told(to("handler"), *life.matter, office, {}).find(": boss") != std::string::npos);
}

TEST_CASE("what should go to a hotline or an auditor whom the office has not goes to a leader") {
  SmallOffice office;
  const Life life = dispatched(office);
  const Filled leaders{{"leader " + street, {"boss"}}};
  for (const char* role : {"hotline", "auditor"}) {
    CAPTURE(role);
    const std::string words = told(to(role), *life.matter, office, leaders);
    CHECK(words.starts_with("leader 330782002: boss"));
    CHECK(words.find('!') == std::string::npos);
  }
}

TEST_CASE("the superior is found on the tree as it is on the day") {
  SmallOffice office;
  const Life life = dispatched(office);
  Area moved = *office.areas.find(community);
  moved.spells = {AreaSpell{{}, day("2026-11-20"), "old", street},
                  AreaSpell{day("2026-11-20"), {}, "new", district}};
  office.areas.put(moved);
  CHECK(
      told(to(""), *life.matter, office, {{"leader 330782", {"top"}}, {"leader 330782002", {"s"}}})
          .starts_with("leader 330782: top"));
}
