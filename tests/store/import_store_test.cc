// The register in its tables: what is written is what is read, in one order, by one batch.
#include <doctest/doctest.h>
#include <grid/domain/person_search.h>
#include <grid/domain/register_import.h>
#include <grid/store/household_store.h>
#include <grid/store/import_store.h>

#include <map>
#include <optional>
#include <random>
#include <tuple>

#include "store_office.h"

namespace {

using namespace grid;
using namespace grid::domain;
using store::HouseholdRow;
using store::HouseholdStore;
using store::ImportStore;
using store::PersonRow;

const Date today = *parse_date("2026-11-21");

class Register {
 public:
  Register() {
    store::DirectoryStore directory(db);
    put(directory, "S", "street", "街道", "");
    put(directory, "C1", "community", "一社区", "S");
    put(directory, "C1001", "grid", "第一网格", "C1");
    put(directory, "C2", "community", "二社区", "S");
    areas = directory.area_tree();
  }

  // One file as one batch; its number.
  int64_t import(const std::vector<RegisterEntry>& rows, const char* digest, bool commit = true) {
    sql::Transaction change(db);
    ImportStore book(db, areas, today);
    const sql::Blob sum(digest, digest + 1);
    RegisterImport run(book, {today, book.batch_of(sum).has_value(), {}});
    RegisterBatch batch;
    batch.file = "r.csv";
    batch.encoding = "utf-8";
    const int64_t id = book.begin(batch, sum, {Instant{}, "li", "root", "0123"});
    outcomes.clear();
    if (in_sets) {
      std::vector<const RegisterEntry*> set;
      for (const RegisterEntry& row : rows) set.push_back(&row);
      run.expect(set);
    }
    for (const RegisterEntry& row : rows) {
      RegisterNotes notes;
      const auto outcome = run.take(row, {1, 1, {}}, notes);
      if (!run.likely().empty()) {
        book.keep_candidate(row, outcome.problem().code, "{}", run.likely());
      }
      outcomes.push_back(outcome ? static_cast<int>(*outcome) : -1);
      ++batch.read;
    }
    (void)run.finish();
    book.finish(batch);
    if (commit) change.commit();
    return id;
  }

  std::vector<HouseholdRow> households(const std::vector<std::string>& communities = {"C1", "C2"}) {
    std::vector<HouseholdRow> rows;
    HouseholdStore(db, areas, today).households(communities, {}, [&](const HouseholdRow& row) {
      rows.push_back(row);
    });
    return rows;
  }
  std::vector<PersonRow> people(const std::set<std::string>& grids = {}) {
    std::vector<PersonRow> rows;
    HouseholdStore(db, areas, today).people({"C1", "C2"}, grids, [&](const PersonRow& row) {
      rows.push_back(row);
    });
    return rows;
  }
  std::string column(const char* sql) {
    const sql::Query query{"test", sql};
    sql::Statement statement(db.handle(), query);
    std::string all;
    while (statement.step()) all += statement.text(0) + " ";
    return all;
  }

  office::Folder folder;
  sql::Database db =
      sql::Database::create(folder.file("r.db"), std::chrono::seconds{1}, [](sql::Database&) {});
  AreaTree areas;
  std::vector<int> outcomes;
  bool in_sets = true;  // the rows are looked up together

 private:
  static void put(store::DirectoryStore& directory, const char* code, const char* kind,
                  const char* name, const char* parent) {
    AreaEntry entry;
    entry.code = code;
    entry.kind = kind;
    entry.name = name;
    entry.parent = parent;
    directory.put(entry);
  }
};

RegisterEntry row(const char* community, const char* no, const char* name, const char* id_no,
                  const char* relation) {
  RegisterEntry entry;
  if (*no != '\0') {
    entry.household.emplace();
    entry.household->community = community;
    entry.household->no = no;
  }
  entry.person.emplace();
  entry.person->name = name;
  entry.person->id_no = id_no;
  if (*id_no != '\0') entry.person->id_kind = IdKind::resident_id;
  entry.residence.community = community;
  entry.residence.no = no;
  entry.residence.relation = relation;
  return entry;
}

RegisterEntry full_row() {
  RegisterEntry entry = row("C1", "7", "张三", "330782199001021234", "02");
  Household& home = *entry.household;
  home.area = entry.residence.area = "C1001";
  home.address = "一号";
  home.building = "3幢";
  home.unit = "2";
  home.room = "501";
  home.kind = HouseholdKind::collective;
  home.vacant = true;
  Person& person = *entry.person;
  person.former_name = "张山";
  person.sex = "1";
  person.birth = "1990-01-02";
  person.ethnic = "01";
  person.nationality = "CHN";
  person.phone = "13800000000/14000000001";
  person.politics = "13";
  person.education = "60";
  person.marriage = "10";
  person.registered_address = "别处";
  person.tags = "低保 独居";
  Residence& stay = entry.residence;
  stay.kind = ResidenceKind::floating;
  stay.consistent = false;
  stay.address = "一号";
  stay.since = "2020-05";
  return entry;
}

}  // namespace

