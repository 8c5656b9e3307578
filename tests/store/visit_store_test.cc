// Visits in their tables: found again, kept with the household, and counted as a naive count does.
#include <doctest/doctest.h>
#include <grid/domain/figures_visits.h>
#include <grid/store/figures_store.h>
#include <grid/store/import_store.h>
#include <grid/store/visit_store.h>

#include <algorithm>
#include <random>

#include "store_office.h"

using namespace office;
using store::FiguresStore;
using store::ImportStore;
using store::UnvisitedRow;
using store::VisitRow;
using store::VisitStore;

namespace {

const std::string office_uid = "0123456789abcdef0123456789abcdef";

struct Home {
  std::string no, area;
  bool vacant = false;
  std::string ended;
  Instant recorded{};
  int64_t id = 0;
  bool counts(Date on) const { return !vacant && (ended.empty() || *parse_date(ended) > on); }
};

Home home(const char* no, const std::string& area) {
  Home made;
  made.no = no;
  made.area = area;
  return made;
}

struct Visits : StoredOffice {
  VisitStore store{db, areas, day("2026-11-20"), office_uid};
  int batches = 0;

  // One batch that brings these households.
  void import(std::vector<Home>& homes, Instant when) {
    sql::Transaction change(db);
    ImportStore book(db, areas, day("2026-11-20"));
    RegisterBatch batch;
    batch.file = "r.csv";
    batch.encoding = "utf-8";
    book.begin(batch, sql::Blob(1, static_cast<unsigned char>(++batches)),
               {when, "li", "root", office_uid});
    for (Home& home : homes) {
      home.recorded = when;
      Household made;
      made.community = community;
      made.no = home.no;
      made.area = home.area == community ? "" : home.area;
      made.vacant = home.vacant;
      home.id = book.add_household(made);
      made.ended = home.ended;
      if (!home.ended.empty()) book.change_household(home.id, made);
    }
    book.finish(batch);
    change.commit();
  }

  VisitRow visit(const Home& home, const char* when, const char* login = "worker") {
    return visit(home, at(when), at("2026-11-20 10:00"), login);
  }
  VisitRow visit(const Home& home, Instant when, Instant recorded, const char* login) {
    VisitRow row;
    row.visit.community = community;
    row.visit.household = home.no;
    row.visit.area = home.area;
    row.visit.at = when;
    row.visit.staff = login;
    row.recorded_at = recorded;
    row.actor = "clerk";
    row.login = "root";
    return row;
  }
  std::string column(const std::string& sql) {
    const sql::Query query{"test", sql};
    sql::Statement statement(db.handle(), query);
    std::string all;
    while (statement.step()) all += statement.text(0) + " ";
    return all;
  }
  void tamper(const std::string& sql) {
    const sql::Query query{"test", sql};
    sql::Statement(db.handle(), query).step();
  }
  std::string misvisited() {
    std::string all;
    store.each_misvisited([&](const UnvisitedRow& row) { all += row.no + "@" + row.area + " "; });
    return all;
  }
};

// Households that came in batches, and visits to most of them, some of them entered late.
struct RandomVisits : Visits {
  using Counted = std::map<std::string, std::pair<int64_t, int64_t>>;

  RandomVisits() {
    const std::string places[] = {grid_3, other_grid, community};
    for (int batch = 0; batch < 4; ++batch) {
      std::vector<Home> some;
      for (int i = 0; i < 25; ++i) {
        Home& made = some.emplace_back(home("", places[draw(2)]));
        made.no = std::to_string(1000 + batch * 25 + i);
        made.vacant = draw(5) == 0;
        if (draw(5) == 0) made.ended = format_date(day("2026-09-01") + std::chrono::days{draw(90)});
      }
      import(some, begin + std::chrono::days{20 * batch});
      homes.insert(homes.end(), some.begin(), some.end());
    }
    sql::Transaction change(db);
    for (int i = 0; i < 300; ++i) log();
    change.commit();
  }

