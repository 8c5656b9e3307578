// Whole tables from one file into another of the same version, with their row numbers.
#pragma once

#include <grid/sql/database.h>

#include <string>
#include <vector>

namespace grid::sql {

// The tables of the schema, also the ones behind virtual tables; by name.
[[nodiscard]] std::vector<std::string> table_names(Database& db);
// `table` comes from table_names(); it is empty in `to`, which is within a write transaction.
void copy_table(Database& from, Database& to, const std::string& table);

}  // namespace grid::sql
