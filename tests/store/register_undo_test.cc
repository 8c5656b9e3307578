// Random files and moves, taken back in reverse order, give back the register as it was before
// each; in any other order what later batches stand on stays, and the register keeps its rules.
#include <doctest/doctest.h>
#include <grid/domain/household_move.h>
#include <grid/domain/register_import.h>
#include <grid/store/batch_store.h>
#include <grid/store/import_store.h>
#include <grid/store/move_store.h>

#include <algorithm>
#include <array>
#include <random>

#include "store_office.h"

namespace {

using namespace grid;
using namespace grid::domain;
using store::BatchStore;
using store::ImportStore;
using store::MoveStore;
using store::TakenBack;

const Date today = *parse_date("2026-11-21");

std::string dump(sql::Database& db, const char* table, const char* order) {
  const std::string text =
      fmt::format("SELECT * FROM {} ORDER BY {}", table, order);  // of the tables below
  const sql::Query query{"test", text};
  sql::Statement statement(db.handle(), query);
  std::string all;
  while (statement.step()) {
    for (int column = 0; column < 30; ++column) {
      all += statement.null(column) ? "-" : statement.text(column);
      all += '|';
    }
    all += '\n';
  }
  return all;
}

class Register {
 public:
  explicit Register(unsigned seed) : random_(seed) {
    db.execute("PRAGMA synchronous = OFF");  // nothing of it is to last
    store::DirectoryStore directory(db);
    put(directory, "S", "street", "");
    put(directory, "C1", "community", "S");
    put(directory, "C1001", "grid", "C1");
    put(directory, "C1002", "grid", "C1");
    put(directory, "C2", "community", "S");
    areas_ = directory.area_tree();
  }

  std::string content() {
    return dump(db, "dwelling", "id") + dump(db, "household", "id") + dump(db, "person", "id") +
           dump(db, "residence", "id") + dump(db, "register_candidate", "id") +
           dump(db, "register_likeness", "candidate, person");
  }
  int64_t count(const char* sql) {
    const sql::Query query{"test", sql};
    sql::Statement statement(db.handle(), query);
    statement.step();
    return statement.integer(0);
  }

  // A file of a few people, or a few moves; the batch.
  int64_t random_batch() {
    if (pick(3) == 0) return import();
    const auto before = broken();
    const int64_t batch = moves();
    const auto after = broken();
    for (size_t rule = 0; rule < before.size(); ++rule) {
      CAPTURE(rule);
      CHECK(after[rule] <= before[rule]);
    }
    return batch;
  }

  int64_t import() {
    sql::Transaction change(db);
    ImportStore book(db, areas_, today);
    RegisterBatch batch;
    batch.file = "r.csv";
    const sql::Blob sum{static_cast<unsigned char>(++files_)};
    const int64_t id = book.begin(batch, sum, {Instant{}, "li", "root", "0123"});
    RegisterImport run(book, {today, false});
    for (int i = 2 + pick(10); i > 0; --i) {
      RegisterNotes notes;
      (void)run.take(row(), {i, i, {}}, notes);
    }
    (void)run.finish();
    book.finish(batch);
    change.commit();
    return id;
  }

  int64_t moves() {
    sql::Transaction change(db);
    ImportStore book(db, areas_, today);
    MoveStore known(db, areas_, today);
    RegisterBatch batch;
    batch.kind = BatchKind::move;
    batch.file = "household-move";
    const int64_t id = book.begin(batch, {}, {Instant{}, "li", "root", "0123"});
    for (int i = 1 + pick(4); i > 0; --i) {
      const auto writes = decide(known);
      if (writes) (void)write(*writes, book);
    }
    book.finish(batch);
    change.commit();
    return id;
  }

  TakenBack take_back(int64_t id) {
    sql::Transaction change(db);
    ImportStore book(db, areas_, today);
    BatchStore batches(db);
    RegisterBatch batch;
    batch.kind = BatchKind::undo;
    batch.file = "household-import";
    batch.undoes = id;
    const int64_t undo = book.begin(batch, {}, {Instant{}, "li", "root", "0123"});
    TakenBack taken = batches.take_back(*batches.find(id), undo);
    batch.rejected = static_cast<int64_t>(taken.kept.size());
    book.finish(batch);
    change.commit();
    return taken;
  }

  // How often the register breaks its rules: imports may find it so, a move never makes it worse.
  std::array<int64_t, 6> broken() {
    return {
        // Everybody has one open spell of a role at most; the dead and ended households none.
        count("SELECT count(*) FROM (SELECT 1 FROM residence WHERE until IS NULL GROUP BY person, "
              "ifnull(kind, '') = 'registered' HAVING count(*) > 1)"),
        count("SELECT count(*) FROM residence JOIN person ON person.id = residence.person "
              "WHERE until IS NULL AND died IS NOT NULL"),
        count("SELECT count(*) FROM residence JOIN household ON household.id = household "
              "WHERE until IS NULL AND ended IS NOT NULL"),
        // Spells of one role follow one another, and none ends before it began.
        count("SELECT count(*) FROM residence AS a JOIN residence AS b ON b.person = a.person "
              "AND b.id > a.id AND (ifnull(a.kind, '') = 'registered') = "
              "(ifnull(b.kind, '') = 'registered') WHERE b.since < a.until"),
        count("SELECT count(*) FROM residence WHERE until < since"), strayed()};
  }

  // Open stays that lie in another grid than their household: there is none, ever.
  int64_t strayed() {
    return count(
        "SELECT count(*) FROM residence AS r JOIN household AS h ON h.id = r.household "
        "WHERE r.until IS NULL AND r.area IS NOT h.area");
  }

  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  office::Folder folder;
  sql::Database db =
      sql::Database::create(folder.file("r.db"), std::chrono::seconds{1}, [](sql::Database&) {});

