#include <doctest/doctest.h>
#include <fmt/format.h>
#include <grid/domain/clock.h>
#include <grid/domain/ledger.h>
#include <grid/domain/restate.h>

#include <map>
#include <random>

#include "case_office.h"
#include "random_life.h"

using namespace office;

namespace {

// "11-16 09:00-11-16 11:00 office 7200" and the like, a line a span.
std::string told(const ClockLedger& clock) {
  std::string lines;
  for (const LedgerSpan& span : clock.spans) {
    const auto when = [](Instant at) {
      return format_instant(at, UtcOffset{480}).substr(5, 11).replace(5, 1, " ");
    };
    lines += fmt::format("{}-{} {} {}", when(span.from), when(span.until), code(span.kind),
                         span.seconds.count());
    if (span.days != 0) lines += fmt::format(" {}d", span.days);
    if (!span.name.empty()) lines += " " + span.name;
    if (span.ahead) lines += " ahead";
    lines += "\n";
  }
  return lines;
}

const ClockLedger& clock_of(const Ledger& ledger, ClockKind kind, size_t nth = 0) {
  for (const ClockLedger& clock : ledger.clocks) {
    if (clock.kind == kind && nth-- == 0) return clock;
  }
  throw std::out_of_range("no such clock");
}

Seconds sum_of(const ClockLedger& clock, bool with_over) {
  Seconds sum{0};
  for (const LedgerSpan& span : clock.spans) {
    if (span.kind != SpanKind::over || with_over) sum += span.seconds;
  }
  return sum;
}

Policy with_limits(const char* accept, const char* promise) {
  Policy policy = make_policy();
  policy.limits = {limits("", std::nullopt, accept, "4wh", "2wd", "1wd", promise)};
  return policy;
}

}  // namespace

TEST_CASE("a limit in office hours is told span by span") {
  SmallOffice office(with_limits("10wh", "5wd"));
  Life life(office);
  life.report(filed(), worker, "2026-09-18 16:30");
  const Ledger ledger = ledger_of(life.events, office.rules, at("2026-09-20 12:30"));
  const ClockLedger& accept = clock_of(ledger, ClockKind::accept);
  CHECK(told(accept) ==
        "09-18 16:30-09-18 17:30 office 3600\n"
        "09-18 17:30-09-20 08:30 rest_day 0\n"
        "09-20 08:30-09-20 12:00 makeup 12600 workday\n"
        "09-20 12:00-09-20 13:30 break 0\n"
        "09-20 13:30-09-20 17:30 makeup 14400 workday ahead\n"
        "09-20 17:30-09-21 08:30 closed 0 ahead\n"
        "09-21 08:30-09-21 10:00 office 5400 ahead\n");
  CHECK(accept.due == life.matter->due());
  CHECK(accept.worth == Seconds{36000});
  CHECK(accept.used == Seconds{3600 + 12600});
  CHECK(sum_of(accept, true) == accept.worth);
  CHECK(!accept.late);
}

TEST_CASE("a limit in working days is told day by day") {
  SmallOffice office;
  Life life(office);
  life.report(filed(), worker, "2026-09-29 10:00");
  const Ledger ledger = ledger_of(life.events, office.rules, at("2026-09-29 10:00"));
  const ClockLedger& promise = clock_of(ledger, ClockKind::promise);
  CHECK(told(promise) ==
        "09-29 10:00-09-29 17:30 first_day 21600 ahead\n"
        "09-30 08:30-09-30 17:30 office 27000 1d ahead\n"
        "10-01 00:00-10-08 00:00 holiday 0 holiday ahead\n"
        "10-08 08:30-10-08 17:30 office 27000 1d ahead\n"
        "10-09 08:30-10-09 17:30 office 27000 1d ahead\n"
        "10-10 08:30-10-10 17:30 makeup 27000 1d workday ahead\n"
        "10-11 00:00-10-12 00:00 rest_day 0 ahead\n"
        "10-12 08:30-10-12 17:30 office 27000 1d ahead\n");
  CHECK(sum_of(promise, true) == promise.worth);
}

TEST_CASE("calendar days count days of rest, and a last day of rest moves on") {
  SmallOffice office(with_limits("2d", "1d"));
  Life life(office);
  life.report(filed(), worker, "2026-11-20 10:00");  // a Friday
  const Ledger ledger = ledger_of(life.events, office.rules, at("2026-11-20 10:00"));
  CHECK(told(clock_of(ledger, ClockKind::accept)) ==
        "11-20 10:00-11-20 17:30 first_day 21600 ahead\n"
        "11-21 00:00-11-23 00:00 rest_day 0 2d ahead\n"
        "11-23 08:30-11-23 17:30 office 27000 ahead\n");
  CHECK(!not_counted(clock_of(ledger, ClockKind::accept).spans[1]));
}

