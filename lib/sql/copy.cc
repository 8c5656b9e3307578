#include <fmt/format.h>
#include <grid/sql/copy.h>
#include <sqlite3.h>

#include "failures.h"

namespace grid::sql {

namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Handle = std::unique_ptr<sqlite3_stmt, Finalize>;

Handle prepared(sqlite3* db, const std::string& text) {
  sqlite3_stmt* statement = nullptr;
  check(db, sqlite3_prepare_v2(db, text.c_str(), -1, &statement, nullptr), text.c_str());
  return Handle(statement);
}

std::string places(int count) {
  std::string text = "?";
  for (int i = 1; i < count; ++i) text += ",?";
  return text;
}

}  // namespace

std::vector<std::string> table_names(Database& db) {
  static const Query query{"table_names",
                           "SELECT name FROM sqlite_schema WHERE type = 'table' "
                           "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"};
  std::vector<std::string> names;
  for (Rows rows = db.select(query); rows.next();) names.push_back(rows.text(0));
  return names;
}

void copy_table(Database& from, Database& to, const std::string& table) {
  const Handle read = prepared(from.handle(), fmt::format("SELECT * FROM \"{}\"", table));
  const int columns = sqlite3_column_count(read.get());
  const Handle write =
      prepared(to.handle(), fmt::format("INSERT INTO \"{}\" VALUES ({})", table, places(columns)));
  for (;;) {
    const int code = sqlite3_step(read.get());
    check(from.handle(), code, table.c_str());
    if (code != SQLITE_ROW) return;
    for (int i = 0; i < columns; ++i) {
      check(to.handle(),
            sqlite3_bind_value(write.get(), i + 1, sqlite3_column_value(read.get(), i)),
            table.c_str());
    }
    check(to.handle(), sqlite3_step(write.get()), table.c_str());
    sqlite3_reset(write.get());
  }
}

}  // namespace grid::sql