TEST_CASE("what is written is what is read") {
  Register file;
  const RegisterEntry entry = full_row();
  file.import({entry}, "a");
  const auto homes = file.households();
  REQUIRE(homes.size() == 1);
  CHECK(homes[0].household == *entry.household);
  CHECK(homes[0].members == 1);
  const auto people = file.people();
  REQUIRE(people.size() == 1);
  CHECK(people[0].person == *entry.person);
  CHECK(people[0].residence == entry.residence);
  // And the import reads the same: another file with the same row changes nothing.
  file.import({entry}, "b");
  CHECK(file.outcomes == std::vector<int>{static_cast<int>(Outcome::same)});
}

TEST_CASE("fields that say nothing are NULL") {
  Register file;
  file.import({row("C1", "1", "张三", "", "")}, "a");
  CHECK(file.column("SELECT count(*) FROM person WHERE id_no IS NULL AND birth IS NULL AND "
                    "phone IS NULL AND tags IS NULL") == "1 ");
  CHECK(file.column("SELECT count(*) FROM residence WHERE kind IS NULL AND consistent IS NULL AND "
                    "until IS NULL") == "1 ");
}

TEST_CASE("changes carry the batch that made them; uids are unique") {
  Register file;
  const int64_t first =
      file.import({row("C1", "1", "张三", "A", "02"), row("C1", "1", "李四", "B", "12")}, "a");
  RegisterEntry changed = row("C1", "1", "李四", "B", "12");
  changed.person->phone = "1";
  const int64_t second = file.import({changed, row("C2", "1", "王五", "C", "02")}, "b");
  CHECK(first != second);
  CHECK(file.column("SELECT batch FROM person ORDER BY id") ==
        fmt::format("{} {} {} ", first, second, second));
  CHECK(file.column("SELECT count(DISTINCT uid) FROM (SELECT uid FROM person UNION ALL SELECT uid "
                    "FROM household)") == "5 ");
  CHECK(file.column("SELECT DISTINCT length(uid) FROM person") == "32 ");
}

TEST_CASE("a file that was not committed leaves nothing and may come again") {
  Register file;
  file.import({full_row()}, "a", false);
  CHECK(file.people().empty());
  CHECK(file.column("SELECT count(*) FROM register_batch") == "0 ");
  file.import({full_row()}, "a");
  CHECK(file.outcomes == std::vector<int>{static_cast<int>(Outcome::added)});
}

TEST_CASE("people without household belong to the community of their area") {
  Register file;
  RegisterEntry loose = row("C2", "", "张三", "A", "");
  RegisterEntry in_grid = row("C1", "", "李四", "B", "");
  in_grid.residence.area = "C1001";
  file.import({loose, in_grid, row("C1", "1", "王五", "C", "02")}, "a");
  const auto people = file.people();
  REQUIRE(people.size() == 3);
  CHECK(people[0].person.name == "李四");  // before the households of the community
  CHECK(people[0].residence.community == "C1");
  CHECK(people[0].residence.area == "C1001");
  CHECK(people[2].residence.community == "C2");
  CHECK(people[2].residence.area == "");
  file.import({loose, in_grid}, "b");
  CHECK(file.outcomes == std::vector<int>(2, static_cast<int>(Outcome::same)));
  CHECK(file.people({"C1001"}).size() == 1);
}

TEST_CASE("the order is community, number, head first, then row") {
  Register file;
  file.import({row("C2", "1", "a", "A", "02"), row("C1", "2", "b", "B", "12"),
               row("C1", "2", "c", "C", "02"), row("C1", "10", "d", "D", "02"),
               row("C1", "2", "e", "E", "20")},
              "a");
  std::string order;
  for (const PersonRow& person : file.people()) order += person.person.name;
  CHECK(order == "dcbea");
  std::string homes;
  for (const HouseholdRow& home : file.households()) {
    homes += home.household.community + "/" + home.household.no + " ";
  }
  CHECK(homes == "C1/10 C1/2 C2/1 ");
}

