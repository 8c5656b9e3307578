#include <doctest/doctest.h>
#include <grid/sql/database.h>
#include <grid/sql/queries.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace grid;
using namespace grid::sql;
using std::chrono::milliseconds;

namespace {

// A folder of its own for each test, removed at its end.
class Folder {
 public:
  Folder() {
    if (mkdtemp(name_.data()) == nullptr) throw std::runtime_error("no folder");
  }
  ~Folder() {
    for (const char* file : {"/a.db", "/b.db", "/a.db-journal"}) unlink((name_ + file).c_str());
    rmdir(name_.c_str());
  }
  // Files in the folder.
  int files() const {
    int count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(name_)) ++count;
    return count;
  }
  std::string operator/(const char* file) const { return name_ + "/" + file; }

 private:
  std::string name_ = "/tmp/grid-sql-XXXXXX";
};

void make_office(Database& db) {
  db.run(query::office_insert, "0123", Blob(32, 7), 1000, "li");
}

FailureKind kind_of(auto&& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure.kind();
  }
  return FailureKind::defect;
}

std::string code_of(auto&& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure.problem().code;
  }
  return "none";
}

}  // namespace

TEST_CASE("a new database is private, ours, and of the newest version") {
  Folder folder;
  { Database db = Database::create(folder / "a.db", milliseconds{0}, make_office); }
  CHECK(folder.files() == 1);  // no draft, no journal of one
  struct stat info {};
  REQUIRE(stat((folder / "a.db").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
  Database db = Database::open(folder / "a.db", Access::read, milliseconds{0});
  CHECK(db.version() == newest_version());
  Rows rows = db.select(query::office_get);
  REQUIRE(rows.next());
  CHECK(rows.text(0) == "0123");
}

TEST_CASE("creation never overwrites and leaves nothing behind when it fails") {
  Folder folder;
  { Database db = Database::create(folder / "a.db", milliseconds{0}, make_office); }
  CHECK(kind_of([&] { Database::create(folder / "a.db", milliseconds{0}, make_office); }) ==
        FailureKind::cannot_create);
  CHECK_THROWS(Database::create(folder / "b.db", milliseconds{0},
                                [](Database&) { throw std::runtime_error("stop"); }));
  CHECK(access((folder / "b.db").c_str(), F_OK) != 0);
}

TEST_CASE("what is no database of ours is refused by kind") {
  Folder folder;
  const auto open = [&] { Database::open(folder / "a.db", Access::read, milliseconds{0}); };
  CHECK(kind_of(open) == FailureKind::no_input);
  std::ofstream(folder / "a.db") << "not a database, but long enough to look at as one";
  CHECK(kind_of(open) == FailureKind::bad_data);
  unlink((folder / "a.db").c_str());
  { Database db = Database::create(folder / "a.db", milliseconds{0}, make_office); }
  chmod((folder / "a.db").c_str(), 0640);
  CHECK(kind_of(open) == FailureKind::not_permitted);
  chmod((folder / "a.db").c_str(), 0600);
  {
    Database db = Database::open(folder / "a.db", Access::write, milliseconds{0});
    db.execute("PRAGMA user_version=99");
  }
  CHECK(kind_of(open) == FailureKind::version);
}

TEST_CASE("a reader cannot write and a second writer finds it busy") {
  Folder folder;
  Database writer = Database::create(folder / "a.db", milliseconds{0}, make_office);
  Database reader = Database::open(folder / "a.db", Access::read, milliseconds{0});
  CHECK(kind_of([&] { make_office(reader); }) == FailureKind::not_permitted);
  Transaction change(writer);
  Database second = Database::open(folder / "a.db", Access::write, milliseconds{5});
  CHECK(kind_of([&] { Transaction other(second); }) == FailureKind::busy);
}

TEST_CASE("what SQLite refuses has a code of ours") {
  Folder folder;
  Database writer = Database::create(folder / "a.db", milliseconds{0}, make_office);
  Database reader = Database::open(folder / "a.db", Access::read, milliseconds{0});
  CHECK(code_of([&] { make_office(reader); }) == "db.read_only");
  CHECK(code_of([&] { writer.execute("PRAGMA nonsense("); }) == "db.statement");
  writer.execute("PRAGMA max_page_count = 1");  // below what there is: no page more
  const std::string text(size_t{1} << 16, 'x');
  CHECK(code_of([&] { writer.run(query::org_insert, "1", text, "station", "", "", "", ""); }) ==
        "db.full");
}

TEST_CASE("a transaction that is not committed leaves no trace") {
  Folder folder;
  Database db = Database::create(folder / "a.db", milliseconds{0}, [](Database&) {});
  {
    Transaction change(db);
    make_office(db);
  }
  {
    Rows rows = db.select(query::office_get);
    CHECK_FALSE(rows.next());
  }
  {
    Transaction change(db);
    make_office(db);
    change.commit();
  }
  Rows rows = db.select(query::office_get);
  CHECK(rows.next());
}

TEST_CASE("events and the access log can only grow") {
  Folder folder;
  Database db = Database::create(folder / "a.db", milliseconds{0}, make_office);
  db.execute(
      "INSERT INTO access_log (at, actor, login, tool, purpose, records) "
      "VALUES (1, 'li', 'li', 'case-list', 'call-back', 3)");
  CHECK_THROWS(db.execute("UPDATE access_log SET records = 0"));
  CHECK_THROWS(db.execute("DELETE FROM access_log"));
  CHECK_THROWS(db.execute("INSERT INTO event (case_file, seq) VALUES ('x', 1)"));
}

TEST_CASE("a backup opens as a database and is never written over a file") {
  Folder folder;
  { Database made = Database::create(folder / "a.db", milliseconds{0}, make_office); }
  Database db = Database::open(folder / "a.db", Access::read, milliseconds{0});
  backup(db, folder / "b.db");
  Database copy = Database::open(folder / "b.db", Access::read, milliseconds{0});
  CHECK(copy.select(query::office_get).next());
  CHECK(integrity_problems(copy).empty());
  CHECK(kind_of([&] { backup(db, folder / "b.db"); }) == FailureKind::cannot_create);
}
