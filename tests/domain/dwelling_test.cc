// Households that share a place.
#include <doctest/doctest.h>
#include <grid/domain/dwelling.h>

using namespace grid::domain;

namespace {

Household home(const char* community, const char* no, const char* building, const char* room) {
  Household made;
  made.community = community;
  made.no = no;
  made.building = building;
  made.room = room;
  return made;
}

}  // namespace

TEST_CASE("households in the same place of a community share a dwelling") {
  DwellingRoll roll;
  Household first = home("C1", "2", "3幢", "501");
  first.dwelling_kind = "租赁";
  Household second = home("C1", "1", "3幢", "501");
  second.area = "C1001";
  roll.add(first, 4);
  roll.add(second, 2);
  roll.add(home("C1", "3", "3幢", "502"), 1);  // another room
  roll.add(home("C2", "2", "3幢", "501"), 1);  // another community
  roll.add(home("C1", "4", "", ""), 7);        // nobody knows where
  const auto all = roll.dwellings();
  REQUIRE(all.size() == 3);
  CHECK(all[0].community == "C1");
  CHECK(all[0].building == "3幢");
  CHECK(all[0].room == "501");
  CHECK(all[0].area == "C1001");
  CHECK(all[0].kind == "租赁");
  CHECK(all[0].households == std::vector<std::string>{"2", "1"});
  CHECK(all[0].members == 6);
  CHECK(all[1].room == "502");
  CHECK(all[2].community == "C2");
}
