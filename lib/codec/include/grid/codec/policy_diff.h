// What differs between two policies.
#pragma once

#include <grid/domain/policy.h>

#include <string>
#include <vector>

namespace grid::codec {

struct PolicyChange {
  // What it is about, by names that survive reordering: "office.name", "category[0401].hold",
  // "limit[04/urgent/330782002].handle", "ladder[handle/3wd].supervise",
  // "calendar.days[2026-02-14@2025-11-04]".
  std::string path;
  std::string before;  // as in TOML, texts without quotes; empty: not there
  std::string after;
  bool operator==(const PolicyChange&) const = default;
};

// In the order of `path`; the same place of a rule in its list is no difference, since the order
// of rules decides nothing.
[[nodiscard]] std::vector<PolicyChange> diff_policies(const domain::Policy& before,
                                                      const domain::Policy& after);

}  // namespace grid::codec
