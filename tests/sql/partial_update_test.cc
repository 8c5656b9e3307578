#include <doctest/doctest.h>
#include <grid/sql/partial_update.h>
#include <unistd.h>

#include <string>

using namespace grid;
using namespace grid::sql;

namespace {

struct Table {
  std::string path = "/tmp/grid-partial-XXXXXX";
  Table() {
    close(mkstemp(path.data()));
    unlink(path.c_str());
  }
  ~Table() {
    unlink(path.c_str());
    unlink((path + "-journal").c_str());
  }
};

const Query full{"t/update",
                 "-- Comment.\nUPDATE t SET\n  a = :a, b = :b,\n  c = (SELECT max(:c, 0)), d = :d\n"
                 "WHERE id = :id"};

std::string row(Database& db) {
  const Query all{"t/all", "SELECT a || '|' || b || '|' || c || '|' || coalesce(d, '-') FROM t"};
  std::string found;
  for (Rows rows = db.select(all); rows.next();) found += rows.text(0) + "\n";
  return found;
}

std::string refusal(auto&& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure.problem().code;
  }
  return "none";
}

}  // namespace

TEST_CASE("only what changed is set, in the row of the key") {
  Table table;
  Database db = Database::create(table.path, std::chrono::seconds{1}, [](Database&) {});
  db.execute(
      "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b REAL, c INTEGER, d TEXT);"
      "CREATE TABLE named (n TEXT);"
      "CREATE TRIGGER ta AFTER UPDATE OF a ON t BEGIN INSERT INTO named VALUES ('a'); END;"
      "CREATE TRIGGER tc AFTER UPDATE OF c ON t BEGIN INSERT INTO named VALUES ('c'); END;"
      "INSERT INTO t VALUES (1, 'x', 1.5, 2, NULL), (2, 'x', 1.5, 2, NULL)");
  const auto named = [&] {
    const Query all{
        "t/named",
        "SELECT coalesce(group_concat(n, ''), '') FROM (SELECT n FROM named ORDER BY n)"};
    Rows rows = db.select(all);
    rows.next();
    return rows.text(0);
  };
  PartialUpdate update(db, full);
  const std::optional<std::string> none;
  const auto was = values("x", 1.5, 2, none);
  update.run(was, was, 1);
  CHECK(row(db) == "x|1.5|2|-\nx|1.5|2|-\n");
  update.run(was, values("x", 2.5, 2, std::optional<std::string>("d")), 1);
  CHECK(row(db) == "x|2.5|2|d\nx|1.5|2|-\n");
  CHECK(named().empty());
  update.run(was, values("y", 1.5, -3, none), 2);
  CHECK(row(db) == "x|2.5|2|d\ny|1.5|0|-\n");
  CHECK(named() == "ac");
  update.run(values("x", 2.5, 2, "d"), values("x", 2.5, 2, none), 1);
  CHECK(row(db) == "x|2.5|2|-\ny|1.5|0|-\n");
  CHECK(refusal([&] { update.run(was, values("x"), 1); }) == "db.update");
  const Query no_update{"t/all", "SELECT 1"};
  CHECK(refusal([&] { PartialUpdate whole(db, no_update); }) == "db.update");
}
