// Who is told when a step of the ladder fires (报送对象): found on the area tree and the posts as
// they are on the day. A vacant post goes to its deputy, then upward; each substitution is told.
#pragma once

#include <grid/domain/actor.h>
#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/ladder_rule.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace grid::domain {

// The logins that hold a post on the day, in their order; empty: it is vacant. A post names an
// area or an organisation; neither: the office as a whole.
using PostHolders = std::function<std::vector<std::string>(const Post& post)>;

struct Addressee {
  std::optional<Post> post;         // that was found filled; unset: none up to the root
  std::vector<std::string> logins;  // empty: nobody
  std::vector<Post> vacant;         // that should have been told, in the order of asking
  // area.no_superior (the holder is the highest; its own leader is told), or post.nobody.
  std::optional<Problem> obstacle;
};

// Where a rule names a role, at the centre that holds the case (grid people: at the place;
// handlers: of the unit that has it; with `org`: of that organisation); where it names none, the
// leaders of the level above. Who handles the case is never told in the place of a superior.
[[nodiscard]] Addressee addressee_of(const LadderRule& rule, const Case& matter,
                                     const CaseRules& rules, Date day, const PostHolders& holders);

// "clerk 330782002005", "handler CG", "auditor".
[[nodiscard]] std::string name_of(const Post& post);

}  // namespace grid::domain
