// Finding cases: by text, likely doubles, emergencies first.
#include <doctest/doctest.h>
#include <grid/store/text_index.h>

#include <random>

#include "store_office.h"

using namespace office;
using store::CaseFilter;

namespace {

std::string listed(store::CaseStore& cases, const CaseFilter& filter) {
  std::string found;
  cases.list(filter, [&](const Case& matter) {
    found += (found.empty() ? "" : " ") + matter.no.substr(matter.no.size() - 3);
  });
  return found;
}

Case file(StoredOffice& office, NewCase matter, const char* now = "2026-11-16 09:00") {
  static int key = 0;
  matter.source_ref = "f" + std::to_string(++key);
  return office.report(matter, admin, now);
}

NewCase written(const std::string& title, const std::string& text) {
  NewCase matter = filed();
  matter.title = title;
  matter.text = text;
  return matter;
}

}  // namespace

TEST_CASE("a text is found wherever it stands in title or text") {
  StoredOffice office;
  file(office, written("路灯不亮", "3幢2单元楼道路灯已坏"));
  file(office, written("水管漏水", "Pipe in BUILDING 12 leaks, 电话0579-8523"));
  file(office, written("\"怪\"标题*", "a OR b; (c) NEAR ^d: 100%_'"));
  file(office, written("𠮷野家门口", "䶮龘"));
  file(office, written("灯", ""));
  const struct {
    const char* text;
    const char* found;
  } rows[] = {
      {"路灯", "001"},     {"灯不", "001"},     {"灯", "001 005"},   {"亮3", ""},
      {"单元楼道", "001"}, {"漏", "002"},       {"BUILDING", "002"}, {"building", ""},
      {"ld", ""},          {"12 leaks", "002"}, {"2", "001 002"},    {"79-85", "002"},
      {"-", "002"},        {"\"", "003"},       {"\"怪\"", "003"},   {"*", "003"},
      {"a OR b", "003"},   {"(c) NEAR", "003"}, {"100%_'", "003"},   {"𠮷", "004"},
      {"吉", ""},          {"𠮷野", "004"},     {"龘", "004"},       {"野家门口", "004"},
      {" ", "002 003"},    {"不亮3幢", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CaseFilter filter;
    filter.text = row.text;
    CHECK(listed(office.cases, filter) == row.found);
  }
}

TEST_CASE("the text index answers as a search through every text does") {
  StoredOffice office;
  std::mt19937 random(2026);
  const std::vector<std::string> letters{"路", "灯", "水", "𠮷", "，", "a", "A", "b", "1",
                                         "2",  " ",  "-",  "\"", "*",  "'", "é", "\n"};
  const auto some = [&](size_t most) {
    std::string text;
    for (size_t n = random() % (most + 1); n > 0; --n) text += letters[random() % letters.size()];
    return text;
  };
  std::vector<NewCase> all;
  {
    sql::Transaction change(office.db);
    for (int i = 0; i < 400; ++i) {
      all.push_back(written("t" + some(6), some(24)));
      file(office, all.back());
    }
    change.commit();
  }
  size_t hits = 0;
  for (int i = 0; i < 2000; ++i) {
    CaseFilter filter;
    filter.text = some(4);
    if (filter.text.empty()) continue;
    std::string expected;
    for (size_t n = 0; n < all.size(); ++n) {
      if (all[n].title.find(filter.text) == std::string::npos &&
          all[n].text.find(filter.text) == std::string::npos) {
        continue;
      }
      std::string no = std::to_string(n + 1);
      no.insert(0, 3 - no.size(), '0');
      expected += (expected.empty() ? "" : " ") + no;
      ++hits;
    }
    CAPTURE(filter.text);
    REQUIRE(listed(office.cases, filter) == expected);
  }
  CHECK(hits > 5000);
}

TEST_CASE("what is amiss with the text index is noticed") {
  StoredOffice office;
  store::TextIndex index(office.db);
  const Case one = file(office, written("路灯不亮", "楼道"));
  const Case two = file(office, written("水管漏水", ""));
  file(office, written("!", ""));
  CHECK(index.faults().cases.empty());
  CHECK(index.faults().strangers == 0);
  office.db.execute("INSERT INTO case_text (case_text, rowid, grams) VALUES ('delete', 2, '')");
  CHECK(index.faults().cases == std::vector<std::string>{two.no});
  index.add(77, "无此案件", "");
  CHECK(index.faults().strangers == 1);
  office.db.execute("UPDATE case_file SET text = '楼道灯' WHERE id = 1");
  CHECK(index.faults().cases == std::vector<std::string>{one.no, two.no});
}

TEST_CASE("open emergencies come first in every list, each part in the order of filing") {
  StoredOffice office;
  std::vector<Case> all;
  for (int i = 0; i < 6; ++i) {
    NewCase matter = written(i % 2 == 0 ? "燃气泄漏" : "路灯不亮", "");
    if (i == 2 || i == 4 || i == 5) matter.urgency = Urgency::emergency;
    all.push_back(file(office, matter));
  }
  office.act(all[4], because(Action::void_), admin, "2026-11-16 09:10");
  CaseFilter filter;
  CHECK(listed(office.cases, filter) == "003 006 001 002 004 005");
  filter.text = "燃气";
  CHECK(listed(office.cases, filter) == "003 001 005");
  filter.states = store::open_states();
  CHECK(listed(office.cases, filter) == "003 001");
  filter = {};
  filter.category = filed().category;
  filter.areas = {{grid_3}};
  CHECK(listed(office.cases, filter) == "003 006 001 002 004 005");
}

// More cases than a first round of any condition, and more than one use of the rows' query, so that
// rounds grow and pieces join: 6,000 of one kind and 300 of another.
TEST_CASE("long lists are whole, in order, and the same whichever condition leads") {
  StoredOffice office;
  {
    sql::Transaction change(office.db);
    for (int i = 0; i < 6300; ++i) {
      NewCase matter = written(i % 21 == 0 ? "飞线" : "路灯", "");
      if (i % 21 == 0) matter.area = other_grid;
      file(office, matter);
    }
    change.commit();
  }
  const auto count = [&](const CaseFilter& filter) {
    size_t number = 0;
    std::string last;
    office.cases.list(filter, [&](const Case& matter) {
      ++number;
      REQUIRE(last < matter.no);
      last = matter.no;
    });
    return number;
  };
  CaseFilter filter;
  CHECK(count(filter) == 6300);
  filter.states = store::open_states();
  CHECK(count(filter) == 6300);
  filter.areas = {{grid_3}};
  CHECK(count(filter) == 6000);
  filter.text = "路";
  CHECK(count(filter) == 6000);
  filter.text = "飞线";
  CHECK(count(filter) == 0);
  filter.areas = {{other_grid}};
  CHECK(count(filter) == 300);
}

TEST_CASE("doubles are looked for in the same category, community and days, the newest first") {
  StoredOffice office;
  const auto add = [&](const char* area, const char* category, const char* when) {
    NewCase matter = filed(category);
    matter.area = area;
    matter.source_ref = std::string(area) + category + when;
    Event event = *decide_report(matter, {}, admin, office.rules, at(when));
    office.cases.number(event, street, office.rules.day(at(when)));
    Case made = apply(nullptr, event, office.rules);
    office.cases.file(made, event, community_of(office.areas, area, day("2026-11-16")));
    return made;
  };
  add(grid_3.c_str(), "0401", "2026-11-10 09:00");
  const Case a = add(grid_3.c_str(), "0401", "2026-11-16 09:00");
  Case b = add(community.c_str(), "0401", "2026-11-17 09:00");
  add(grid_3.c_str(), "04", "2026-11-17 09:00");
  add(other_grid.c_str(), "0401", "2026-11-17 09:00");
  const auto found = [&](size_t most = 9) {
    std::vector<std::string> numbers;
    office.cases.double_candidates("0401", community, at("2026-11-16 09:00"),
                                   at("2026-11-17 09:00"), [&](const DoubleCandidate& each) {
                                     numbers.push_back(each.no);
                                     CHECK(each.place == a.place);
                                     return numbers.size() < most;
                                   });
    return numbers;
  };
  CHECK(found(1) == std::vector<std::string>{b.no});
  CHECK(found() == std::vector<std::string>{b.no, a.no});
  office.act(b, because(Action::void_), admin, "2026-11-17 10:00");
  CHECK(found() == std::vector<std::string>{a.no});
}
