#include <doctest/doctest.h>
#include <grid/domain/register_places.h>

using namespace grid;
using namespace grid::domain;

namespace {

Area area(const char* code, const char* kind, const char* name, const char* parent) {
  return Area{code, kind, {}, {}, {AreaSpell{{}, {}, name, parent}}};
}

AreaTree office() {
  return AreaTree({
      area("330782002", "street", "江东街道", ""),
      area("330782002005", "community", "鸡鸣山社区", "330782002"),
      area("330782002005001", "grid", "鸡鸣山社区第一网格", "330782002005"),
      area("330782002005002", "grid", "鸡鸣山社区第二网格", "330782002005"),
      area("330782002005021", "grid", "鸡鸣山社区第二十一网格", "330782002005"),
      area("330782002006", "community", "商苑社区", "330782002"),
      area("330782002006003", "grid", "市场专属", "330782002006"),
      area("330782002007", "community", "五爱社区", "330782002"),
      area("330782002208", "village", "五爱村", "330782002"),
  });
}

std::string where(RegisterPlaces& places, const char* community, const char* grid) {
  const auto place = places.find(community, grid);
  if (!place) return place.problem().code;
  return place->community.substr(9) + "/" + (place->grid.empty() ? "" : place->grid.substr(12)) +
         (place->grid_unknown ? "?" : "");
}

}  // namespace

TEST_CASE("communities and grids are found by code, name and number") {
  const AreaTree areas = office();
  RegisterPlaces places(areas, *parse_date("2026-11-21"), "");
  struct Row {
    const char* community;
    const char* grid;
    const char* expected;
  };
  const Row rows[] = {
      {"鸡鸣山社区", "第一网格", "005/001"},
      {"鸡鸣山", "2", "005/002"},
      {" 鸡鸣山社区\u3000", "２号网格", "005/002"},
      {"330782002005", "330782002005021", "005/021"},
      {"鸡鸣山社区居委会", "002", "005/002"},
      {"鸡鸣山社区", "第二十一网格", "005/021"},
      {"鸡鸣山社区", "鸡鸣山社区第二网格", "005/002"},
      {"", "330782002005001", "005/001"},
      {"鸡鸣山社区", "第九网格", "005/?"},
      // The last digits of another's code are no number of a grid here.
      {"鸡鸣山社区", "330782002006001", "005/?"},
      {"鸡鸣山社区", "", "005/"},
      {"商苑社区", "市场专属", "006/003"},
      {"商苑社区", "3", "006/003"},
      {"五爱社区", "", "007/"},
      {"五爱村", "", "208/"},
      {"五爱", "", "area.ambiguous"},
      {"不存在社区", "第一网格", "area.unknown"},
      {"", "第一网格", "area.required"},
      {"", "", "area.required"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.community);
    CAPTURE(row.grid);
    CHECK(where(places, row.community, row.grid) == row.expected);
    CHECK(where(places, row.community, row.grid) == row.expected);  // and from memory
  }
}

TEST_CASE("--area stands in for what a row does not tell") {
  const AreaTree areas = office();
  const Date day = *parse_date("2026-11-21");
  RegisterPlaces community(areas, day, "330782002005");
  CHECK(where(community, "", "") == "005/");
  CHECK(where(community, "", "第二网格") == "005/002");
  CHECK(where(community, "乱写的", "1") == "005/001");
  RegisterPlaces grid(areas, day, "330782002005002");
  CHECK(where(grid, "", "") == "005/002");
  CHECK(where(grid, "", "1") == "005/001");
  RegisterPlaces street(areas, day, "330782002");
  CHECK(where(street, "", "") == "area.required");
  CHECK(where(street, "商苑", "") == "006/");
  RegisterPlaces nowhere(areas, day, "999");
  CHECK_FALSE(nowhere.check());
  CHECK(street.check());
}

TEST_CASE("numbers in the names of grids") {
  CHECK(grid_number("第三网格") == 3);
  CHECK(grid_number("12网格") == 12);
  CHECK(grid_number("商苑社区第二十一网格") == 21);
  CHECK(grid_number("第十网格") == 10);
  CHECK(grid_number("第一百零三网格") == 103);
  CHECK(grid_number("第一〇三网格") == 103);
  CHECK(grid_number("3号网格") == 3);
  CHECK(grid_number("003") == 3);
  CHECK(grid_number("市场专属") == -1);
  CHECK(grid_number("") == -1);
}
