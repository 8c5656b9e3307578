// Bringing the open cases of an office under another version of its policy: a holiday that was
// announced late, or new limits that are to hold for what is under way, too.
#pragma once

#include <grid/domain/actor.h>
#include <grid/domain/restate.h>
#include <grid/store/case_store.h>
#include <grid/tool/office.h>

#include <cstdint>

namespace grid::tool {

struct Recomputed {
  int64_t cases = 0;      // that run under other versions from now on
  int64_t deadlines = 0;  // that move by that
};

// Within a write transaction. Writes one event for each open case that has a clock and does not
// run so yet, whether or not an end moves: its rests and extensions will count by the new calendar.
// Puts a `deadline` record for each end that moves into the output, in the order of filing.
Recomputed recompute_cases(Session& session, sql::Database& db, const Office& office,
                           const domain::Override& how, const domain::Actor& actor);

}  // namespace grid::tool
