// Rebuilder: makes the office's file anew out of its events.
//
// Everything that no event makes is copied: the office, policies, areas, organisations, staff,
// registers, what the ladder fired, the access log. Then each event is filed again, in the order
// of recording, through domain::apply(): cases and all their rows are what the events make of
// them, whatever stood in the old file beside the events.
#pragma once

#include <grid/tool/session.h>

#include <cstdint>
#include <string>

namespace grid::tool {

struct Rebuilt {
  int64_t cases = 0;
  int64_t events = 0;
  int64_t mended = 0;  // cases of which the old file said something else than their events
};

// `from` is within a read transaction; `path` does not exist yet. Row numbers, numbers of cases,
// receipts and the head of the chain are the same as before. With --dry-run no file is left.
// Failures: bad_data with the codes of the chain where it does not hold; db.rebuild where the
// events do not give the same numbers again; db.exists, db.create.
[[nodiscard]] Rebuilt rebuild(const Session& session, sql::Database& from, const std::string& path);

}  // namespace grid::tool
