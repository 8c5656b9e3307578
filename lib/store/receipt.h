// The receipt (查询码) with which a resident asks about a case (an own header of lib/store).
#pragma once

#include <grid/sql/database.h>

#include <string>
#include <string_view>

namespace grid::store {

// ABCD-EFGH-JKMN-PQRS: 80 bits of HMAC-SM3(secret, number) in Crockford's base 32. Whoever does
// not know the secret can neither guess nor enumerate receipts.
[[nodiscard]] std::string make_receipt(const sql::Blob& secret, std::string_view case_no);

// What a person typed as a receipt is written: capitals, O for 0, I and L for 1, hyphens put
// right. "" where it cannot be one.
[[nodiscard]] std::string normal_receipt(std::string_view typed);

}  // namespace grid::store
