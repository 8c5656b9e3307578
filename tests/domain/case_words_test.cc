#include <doctest/doctest.h>
#include <grid/domain/event_data.h>
#include <grid/domain/mask.h>

#include "case_office.h"

using namespace office;

TEST_CASE("data of an event are read back as they were written") {
  for (const std::string value :
       {"plain", "two\nlines", "back\\slash", "\\n", "a=b", "\n\n\\\\", "楼道", "trailing\\"}) {
    std::string data;
    add_datum(data, "first", "x");
    add_datum(data, "title", value);
    add_datum(data, "empty", "");
    add_datum(data, "last", "y");
    CAPTURE(data);
    CHECK(std::count(data.begin(), data.end(), '\n') == 3);
    CHECK(datum(data, "title") == value);
    CHECK(datum(data, "last") == "y");
    CHECK(!datum(data, "empty"));
  }
}

TEST_CASE("masking shows what the policy lets show") {
  CHECK(mask_ends("11010519491231002X", {1, 1}) == "1****************X");
  CHECK(mask_ends("14012345678", {3, 4}) == "140****5678");
  CHECK(mask_ends("1401234567", {3, 4}) == "140***4567");
  // Too short to hide anything worth hiding: hidden whole.
  CHECK(mask_ends("140123", {3, 4}) == "******");
  CHECK(mask_ends("", {3, 4}).empty());
  CHECK(mask_ends("14012345678", {0, 0}) == "***********");
  CHECK(mask_name("张三丰", NameMask::keep) == "张三丰");
  CHECK(mask_name("张三丰", NameMask::surname) == "张**");
  CHECK(mask_name("𠮷野", NameMask::surname) == "𠮷*");
  CHECK(mask_name("张", NameMask::surname) == "*");
}

TEST_CASE("the tree of areas changes from a day on") {
  Area moved{"3", "community", {}, {}, {}};
  moved.spells = {AreaSpell{{}, day("2026-06-01"), "old", "1"},
                  AreaSpell{day("2026-06-01"), {}, "new", "2"}};
  const AreaTree tree({Area{"1", "street", {}, {}, {AreaSpell{{}, {}, "a", ""}}},
                       Area{"2", "street", {}, {}, {AreaSpell{{}, {}, "b", ""}}}, moved});
  CHECK(tree.contains("1", "3", day("2026-05-31")));
  CHECK(!tree.contains("1", "3", day("2026-06-01")));
  CHECK(tree.subtree("2", day("2026-06-01")) == std::vector<std::string>{"2", "3"});
  CHECK(tree.path("9", day("2026-06-01")).empty());
  CHECK(tree.roots(day("2026-06-01")).size() == 2);
}

TEST_CASE("a circle of areas ends") {
  const AreaTree tree({Area{"1", "street", {}, {}, {AreaSpell{{}, {}, "a", "2"}}},
                       Area{"2", "street", {}, {}, {AreaSpell{{}, {}, "b", "1"}}}});
  CHECK(tree.path("1", day("2026-06-01")).size() == 2);
  CHECK(!tree.contains("3", "1", day("2026-06-01")));
}