TEST_CASE("search by number, phone, name and a part of it") {
  Register file;
  RegisterEntry second = row("C1", "2", "张三丰", "B", "02");
  second.person->phone = "13900000000";
  file.import({full_row(), second}, "a");
  HouseholdStore list(file.db, file.areas, today);
  const auto found = [&](const char* line) {
    std::string names;
    list.people_of(list.find({parse_person_search(line)}),
                   [&](const PersonRow& person) { names += person.person.name + " "; });
    return names;
  };
  CHECK(found("330782199001021234") == "张三 ");
  CHECK(found("3307821990010212") == "");
  CHECK(found("14000000001") == "张三 ");
  CHECK(found("三") == "张三丰 张三 ");
  CHECK(found("山") == "张三 ");  // the former name
  std::string homes;
  list.households_among(list.homes_of(list.find({parse_person_search("feng")})),
                        [&](const HouseholdRow& home) { homes += home.household.no; });
  CHECK(homes == "2");
  list.households_among(list.numbered({"C1", "C2"}, "7"),
                        [&](const HouseholdRow& home) { homes += home.household.no; });
  CHECK(homes == "27");
}

// A list in any order must hold the same as one in order, however rows and households lie.
TEST_CASE("people as they are stored are the people of the list, with their places") {
  Register file;
  std::mt19937 random(4);
  std::vector<RegisterEntry> rows;
  for (int i = 0; i < 300; ++i) {
    const char* community = random() % 2 == 0 ? "C1" : "C2";
    const std::string no = std::to_string(random() % 40);
    RegisterEntry entry = row(community, random() % 9 == 0 ? "" : no.c_str(), "张三",
                              ("N" + std::to_string(i)).c_str(), random() % 3 == 0 ? "02" : "20");
    if (std::string_view(community) == "C1" && random() % 2 == 0) entry.residence.area = "C1001";
    entry.person->phone = std::to_string(i);
    entry.residence.since = "2020-01-01";
    if (random() % 10 == 0) entry.residence.until = "2021-01-01";
    rows.push_back(std::move(entry));
  }
  file.import(rows, "a");
  const auto text = [](const PersonRow& each) {
    const Residence& stay = each.residence;
    return fmt::format("{} {} {} {}/{} {} {} {}{}{}", each.id, each.spell, each.household,
                       stay.community, stay.no, stay.area, stay.relation, each.person.id_no,
                       each.person.phone, stay.since);
  };
  using Communities = std::vector<std::string>;
  for (const auto& communities : {Communities{"C1", "C2"}, Communities{"C2"}, Communities{}}) {
    for (const bool all : {false, true}) {
      HouseholdStore list(file.db, file.areas, today, {.all = all});
      list.read_only({{&Person::phone}, {&Residence::since}});
      std::vector<std::string> expected;
      list.people(communities, {}, [&](const PersonRow& each) { expected.push_back(text(each)); });
      std::map<std::tuple<uint32_t, bool, int64_t, int64_t>, std::string> placed;
      list.people_as_stored(communities, [&](const PersonRow& each) {
        const bool member = !is_head(each.residence.relation);
        placed[{each.home, member, each.id, each.spell}] = text(each);
      });
      std::vector<std::string> found;
      for (const auto& [place, each] : placed) found.push_back(each);
      CHECK(found == expected);
      CHECK((communities.empty() || expected.size() > 100));
    }
  }
  CHECK(HouseholdStore(file.db, file.areas, today).most_spells() >= 300);
}

TEST_CASE("who left is neither counted nor listed") {
  Register file;
  RegisterEntry gone = row("C1", "1", "张三", "A", "02");
  file.import({gone, row("C1", "1", "李四", "B", "12")}, "a");
  gone.residence.until = "2026-01-01";
  file.import({gone}, "b");
  CHECK(file.people().size() == 1);
  CHECK(file.households().at(0).members == 1);
  CHECK(file.column("SELECT until FROM residence WHERE person = 1") == "2026-01-01 ");
}

