#include <grid/domain/scope.h>

#include <algorithm>

namespace grid::domain {

namespace {

// An office-wide post names no area; a post in a unit reaches no further than the unit.
void add_area(Scope& scope, const Post& post) {
  if (!post.area.empty()) {
    scope.areas.push_back(post.area);
  } else if (post.org.empty()) {
    scope.everywhere = true;
  }
}

void add_register(Scope& scope, const Post& post) {
  switch (post.role) {
    case Role::head:
    case Role::worker:
    case Role::assistant:
    case Role::clerk:
      if (!post.area.empty()) scope.areas.push_back(post.area);
      break;
    case Role::leader:
    case Role::auditor:
      add_area(scope, post);
      break;
    case Role::admin:
      scope.everywhere = true;
      break;
    case Role::handler:
    case Role::hotline:
      break;
  }
}

}  // namespace

bool Scope::holds(const AreaTree& tree, std::string_view area, Date day) const {
  return everywhere || std::ranges::any_of(areas, [&](const std::string& own) {
           return tree.contains(own, area, day);
         });
}

bool Scope::touches(const AreaTree& tree, std::string_view area, Date day) const {
  return holds(tree, area, day) || std::ranges::any_of(areas, [&](const std::string& own) {
           return tree.contains(area, own, day);
         });
}

Scope register_scope(const Actor& actor) {
  Scope scope;
  scope.everywhere = actor.admin;
  for (const Post& post : actor.posts) add_register(scope, post);
  return scope;
}

Scope case_scope(const Actor& actor) {
  Scope scope = register_scope(actor);
  for (const Post& post : actor.posts) {
    if (post.role == Role::hotline) add_area(scope, post);
    if (!post.org.empty()) scope.orgs.push_back(post.org);
  }
  return scope;
}

}  // namespace grid::domain
