// Inside lib/sql only: SQLite's result codes as Failures, and the steps by which a finished
// file gets its name.
#pragma once

#include <string>

struct sqlite3;

namespace grid::sql {

class Database;

// Throws the Failure for `code` unless it is SQLITE_OK, SQLITE_ROW or SQLITE_DONE. `context`:
// the name of the query or the statement; it never holds data.
void check(sqlite3* db, int code, const char* context);

// Runs the migrations behind `from` and sets user_version; inside the caller's transaction.
void migrate(Database& db, int from);

// Links `draft` to `path` (never over an existing file), removes `draft`, syncs the folder.
void give_name(const std::string& draft, const std::string& path);
void sync_folder_of(const std::string& path);

}  // namespace grid::sql
