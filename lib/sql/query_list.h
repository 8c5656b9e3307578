// Lists within the text of a query: its columns, its assignments. For the files of lib/sql.
#pragma once

#include <grid/base/failure.h>
#include <grid/sql/query.h>

#include <string>
#include <string_view>
#include <vector>

namespace grid::sql {

// Splits at the commas that stand in no brackets; the pieces keep their spaces.
[[nodiscard]] std::vector<std::string> pieces_of(std::string_view list);

// Of a query that has no such list: a defect (db.update).
[[nodiscard]] Failure not_in_parts(const Query& query);

}  // namespace grid::sql
