// The index of people against a look at every one: people who come, change and go, flush by flush.
#include <doctest/doctest.h>
#include <grid/store/person_index.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "store_office.h"

namespace {

using namespace grid;
using domain::Person;
using store::PersonIndex;

const std::vector<std::string> characters{"王", "李", "张", "单", "曾", "解", "仇", "区", "查",
                                          "盖", "尉", "迟", "万", "俟", "长", "孙", "吕", "三",
                                          "小", "明", "玥", "罡", "𠮷", "㐂", "·",  "a",  "Z"};
const std::vector<std::string> lines{
    "王",          "三",       "王小",       "小明",  "wang",   "zs",     "wxm",  "shan",
    "单",          "𠮷",       "㐂",         "yuchi", "moqi",   "lv",     "lu",   "zhangsun",
    "z",           "az",       "0001",       "1234",  "wang小", "张 san", "zhan", "xiaomi",
    "13800001234", "三王小明", "长孙长孙长", "l",     "王·小",  "x m"};

class People {
 public:
  explicit People(uint32_t seed) : random_(seed) {}

  void come() {
    const int64_t id = next_++;
    Person person = somebody();
    insert(id, person);
    index.add(id, person);
    people_[id] = std::move(person);
  }
  void change() {
    const auto it = any();
    if (it == people_.end()) return;
    Person after = it->second;
    const Person fresh = somebody();
    if (below(2) == 0) after.name = fresh.name;
    if (below(3) == 0) after.former_name = it->second.name;
    if (below(2) == 0) after.phone = fresh.phone;
    if (below(4) == 0) after.id_no = fresh.id_no;
    index.change(it->first, it->second, after);
    erase(it->first);
    insert(it->first, after);
    it->second = std::move(after);
  }
  void go() {
    const auto it = any();
    if (it == people_.end()) return;
    index.remove(it->first, it->second);
    erase(it->first);
    people_.erase(it);
  }
  uint32_t below(size_t limit) { return static_cast<uint32_t>(random_() % limit); }

  void compare() {
    for (const std::string& line : lines) {
      CAPTURE(line);
      const domain::PersonSearch search = domain::parse_person_search(line);
      std::vector<int64_t> expected;
      for (const auto& [id, person] : people_) {
        if (domain::meets(search, person)) expected.push_back(id);
      }
      CHECK(index.find(search) == expected);
    }
    compare_numbers();
  }
  void compare_numbers() {
    for (uint32_t n = 0; n < numbers; ++n) {
      const std::string number = number_of(n);
      CAPTURE(number);
      std::vector<int64_t> expected;
      for (const auto& [id, person] : people_) {
        if (person.id_no == number) expected.push_back(id);
      }
      CHECK(index.with_number(number) == expected);
      const std::vector<std::string_view> some{number, "X"};
      const std::vector<int64_t> among = index.among(some);
      CHECK(std::ranges::is_sorted(among));
      CHECK(std::ranges::includes(among, expected));
    }
  }
  // Whom the index does not have as they are; who stands in it and does not exist.
  void distrust() {
    CHECK(index.faults().people == 0);
    CHECK(index.faults().strangers == 0);
    REQUIRE(people_.size() > 3);
    Person other = people_.begin()->second;
    other.name += "三";
    erase(people_.begin()->first);
    insert(people_.begin()->first, other);  // changed behind its back
    insert(next_, other);                   // never added
    erase(people_.rbegin()->first);         // never removed
    CHECK(index.faults().people == 2);
    CHECK(index.faults().strangers == 1);
  }
  // Nothing of anybody is left when all have gone.
  void all_go() {
    while (!people_.empty()) go();
  }
  int64_t count(const char* table) {
    const std::string text = std::string("SELECT count(*) FROM ") + table;
    const sql::Query query{"test", text};
    sql::Statement statement(db.handle(), query);
    statement.step();
    return statement.integer(0);
  }

  office::Folder folder;
  sql::Database db =
      sql::Database::create(folder.file("grid.db"), std::chrono::seconds{1}, [](sql::Database&) {});
  PersonIndex index{db};

 private:
  // Of few numbers: some people have the same.
  static constexpr uint32_t numbers = 40;
  static std::string number_of(uint32_t n) { return "E" + std::to_string(1000000 + n); }
  Person somebody() {
    Person person;
    if (below(3) != 0) person.id_no = number_of(below(numbers));
    for (uint32_t i = 0; i < 1 + below(6); ++i) person.name += characters[below(characters.size())];
    for (uint32_t i = below(6); i > 4; --i) person.phone += "1380000123" + std::to_string(i) + "/";
    person.phone += "1380000" + std::to_string(1000 + below(9000));
    return person;
  }
  void insert(int64_t id, const Person& person) {
    static const sql::Query query{
        "test",
        "INSERT INTO person (id, uid, id_kind, id_no, name, former_name, phone, batch) "
        "VALUES (?, 'u', 'none', ?, ?, ?, ?, 1)"};
    sql::Statement statement(db.handle(), query);
    statement.bind(1, id);
    statement.bind(2, person.id_no);
    statement.bind(3, person.name);
    statement.bind(4, person.former_name);
    statement.bind(5, person.phone);
    statement.step();
  }
  void erase(int64_t id) {
    static const sql::Query query{"test", "DELETE FROM person WHERE id = ?"};
    sql::Statement statement(db.handle(), query);
    statement.bind(1, id);
    statement.step();
  }
  std::map<int64_t, Person>::iterator any() {
    if (people_.empty()) return people_.end();
    const auto it = people_.lower_bound(1 + below(static_cast<size_t>(next_)));
    return it == people_.end() ? people_.begin() : it;
  }

  std::mt19937 random_;
  std::map<int64_t, Person> people_;
  int64_t next_ = 1;
};

}  // namespace

TEST_CASE("the index finds whom a look at every person finds") {
  for (uint32_t seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    People people(seed);
    const sql::Transaction change(people.db);  // the disk need not see it
    for (int round = 0; round < 12; ++round) {
      const uint32_t steps = 1 + people.below(round == 0 ? 1500 : 120);
      for (uint32_t i = 0; i < steps; ++i) {
        const uint32_t what = people.below(8);
        if (what < 5) people.come();
        if (what == 5 || what == 6) people.change();
        if (what == 7) people.go();
      }
      people.index.flush();
      people.compare();
    }
    people.all_go();
    people.index.flush();
    CHECK(people.count("person_term") == 0);
  }
}

TEST_CASE("small flushes leave few parts") {
  People people(99);
  const sql::Transaction change(people.db);
  for (int i = 0; i < 300; ++i) {
    people.come();
    people.index.flush();
  }
  CHECK(people.count("person_term_part") <= 12);
  people.compare();
}

TEST_CASE("a flush without anything writes nothing") {
  People people(1);
  people.index.flush();
  CHECK(people.count("person_term_part") == 0);
}

TEST_CASE("the check tells whom the index does not have as they are") {
  People people(7);
  const sql::Transaction change(people.db);
  for (int i = 0; i < 50; ++i) people.come();
  people.index.flush();
  people.distrust();
}

TEST_CASE("a number is found before it is flushed, and not after it was given up") {
  People people(11);
  const sql::Transaction change(people.db);
  for (int i = 0; i < 60; ++i) people.come();
  people.compare_numbers();
  for (int i = 0; i < 60; ++i) people.change();
  people.compare_numbers();
}
