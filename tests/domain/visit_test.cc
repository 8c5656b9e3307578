// Visits: who may record which, what counts as visited, and for whom it counts.
#include <doctest/doctest.h>
#include <grid/domain/figures_units.h>
#include <grid/domain/figures_visits.h>
#include <grid/domain/visit.h>

#include "case_office.h"

using namespace office;

namespace {

const Instant now = at("2026-11-20 10:00");

Visit visit(VisitKind kind, const std::string& area = grid_3, const std::string& staff = "worker") {
  Visit made;
  made.kind = kind;
  made.area = area;
  made.at = at("2026-11-20 09:00");
  made.staff = staff;
  if (kind == VisitKind::home) {
    made.community = community;
    made.household = "0001";
  }
  return made;
}

std::string refused(const Visit& made, const Actor& actor) {
  const SmallOffice office;
  const Status status = check_visit(made, actor, office.rules, now);
  return status ? "" : status.problem().code;
}

StaffEntry post(const char* login, const char* role, const std::string& area,
                std::optional<Date> since = {}, std::optional<Date> until = {}) {
  StaffEntry entry;
  entry.login = login;
  entry.role = role;
  entry.area = area;
  entry.since = since;
  entry.until = until;
  return entry;
}

}  // namespace

TEST_CASE("who may record a visit") {
  struct Row {
    const Actor& actor;
    const char* staff;
    const std::string& area;
    const char* code;
  };
  const Actor assistant = person("helper", Role::assistant, grid_3);
  const Row rows[] = {{worker, "worker", grid_3, ""},
                      {worker, "worker", other_grid, "actor.not_permitted"},
                      {worker, "worker", community, "actor.not_permitted"},
                      {worker, "head", grid_3, "actor.not_permitted"},
                      {assistant, "helper", grid_3, ""},
                      {head, "worker", grid_3, ""},
                      {head, "worker", other_grid, "actor.not_permitted"},
                      {clerk, "worker", grid_3, ""},
                      {clerk, "worker", community, ""},
                      {clerk, "nobody", grid_3, "staff.unknown"},
                      {other_clerk, "worker", grid_3, "actor.not_permitted"},
                      {street_clerk, "worker", other_grid, ""},
                      {leader, "leader", grid_3, "actor.not_permitted"},
                      {cg, "cg", grid_3, "actor.not_permitted"},
                      {admin, "worker", other_grid, ""},
                      {admin, "nobody", grid_3, "staff.unknown"}};
  for (const Row& row : rows) {
    CAPTURE(row.actor.login);
    CAPTURE(row.staff);
    CAPTURE(row.area);
    CHECK(refused(visit(VisitKind::home, row.area, row.staff), row.actor) == row.code);
  }
}

TEST_CASE("what a visit must name") {
  CHECK(usual_kind(visit(VisitKind::home)) == VisitKind::home);
  CHECK(usual_kind(visit(VisitKind::patrol)) == VisitKind::patrol);
  Visit made = visit(VisitKind::home);
  made.kind = VisitKind::patrol;
  CHECK(refused(made, worker) == "visit.kind");
  made = visit(VisitKind::patrol);
  CHECK(refused(made, worker) == "");
  made.kind = VisitKind::home;
  CHECK(refused(made, worker) == "visit.kind");
  made.case_no = "330782002-20261120-0001";
  CHECK(refused(made, worker) == "");
  made.area = "330782002005099";
  CHECK(refused(made, worker) == "area.unknown");
}

TEST_CASE("a visit may be entered late, but not before it was") {
  Visit made = visit(VisitKind::home);
  made.at = now;
  CHECK(refused(made, worker) == "");
  made.at = now + Seconds{1};
  CHECK(refused(made, worker) == "event.at_future");
  made.at = at("2020-01-01 00:00");
  CHECK(refused(made, worker) == "");
}

TEST_CASE("an area is patrolled while there is one; a household's grid may be gone") {
  SmallOffice office;
  Area gone = *office.areas.find(grid_3);
  gone.until = day("2026-11-20");
  office.areas.put(gone);
  CHECK(check_visit(visit(VisitKind::patrol), worker, office.rules, now).problem().code ==
        "area.not_in_force");
  CHECK(check_visit(visit(VisitKind::home), admin, office.rules, now));
  Visit before = visit(VisitKind::patrol);
  before.at = at("2026-11-19 09:00");
  CHECK(check_visit(before, worker, office.rules, now));
}

