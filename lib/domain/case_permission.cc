#include "case_permission.h"

#include <fmt/format.h>
#include <grid/domain/case_decide.h>

#include <algorithm>

namespace grid::domain {

namespace {

// A post whose area is, or contains, the area of a code.
bool above(const Post& post, std::string_view area, const CaseRules& rules, Date day) {
  return !post.area.empty() && rules.areas().contains(post.area, area, day);
}

// Stands above the communities (街道及以上). Where the office has no level of that name, above
// the area that holds the case.
bool upper(const Post& post, const Case& matter, const CaseRules& rules, Date day) {
  if (!above(post, matter.owner_area, rules, day)) return false;
  const Policy& policy = rules.version(matter.policy).policy();
  const Area* area = rules.areas().find(post.area);
  const auto depth = policy.depth_of(area->kind);
  const auto community = policy.depth_of("community");
  if (depth && community) return *depth < *community;
  return post.area != matter.owner_area;
}

// The unit or person that has the case; where neither has it, the centre that holds it and the
// grid's own people.
bool leads(const Who& who, const Case& matter, const Actor& actor, const CaseRules& rules,
           Date day) {
  if (!matter.owner_staff.empty() && actor.login == matter.owner_staff) return true;
  for (const Post& post : actor.posts) {
    if (!who.roles.has(post.role)) continue;
    if (!matter.owner_org.empty()) {
      if (post.org == matter.owner_org) return true;
      continue;
    }
    if (!matter.owner_staff.empty()) continue;
    if (above(post, matter.owner_area, rules, day)) return true;
    const bool of_grid =
        post.role == Role::head || post.role == Role::worker || post.role == Role::assistant;
    if (of_grid && above(post, matter.area, rules, day)) return true;
  }
  return false;
}

bool joins(const Who& who, const Case& matter, const Actor& actor, std::string_view org) {
  return std::any_of(actor.posts.begin(), actor.posts.end(), [&](const Post& post) {
    if (!who.roles.has(post.role) || post.org.empty()) return false;
    if (!org.empty() && post.org != org) return false;
    return std::any_of(matter.joint.begin(), matter.joint.end(),
                       [&](const JointUnit& unit) { return unit.org == post.org && unit.open(); });
  });
}

bool post_reaches(const Post& post, Reach reach, const Case& matter, const CaseRules& rules,
                  Date day) {
  switch (reach) {
    case Reach::office:
      return true;
    case Reach::holder:
      return above(post, matter.owner_area, rules, day);
    case Reach::accepter:
      return above(post, matter.accepted_area, rules, day);
    case Reach::place:
      return above(post, matter.area, rules, day);
    case Reach::upper:
      return upper(post, matter, rules, day);
    case Reach::lead:
    case Reach::joint:
    case Reach::reporter:
    case Reach::ladder:
      break;
  }
  return false;
}

std::string_view reach_words(Reach reach) {
  switch (reach) {
    case Reach::office:
      return "of any area";
    case Reach::holder:
      return "of the area that holds the case or of one above it";
    case Reach::accepter:
      return "of the area that accepted the case or of one above it";
    case Reach::place:
      return "of the area where it happened or of one above it";
    case Reach::upper:
      return "of a level above the community";
    case Reach::lead:
      return "of the unit that has the case";
    case Reach::joint:
      return "of a joint unit that has not answered";
    case Reach::reporter:
      return "the person who reported it";
    case Reach::ladder:
      break;
  }
  return "the ladder";
}

}  // namespace

bool entitled_by(const Who& who, const Case* matter, const Actor& actor, std::string_view org,
                 const CaseRules& rules, Date day) {
  if (who.reach == Reach::ladder) return actor.ladder;
  if (matter == nullptr) {
    return std::any_of(actor.posts.begin(), actor.posts.end(),
                       [&](const Post& post) { return who.roles.has(post.role); });
  }
  if (who.reach == Reach::reporter) return actor.login == matter->reporter;
  if (who.reach == Reach::lead) return leads(who, *matter, actor, rules, day);
  if (who.reach == Reach::joint) return joins(who, *matter, actor, org);
  return std::any_of(actor.posts.begin(), actor.posts.end(), [&](const Post& post) {
    return who.roles.has(post.role) && post_reaches(post, who.reach, *matter, rules, day);
  });
}

bool entitled_by_table(const Step& step, const Case* matter, const Actor& actor,
                       std::string_view org, const CaseRules& rules, Date day) {
  for (size_t i = 0; i < step.ways; ++i) {
    if (entitled_by(step.who[i], matter, actor, org, rules, day)) return true;
  }
  return false;
}

std::string entitled(const Step& step) {
  std::string words;
  for (size_t i = 0; i < step.ways; ++i) {
    const Who& who = step.who[i];
    if (i > 0) words += "; ";
    std::string roles;
    for (size_t r = 0; r < Terms<Role>::all.size(); ++r) {
      if (!who.roles.has(static_cast<Role>(r))) continue;
      if (!roles.empty()) roles += ", ";
      roles += Terms<Role>::all[r].code;
    }
    words += roles.empty() ? std::string(reach_words(who.reach))
                           : fmt::format("{} {}", roles, reach_words(who.reach));
  }
  return words;
}

}  // namespace grid::domain
