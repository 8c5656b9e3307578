#include <grid/domain/visit.h>

#include <algorithm>

namespace grid::domain {

namespace {

Status check_kind(const Visit& visit) {
  const bool household = !visit.household.empty();
  if (visit.kind == VisitKind::home && !household && visit.case_no.empty()) {
    return problem("visit.kind", "kind", "a home visit names a household or a case");
  }
  if (visit.kind == VisitKind::patrol && household) {
    return problem("visit.kind", "kind", "a patrol names an area or a case, not a household");
  }
  return Done{};
}

bool records(Role role, bool own) {
  if (role == Role::worker || role == Role::assistant) return own;
  return role == Role::head || role == Role::clerk;
}

bool serves(const StaffEntry& post, std::string_view role, const Area& area, Date day) {
  return post.role == role && post.area == area.code && (!post.since || *post.since <= day) &&
         (!post.until || day < *post.until);
}

bool numbers_households(const Area& area) {
  return area.kind == "community" || area.kind == "village";
}

}  // namespace

VisitKind usual_kind(const Visit& visit) {
  return visit.household.empty() ? VisitKind::patrol : VisitKind::home;
}

Status check_visit(const Visit& visit, const Actor& actor, const CaseRules& rules, Instant now) {
  if (Status kind = check_kind(visit); !kind) return kind;
  if (visit.at > now) {
    return problem("event.at_future", "at", "{} is in the future",
                   format_instant(visit.at, rules.offset()));
  }
  const Date day = rules.day(visit.at);
  const Area* area = rules.areas().find(visit.area);
  if (area == nullptr) return problem("area.unknown", "area", "there is no area {}", visit.area);
  // Of a household or a case the area is as it was registered; one that is named must be there.
  const bool named = visit.household.empty() && visit.case_no.empty();
  if (named && !area->exists(day)) {
    return problem("area.not_in_force", "area", "the area {} does not exist on {}", visit.area,
                   format_date(day));
  }
  if (visit.staff != actor.login && !rules.has_staff(visit.staff)) {
    return problem("staff.unknown", "staff", "there is no login of that name");
  }
  if (actor.admin) return Done{};
  const bool own = visit.staff == actor.login;
  const auto entitles = [&](const Post& post) {
    return records(post.role, own) && rules.areas().contains(post.area, visit.area, day);
  };
  if (std::ranges::any_of(actor.posts, entitles)) return Done{};
  return problem("actor.not_permitted", "",
                 "a visit is recorded by the grid's head, worker or assistant, or by a clerk; what "
                 "others did by a head or clerk");
}

std::optional<Date> visited_from(Date day, const RegisterPolicy& policy) {
  if (policy.visit_days == 0) return std::nullopt;
  return day - std::chrono::days{policy.visit_days};
}

std::vector<std::string> responsible_staff(std::span<const Area* const> path,
                                           std::span<const StaffEntry> staff, Date day) {
  for (const Role role : {Role::worker, Role::head}) {
    for (const Area* area : path) {
      if (numbers_households(*area)) break;
      std::vector<std::string> logins;
      for (const StaffEntry& post : staff) {
        if (serves(post, code(role), *area, day)) logins.push_back(post.login);
      }
      std::ranges::sort(logins);
      const auto doubles = std::ranges::unique(logins);
      logins.erase(doubles.begin(), doubles.end());
      if (!logins.empty()) return logins;
    }
  }
  return {};
}

}  // namespace grid::domain
