// Lists within the text of a query: its columns, its assignments. For the files of lib/sql.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grid::sql {

// Splits at the commas that stand in no brackets; the pieces keep their spaces.
[[nodiscard]] std::vector<std::string> pieces_of(std::string_view list);

}  // namespace grid::sql
