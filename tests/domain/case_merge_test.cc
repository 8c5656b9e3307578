#include <doctest/doctest.h>
#include <grid/domain/case_act.h>
#include <grid/domain/case_follow.h>
#include <grid/domain/case_merge.h>

#include <map>
#include <random>

#include "case_office.h"

using namespace office;

namespace {

// Several cases with their events, merged and taken apart.
class Desk {
 public:
  explicit Desk(SmallOffice& office) : office_(office) {}

  void report(const std::string& no, const char* when, const std::string& area = grid_3,
              const char* category = "0401", const char* recorded = nullptr) {
    NewCase one = filed(category);
    one.area = area;
    Event event = *decide_report(one, at(when), admin, office_.rules,
                                 at(recorded == nullptr ? when : recorded));
    event.case_no = no;
    take(no, std::move(event));
  }

  std::string act(const std::string& no, const Intent& intent, const Actor& actor, Instant now) {
    const std::string other = intent.action == Action::merge ? intent.into : cases.at(no).master;
    const bool merging = intent.action == Action::merge || intent.action == Action::unmerge;
    std::optional<Master> master;
    if (merging && cases.contains(other)) master = Master{cases.at(other), events.at(other)};
    const auto steps = grid::domain::act(cases.at(no), intent, actor, office_.rules, now,
                                         master ? &*master : nullptr);
    if (!steps) return steps.problem().code;
    for (const Taken& each : *steps) take(each.after.no, each.event);
    return "";
  }
  std::string merge(const std::string& no, const std::string& into, const char* when) {
    Intent merge;
    merge.action = Action::merge;
    merge.into = into;
    return act(no, merge, clerk, at(when));
  }
  std::string unmerge(const std::string& no, const char* when) {
    return act(no, intent(Action::unmerge), clerk, at(when));
  }

  std::map<std::string, Case> cases;
  std::map<std::string, std::vector<Event>> events;

 private:
  void take(const std::string& no, Event event) {
    const auto before = cases.find(no);
    Case after = apply(before == cases.end() ? nullptr : &before->second, event, office_.rules);
    cases.insert_or_assign(no, std::move(after));
    events[no].push_back(std::move(event));
    CHECK(replay(events[no], office_.rules) == cases.at(no));
  }
  SmallOffice& office_;
};

// But for the last event a case is the same.
bool same_but_last(Case a, const Case& b) {
  a.last_seq = b.last_seq;
  a.last_at = b.last_at;
  a.heard_at = b.heard_at;
  return a == b;
}

}  // namespace

TEST_CASE("the promise of a master counts from the earliest report") {
  SmallOffice office;
  Desk desk(office);
  desk.report("A", "2026-11-16 09:00");
  desk.report("B", "2026-11-12 09:00", grid_3, "0401", "2026-11-16 09:10");
  desk.report("C", "2026-11-16 09:20");
  const Case before = desk.cases.at("A");
  CHECK(show(before.promise.due) == "2026-11-23T17:30");
  REQUIRE(desk.merge("B", "A", "2026-11-16 10:00") == "");
  const Case& master = desk.cases.at("A");
  CHECK(show(master.promise.due) == "2026-11-19T17:30");
  CHECK(master.due() == before.due());
  CHECK(master.merged == std::vector<Absorbed>{{"B", at("2026-11-12 09:00")}});
  CHECK(desk.cases.at("B").state == State::merged);
  CHECK(desk.cases.at("B").master == "A");
  CHECK(!desk.cases.at("B").open());
  // A later report moves nothing; cases stand in the order of their reports.
  REQUIRE(desk.merge("C", "A", "2026-11-16 10:10") == "");
  CHECK(show(desk.cases.at("A").promise.due) == "2026-11-19T17:30");
  CHECK(desk.cases.at("A").merged.front().no == "B");
  REQUIRE(desk.unmerge("B", "2026-11-16 10:20") == "");
  CHECK(show(desk.cases.at("A").promise.due) == "2026-11-23T17:30");
  CHECK(desk.cases.at("A").merged == std::vector<Absorbed>{{"C", at("2026-11-16 09:20")}});
  REQUIRE(desk.unmerge("C", "2026-11-16 10:30") == "");
  CHECK(same_but_last(desk.cases.at("A"), before));
}

