// The receipt (查询码) with which a resident asks about a case (an own header of lib/store).
#pragma once

#include <grid/sql/database.h>

#include <string>
#include <string_view>

namespace grid::store {

// ABCD-EFGH-JKMN-PQRS: the first 80 bits of a digest in Crockford's base 32.
[[nodiscard]] std::string write_receipt(const sql::Blob& digest);

// What a person typed as a receipt is written: capitals, O for 0, I and L for 1, hyphens put
// right. "" where it cannot be one.
[[nodiscard]] std::string normal_receipt(std::string_view typed);

}  // namespace grid::store
