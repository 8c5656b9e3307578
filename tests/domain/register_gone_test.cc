// Presumed gone: who is missing, how many are too many, and who is there again.
#include <doctest/doctest.h>
#include <grid/domain/register_gone.h>

#include <vector>

namespace {

using namespace grid;
using namespace grid::domain;

}  // namespace

TEST_CASE("who is not named is missing, once a person") {
  NamedPeople named;
  named.add(1);
  named.add(1000);
  CHECK(named.contains(1000));
  CHECK(!named.contains(999));
  CHECK(!named.contains(5000));
  const std::vector<OpenSpell> open{{10, 1}, {11, 2}, {12, 2}, {13, 1000}, {14, 3, true}};
  const auto gone = decide_gone(open, named, 0.34);
  REQUIRE(gone);
  CHECK(gone->spells == std::vector<int64_t>{11, 12});
  CHECK(gone->people == 1);
}

TEST_CASE("exactly the share is not too many; who is presumed gone already does not count") {
  NamedPeople named;
  std::vector<OpenSpell> open;
  for (int64_t person = 1; person <= 20; ++person) {
    open.push_back({person, person});
    if (person > 1) named.add(person);
  }
  CHECK(decide_gone(open, named, 0.05)->people == 1);
  open.push_back({21, 21});
  CHECK(decide_gone(open, named, 0.05).problem().code == "register.too_many_gone");
  open.back().presumed_gone = true;
  CHECK(decide_gone(open, named, 0.05)->people == 1);
  CHECK(decide_gone({}, named, 0)->spells.empty());
}

TEST_CASE("who is named again is not gone any more") {
  NamedPeople named;
  named.add(2);
  const std::vector<OpenSpell> presumed{{10, 1, true}, {11, 2, true}, {12, 2, true}};
  CHECK(seen_again(presumed, named) == std::vector<int64_t>{11, 12});
}
