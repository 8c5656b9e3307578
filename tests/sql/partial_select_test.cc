#include <doctest/doctest.h>
#include <grid/sql/partial_select.h>
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

const Query full{"t/list",
                 "-- Comment, with a comma.\nSELECT a, max(b, 0) AS b,\n       c\nFROM t\n"
                 "WHERE a >= :least\nORDER BY a"};

std::string shown(PartialSelect& select, int64_t least) {
  std::string all;
  for (Rows rows = select.select(least); rows.next();) {
    for (const int column : {0, 1, 2}) all += rows.text(column) + "|";
  }
  return all;
}

}  // namespace

TEST_CASE("columns that nobody wants are NULL; the others keep their numbers") {
  Table table;
  Database db = Database::create(table.path, std::chrono::seconds{1}, [](Database&) {});
  db.execute(
      "CREATE TABLE t (a INTEGER, b INTEGER, c TEXT); INSERT INTO t VALUES (1, -5, 'x'),"
      "(2, 7, 'y')");
  PartialSelect all(db, full, [](int) { return true; });
  CHECK(shown(all, 1) == "1|0|x|2|7|y|");
  PartialSelect some(db, full, [](int column) { return column != 1; });
  CHECK(shown(some, 1) == "1||x|2||y|");
  CHECK(shown(some, 2) == "2||y|");  // the bindings of one use are gone with it
  PartialSelect none(db, full, [](int) { return false; });
  CHECK(shown(none, 2) == "|||");
}

TEST_CASE("what is no list of columns is a defect") {
  Table table;
  Database db = Database::create(table.path, std::chrono::seconds{1}, [](Database&) {});
  const Query other{"t/other", "DELETE FROM t"};
  try {
    PartialSelect(db, other, [](int) { return true; });
    CHECK(false);
  } catch (const Failure& failure) {
    CHECK(failure.problem().code == "db.update");
  }
}
