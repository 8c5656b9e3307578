// Digest of what a row of a register says: by it a row that somebody has decided about is known
// again. For the files of the register store.
#pragma once

#include <grid/domain/register_entry.h>
#include <grid/sql/database.h>

namespace grid::store {

[[nodiscard]] sql::Blob digest_of(const domain::RegisterEntry& entry);

}  // namespace grid::store
