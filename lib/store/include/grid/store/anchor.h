// Anchors of the chain: the head of the file as it is, and whether heads that were kept elsewhere
// still stand in it.
#pragma once

#include <grid/domain/anchor.h>
#include <grid/sql/database.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace grid::store {

[[nodiscard]] domain::Anchor anchor_of(sql::Database& db);

enum class AnchorFault {
  office,     // the anchor is of another office's file
  cut,        // there are fewer events now than there were
  rewritten,  // another event stands where the anchor's stood
  policy,     // the policy version is not what it was
};

struct AnchorBreak {
  AnchorFault fault = AnchorFault::cut;
  domain::Anchor anchor;    // the earliest that shows it
  int64_t holds_until = 0;  // cut: events there are; rewritten: events up to the last good anchor
};

// Each fault once, with the earliest anchor that shows it, in the order of AnchorFault. That the
// chain holds up to its own head is verify_chain()'s to say.
[[nodiscard]] std::vector<AnchorBreak> compare_anchors(sql::Database& db,
                                                       std::span<const domain::Anchor> anchors);

}  // namespace grid::store
