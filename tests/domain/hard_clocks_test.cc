// The cases that broke other systems (domain facts, working time), each by its name.
#include <doctest/doctest.h>
#include <grid/base/failure.h>
#include <grid/domain/case_merge.h>
#include <grid/domain/clock.h>
#include <grid/domain/ladder.h>
#include <grid/domain/ledger.h>
#include <grid/domain/restate.h>

#include "case_office.h"

using namespace office;

namespace {

Policy with_limits(const char* accept, const char* handle, const char* promise) {
  Policy policy = make_policy();
  policy.limits = {limits("", std::nullopt, accept, "", handle, "1wd", promise)};
  return policy;
}

// The nine days of the Spring Festival of 2026, with its two make-up Saturdays.
Policy with_spring_festival() {
  Policy policy = with_limits("2wh", "2wd", "5wd");
  auto& days = policy.calendars[""].days;
  for (Date date = day("2026-02-15"); date <= day("2026-02-23"); date += std::chrono::days{1}) {
    days.push_back({date, DayKind::holiday, "春节", day("2025-11-04")});
  }
  for (const char* date : {"2026-02-14", "2026-02-28"}) {
    days.push_back({day(date), DayKind::workday, "春节", day("2025-11-04")});
  }
  return policy;
}

Life in_hand(SmallOffice& office, const char* reported) {
  Life life(office);
  REQUIRE(life.report(filed(), worker, reported) == "");
  REQUIRE(life.act(Action::handle, clerk, reported) == "");
  return life;
}

// Versions of a policy that are given one after the other.
struct Versions {
  AreaTree areas;
  CaseRules rules;

  explicit Versions(std::vector<Policy> policies, AreaTree tree = make_areas())
      : areas(std::move(tree)),
        rules(
            dates(policies.size()),
            [policies](int64_t n) {
              return PolicyVersion(n, policies[static_cast<size_t>(n) - 1]);
            },
            areas, [](std::string_view) { return true; }, [](std::string_view) { return true; }) {}
  Versions(const Versions&) = delete;

  // The first holds; the others are there to be recomputed by.
  static std::vector<PolicyDate> dates(size_t count) {
    std::vector<PolicyDate> dates{{1, at("2020-01-01")}};
    for (size_t i = 1; i < count; ++i) {
      dates.push_back({static_cast<int64_t>(i) + 1, at("2100-01-01")});
    }
    return dates;
  }
};

void take(const CaseRules& rules, Case& matter, std::vector<Event>& events, const Intent& intent,
          const Actor& actor, const char* when) {
  const auto event = decide(matter, intent, actor, rules, at(when));
  REQUIRE(event);
  matter = apply(&matter, *event, rules);
  events.push_back(*event);
}

Case filed_under(const CaseRules& rules, std::vector<Event>& events, const char* when) {
  Event report = *decide_report(filed(), {}, admin, rules, at(when));
  report.case_no = "330782002-20261116-0001";
  events.push_back(report);
  return apply(nullptr, report, rules);
}

}  // namespace

TEST_CASE("opened at closing time: the first hour is that of the next opening") {
  SmallOffice office;
  for (const auto& [reported, due] : {std::pair{"2026-11-16 17:30", "2026-11-17T10:30"},
                                      std::pair{"2026-11-16 17:29", "2026-11-17T10:29"},
                                      std::pair{"2026-11-20 17:30", "2026-11-23T10:30"}}) {
    Life life(office);
    life.report(filed(), worker, reported);
    CHECK(show(life.matter->due()) == due);
    CHECK(life.matter->step.worth == Seconds{7200});
  }
}

TEST_CASE("opened at lunch: the break does not count") {
  SmallOffice office;
  for (const char* reported : {"2026-11-16 12:00", "2026-11-16 12:45", "2026-11-16 13:30"}) {
    Life life(office);
    life.report(filed(), worker, reported);
    CHECK(show(life.matter->due()) == "2026-11-16T15:30");
    CHECK(life.matter->step.worth == Seconds{7200});
  }
}

