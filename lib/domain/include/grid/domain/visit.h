// Visits: home visits (走访) to a household, and patrols (巡查) through an area or to the place of
// a case; and what the rule "no household missed" (走街不漏户) means.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/domain/actor.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/case_words.h>
#include <grid/domain/directory.h>
#include <grid/domain/register_policy.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace grid::domain {

enum class VisitKind : uint8_t { home, patrol };

template <>
struct Terms<VisitKind> {
  static constexpr std::array<Term, 2> all{
      {{"home", "走访", "home visit"}, {"patrol", "巡查", "patrol"}}};
};

struct Visit {
  VisitKind kind = VisitKind::home;
  std::string community;  // code of the community that numbers the household; empty: no household
  std::string household;  // its number there
  std::string case_no;    // the case that it was about; empty: none
  std::string area;       // code of where it was: the household's, the case's, or the one named
  Instant at{};
  std::string staff;               // login of who visited
  std::string result;              // what came of it, in words
  std::optional<double> lon, lat;  // degrees; both or none
  std::string source;              // system that the record comes from
  std::string source_ref;          // its key there
  bool operator==(const Visit&) const = default;
};

// A household is visited at home, an area is patrolled; a case alone is looked at on the spot.
[[nodiscard]] VisitKind usual_kind(const Visit& visit);

// Whether `actor` may record the visit: as head, worker or assistant of an area in which it was,
// or as its clerk; what others did is recorded by heads and clerks. An administrator may all.
// `actor` holds the posts of the day of the visit. Codes: visit.kind (a home visit without
// household or case, a patrol of a household), event.at_future, area.unknown, area.not_in_force,
// staff.unknown, actor.not_permitted.
[[nodiscard]] Status check_visit(const Visit& visit, const Actor& actor, const CaseRules& rules,
                                 Instant now);

// The first day on which a visit counts on `day`: every household is visited within visit_days.
// nullopt: the policy has no such rule.
[[nodiscard]] std::optional<Date> visited_from(Date day, const RegisterPolicy& policy);

// The logins that answer for the homes of an area (责任网格员): the workers of the first area on
// the way up, below the community, that has any; where there are none, the heads, likewise. `path`:
// from the area up, as on `day`.
[[nodiscard]] std::vector<std::string> responsible_staff(std::span<const Area* const> path,
                                                         std::span<const StaffEntry> staff,
                                                         Date day);

}  // namespace grid::domain
