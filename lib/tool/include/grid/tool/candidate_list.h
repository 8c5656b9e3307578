// CandidateList: the rows of which no rule could tell whom they mean, and whom they may mean.
#pragma once

#include <grid/sql/database.h>
#include <grid/tool/session.h>

namespace grid::tool {

// Puts all open ones into the session's output, in the order in which they came; masked unless the
// session reveals; of those only whom the person who acts may see. Within one read transaction.
void list_candidates(Session& session, sql::Database& db);

}  // namespace grid::tool
