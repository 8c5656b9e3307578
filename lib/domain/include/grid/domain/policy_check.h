// What is wrong with a policy as a whole, beyond what can be seen key by key while reading it.
#pragma once

#include <grid/base/problem.h>
#include <grid/domain/policy.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace grid::domain {

struct PolicyFinding {
  Problem problem;
  // Where it stands, as keys of the TOML document: "limit[2].calendar", "calendar.days[7]".
  // Arrays count from 0.
  std::string path;
  bool warning = false;  // holds nothing up
};

// What the office already knows; unset: not checked.
struct KnownCodes {
  std::optional<std::set<std::string>> orgs;
  std::optional<std::set<std::string>> areas;
};

// Every problem, in the order of the document's parts. Without an error among them the policy
// may be used: every calendar compiles, every name that is used exists, and for every case at
// most one limit rule, route and ladder rule a trigger is the most specific.
[[nodiscard]] std::vector<PolicyFinding> check_policy(const Policy& policy,
                                                      const KnownCodes& known = {});

}  // namespace grid::domain