TEST_CASE("nine-day holidays: limits and rests pass over them") {
  SmallOffice office(with_spring_festival());
  Life life = in_hand(office, "2026-02-13 10:00");
  CHECK(show(life.matter->promise.due) == "2026-02-27T17:30");
  CHECK(show(life.matter->handle.due) == "2026-02-24T17:30");
  // A rest that covers the holiday takes no office time from the case but its own.
  REQUIRE(life.act(because(Action::suspend), clerk, "2026-02-14 17:00") == "");
  REQUIRE(life.act(Action::resume, clerk, "2026-02-24 09:00") == "");
  CHECK(show(life.matter->handle.due) == "2026-02-25T09:30");
  CHECK(show(life.matter->promise.due) == "2026-02-28T09:30");  // a Saturday that is worked
}

TEST_CASE("a pause begun one night and ended the next takes one working day") {
  SmallOffice office;
  Life life = in_hand(office, "2026-11-16 10:00");
  CHECK(show(life.matter->handle.due) == "2026-11-18T17:30");
  REQUIRE(life.act(because(Action::suspend), clerk, "2026-11-16 23:00") == "");
  CHECK(life.matter->handle.left == Seconds{2 * 27'000});
  CHECK(!life.matter->due());
  REQUIRE(life.act(Action::resume, clerk, "2026-11-17 23:30") == "");
  CHECK(show(life.matter->handle.due) == "2026-11-19T17:30");
  CHECK(show(life.matter->promise.due) == "2026-11-24T17:30");
}

TEST_CASE("two pauses in one second leave everything as it was") {
  SmallOffice office;
  Life life = in_hand(office, "2026-11-16 10:00");
  const Clock handle = life.matter->handle;
  const Clock promise = life.matter->promise;
  for (int i = 0; i < 2; ++i) {
    REQUIRE(life.act(because(Action::suspend), clerk, "2026-11-17 10:00") == "");
    REQUIRE(life.act(Action::resume, clerk, "2026-11-17 10:00") == "");
  }
  CHECK(life.matter->handle == handle);
  CHECK(life.matter->promise == promise);
  const Ledger ledger = ledger_of(life.events, office.rules, at("2026-11-17 10:00"));
  for (const ClockLedger& clock : ledger.clocks) {
    for (const LedgerSpan& span : clock.spans) CHECK(span.kind != SpanKind::paused);
  }
}

// No step changes how urgent a case is; the same happens where open cases come under a version
// whose limit for them has passed already.
TEST_CASE("a shorter limit that has passed already makes it late at once, and gives no time away") {
  Versions office({make_policy(), with_limits("1wh", "4wh", "1wd")});
  std::vector<Event> events;
  Case matter = filed_under(office.rules, events, "2026-11-16 09:00");
  take(office.rules, matter, events, intent(Action::accept), clerk, "2026-11-16 09:30");
  take(office.rules, matter, events, dispatch_to("CG"), clerk, "2026-11-16 10:00");
  const Override shorter{.policy = 2, .calendar = 2};
  const auto event =
      decide_recompute(matter, events, office.rules, shorter, admin, at("2026-11-18 09:00"));
  REQUIRE(event);
  matter = apply(&matter, *event, office.rules);
  CHECK(show(matter.handle.due) == "2026-11-16T15:30");
  CHECK(show(matter.promise.due) == "2026-11-17T17:30");
  CHECK(matter.overdue(at("2026-11-18 09:00")));
  REQUIRE(matter.late_holder);
  CHECK(matter.late_holder->org == "CG");
}

TEST_CASE("a limit above 25 days is no 32-bit number of milliseconds") {
  SmallOffice office(with_limits("1000h", "2160h", "400wd"));
  Life life = in_hand(office, "2026-11-16 10:00");
  CHECK(show(life.matter->handle.due) == "2027-02-14T10:00");
  CHECK(life.matter->handle.worth == Seconds{2160 * 3600});
  REQUIRE(life.act(because(Action::suspend), clerk, "2026-11-17 10:00") == "");
  CHECK(life.matter->handle.left == Seconds{2136 * 3600});
  REQUIRE(life.act(Action::resume, clerk, "2026-12-17 10:00") == "");
  CHECK(show(life.matter->handle.due) == "2027-03-16T10:00");
  CHECK(life.matter->promise.worth > Seconds{400 * 27'000});
}

TEST_CASE("an empty calendar is a failure of the rules, never an answer") {
  Policy policy = make_policy();
  for (auto& hours : policy.calendars[""].week) hours.clear();
  SmallOffice office(policy);
  const Event report = *decide_report(filed(), {}, worker, office.rules, at("2026-11-16 09:00"));
  try {
    (void)apply(nullptr, report, office.rules);
    FAIL("a case got a deadline");
  } catch (const Failure& failure) {
    CHECK(failure.problem().code == "calendar.empty");
  }
}

TEST_CASE("a level edited after it fired fires no second time") {
  Policy before = make_policy();
  LadderRule rule = rung(Stage::handle, "0", 1, false);
  rule.key = "first";
  before.ladder = {rule};
  Policy after = before;
  after.ladder[0].trigger = *parse_after("1wd");
  Versions office({before, after});
  std::vector<Event> events;
  Case matter = filed_under(office.rules, events, "2026-11-16 09:00");
  take(office.rules, matter, events, intent(Action::handle), admin, "2026-11-16 10:00");
  const Instant late = at("2026-11-23 09:00");
  const auto nothing = [](Stage, std::string_view) { return false; };
  REQUIRE(ladder_due(matter, office.rules, nothing, late).size() == 1);
  const Override edited{.policy = 2, .calendar = 2};
  const auto event = decide_recompute(matter, events, office.rules, edited, admin, late);
  REQUIRE(event);
  matter = apply(&matter, *event, office.rules);
  const auto first = [](Stage stage, std::string_view key) {
    return stage == Stage::handle && key == "first";
  };
  CHECK(ladder_due(matter, office.rules, first, late).empty());
}

TEST_CASE("an area merged overnight: the clocks keep their limits and calendars") {
  Policy policy = make_policy();
  policy.limits = {limits("", std::nullopt, "2wh", "4wh", "2wd", "1wd", "5wd"),
                   limits("", std::nullopt, "30m", "1h", "8h", "4h", "24h")};
  policy.limits[1].area = other_community;
  const auto area = [](const std::string& code, const char* kind, const std::string& parent) {
    return Area{code, kind, {}, {}, {AreaSpell{{}, {}, "name of " + code, parent}}};
  };
  Area moved = area(grid_3, "grid", community);
  moved.spells = {AreaSpell{{}, day("2026-11-17"), "第三网格", community},
                  AreaSpell{day("2026-11-17"), {}, "第三网格", other_community}};
  Versions office({policy},
                  AreaTree({area(district, "district", ""), area(street, "street", district),
                            area(community, "community", street), moved,
                            area(other_community, "community", street)}));
  std::vector<Event> events;
  Case matter = filed_under(office.rules, events, "2026-11-16 10:00");
  take(office.rules, matter, events, intent(Action::handle), admin, "2026-11-16 10:00");
  CHECK(show(matter.handle.due) == "2026-11-18T17:30");
  REQUIRE(office.rules.area_path(grid_3, day("2026-11-17"))[1] == other_community);
  take(office.rules, matter, events, because(Action::suspend), admin, "2026-11-17 08:30");
  CHECK(matter.handle.left == Seconds{2 * 27'000});
  CHECK(matter.promise.left == Seconds{5 * 27'000});
  take(office.rules, matter, events, intent(Action::resume), admin, "2026-11-18 08:30");
  CHECK(show(matter.handle.due) == "2026-11-19T17:30");
  CHECK(show(matter.promise.due) == "2026-11-24T17:30");
}

TEST_CASE("reopening: a new promise, and the verdict of the old one only in its events") {
  SmallOffice office;
  Life life = in_hand(office, "2026-11-16 09:30");
  life.act(intent(Action::resolve, "done"), clerk, "2026-11-16 10:00");
  life.act(Action::verify, worker, "2026-11-16 11:00");
  REQUIRE(life.act(Action::close, clerk, "2026-11-24 09:00") == "");
  CHECK(life.matter->late == true);
  REQUIRE(life.matter->late_holder);
  REQUIRE(life.act(because(Action::reopen), leader, "2026-11-25 09:00") == "");
  CHECK(show(life.matter->promise.due) == "2026-12-02T17:30");
  CHECK(!life.matter->late);
  CHECK(!life.matter->used);
  CHECK(!life.matter->late_holder);
  const Ledger ledger = ledger_of(life.events, office.rules, at("2026-11-26 09:00"));
  size_t promises = 0;
  for (const ClockLedger& clock : ledger.clocks) {
    if (clock.kind != ClockKind::promise) continue;
    ++promises;
    CHECK(clock.late == (clock.cycle == 1));
  }
  CHECK(promises == 2);
}

TEST_CASE(
    "merging: the master's promise counts from the earliest report, and as without it again") {
  SmallOffice office;
  Life early(office);
  early.report(filed(), worker, "2026-11-12 10:00");
  early.act(Action::accept, clerk, "2026-11-12 10:30");
  Life master = dispatched(office);
  const Case before = *master.matter;
  Event merge;
  merge.case_no = "330782002-20261112-0001";
  merge.action = Action::merge;
  merge.at = merge.recorded_at = at("2026-11-17 09:00");
  Case other = *early.matter;
  other.no = merge.case_no;
  const Event absorbed = mirrored(other, merge, *master.matter, master.events, office.rules);
  const Case joined = apply(&*master.matter, absorbed, office.rules);
  master.events.push_back(absorbed);
  CHECK(show(joined.promise.due) == "2026-11-19T17:30");
  CHECK(joined.handle == before.handle);
  const Ledger ledger = ledger_of(master.events, office.rules, at("2026-11-17 09:00"));
  Seconds charged{0};
  for (const Charge& charge : ledger.charges) charged += charge.seconds;
  // What passed before the master was reported is nobody's.
  CHECK(ledger.charges.front().holder.area.empty());
  CHECK(ledger.clocks.front().used == charged);
  merge.action = Action::unmerge;
  merge.at = merge.recorded_at = at("2026-11-18 09:00");
  const Event detached = mirrored(other, merge, joined, master.events, office.rules);
  const Case again = apply(&joined, detached, office.rules);
  CHECK(again.promise == before.promise);
  CHECK(again.promise_since == before.promise_since);
}

TEST_CASE("the machine's clock set back: nothing happens before the last event") {
  SmallOffice office;
  Life life = dispatched(office);
  CHECK(life.act(Action::sign, cg, "2026-11-16 09:59") == "event.at_order");
  CHECK(life.act(Action::sign, cg, "2026-11-16 10:00") == "");
  // The rules themselves act with the last event at the earliest.
  Versions versions({make_policy(), with_limits("1wh", "4wh", "1wd")});
  const Override how{.policy = 2, .calendar = 2};
  const auto event = decide_recompute(*life.matter, life.events, versions.rules, how, admin,
                                      at("2026-11-16 08:00"));
  REQUIRE(event);
  CHECK(event->at == at("2026-11-16 10:00"));
  CHECK(event->recorded_at == event->at);
  CHECK(ledger_of(life.events, office.rules, at("2026-11-16 08:00")).clocks.size() == 4);
}
