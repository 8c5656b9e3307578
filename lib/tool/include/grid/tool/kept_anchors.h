// The anchors of the chain that an office has kept elsewhere, read back.
#pragma once

#include <grid/domain/anchor.h>
#include <grid/tool/session.h>

#include <string>
#include <vector>

namespace grid::tool {

// Of a file of JSON lines ("-": standard input). A line that is no anchor is an error, told at its
// place: Ended{exit_bad_data}. A file without any: Failure bad_data (anchor.none).
[[nodiscard]] std::vector<domain::Anchor> kept_anchors(Session& session, const std::string& file);

}  // namespace grid::tool