TEST_CASE("what is late is told apart, also where no office time has passed") {
  SmallOffice office;
  Life life(office);
  life.report(filed(), worker, "2026-11-16 09:00");  // accept within 2wh: 11:00
  Ledger ledger = ledger_of(life.events, office.rules, at("2026-11-16 14:00"));
  CHECK(told(clock_of(ledger, ClockKind::accept)) ==
        "11-16 09:00-11-16 11:00 office 7200\n"
        "11-16 11:00-11-16 14:00 over 5400\n");
  CHECK(clock_of(ledger, ClockKind::accept).late);
  CHECK(clock_of(ledger, ClockKind::accept).used == Seconds{12600});

  Life evening(office);
  evening.report(filed(), worker, "2026-11-16 15:30");
  evening.act(Action::accept, clerk, "2026-11-16 18:00");
  ledger = ledger_of(evening.events, office.rules, at("2026-11-20 14:00"));
  CHECK(told(clock_of(ledger, ClockKind::accept)) ==
        "11-16 15:30-11-16 17:30 office 7200\n"
        "11-16 17:30-11-16 18:00 over 0\n");
  CHECK(clock_of(ledger, ClockKind::accept).late);
}

TEST_CASE("a rest is one span, and the clock runs on with what was left") {
  SmallOffice office;
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  life.act(because(Action::suspend), clerk, "2026-11-17 10:00");
  life.act(Action::resume, clerk, "2026-11-18 10:00");
  const Ledger ledger = ledger_of(life.events, office.rules, at("2026-11-18 10:00"));
  CHECK(told(clock_of(ledger, ClockKind::handle)) ==
        "11-16 10:00-11-16 17:30 first_day 21600\n"
        "11-17 08:30-11-17 10:00 office 5400\n"
        "11-17 10:00-11-18 10:00 paused 0\n"
        "11-18 10:00-11-18 17:30 office 21600 ahead\n"
        "11-19 08:30-11-19 17:30 office 27000 1d ahead\n");
  CHECK(sum_of(clock_of(ledger, ClockKind::handle), true) == life.matter->handle.worth);
}

TEST_CASE("time is charged to who held the case") {
  SmallOffice office;
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 11:00");
  life.act(intent(Action::resolve, "done"), cg, "2026-11-17 09:30");
  life.act(Action::verify, worker, "2026-11-17 10:30");
  life.act(Action::close, clerk, "2026-11-17 12:00");
  const Ledger ledger = ledger_of(life.events, office.rules, at("2026-11-20 09:00"));
  struct Row {
    std::optional<Stage> stage;
    const char* org;
    int64_t seconds;
  };
  const Row rows[] = {{Stage::accept, "", 1800},   {std::nullopt, "", 1800},
                      {Stage::sign, "CG", 3600},   {Stage::handle, "CG", 3600 + 14400 + 3600},
                      {Stage::verify, "CG", 3600}, {std::nullopt, "CG", 5400}};
  REQUIRE(ledger.charges.size() == std::size(rows));
  Seconds sum{0};
  for (size_t i = 0; i < std::size(rows); ++i) {
    CAPTURE(i);
    CHECK(ledger.charges[i].stage == rows[i].stage);
    CHECK(ledger.charges[i].holder == Holder{community, rows[i].org, ""});
    CHECK(ledger.charges[i].seconds == Seconds{rows[i].seconds});
    sum += ledger.charges[i].seconds;
  }
  CHECK(sum == *life.matter->used);
  CHECK(clock_of(ledger, ClockKind::promise).used == sum);
}

TEST_CASE("after a late notice the ledger tells by the calendar that counts now") {
  Policy later = make_policy();
  later.calendars[""].days.push_back(
      {day("2026-11-17"), DayKind::holiday, "临时放假", day("2026-11-16")});
  AreaTree areas = make_areas();
  const auto yes = [](std::string_view) { return true; };
  const CaseRules rules(
      {{1, at("2020-01-01")}, {2, at("2027-01-01")}},
      [&](int64_t n) { return PolicyVersion(n, n == 1 ? make_policy() : later); }, areas, yes, yes);
  SmallOffice office;
  Life life = dispatched(office);
  const auto event = decide_recompute(*life.matter, life.events, rules, {.calendar = 2}, admin,
                                      at("2026-11-16 12:00"));
  REQUIRE(event);
  life.events.push_back(*event);
  const Ledger ledger = ledger_of(life.events, rules, at("2026-11-18 08:30"));
  CHECK(told(clock_of(ledger, ClockKind::handle)) ==
        "11-16 10:00-11-16 17:30 first_day 21600\n"
        "11-17 00:00-11-18 00:00 holiday 0 临时放假\n"
        "11-18 08:30-11-18 17:30 office 27000 1d ahead\n"
        "11-19 08:30-11-19 17:30 office 27000 1d ahead\n");
  // What had stopped before stays as it was.
  CHECK(clock_of(ledger, ClockKind::accept).calendar == 1);
  CHECK(clock_of(ledger, ClockKind::handle).calendar == 2);
}