  int draw(int most) { return std::uniform_int_distribution<int>(0, most)(random); }
  Instant moment() { return begin + Seconds{draw(90 * 24 * 6) * 600}; }

  void log() {
    const Home& to = homes[static_cast<size_t>(draw(79))];  // the last ones stay unvisited
    const Instant when = moment();
    const char* login = draw(1) == 0 ? "worker" : "head";
    VisitRow row = visit(to, when, when + Seconds{draw(20 * 24) * 3600}, login);
    std::optional<int64_t> household = to.id;
    if (draw(3) == 0) {
      row.visit.kind = VisitKind::patrol;
      row.visit.community = row.visit.household = "";
      household.reset();
    }
    if (store.find_same(row.visit, household)) return;
    store.add(row, household);
    logged.push_back(row);
  }

  Counted naive_households(const VisitWindow& window, Instant as_of) const {
    Counted naive;
    for (const Home& each : homes) {
      if (!each.counts(window.day) || each.recorded > as_of) continue;
      auto& [households, visited] = naive[each.area];
      ++households;
      visited += std::ranges::any_of(logged, [&](const VisitRow& row) {
        return row.visit.household == each.no && row.visit.at >= window.since &&
               row.visit.at < window.until && row.recorded_at <= as_of;
      });
    }
    return naive;
  }
  std::map<std::string, int64_t> naive_visits(const VisitWindow& window, Instant as_of) const {
    std::map<std::string, int64_t> made;
    for (const VisitRow& row : logged) {
      if (row.visit.at < window.since || row.visit.at >= window.until) continue;
      if (row.recorded_at > as_of) continue;
      ++made[row.visit.area + " " + row.visit.staff + " " + std::string(code(row.visit.kind))];
    }
    return made;
  }

  Instant begin = at("2026-09-01");
  std::mt19937 random{20261121};
  std::vector<Home> homes;
  std::vector<VisitRow> logged;
};

}  // namespace

TEST_CASE("a visit is read as it was written, and found by its source and by what it is") {
  Visits office;
  std::vector<Home> homes{home("0001", grid_3), home("0002", community)};
  office.import(homes, at("2026-11-01"));
  CHECK(office.store.household(community, "0001")->area == grid_3);
  CHECK(office.store.household(community, "0002")->area == community);
  CHECK_FALSE(office.store.household(community, "0003"));
  CHECK_FALSE(office.store.household("404", "0001"));
  VisitRow row = office.visit(homes[0], "2026-11-19 09:00");
  row.visit.case_no = "N-1";
  row.visit.result = "正常";
  row.visit.lon = 120.5;
  row.visit.lat = 29.25;
  row.visit.source = "app";
  row.visit.source_ref = "1";
  office.store.add(row, homes[0].id);
  const auto known = office.store.find_source("app", "1");
  REQUIRE(known);
  CHECK(known->visit == row.visit);
  CHECK(known->recorded_at == row.recorded_at);
  CHECK(known->actor == "clerk");
  CHECK_FALSE(office.store.find_source("", "1"));
  CHECK(office.store.find_same(row.visit, homes[0].id));
  CHECK_FALSE(office.store.find_same(row.visit, homes[1].id));
  Visit other = row.visit;
  other.staff = "head";
  CHECK_FALSE(office.store.find_same(other, homes[0].id));
  other = row.visit;
  other.at += Seconds{1};
  CHECK_FALSE(office.store.find_same(other, homes[0].id));
  other = row.visit;
  other.case_no = "";
  CHECK_FALSE(office.store.find_same(other, homes[0].id));
}

TEST_CASE("patrols are the same by area or case; they visit no household") {
  Visits office;
  VisitRow row;
  row.visit.kind = VisitKind::patrol;
  row.visit.area = grid_3;
  row.visit.at = at("2026-11-19 09:00");
  row.visit.staff = "worker";
  row.actor = row.login = "root";
  office.store.add(row, {});
  CHECK(office.store.find_same(row.visit, {}));
  Visit other = row.visit;
  other.area = other_grid;
  CHECK_FALSE(office.store.find_same(other, {}));
  other = row.visit;
  other.case_no = "N-1";
  CHECK_FALSE(office.store.find_same(other, {}));
  CHECK(office.misvisited() == "");
}

