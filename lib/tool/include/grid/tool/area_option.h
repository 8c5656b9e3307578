// An area named by an option (--under, --area): it must exist.
#pragma once

#include <grid/domain/area_tree.h>
#include <grid/sql/database.h>

#include <string>

namespace grid::tool {

// Nothing where `code` is empty. Failure no_input (area.unknown, with the nearest code).
void require_area(const domain::AreaTree& areas, const std::string& code, const char* option);
// The same by one look into the file; the tree is read only to name the nearest code.
void require_area(sql::Database& db, const std::string& code, const char* option);

}  // namespace grid::tool