TEST_CASE("a very long limit is told in one line beyond a year") {
  SmallOffice office(with_limits("1000000wh", "100000wd"));
  Life life(office);
  life.report(filed(), worker, "2026-11-16 09:00");
  const Ledger ledger = ledger_of(life.events, office.rules, at("2026-11-16 09:00"));
  for (const ClockLedger& clock : ledger.clocks) {
    CHECK(sum_of(clock, true) == clock.worth);
    CHECK(clock.spans.size() < 1500);
  }
}

namespace {

void check_clock(const ClockLedger& clock, const Case& matter, const CaseRules& rules) {
  CAPTURE(code(clock.kind));
  const bool runs = !clock.stopped && clock.due;
  const Seconds counted = sum_of(clock, false);
  if (runs) REQUIRE(counted == clock.worth);
  if (!runs) REQUIRE(sum_of(clock, true) == clock.used);
  for (size_t i = 1; i < clock.spans.size(); ++i) {
    REQUIRE(clock.spans[i].from >= clock.spans[i - 1].until);
  }
  if (clock.stopped) return;
  const CaseLimits limits(matter, rules);
  const Clock* own = clock.kind == ClockKind::promise  ? &matter.promise
                     : clock.kind == ClockKind::handle ? &matter.handle
                                                       : &matter.step;
  for (const JointUnit& unit : matter.joint) {
    if (clock.kind == ClockKind::joint && unit.org == clock.org) own = &unit.clock;
  }
  REQUIRE(clock.due == own->due);
  REQUIRE(clock.worth == own->worth);
  if (!own->due) {
    REQUIRE(own->left == clock.worth - clock.used);
    return;
  }
  // Where the spans come to their end is the end, but for time that does not count.
  Instant end = clock.from;
  for (const LedgerSpan& span : clock.spans) {
    if (span.seconds > Seconds{0} && span.kind != SpanKind::over) end = span.until;
  }
  const Calendar& calendar = clock.kind == ClockKind::promise ? limits.promise_calendar()
                             : clock.kind == ClockKind::joint
                                 ? limits.joint_calendar(clock.org)
                                 : limits.calendar(*from_code<Stage>(code(clock.kind)));
  const Instant due = *clock.due;
  const bool ran_over_before = sum_of(clock, true) > counted;
  if (!ran_over_before) {
    REQUIRE(own_time(end, due, clock.limit->unit, calendar) == Seconds{0});
  }
}

}  // namespace

TEST_CASE("random lives: the ledger adds up to the clocks of the case") {
  Policy other = make_policy();
  other.limits = {limits("", std::nullopt, "1wd", "6wh", "3d", "1wd", "10d"),
                  limits("", Urgency::urgent, "30m", "1h", "8h", "4wh", "24h")};
  AreaTree areas = make_areas();
  const auto yes = [](std::string_view) { return true; };
  const CaseRules rules(
      {{1, at("2020-01-01")}, {2, at("2026-11-18 09:00")}},
      [&](int64_t number) { return PolicyVersion(number, number == 1 ? make_policy() : other); },
      areas, yes, yes);
  std::mt19937 random(20261122);
  std::map<ClockKind, size_t> seen;
  size_t recomputed = 0;
  size_t closed = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<Event> events;
    std::optional<Case> matter;
    live_at_random(rules, random, 24, events, matter, [&] {
      if (random() % 12 != 0 || !matter->open()) return;
      const int64_t to = 1 + static_cast<int64_t>(random() % 2);
      const auto event = decide_recompute(*matter, events, rules, {.policy = to, .calendar = to},
                                          admin, matter->last_at);
      if (!event) return;
      ++recomputed;
      matter = apply(&*matter, *event, rules);
      events.push_back(*event);
    });
    const Instant now = matter->last_at + Seconds{random() % 400'000};
    const Ledger ledger = ledger_of(events, rules, now);
    CAPTURE(round);
    std::map<int32_t, Seconds> charged;
    for (const Charge& charge : ledger.charges) charged[charge.cycle] += charge.seconds;
    for (const ClockLedger& clock : ledger.clocks) {
      check_clock(clock, *matter, rules);
      ++seen[clock.kind];
      if (clock.kind == ClockKind::promise) REQUIRE(charged[clock.cycle] == clock.used);
    }
    if (matter->state == State::closed && matter->used) {
      ++closed;
      REQUIRE(charged[matter->cycle] == *matter->used);
    }
  }
  CHECK(seen.size() == Terms<ClockKind>::all.size());
  CHECK(recomputed > 50);
  CHECK(closed > 10);
}
