#include <doctest/doctest.h>
#include <grid/store/case_store.h>

#include <algorithm>
#include <random>

#include "store_office.h"

using namespace office;
using store::CaseFilter;
using store::CaseStore;

namespace {

std::string numbers(CaseStore& cases, const CaseFilter& filter) {
  std::string found;
  cases.list(filter, [&](const Case& matter) {
    found += (found.empty() ? "" : " ") + matter.no.substr(matter.no.size() - 1);
  });
  return found;
}

}  // namespace

TEST_CASE("a case is stored as it was made and found by number, source and receipt") {
  StoredOffice office;
  const Case made = office.report(filed(), worker, "2026-11-21 09:00");
  CHECK(made.no == "330782002-20261121-0001");
  CHECK(made.receipt.size() == 19);
  CHECK(office.cases.find(made.no) == made);
  CHECK(office.cases.find_source("demo", "a\\1") == made);
  CHECK(!office.cases.find_source("demo", "a"));
  CHECK(!office.cases.find_source("", "a\\1"));
  CHECK(office.cases.find_receipt(made.receipt) == made);
  std::string typed = made.receipt;
  std::erase(typed, '-');
  std::transform(typed.begin(), typed.end(), typed.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  CHECK(office.cases.find_receipt(typed) == made);
  CHECK(!office.cases.find_receipt("0000-0000-0000-0000"));
  CHECK(!office.cases.find_receipt("?"));
  CHECK(!office.cases.find("330782002-20261121-0002"));
}

TEST_CASE("numbers run by the office's day, past 9999, and are never given twice") {
  StoredOffice office;
  const auto number = [&](const char* date) {
    Event event;
    office.cases.number(event, street, day(date));
    return event.case_no;
  };
  CHECK(number("2026-11-21") == "330782002-20261121-0001");
  CHECK(number("2026-11-21") == "330782002-20261121-0002");
  CHECK(number("2026-11-22") == "330782002-20261122-0001");
  office.db.execute("UPDATE case_number SET last = 9999 WHERE day = '20261121'");
  CHECK(number("2026-11-21") == "330782002-20261121-10000");
}

TEST_CASE("the same input under the same secret gives the same bytes") {
  StoredOffice one, two;
  const Case a = one.report(filed(), worker, "2026-11-21 09:00");
  const Case b = two.report(filed(), worker, "2026-11-21 09:00");
  CHECK(a == b);
  CHECK(one.cases.events(a.no) == two.cases.events(b.no));
}

TEST_CASE("joint units and events are kept") {
  StoredOffice office;
  Case matter = office.report(filed(), worker, "2026-11-16 09:00");
  office.act(matter, intent(Action::accept), clerk, "2026-11-16 09:30");
  office.act(matter, dispatch_to("CG", {"WY", "SQ"}), clerk, "2026-11-16 10:00");
  office.act(matter, intent(Action::answer, "helped"), sq, "2026-11-16 11:00");
  CHECK(office.cases.find(matter.no) == matter);
  CHECK(matter.joint[0].org == "WY");
  const auto events = office.cases.events(matter.no);
  REQUIRE(events.size() == 4);
  CHECK(replay(events, office.rules) == matter);
}

TEST_CASE("what call-backs found is kept, and the first valid one stands in the file too") {
  StoredOffice office;
  Case matter = office.report(filed(), worker, "2026-11-16 09:00");
  office.act(matter, intent(Action::accept), clerk, "2026-11-16 09:30");
  office.act(matter, dispatch_to("CG"), clerk, "2026-11-16 10:00");
  office.act(matter, intent(Action::sign), cg, "2026-11-16 10:10");
  office.act(matter, intent(Action::resolve, "done"), cg, "2026-11-16 11:00");
  office.act(matter, intent(Action::verify), worker, "2026-11-16 11:10");
  office.act(matter, intent(Action::close), clerk, "2026-11-16 11:20");
  const auto call = [&](const Rating& rating, const char* when) {
    Intent one = intent(Action::rate);
    one.rating = rating;
    office.act(matter, one, hotline, when);
    const auto stored = office.cases.find(matter.no);
    REQUIRE(stored == matter);
    REQUIRE(replay(office.cases.events(matter.no), office.rules) == stored);
    return Rating{stored->contacted, stored->solved, stored->satisfaction};
  };
  const Rating nobody_there{false, {}, Satisfaction::unreachable};
  const Rating bad{true, false, Satisfaction::dissatisfied};
  CHECK(call(nobody_there, "2026-11-17 09:00") == nobody_there);
  CHECK(call(bad, "2026-11-17 10:00") == bad);
  CHECK(call({true, true, Satisfaction::satisfied}, "2026-11-17 11:00") == bad);
  CHECK(office.cases.events(matter.no).size() == 10);
  CHECK(!store::verify_chain(office.db));
}

TEST_CASE("listing by every filter gives what a test of each case gives") {
  StoredOffice office;
  std::mt19937 random(7);
  for (int i = 0; i < 9; ++i) {
    NewCase one = filed(i % 3 == 0 ? "04" : i % 3 == 1 ? "0401" : "09");
    one.source_ref = std::to_string(i);
    one.area = i % 2 == 0 ? grid_3 : other_grid;
    one.title = i == 4 ? "飞线充电" : "楼道";
    Case matter = office.report(one, admin, i < 5 ? "2026-11-16 09:00" : "2026-11-17 09:00");
    if (i > 1) office.act(matter, intent(Action::accept), admin, "2026-11-17 09:30");
    Intent unit = dispatch_to(i % 2 == 0 ? "CG" : "SQ");
    if (i == 3) unit.staff = "worker";
    if (i > 2) office.act(matter, unit, admin, "2026-11-17 10:00");
    if (i == 8) office.act(matter, because(Action::void_), admin, "2026-11-17 11:00");
  }
  struct Row {
    const char* name;
    CaseFilter filter;
    std::string found;
  };
  std::vector<Row> rows(13);
  rows[0] = {"all", {}, "1 2 3 4 5 1 2 3 4"};
  rows[1].filter.states = store::open_states();
  rows[1].found = "1 2 3 4 5 1 2 3";
  rows[2].filter.states = {State::reported, State::voided};
  rows[2].found = "1 2 4";
  rows[3].filter.areas = {{grid_3}};
  rows[3].found = "1 3 5 2 4";
  rows[4].filter.areas = office.areas.subtree(other_community, day("2026-11-17"));
  rows[4].found = "2 4 1 3";
  rows[5].filter.category = "04";
  rows[5].found = "1 2 4 5 2 3";
  rows[6].filter.org = "SQ";
  rows[6].found = "4 1 3";
  rows[7].filter.staff = "worker";
  rows[7].found = "4";
  rows[8].filter.overdue_at = at("2026-11-16 11:01");
  rows[8].found = "1 2";
  rows[9].filter.due_before = at("2026-11-24 00:00");
  rows[9].found = "1 2 3 4 5 1 2 3";
  rows[10].filter.since = at("2026-11-17 00:00");
  rows[10].found = "1 2 3 4";
  rows[11].filter.until = at("2026-11-17 00:00");
  rows[11].filter.states = {State::dispatched};
  rows[11].found = "4 5";
  rows[12].filter.text = "飞线";
  rows[12].found = "5";
  for (const Row& row : rows) {
    CAPTURE(&row - rows.data());
    CHECK(numbers(office.cases, row.filter) == row.found);
    // Whatever index leads, the other filters hold as well.
    CaseFilter narrow = row.filter;
    narrow.states = {State::merged};
    CHECK(numbers(office.cases, narrow).empty());
    narrow = row.filter;
    narrow.areas = std::vector<std::string>{};
    CHECK(numbers(office.cases, narrow).empty());
    narrow = row.filter;
    narrow.org = "nobody";
    CHECK(numbers(office.cases, narrow).empty());
    narrow = row.filter;
    narrow.category = "05";
    CHECK(numbers(office.cases, narrow).empty());
  }
}

TEST_CASE("10,000 random steps: what is stored is what the events make of it") {
  StoredOffice office;
  std::mt19937 random(330782);
  const std::vector<Actor> people{worker, head, clerk, street_clerk, leader,
                                  cg,     sq,   wy,    hotline,      admin};
  const auto pick = [&](const auto& from) { return from[random() % from.size()]; };
  std::vector<Case> open;
  Instant now = at("2026-11-16 09:00");
  int taken = 0, tried = 0;
  sql::Transaction change(office.db);
  while (taken < 10'000) {
    REQUIRE(++tried < 200'000);  // else nobody may do anything with what is open
    now += std::chrono::seconds{random() % 600};
    if (open.size() < 40) {
      NewCase one = filed();
      one.source_ref = std::to_string(taken);
      open.push_back(office.report(one, worker, now));
      ++taken;
    }
    const size_t which = random() % open.size();
    Case& matter = open[which];
    Intent one = because(Action::note, "r");
    one.action = pick(open_actions(matter.state));
    if (one.action == Action::void_ && random() % 16 != 0) one.action = Action::note;
    if (one.action == Action::reopen && random() % 8 != 0) one.action = Action::rate;
    one.text = "t";
    one.org = pick(std::vector<std::string>{"CG", "SQ", "WY"});
    if (random() % 4 == 0) one.joint = {one.org == "SQ" ? "CG" : "SQ"};
    one.limit = limit("1wd");
    one.level = 1 + static_cast<int>(random() % 3);
    one.rating = {true, random() % 2 == 0, static_cast<Satisfaction>(random() % 3)};
    const Actor actor = random() % 2 == 0 ? admin : pick(people);
    const auto event = decide(matter, one, actor, office.rules, now);
    if (!event) continue;
    office.take(matter, *event);
    ++taken;
    const bool call_back = matter.state == State::closed && !matter.contacted;
    if (!matter.open() && !call_back) open.erase(open.begin() + static_cast<std::ptrdiff_t>(which));
  }
  change.commit();

  std::map<std::string, std::vector<Event>> lives;
  office.cases.events_by_case([&](const Event& event) { lives[event.case_no].push_back(event); });
  size_t stored = 0, closed = 0, rated = 0;
  office.cases.all([&](const Case& matter) {
    ++stored;
    closed += matter.state == State::closed ? 1U : 0U;
    rated += matter.satisfaction ? 1U : 0U;
    REQUIRE(replay(lives.at(matter.no), office.rules) == matter);
    REQUIRE(!matter.owner_area.empty());
  });
  CHECK(stored == lives.size());
  CHECK(closed > 100);
  CHECK(rated > 50);
  CHECK(!store::verify_chain(office.db));
}