 private:
  static void put(store::DirectoryStore& directory, const char* code, const char* kind,
                  const char* parent) {
    AreaEntry entry;
    entry.code = code;
    entry.kind = kind;
    entry.name = code;
    entry.parent = parent;
    directory.put(entry);
  }

  // Few people, numbers and homes, so that they meet; some without number.
  RegisterEntry row() {
    const int who = pick(12);
    RegisterEntry entry;
    Household& home = entry.household.emplace();
    home.community = pick(4) == 0 ? "C2" : "C1";
    home.no = std::to_string(1 + pick(4));
    if (pick(2) == 0 && home.community == "C1") home.area = pick(3) == 0 ? "C1002" : "C1001";
    if (pick(2) == 0) home.building = fmt::format("{}幢", 1 + pick(2));
    if (pick(3) == 0) home.room = fmt::format("{}", 1 + pick(2));
    Person& person = entry.person.emplace();
    person.name = fmt::format("甲{}", who);
    if (who < 9) {
      person.id_no = fmt::format("A{}", who);
      person.id_kind = IdKind::passport;
    }
    if (pick(2) == 0) person.phone = fmt::format("1390000000{}", pick(10));
    if (pick(4) == 0) person.tags = "低保";
    Residence& stay = entry.residence;
    stay.community = home.community;
    stay.no = home.no;
    stay.area = home.area;
    stay.relation = pick(3) == 0 ? "02" : "20";
    if (pick(3) == 0) stay.kind = ResidenceKind::registered;
    if (pick(3) == 0) stay.address = "一号";
    return entry;
  }

  Result<MoveWrites> decide(MoveStore& known) {
    const auto who = known.person(1 + pick(14));
    if (!who) return problem("person.unknown", "person", "the register has no such person");
    const Date date = today - std::chrono::days{pick(3)};
    const MoveTerms terms{date, today, true, pick(2) == 0 ? "" : "99"};
    const auto home = known.household("C1", std::to_string(1 + pick(4)));
    MoveHome to;
    if (home) to = {*home, false, known.heads(home->id)};
    const auto own = only_home(*who);
    switch (pick(8)) {
      case 0:
        return decide_out(*who, 0, terms);
      case 1:
        return pick(4) == 0 ? decide_death(*who, terms) : decide_out(*who, 0, terms);
      case 2: {
        MoveHome fresh;
        fresh.known.household.community = "C1";
        fresh.known.household.no = fmt::format("N{}", ++made_);
        fresh.known.household.building = "9幢";
        return decide_split({*who}, own ? *own : 1, fresh, terms);
      }
      case 3:
        if (!own || !home) return MoveWrites{};
        return decide_merge(*known.household(*own), known.members(*own), to, terms);
      case 4:
        if (!own) return MoveWrites{};
        return decide_head(*known.household(*own), known.members(*own), who->id, terms);
      case 5: {
        const auto number = parse_passport(fmt::format("B{:07}", pick(5)));
        const auto holders = store::PersonIndex(db).with_number(number->number);
        return decide_correct(*who, *number, holders.empty() ? 0 : holders.front());
      }
      default: {
        if (!home) return MoveWrites{};
        Residence stay;
        stay.community = "C1";
        stay.no = home->household.no;
        stay.relation = "20";
        if (pick(3) == 0) stay.kind = ResidenceKind::registered;
        return decide_in(*who, nullptr, stay, to, terms);
      }
    }
  }

  AreaTree areas_;
  std::mt19937 random_;
  int files_ = 0;
  int made_ = 0;
};

}  // namespace

TEST_CASE("batches taken back from the last to the first give back what was before each") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Register file(seed);
    std::vector<std::pair<int64_t, std::string>> before;
    for (int i = 0; i < 8; ++i) {
      std::string content = file.content();
      before.emplace_back(i == 0 ? file.import() : file.random_batch(), std::move(content));
      CHECK(file.strayed() == 0);
    }
    while (!before.empty()) {
      CAPTURE(before.back().first);
      const TakenBack taken = file.take_back(before.back().first);
      CHECK(taken.kept.empty());
      CHECK(file.content() == before.back().second);
      before.pop_back();
    }
    CHECK(file.count("SELECT count(*) FROM person") == 0);
    CHECK(file.count("SELECT count(*) FROM dwelling") == 0);
  }
}

TEST_CASE("in any order: what a later batch stands on stays, and goes when that is gone") {
  for (unsigned seed = 101; seed <= 150; ++seed) {
    CAPTURE(seed);
    Register file(seed);
    std::vector<int64_t> batches;
    for (int i = 0; i < 7; ++i) batches.push_back(i == 0 ? file.import() : file.random_batch());
    std::vector<int64_t> order = batches;
    std::shuffle(order.begin(), order.end(), std::mt19937(seed));
    for (const int64_t batch : order) {
      (void)file.take_back(batch);
      CHECK(file.strayed() == 0);
      CHECK(sql::integrity_problems(file.db).empty());
    }
    // Again from the last to the first: now nothing stands in the way.
    for (auto batch = batches.rbegin(); batch != batches.rend(); ++batch) {
      CHECK(file.take_back(*batch).kept.empty());
      CHECK(sql::integrity_problems(file.db).empty());
    }
    CHECK(file.count("SELECT count(*) FROM person") == 0);
    CHECK(file.count("SELECT count(*) FROM residence") == 0);
    CHECK(file.count("SELECT count(*) FROM household") == 0);
    CHECK(file.count("SELECT count(*) FROM dwelling") == 0);
  }
}
