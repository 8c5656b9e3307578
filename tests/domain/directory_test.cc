#include <doctest/doctest.h>
#include <grid/domain/coverage.h>
#include <grid/domain/directory.h>

#include <string>
#include <vector>

using namespace grid;
using namespace grid::domain;

namespace {

const std::vector<std::string> levels{"district", "street", "community", "grid", "microgrid"};
const Date today = *parse_date("2026-11-20");

AreaEntry area(std::string code, std::string kind, std::string parent = "") {
  AreaEntry entry;
  entry.code = std::move(code);
  entry.name = entry.code;
  entry.kind = std::move(kind);
  entry.parent = std::move(parent);
  return entry;
}

AreaTree street() {
  std::vector<Area> areas;
  for (const auto& [code, kind, parent] :
       {std::array{"330782002", "street", ""}, std::array{"330782002005", "community", "330782002"},
        std::array{"330782002005001", "grid", "330782002005"}}) {
    areas.push_back({code, kind, {}, {}, {AreaSpell{{}, {}, code, parent}}});
  }
  return AreaTree(std::move(areas));
}

std::string code_of(const AreaEntry& entry) {
  std::vector<Problem> warnings;
  const auto result = placed(entry, street(), levels, today, warnings);
  return result ? "" : result.problem().code;
}

StaffEntry post(std::string role, std::string at) {
  StaffEntry entry;
  entry.login = "w";
  entry.name = "w";
  entry.role = std::move(role);
  entry.area = std::move(at);
  return entry;
}

}  // namespace

TEST_CASE("an area finds its superior by its code") {
  std::vector<Problem> warnings;
  const auto grid = placed(area("330782002005002", "grid"), street(), levels, today, warnings);
  REQUIRE(grid);
  CHECK(grid->parent == "330782002005");
  CHECK(warnings.empty());
}

TEST_CASE("an area that cannot be is refused") {
  CHECK(code_of(area("x", "village")) == "area.kind");
  CHECK(code_of(area("G1", "grid")) == "area.parent");
  CHECK(code_of(area("G1", "grid", "330782002")) == "area.parent");
  CHECK(code_of(area("G1", "grid", "nowhere")) == "area.unknown");
  CHECK(code_of(area("330782002", "street", "330782002005")) == "area.parent");
  CHECK(code_of(area("C9", "community", "330782002005")) == "area.parent");
  CHECK(code_of(area("G1", "grid", "330782002005")).empty());
  AreaEntry ended = area("G1", "grid", "330782002005");
  ended.since = today;
  ended.until = today;
  CHECK(code_of(ended) == "area.dates");
}

TEST_CASE("a community that no official list could hold warns and is kept") {
  std::vector<Problem> warnings;
  REQUIRE(placed(area("A-17", "community", "330782002"), street(), levels, today, warnings));
  REQUIRE(warnings.size() == 1);
  CHECK(warnings.front().code == "area.code_unknown");
}

TEST_CASE("superiors and successors come before those that name them") {
  std::vector<AreaEntry> areas{area("A", "grid", "Z"), area("Z", "community", "S"),
                               area("S", "street"), area("B", "grid", "Z")};
  areas[0].successor = "B";
  std::string order;
  for (const size_t i : order_for_adding(areas)) order += areas[i].code;
  CHECK(order == "SZBA");
}

TEST_CASE("who may be posted where") {
  const std::vector<std::string> orgs{"CG"};
  const AreaTree tree = street();
  const auto refusal = [&](const StaffEntry& entry) -> std::string {
    const Status status = check_staff(entry, tree, orgs);
    return status ? "" : status.problem().code;
  };
  CHECK(refusal(post("worker", "330782002005001")).empty());
  CHECK(refusal(post("auditor", "")).empty());
  CHECK(refusal(post("worker", "")) == "staff.post");
  CHECK(refusal(post("king", "330782002005001")) == "staff.role");
  CHECK(refusal(post("worker", "nowhere")) == "area.unknown");
  StaffEntry handler = post("handler", "");
  handler.org = "XX";
  CHECK(refusal(handler) == "org.unknown");
  handler.org = "CG";
  CHECK(refusal(handler).empty());
  handler.login = "two words";
  CHECK(refusal(handler) == "staff.login");
}

TEST_CASE("a grid without head or worker shows once the office keeps posts") {
  std::vector<AreaEntry> areas{area("C", "community"), area("G1", "grid", "C"),
                               area("G2", "grid", "C")};
  const auto codes = [&](const std::vector<StaffEntry>& staff) {
    std::string all;
    for (const CoverageGap& gap : coverage_gaps(areas, staff, today)) {
      if (!gap.warning) all += gap.problem.code + " " + gap.area + ";";
    }
    return all;
  };
  CHECK(codes({}).empty());
  CHECK(codes({post("head", "G1"), post("worker", "G1"), post("head", "G2")}) == "post.vacant G2;");
  StaffEntry gone = post("worker", "G2");
  gone.until = today;
  CHECK(codes({post("head", "G1"), post("worker", "G1"), post("head", "G2"), gone}) ==
        "post.vacant G2;");
  areas.push_back(area("C2", "community"));
  CHECK(codes({}) == "area.no_grids C2;");
}

TEST_CASE("grid sizes only warn") {
  std::vector<AreaEntry> areas{area("C", "community"), area("G1", "grid", "C")};
  areas[1].households_expected = 299;
  const auto gaps = coverage_gaps(areas, {}, today);
  REQUIRE(gaps.size() == 2);
  CHECK(gaps[0].problem.code == "area.grid_count");
  CHECK(gaps[1].problem.code == "grid.size");
  CHECK((gaps[0].warning && gaps[1].warning));
  areas[1].households_expected = 300;
  CHECK(coverage_gaps(areas, {}, today).size() == 1);
}

TEST_CASE("the last administrator cannot be ended") {
  std::vector<StaffEntry> staff{post("admin", "")};
  StaffEntry ended = staff.front();
  ended.until = today;
  CHECK_FALSE(check_admins(ended, staff, today));
  ended.until = today + std::chrono::days{1};
  CHECK(check_admins(ended, staff, today));
  ended.until = today;
  StaffEntry other = post("admin", "");
  other.login = "other";
  staff.push_back(other);
  CHECK(check_admins(ended, staff, today));
  staff.back().until = today;
  CHECK_FALSE(check_admins(ended, staff, today));
}
