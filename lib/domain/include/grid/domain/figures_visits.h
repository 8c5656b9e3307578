// What visits add to the figures: how many households were visited in time, and how many visits and
// patrols there were.
#pragma once

#include <grid/domain/figures.h>
#include <grid/domain/register_policy.h>
#include <grid/domain/visit.h>

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace grid::domain {

// When a home visit counts for the figures of a span, half-open: within visit_days before the last
// day of the span, or before the day of which the question is; where the policy has no such rule,
// in the span.
struct VisitWindow {
  Instant since{};
  Instant until{};
  Date day{};  // on which there must be the household
};
[[nodiscard]] VisitWindow visit_window(const FiguresQuestion& question,
                                       const RegisterPolicy& policy, UtcOffset offset);

// The households of one area that are not vacant.
struct HouseholdCount {
  std::string area;
  int64_t households = 0;
  int64_t visited = 0;  // of these, in the window
};
// The visits of one person in one area.
struct VisitCount {
  std::string area, staff;
  VisitKind kind = VisitKind::home;
  int64_t visits = 0;
};

// The units for which the households of an area count.
using KeepersOf = std::function<std::vector<std::string>(const std::string& area)>;
// The unit for which a visit counts.
using VisitorOf = std::function<std::string(const VisitCount&)>;

// Adds them to each unit; nothing to the unit "".
void add_visits(std::map<std::string, Figures>& sums, std::span<const HouseholdCount> households,
                std::span<const VisitCount> visits, const KeepersOf& keepers,
                const VisitorOf& visitor);

}  // namespace grid::domain
