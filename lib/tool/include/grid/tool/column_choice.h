// --columns: some of a list's columns, by the names of their fields.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/columns.h>

#include <string>
#include <vector>

namespace grid::tool {

// The columns named, in that order; `names` are separated by commas. Code: usage.value.
[[nodiscard]] Result<std::vector<codec::Column>> choose_columns(codec::Columns all,
                                                                const std::string& names);

}  // namespace grid::tool
