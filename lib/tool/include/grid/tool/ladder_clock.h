// When the ladder looks at a case next, told to the store by whoever writes cases.
//
//   store::CaseStore cases(db);
//   cases.set_ladder_clock(ladder_clock(db, office));
#pragma once

#include <grid/store/case_store.h>
#include <grid/tool/office.h>

namespace grid::tool {

// Uses both and must not outlive them.
[[nodiscard]] store::LadderClock ladder_clock(sql::Database& db, const Office& office);

}  // namespace grid::tool
