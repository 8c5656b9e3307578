#include <doctest/doctest.h>
#include <grid/store/ladder_store.h>

#include "store_office.h"

using namespace office;

namespace {

FiredStep step_of(const Case& matter, const char* rule, const char* when) {
  FiredStep step;
  step.case_no = matter.no;
  step.cycle = matter.cycle;
  step.stage = Stage::sign;
  step.rule = rule;
  step.reached = at("2026-11-16 15:30");
  step.fired_at = at(when);
  step.supervise = 1;
  step.level = "community";
  step.owner_area = community;
  return step;
}

}  // namespace

TEST_CASE("what fired is kept as it was told, once, by cycle") {
  StoredOffice office;
  store::LadderStore ladder(office.db);
  Case matter = office.report(filed(), worker, "2026-11-16 09:00");
  FiredStep told = step_of(matter, "sign/0", "2026-11-17 02:00");
  told.due = at("2026-11-16 15:30");
  told.target = street;
  told.role = "leader";
  told.addressee = {"a", "b"};
  told.vacant = {"leader 330782002005", "clerk 330782002005"};
  told.obstacle = "area.no_superior";
  told.text = "案件“楼道”";
  told.send_at = at("2026-11-17 08:00");
  FiredStep passed = step_of(matter, "sign/silence=1wd", "2026-11-17 02:00");
  passed.skipped = true;
  ladder.add(told);
  ladder.add(passed);
  CHECK_THROWS_AS(ladder.add(told), Failure);
  CHECK(ladder.of_case(matter.no) == std::vector{told, passed});
  CHECK(ladder.fired(matter) ==
        FiredKeys{{Stage::sign, "sign/0"}, {Stage::sign, "sign/silence=1wd"}});
  matter.cycle = 2;
  CHECK(ladder.fired(matter).empty());
}

TEST_CASE("notices are found by when they may be sent") {
  StoredOffice office;
  store::LadderStore ladder(office.db);
  const Case matter = office.report(filed(), worker, "2026-11-16 09:00");
  for (const auto& [rule, send] :
       {std::pair{"b", "2026-11-17 08:00"}, {"a", "2026-11-17 08:00"}, {"c", "2026-11-16 20:00"}}) {
    FiredStep step = step_of(matter, rule, "2026-11-16 19:00");
    step.send_at = at(send);
    ladder.add(step);
  }
  ladder.add(step_of(matter, "silent", "2026-11-16 19:00"));
  const auto found = [&](const char* since, const char* until) {
    std::string rules;
    ladder.notices(at(since), at(until), [&](const FiredStep& step) { rules += step.rule; });
    return rules;
  };
  CHECK(found("2026-11-16 00:00", "2026-11-18 00:00") == "cab");
  CHECK(found("2026-11-16 20:00", "2026-11-17 08:00") == "c");
  CHECK(found("2026-11-16 20:01", "2026-11-17 08:00").empty());
}

TEST_CASE("the ladder finds the cases whose moment has come, and at once those without one") {
  StoredOffice office;
  store::LadderStore ladder(office.db);
  const Case unknown = office.report(filed(), worker, "2026-11-16 09:00");
  CHECK(ladder.candidates(at("2026-11-16 09:00")) == std::vector{unknown.no});
  office.cases.set_ladder_clock([](const Case&) { return at("2026-11-16 11:00"); });
  NewCase second = filed();
  second.source_ref = "2";
  Case known = office.report(second, worker, "2026-11-16 09:00");
  ladder.set_look(unknown.no, std::nullopt);
  CHECK(ladder.candidates(at("2026-11-16 10:59")).empty());
  CHECK(ladder.candidates(at("2026-11-16 11:00")) == std::vector{known.no});
  office.cases.set_ladder_clock([](const Case&) { return std::nullopt; });
  office.act(known, intent(Action::accept), clerk, "2026-11-16 09:30");
  CHECK(ladder.candidates(at("2030-01-01 00:00")).empty());
  CHECK(!ladder.look_at(known.no));
}

TEST_CASE("posts are found by area, by organisation and for the whole office, by their dates") {
  StoredOffice office;
  store::DirectoryStore directory(office.db);
  const auto post = [&](const char* login, const char* role, const char* area, const char* org,
                        const char* since = "", const char* until = "") {
    StaffEntry entry;
    entry.login = entry.name = login;
    entry.role = role;
    entry.area = area;
    entry.org = org;
    if (*since != 0) entry.since = day(since);
    if (*until != 0) entry.until = day(until);
    directory.put(entry);
  };
  post("zhao", "clerk", "330782002005", "");
  post("qian", "clerk", "330782002005", "", "2026-11-17");
  post("sun", "clerk", "330782002005", "", "", "2026-11-17");
  post("li", "handler", "", "CG");
  post("zhou", "hotline", "", "");
  const auto on = [&](const Post& one, const char* date) {
    std::string all;
    for (const std::string& login : directory.holders(one, day(date))) all += login + " ";
    return all;
  };
  CHECK(on({Role::clerk, community, ""}, "2026-11-16") == "sun zhao ");
  CHECK(on({Role::clerk, community, ""}, "2026-11-17") == "qian zhao ");
  CHECK(on({Role::leader, community, ""}, "2026-11-17").empty());
  CHECK(on({Role::handler, "", "CG"}, "2026-11-17") == "li ");
  CHECK(on({Role::hotline, "", ""}, "2026-11-17") == "zhou ");
  CHECK(on({Role::handler, "", ""}, "2026-11-17").empty());
}