TEST_CASE("looked up together or one by one, rows mean the same") {
  std::string contents[2];
  std::vector<int> outcomes[2];
  for (const bool in_sets : {false, true}) {
    Register file;
    file.in_sets = in_sets;
    RegisterEntry keyed = row("C1", "3", "赵\"六\\", "", "02");
    keyed.person->source = "警务";
    keyed.person->source_ref = "a\"b\\c\x01";
    file.import(
        {full_row(), row("C1", "2", "李四", "B", "02"), row("C1", "2", "小宝", "", "20"), keyed},
        "a");
    RegisterEntry moved = full_row();
    moved.household = row("C2", "9", "", "", "").household;
    moved.residence = row("C2", "9", "", "", "02").residence;
    RegisterEntry lives = row("C2", "9", "李四", "B", "");
    lives.residence.kind = ResidenceKind::registered;
    RegisterEntry numbered = row("C1", "2", "小宝", "N", "20");
    RegisterEntry named = keyed;
    named.person->phone = "1";
    file.import({moved, lives, numbered, named, row("C1", "4", "王五", "D", "02")}, "b");
    outcomes[in_sets ? 1 : 0] = file.outcomes;
    for (const PersonRow& person : file.people()) {
      contents[in_sets ? 1 : 0] += person.person.name + person.person.id_no + person.person.phone +
                                   person.residence.community + person.residence.no + "\n";
    }
    CHECK(file.column("SELECT count(*) FROM person") == "5 ");
  }
  CHECK(contents[0] == contents[1]);
  CHECK(outcomes[0] == outcomes[1]);
}

TEST_CASE("indexes made at the end are those of the schema") {
  Register plain;
  Register large;
  const char* indexes = "SELECT name || sql FROM sqlite_schema WHERE type = 'index' ORDER BY 1";
  for (Register* file : {&plain, &large}) {
    file->import({full_row(), row("C1", "2", "李四", "B", "02"), full_row()}, "a");
    CHECK(file->outcomes.back() == static_cast<int>(Outcome::same));
  }
  CHECK(plain.column(indexes) == large.column(indexes));
  CHECK(sql::integrity_problems(large.db).empty());
  large.import({full_row()}, "b");  // no longer empty: nothing is deferred
  CHECK(large.outcomes == std::vector<int>{static_cast<int>(Outcome::same)});
}

TEST_CASE("a row to decide about is kept once, and means that person once decided") {
  Register file;
  file.import({row("C1", "1", "张三", "A", "02")}, "a");
  RegisterEntry doubtful = row("C1", "1", "张三", "B", "02");
  file.import({doubtful}, "b");
  CHECK(file.outcomes == std::vector<int>{-1});
  file.import({doubtful}, "c");
  CHECK(file.column("SELECT code || state || batch FROM register_candidate") ==
        "person.candidateopen2 ");
  CHECK(file.column("SELECT person FROM register_likeness") == "1 ");
  file.column("UPDATE register_candidate SET state = 'same', person = 1");
  file.import({doubtful}, "d");
  CHECK(file.outcomes == std::vector<int>{static_cast<int>(Outcome::same)});
  doubtful.person->phone = "1";  // says something else: to decide again
  file.import({doubtful}, "e");
  CHECK(file.outcomes == std::vector<int>{-1});
}

TEST_CASE("an import that nothing has followed answers for itself") {
  Register file;
  const int64_t id = file.import({full_row()}, "a");
  const auto counts = [&](int64_t batch) {
    sql::Transaction change(file.db);
    return ImportStore(file.db, file.areas, today).untouched(batch);
  };
  REQUIRE(counts(id));
  CHECK(counts(id)->read == 1);
  CHECK(counts(id)->same == 1);
  file.import({row("C1", "2", "李四", "B", "02")}, "b");
  CHECK_FALSE(counts(id));
  file.import({row("C1", "2", "李四", "X", "02")}, "c");
  file.column("UPDATE register_batch SET rejected = 1");
  CHECK_FALSE(counts(3));
}

TEST_CASE("a dwelling stays when its household leaves, unless the same file brought it in vain") {
  Register file;
  RegisterEntry wife = row("C1", "1", "李四", "B", "12");
  wife.household->address = "偏屋";
  RegisterEntry head = row("C1", "1", "张三", "A", "02");
  head.household->address = "正屋";
  file.import({wife, head}, "a");
  CHECK(file.column("SELECT address FROM dwelling") == "正屋 ");
  head.household->address = "新屋";
  file.import({head}, "b");
  CHECK(file.column("SELECT address FROM dwelling ORDER BY id") == "正屋 新屋 ");
  CHECK(file.column("SELECT d.address FROM household AS h JOIN dwelling AS d ON d.id = h.dwelling "
                    "WHERE h.no = '1'") == "新屋 ");
  // Two households may share one.
  RegisterEntry other = row("C1", "2", "王五", "C", "02");
  other.household->address = "新屋";
  file.import({other}, "c");
  CHECK(file.column("SELECT count(DISTINCT dwelling) FROM household") == "1 ");
}