TEST_CASE("the days within which a household must be visited") {
  RegisterPolicy policy;
  policy.visit_days = 90;
  CHECK(visited_from(day("2026-11-30"), policy) == day("2026-09-01"));
  policy.visit_days = 0;
  CHECK_FALSE(visited_from(day("2026-11-30"), policy));
}

TEST_CASE("the window of a span ends with the span, or with what is known") {
  RegisterPolicy policy;
  policy.visit_days = 10;
  FiguresQuestion question{at("2026-11-01 00:00"), at("2026-12-01 00:00"), at("2027-01-05 08:00")};
  VisitWindow window = visit_window(question, policy, UtcOffset{480});
  CHECK(show(window.since) == "2026-11-20T00:00");
  CHECK(show(window.until) == "2026-12-01T00:00");
  CHECK(window.day == day("2026-11-30"));
  question.as_of = at("2026-11-15 08:00");
  window = visit_window(question, policy, UtcOffset{480});
  CHECK(show(window.since) == "2026-11-05T00:00");
  CHECK(window.until == question.as_of + Seconds{1});
  policy.visit_days = 0;
  CHECK(visit_window(question, policy, UtcOffset{480}).since == question.from);
}

TEST_CASE("the grid's workers answer for its homes, else its head; never the community's") {
  const SmallOffice office;
  const std::string micro = grid_3 + "01";
  AreaTree areas = office.areas;
  areas.put(Area{micro, "microgrid", {}, {}, {AreaSpell{{}, {}, "micro", grid_3}}});
  const Date today = day("2026-11-20");
  const auto of = [&](const std::string& area, const std::vector<StaffEntry>& staff) {
    std::string all;
    for (const std::string& login : responsible_staff(areas.path(area, today), staff, today)) {
      all += (all.empty() ? "" : " ") + login;
    }
    return all;
  };
  const StaffEntry head_post = post("head", "head", grid_3);
  const StaffEntry above = post("above", "worker", community);
  CHECK(of(grid_3, {head_post, above}) == "head");
  CHECK(of(grid_3, {above}) == "");
  CHECK(of(community, {above, head_post}) == "");
  const std::vector<StaffEntry> staff{head_post,
                                      post("zhou", "worker", grid_3),
                                      post("an", "worker", grid_3),
                                      post("an", "worker", grid_3),
                                      post("past", "worker", grid_3, {}, today),
                                      post("next", "worker", grid_3, day("2026-11-21")),
                                      post("aid", "assistant", grid_3)};
  CHECK(of(grid_3, staff) == "an zhou");
  CHECK(of(micro, staff) == "an zhou");
  std::vector<StaffEntry> more = staff;
  more.push_back(post("mi", "head", micro));
  CHECK(of(micro, more) == "an zhou");
  more.push_back(post("micro", "worker", micro));
  CHECK(of(micro, more) == "micro");
}

TEST_CASE("households and visits roll up over the areas, and to people") {
  SmallOffice office;
  Area merged{
      "330782002005009", "grid", {}, day("2026-06-01"), {AreaSpell{{}, {}, "gone", community}}};
  office.areas.put(merged);
  const Date today = day("2026-11-20");
  const std::vector<HouseholdCount> households{{grid_3, 10, 7},
                                               {community, 2, 0},
                                               {other_grid, 5, 5},
                                               {"330782002005009", 1, 1},
                                               {"330782002005404", 9, 9}};
  const std::vector<VisitCount> visits{{grid_3, "zhou", VisitKind::home, 8},
                                       {grid_3, "clerk", VisitKind::patrol, 2},
                                       {other_grid, "zhou", VisitKind::patrol, 1}};
  const std::vector<StaffEntry> staff{post("zhou", "worker", grid_3), post("an", "worker", grid_3)};
  const auto told = [&](const char* under, bool people) {
    AreaView view(office.areas, today, UtcOffset{480}, under);
    const Division division = people ? by_staff(view, staff) : by_area(view, "community");
    std::map<std::string, Figures> sums;
    add_visits(sums, households, visits, division.keepers, division.visitor);
    std::string all;
    for (const auto& [unit, f] : sums) {
      all += unit + ":" + std::to_string(f.visited) + "/" + std::to_string(f.households) + "," +
             std::to_string(f.visits) + "+" + std::to_string(f.patrols) + " ";
    }
    return all;
  };
  CHECK(told("", false) == "330782002005:8/13,8+2 330782002006:5/5,0+1 ");
  CHECK(told("330782002006", false) == "330782002006:5/5,0+1 ");
  CHECK(told("", true) == "an:7/10,0+0 clerk:0/0,0+2 zhou:7/10,8+1 ");
  CHECK(told("330782002006", true) == "zhou:0/0,0+1 ");
}
