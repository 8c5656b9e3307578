// Files that a tool is told to write (--rejects, --output, a backup): which they must not be.
#pragma once

#include <grid/base/result.h>

#include <string>

namespace grid::tool {

// Whether it is a database of SQLite.
[[nodiscard]] bool is_database(const std::string& path);

// Refuses what belongs to a database: its journal, also where there is none just now. Whoever opens
// the database next would take the file for one, and play it back or remove it. `option` names it;
// empty: an operand. Code: usage.database_file.
[[nodiscard]] Status apart_from_databases(const std::string& path, const char* option);

}  // namespace grid::tool
