// Scope (数据权限): whose personal data somebody may see, by the posts held on the day.
//
// A grid's head, worker and assistant see their own grid, a clerk the own area with all below it;
// leaders and auditors likewise, and the whole office where the post names no area; administrators
// see everybody. A handler and the hotline have to do with cases only: a handler with those of
// the own unit, the hotline with those of its area.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/actor.h>
#include <grid/domain/area_tree.h>

#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

struct Scope {
  bool everywhere = false;
  std::vector<std::string> areas;  // codes, each with all that lies in it
  std::vector<std::string> orgs;   // units whose cases are seen wherever they lie

  bool nothing() const { return !everywhere && areas.empty() && orgs.empty(); }
  // What lies in `area` is seen, whatever the unit.
  bool holds(const AreaTree& tree, std::string_view area, Date day) const;
  // Somebody in `area` may be seen: it lies in one of the areas, or one of them in it.
  bool touches(const AreaTree& tree, std::string_view area, Date day) const;
};

// Of the registers: households and people.
[[nodiscard]] Scope register_scope(const Actor& actor);
// Of the cases: who reported them.
[[nodiscard]] Scope case_scope(const Actor& actor);

}  // namespace grid::domain