TEST_CASE("what a case cannot be merged into") {
  SmallOffice office;
  Desk desk(office);
  desk.report("A", "2026-11-16 09:00");
  desk.report("B", "2026-11-16 09:00");
  desk.report("C", "2026-11-16 09:00", other_grid);
  desk.report("D", "2026-11-16 09:00", grid_3, "11");
  desk.report("E", "2026-11-16 09:00");
  desk.report("F", "2026-11-16 09:00", community);
  desk.act("E", because(Action::void_), leader, at("2026-11-16 09:10"));
  CHECK(desk.merge("A", "A", "2026-11-16 10:00") == "case.merge");
  CHECK(desk.merge("A", "X", "2026-11-16 10:00") == "case.unknown");
  CHECK(desk.merge("A", "", "2026-11-16 10:00") == "field.required");
  CHECK(desk.merge("A", "C", "2026-11-16 10:00") == "case.merge");
  CHECK(desk.merge("A", "D", "2026-11-16 10:00") == "case.merge");
  CHECK(desk.merge("A", "E", "2026-11-16 10:00") == "case.merge");
  desk.act("B", intent(Action::note, "later"), clerk, at("2026-11-16 11:00"));
  CHECK(desk.merge("A", "B", "2026-11-16 10:30") == "event.at_order");
  REQUIRE(desk.merge("A", "B", "2026-11-16 11:00") == "");
  CHECK(desk.merge("F", "A", "2026-11-16 11:10") == "case.merge");
  CHECK(desk.merge("F", "B", "2026-11-16 11:10") == "");
  // A merged case takes no other step, and names its master.
  const auto refused = decide(desk.cases.at("A"), intent(Action::note, "x"), clerk, office.rules,
                              at("2026-11-16 12:00"));
  REQUIRE(!refused);
  CHECK(refused.problem().code == "case.step");
  CHECK(refused.problem().message().find("merged into B") != std::string::npos);
}

TEST_CASE("a master may itself become part of another case, and comes out first") {
  SmallOffice office;
  Desk desk(office);
  desk.report("A", "2026-11-12 09:00");
  desk.report("B", "2026-11-13 09:00");
  desk.report("C", "2026-11-16 09:00");
  REQUIRE(desk.merge("A", "B", "2026-11-16 10:00") == "");
  REQUIRE(desk.merge("B", "C", "2026-11-16 10:10") == "");
  CHECK(show(desk.cases.at("C").promise.due) == "2026-11-19T17:30");  // since A's report
  CHECK(desk.cases.at("C").merged == std::vector<Absorbed>{{"B", at("2026-11-13 09:00")}});
  CHECK(desk.unmerge("A", "2026-11-16 10:20") == "case.merge");
  REQUIRE(desk.unmerge("B", "2026-11-16 10:30") == "");
  CHECK(show(desk.cases.at("C").promise.due) == "2026-11-23T17:30");
  CHECK(show(desk.cases.at("B").promise.due) == "2026-11-19T17:30");
  REQUIRE(desk.unmerge("A", "2026-11-16 10:40") == "");
  CHECK(show(desk.cases.at("B").promise.due) == "2026-11-20T17:30");
}

TEST_CASE("a case comes out of a master that has ended, whose verdict stays") {
  SmallOffice office;
  Desk desk(office);
  desk.report("A", "2026-11-16 09:00");
  desk.report("B", "2026-11-12 09:00", grid_3, "0401", "2026-11-16 09:10");
  REQUIRE(desk.merge("B", "A", "2026-11-16 10:00") == "");
  const auto step = [&](const Intent& intent, const Actor& actor, const char* when) {
    return desk.act("A", intent, actor, at(when));
  };
  CHECK(step(because(Action::void_), leader, "2026-11-16 10:05") == "case.merge");
  CHECK(step(because(Action::reject), leader, "2026-11-16 10:05") == "case.merge");
  REQUIRE(step(intent(Action::handle), clerk, "2026-11-16 10:10") == "");
  REQUIRE(step(intent(Action::resolve, "r"), clerk, "2026-11-16 10:11") == "");
  REQUIRE(step(intent(Action::verify), worker, "2026-11-16 10:12") == "");
  REQUIRE(step(intent(Action::close), clerk, "2026-11-16 10:13") == "");
  const Case before = desk.cases.at("A");
  REQUIRE(desk.unmerge("B", "2026-11-16 10:20") == "");
  CHECK(desk.cases.at("A").promise == before.promise);
  CHECK(desk.cases.at("A").merged.empty());
  CHECK(desk.cases.at("B").open());
}

