// Whose personal data each post may see, and which records the access log names.
#include <doctest/doctest.h>
#include <grid/domain/access_keys.h>
#include <grid/domain/erasure.h>
#include <grid/domain/scope.h>

using namespace grid;
using namespace grid::domain;

namespace {

const Date today = *parse_date("2026-11-21");

AreaTree tree() {
  std::vector<Area> areas;
  const auto add = [&](const char* code, const char* kind, const char* parent) {
    areas.push_back({code, kind, {}, {}, {{{}, {}, code, parent}}});
  };
  add("1", "street", "");
  add("11", "community", "1");
  add("111", "grid", "11");
  add("112", "grid", "11");
  add("12", "community", "1");
  return AreaTree(std::move(areas));
}

Actor actor(Role role, const char* area, const char* org = "") {
  return {"a", "a", role == Role::admin, false, {{role, area, org}}};
}

}  // namespace

TEST_CASE("people: the own grid, the own area, the office") {
  struct Row {
    Role role;
    const char* area;
    bool own_grid, other_grid, other_community;
  };
  const Row rows[] = {
      {Role::head, "111", true, false, false},      {Role::worker, "111", true, false, false},
      {Role::assistant, "111", true, false, false}, {Role::clerk, "11", true, true, false},
      {Role::clerk, "1", true, true, true},         {Role::leader, "11", true, true, false},
      {Role::leader, "", true, true, true},         {Role::auditor, "", true, true, true},
      {Role::admin, "", true, true, true},          {Role::hotline, "1", false, false, false},
      {Role::handler, "1", false, false, false},    {Role::worker, "", false, false, false},
  };
  const AreaTree areas = tree();
  for (const Row& row : rows) {
    CAPTURE(code(row.role));
    CAPTURE(row.area);
    const Scope scope = register_scope(actor(row.role, row.area));
    CHECK(scope.holds(areas, "111", today) == row.own_grid);
    CHECK(scope.holds(areas, "112", today) == row.other_grid);
    CHECK(scope.holds(areas, "12", today) == row.other_community);
    CHECK(scope.nothing() == !row.own_grid);
  }
}

TEST_CASE("an area is touched where some of it is seen") {
  const AreaTree areas = tree();
  const Scope scope = register_scope(actor(Role::worker, "111"));
  CHECK(scope.touches(areas, "1", today));
  CHECK(scope.touches(areas, "11", today));
  CHECK(scope.touches(areas, "111", today));
  CHECK_FALSE(scope.touches(areas, "112", today));
  CHECK_FALSE(scope.holds(areas, "11", today));
  CHECK_FALSE(scope.holds(areas, "", today));
}

TEST_CASE("cases: the unit's handlers and the hotline too") {
  const Scope handler = case_scope(actor(Role::handler, "1", "CG"));
  CHECK(handler.orgs == std::vector<std::string>{"CG"});
  CHECK_FALSE(handler.holds(tree(), "111", today));
  CHECK(case_scope(actor(Role::hotline, "")).everywhere);
  CHECK(case_scope(actor(Role::hotline, "11")).areas == std::vector<std::string>{"11"});
}

TEST_CASE("row numbers as runs") {
  AccessKeys keys;
  CHECK(keys.text().empty());
  for (const int64_t row : {7, 1, 2, 3, 3, 9}) keys.add(row);
  CHECK(keys.text() == "1-3,7,9");
  AccessKeys cases;
  cases.add_case("330782002-20261121-0003");
  cases.add_case("330782002-20261121-0002");
  cases.add_case("330782002-20261122-0001");
  cases.add_case("no number");
  CHECK(cases.text() == "330782002-20261121-0002-0003,330782002-20261122-0001");
}

TEST_CASE("a log entry stays short, and says where it is less exact") {
  AccessKeys keys;
  for (int64_t row = 1; row <= 40'000; row += 2) keys.add(row);
  CHECK(keys.text() == "~1-39999");
  AccessKeys far;
  for (int64_t row = 1; row <= 3000; ++row) far.add(row * row);
  const std::string text = far.text();
  CHECK(text.size() < 20'000);
  CHECK(text.starts_with("~1-"));
  CHECK(text.ends_with("9000000"));
}

TEST_CASE("what is left of somebody who was erased") {
  Person person;
  person.id_kind = IdKind::resident_id;
  person.id_no = "330782199001021234";
  person.name = "张三";
  person.sex = "1";
  person.birth = "1990-01-02";
  person.ethnic = "01";
  person.phone = "13800000001";
  person.tags = "低保";
  person.source = "x";
  person.source_ref = "7";
  Person left;
  left.sex = "1";
  left.birth = "1990";
  left.ethnic = "01";
  CHECK(erased(person) == left);
  CHECK(check_erasable({person, false, false}));
  CHECK(check_erasable({person, true, false}).problem().code == "erasure.lives_here");
  CHECK(format_date(kept_until(today, 1095)) == "2023-11-22");
  Case matter;
  CHECK(check_erasable(matter).problem().code == "erasure.open");
  matter.ended_at = Instant{};
  CHECK(check_erasable(matter));
}