TEST_CASE("the last home visit stays with the household, whatever is imported") {
  Visits office;
  std::vector<Home> homes{home("0001", grid_3), home("0002", community)};
  office.import(homes, at("2026-11-01"));
  const auto visited = [&] {
    return office.column("SELECT coalesce(visited, '-') FROM household ORDER BY no");
  };
  const std::string late = std::to_string(at("2026-11-19 09:00").time_since_epoch().count());
  office.store.add(office.visit(homes[0], "2026-11-19 09:00"), homes[0].id);
  CHECK(visited() == late + " - ");
  office.store.add(office.visit(homes[0], "2026-10-19 09:00"), homes[0].id);
  VisitRow patrol = office.visit(homes[0], "2026-11-20 09:00");
  patrol.visit.kind = VisitKind::patrol;
  office.store.add(patrol, homes[0].id);
  CHECK(visited() == late + " - ");
  {
    sql::Transaction change(office.db);
    ImportStore book(office.db, office.areas, day("2026-11-20"));
    book.begin({}, sql::Blob(1, 99), {at("2026-11-20"), "li", "root", office_uid});
    Household moved;
    moved.community = community;
    moved.no = "0001";
    moved.area = other_grid;
    moved.kind = HouseholdKind::collective;
    book.change_household(homes[0].id, moved);
    book.finish({});
    change.commit();
  }
  CHECK(visited() == late + " - ");
  CHECK(office.misvisited() == "");
  office.tamper("UPDATE household SET visited = visited - 1 WHERE no = '0001'");
  CHECK(office.misvisited() == "0001@" + other_grid + " ");
  office.tamper("UPDATE household SET visited = 1 WHERE no = '0002'");
  CHECK(office.misvisited() == "0001@" + other_grid + " 0002@" + community + " ");
}

TEST_CASE("what is counted is what a naive count finds, for any span and moment") {
  RandomVisits office;
  CHECK(office.logged.size() > 250);
  CHECK(office.misvisited() == "");
  FiguresStore figures(office.db);
  for (int question = 0; question < 60; ++question) {
    CAPTURE(question);
    const Instant as_of = office.moment();
    VisitWindow window{office.moment(), office.moment(), {}};
    if (window.until < window.since) std::swap(window.since, window.until);
    window.day = date_of(to_local(window.until, UtcOffset{480}));
    RandomVisits::Counted counted;
    for (const HouseholdCount& count : figures.households(window, as_of)) {
      counted[count.area] = {count.households, count.visited};
    }
    CHECK(counted == office.naive_households(window, as_of));
    std::map<std::string, int64_t> found;
    for (const VisitCount& c : figures.visits(window.since, window.until, as_of)) {
      found[c.area + " " + c.staff + " " + std::string(code(c.kind))] = c.visits;
    }
    CHECK(found == office.naive_visits(window, as_of));
  }
}

TEST_CASE("the households that were missed are those of a naive look, the longest missed first") {
  RandomVisits office;
  const Instant since = office.begin + std::chrono::days{45};
  const Date today = day("2026-11-20");
  std::map<std::string, std::optional<Instant>> last;
  for (const VisitRow& row : office.logged) {
    auto& known = last[row.visit.household];
    known = std::max(known.value_or(row.visit.at), row.visit.at);
  }
  std::map<std::string, bool> missed, told;  // by number; true: never visited
  for (const Home& each : office.homes) {
    const auto& visited = last[each.no];
    if (each.counts(today) && (!visited || *visited < since)) missed[each.no] = !visited;
  }
  CHECK(missed.size() > 10);
  std::string area;
  std::optional<Instant> before;
  office.store.each_unvisited(since, today, [&](const UnvisitedRow& row) {
    told[row.no] = row.never;
    const auto& visited = last[row.no];
    if (row.area == area) CHECK(before <= visited);  // none is before any
    area = row.area;
    before = visited;
  });
  CHECK(told == missed);
}