TEST_CASE("in a later cycle only what was merged in that cycle counts") {
  SmallOffice office;
  Desk desk(office);
  desk.report("A", "2026-11-13 09:00");
  desk.report("B", "2026-11-12 09:00", grid_3, "0401", "2026-11-13 09:10");
  desk.report("C", "2026-11-16 09:00");
  REQUIRE(desk.merge("B", "A", "2026-11-13 10:00") == "");
  const auto step = [&](const Intent& intent, const Actor& actor, const char* when) {
    REQUIRE(desk.act("A", intent, actor, at(when)) == "");
  };
  step(intent(Action::handle), clerk, "2026-11-13 10:10");
  step(intent(Action::resolve, "done"), clerk, "2026-11-13 10:20");
  step(intent(Action::verify), worker, "2026-11-13 10:30");
  step(intent(Action::close), clerk, "2026-11-13 10:40");
  step(because(Action::reopen), leader, "2026-11-17 09:00");
  CHECK(show(desk.cases.at("A").promise.due) == "2026-11-24T17:30");
  REQUIRE(desk.merge("C", "A", "2026-11-17 10:00") == "");
  CHECK(show(desk.cases.at("A").promise.due) == "2026-11-23T17:30");
  CHECK(promise_since(desk.events.at("A")) == at("2026-11-16 09:00"));
  REQUIRE(desk.unmerge("C", "2026-11-17 10:10") == "");
  REQUIRE(desk.unmerge("B", "2026-11-17 10:20") == "");
  CHECK(show(desk.cases.at("A").promise.due) == "2026-11-24T17:30");
}

// The case with the signing that silence has meant by `now`.
Case settled(SmallOffice& office, const Case& matter, Instant now) {
  const auto sign = silent_sign(matter, office.rules, now);
  return sign ? take(matter, *sign, rules_at_work(admin), office.rules, now)->after : matter;
}

TEST_CASE("taken out again a case is as it was, in whatever state, and its master too") {
  SmallOffice office;
  std::mt19937 random(20261117);
  size_t merged = 0;
  std::map<State, size_t> from;
  for (int round = 0; round < 400; ++round) {
    Desk desk(office);
    desk.report("A", "2026-11-16 09:00");
    desk.report("M", "2026-11-16 09:30");
    Instant now = at("2026-11-16 10:00");
    const std::vector<Intent> way{intent(Action::accept), dispatch_to("CG", {"SQ"}),
                                  intent(Action::sign), because(Action::suspend),
                                  intent(Action::resume)};
    for (const char* no : {"A", "M"}) {
      const size_t steps = random() % (way.size() + 1);
      for (size_t i = 0; i < steps; ++i) {
        now += std::chrono::minutes{random() % 600};
        REQUIRE(desk.act(no, way[i], admin, now) == "");
      }
    }
    const Case a = desk.cases.at("A");
    const Case m = desk.cases.at("M");
    Intent merge;
    merge.action = Action::merge;
    merge.into = "M";
    REQUIRE(desk.act("A", merge, admin, now) == "");
    const Instant merged_at = now;
    ++merged;
    ++from[a.state];
    CHECK(desk.cases.at("A").owner_area == a.owner_area);
    now += std::chrono::minutes{random() % 3000};
    REQUIRE(desk.act("A", intent(Action::unmerge), admin, now) == "");
    CHECK(same_but_last(desk.cases.at("A"), settled(office, a, merged_at)));
    CHECK(same_but_last(desk.cases.at("M"), settled(office, m, now)));
  }
  CHECK(merged == 400);
  CHECK(from.size() == 5);
}
