// Who was erased is gone: from the rows, from what they were before, and from every byte of the
// file. Who was not is as before.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <grid/store/erasure_store.h>
#include <grid/store/event_chain.h>
#include <grid/store/household_store.h>
#include <grid/store/import_store.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

#include "store_office.h"

namespace {

using namespace grid;
using namespace grid::domain;
using store::ErasureStore;
using store::ImportStore;

const Date today = *parse_date("2026-11-21");
constexpr int64_t crowd = 3000;

std::string phone_of(int64_t id, bool later) {
  return fmt::format("{}{:08}", later ? "139" : "138", id * 7919 % 100'000'000);
}

Person someone(int64_t id) {
  Person person;
  person.id_kind = IdKind::passport;
  person.id_no = fmt::format("NUMBER{:08}", id * 7717);
  person.name = fmt::format("name-of-{:06}", id * 31);
  person.birth = "1990-01-02";
  person.sex = "1";
  person.phone = phone_of(id, false);
  person.registered_address = fmt::format("street-{:06}", id * 13);
  person.tags = "低保";
  return person;
}

class Register {
 public:
  // All came, and left in 2020; then every third had another phone.
  Register() {
    sql::Transaction change(db);
    ImportStore first(db, areas, today);
    first.begin({}, sql::Blob{1}, {Instant{}, "li", "root", "uid"});
    for (int64_t id = 1; id <= crowd; ++id) {
      const int64_t row = first.add_person(someone(id));
      Residence stay;
      stay.community = "330782002005";
      stay.address = fmt::format("home-{:06}", id * 17);
      stay.permit_no = fmt::format("permit-{:06}", id * 19);
      stay.until = "2020-05-01";
      first.add_residence(row, 0, stay);
    }
    first.finish({});
    ImportStore second(db, areas, today);
    second.begin({}, sql::Blob{2}, {Instant{}, "li", "root", "uid"});
    for (int64_t id = 3; id <= crowd; id += 3) {
      Person person = someone(id);
      person.phone = phone_of(id, true);
      second.change_person(id, person);
    }
    second.finish({});
    change.commit();
  }

  std::string bytes() {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  // Everything that tells of the person.
  static std::vector<std::string> traces(int64_t id) {
    const Person person = someone(id);
    return {person.id_no,
            person.name,
            person.registered_address,
            phone_of(id, false),
            phone_of(id, true),
            fmt::format("home-{:06}", id * 17),
            fmt::format("permit-{:06}", id * 19)};
  }

  office::StoredOffice stored;
  std::string path = stored.path;
  sql::Database& db = stored.db;
  AreaTree areas = store::DirectoryStore(db).area_tree();
};

store::ErasureOrigin origin() {
  return {Instant{Seconds{1'795'140'000}}, "li", "root", "到期", "grid-erase"};
}

}  // namespace

TEST_CASE("of people who were erased no byte is left in the file") {
  Register book;
  std::mt19937 random(20261121);
  std::vector<int64_t> gone, kept;
  for (int64_t id = 1; id <= crowd; ++id) (random() % 4 == 0 ? gone : kept).push_back(id);
  {
    sql::Transaction change(book.db);
    ErasureStore eraser(book.db, origin());
    for (const int64_t id : gone) {
      const auto known = eraser.person(id);
      REQUIRE(known);
      CHECK_FALSE(known->lives_here);
      CHECK_FALSE(known->erased);
      CHECK(eraser.erase_person(id, known->person, erased(known->person)) == 3);
    }
    eraser.finish();
    change.commit();
  }
  const std::string bytes = book.bytes();
  size_t left = 0;
  for (const int64_t id : gone) {
    for (const std::string& trace : Register::traces(id)) left += bytes.find(trace) != bytes.npos;
  }
  CHECK(left == 0);
  for (const int64_t id : {kept.front(), kept.back()}) {
    CHECK(bytes.find(someone(id).id_no) != bytes.npos);
  }
  ErasureStore eraser(book.db, origin());
  const auto known = eraser.person(gone.front());
  REQUIRE(known);
  CHECK(known->erased);
  CHECK(known->person == erased(someone(gone.front())));
  CHECK(eraser.person(kept.front())->person.name == someone(kept.front()).name);
  CHECK(sql::integrity_problems(book.db).empty());
}

TEST_CASE("who left or died before the day is over its time, at the latest day that may be meant") {
  Register book;
  struct Row {
    const char* until;
    bool expired;
  };
  const Row rows[] = {{"2023-11-21", true}, {"2023-11-22", false}, {"2023-10", true},
                      {"2023-11", false},   {"2022", true},        {"2023", false},
                      {"2023-11-23", false}};
  std::vector<int64_t> expected;
  {
    sql::Transaction change(book.db);
    ImportStore store(book.db, book.areas, today);
    store.begin({}, sql::Blob{3}, {Instant{}, "li", "root", "uid"});
    for (const Row& row : rows) {
      Residence stay;
      stay.community = "330782002005";
      stay.until = row.until;
      const int64_t id = store.add_person({});
      store.add_residence(id, 0, stay);
      if (row.expired) expected.push_back(id);
    }
    // One who left and came back, one who died, and one of whom nothing is known.
    Residence stay;
    stay.community = "330782002005";
    const int64_t back = store.add_person({});
    store.add_residence(back, 0, stay);
    stay.until = "2020";
    store.add_residence(back, 0, stay);
    Person dead;
    dead.died = "2021-01-01";
    expected.push_back(store.add_person(dead));
    (void)store.add_person({});
    store.finish({});
    change.commit();
  }
  ErasureStore eraser(book.db, origin());
  std::vector<int64_t> found = eraser.expired_people(*parse_date("2023-11-22"));
  std::erase_if(found, [](int64_t id) { return id <= crowd; });
  CHECK(found == expected);
  // Erased once, and no more on the list.
  sql::Transaction change(book.db);
  (void)eraser.erase_person(expected.front(), {}, {});
  eraser.finish();
  found = eraser.expired_people(*parse_date("2023-11-22"));
  CHECK(std::ranges::find(found, expected.front()) == found.end());
}

TEST_CASE("a reporter is erased, and the case is what its events say") {
  office::StoredOffice stored;
  NewCase filed;
  filed.title = "路灯不亮";
  filed.category = "0401";
  filed.area = office::grid_3;
  filed.reporter_name = "reporter-name";
  filed.reporter_phone = "13911112222";
  Case matter = stored.report(filed, office::worker, "2026-11-16 09:00");
  sql::Transaction change(stored.db);
  ErasureStore eraser(stored.db, origin());
  CHECK(eraser.expired_reporters(Instant::max()).empty());  // still open
  CHECK(eraser.erase_reporter(matter.no) == 1);
  CHECK(eraser.erase_reporter(matter.no) == 0);
  eraser.finish();
  change.commit();
  matter.reporter_name.clear();
  matter.reporter_phone.clear();
  CHECK(stored.cases.find(matter.no) == matter);
  CHECK(replay(stored.cases.events(matter.no), stored.rules) == matter);
  CHECK_FALSE(store::verify_chain(stored.db));
  std::ifstream file(stored.path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  CHECK(bytes.find(filed.reporter_name) == bytes.npos);
  CHECK(bytes.find(filed.reporter_phone) == bytes.npos);
}
