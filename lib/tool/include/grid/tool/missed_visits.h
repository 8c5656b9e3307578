// Which households nobody has visited within the policy's days, grid by grid.
#pragma once

#include <grid/tool/session.h>

namespace grid::tool {

// At most so many households are named of each grid; they are all counted.
inline constexpr size_t most_due_named = 100;

// Puts one `missed` record into the session's output for each grid, and for each community of
// households without grid, in which there are any. By areas, then by communities; households
// without any visit come first, then those whose last visit is longest ago. Nothing where the
// policy has no such rule.
void tell_missed(sql::Database& db, Session& session);

}  // namespace grid::tool
