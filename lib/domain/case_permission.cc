#include "case_permission.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

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

// A post in the words of an event. Of a unit where the step is the unit's, else of an area.
ActingPost named(const Post& post, bool of_unit) {
  const std::string& first = of_unit ? post.org : post.area;
  const std::string& place = first.empty() ? (of_unit ? post.area : post.org) : first;
  return place.empty() ? std::string(code(post.role))
                       : fmt::format("{} {}", code(post.role), place);
}

// The unit or person that has the case; where neither has it, the centre that holds it and the
// grid's own people.
bool leads(const Post& post, const Case& matter, const CaseRules& rules, Date day) {
  if (!matter.owner_org.empty()) return post.org == matter.owner_org;
  if (!matter.owner_staff.empty()) return false;
  if (above(post, matter.owner_area, rules, day)) return true;
  const bool of_grid =
      post.role == Role::head || post.role == Role::worker || post.role == Role::assistant;
  return of_grid && above(post, matter.area, rules, day);
}

bool joins(const Post& post, const Case& matter, std::string_view org) {
  if (post.org.empty() || (!org.empty() && post.org != org)) return false;
  return std::any_of(matter.joint.begin(), matter.joint.end(),
                     [&](const JointUnit& unit) { return unit.org == post.org && unit.open(); });
}

bool was_called(const Post& post, const Case& matter, std::string_view org) {
  if (post.org.empty() || (!org.empty() && post.org != org)) return false;
  return std::any_of(matter.whistles.begin(), matter.whistles.end(),
                     [&](const Whistle& whistle) { return whistle.org == post.org; });
}

bool post_reaches(const Post& post, Reach reach, const Case& matter, std::string_view org,
                  const CaseRules& rules, Date day) {
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
      return leads(post, matter, rules, day);
    case Reach::joint:
      return joins(post, matter, org);
    case Reach::called:
      return was_called(post, matter, org);
    case Reach::reporter:
    case Reach::ladder:
      break;
  }
  return false;
}

// The posts that the policy admits to an action: in one of the roles, of an area of one of the
// levels. The post of a unit without an area stands at the level of no area.
Actor narrowed(const Actor& actor, const StepRule& rule, const CaseRules& rules) {
  const auto among = [](const std::vector<std::string>& names, std::string_view name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
  };
  Actor admitted = actor;
  std::erase_if(admitted.posts, [&](const Post& post) {
    const Area* area = rules.areas().find(post.area);
    return !among(rule.roles, code(post.role)) ||
           !among(rule.levels, area == nullptr ? std::string_view() : area->kind);
  });
  return admitted;
}

std::string listed(const std::vector<std::string>& names) {
  return names.empty() ? "*" : fmt::format("{}", fmt::join(names, ", "));
}

Spoken roles_of(const StepRule& rule) {
  std::vector<Spoken> words;
  for (const std::string& name : rule.roles) {
    const auto role = from_code<Role>(name);
    words.push_back(role ? spoken(*role) : Spoken{name, name});
  }
  return words.empty() ? Spoken{"*", "*"} : listed(words);
}

// Of the lead (主办单位): a post in the unit that has the case, or the person who has it or handed
// in its result.
bool of_lead(const Case& matter, const Actor& actor) {
  if (actor.login == matter.handler) return true;
  if (!matter.owner_staff.empty() && actor.login == matter.owner_staff) return true;
  return !matter.owner_org.empty() &&
         std::any_of(actor.posts.begin(), actor.posts.end(),
                     [&](const Post& post) { return post.org == matter.owner_org; });
}

}  // namespace

std::optional<ActingPost> entitled_by(const Who& who, const Case* matter, const Actor& actor,
                                      std::string_view org, const CaseRules& rules, Date day) {
  if (who.reach == Reach::ladder) {
    return actor.ladder ? std::optional<ActingPost>("ladder") : std::nullopt;
  }
  const bool of_unit =
      who.reach == Reach::lead || who.reach == Reach::joint || who.reach == Reach::called;
  for (const Post& post : actor.posts) {
    if (!who.roles.has(post.role)) continue;
    if (matter == nullptr || post_reaches(post, who.reach, *matter, org, rules, day)) {
      return named(post, of_unit);
    }
  }
  if (matter == nullptr) return std::nullopt;
  if (who.reach == Reach::reporter && actor.login == matter->reporter) return "reporter";
  const bool has_it = !matter->owner_staff.empty() && actor.login == matter->owner_staff;
  if (who.reach == Reach::lead && has_it) {
    return actor.posts.empty() ? ActingPost("lead") : named(actor.posts.front(), of_unit);
  }
  return std::nullopt;
}

std::optional<ActingPost> entitled_by_table(const Step& step, const Case* matter,
                                            const Actor& actor, std::string_view org,
                                            const CaseRules& rules, Date day) {
  // Who lends the ladder his login does not act for his own post.
  for (const bool of_ladder : {true, false}) {
    for (size_t i = 0; i < step.ways; ++i) {
      if ((step.who[i].reach == Reach::ladder) != of_ladder) continue;
      if (auto post = entitled_by(step.who[i], matter, actor, org, rules, day)) return post;
    }
  }
  return std::nullopt;
}

Problem not_permitted(const Spoken& what, const Step& step) {
  std::vector<const char*> ways;
  for (size_t i = 0; i < step.ways; ++i) {
    if (step.who[i].reach != Reach::ladder) ways.push_back(step.who[i].words);
  }
  const auto refused = [&](auto text, const auto&... words) {
    return problem("actor.not_permitted", "", text, what, words...);
  };
  switch (ways.size()) {
    case 1:
      return refused(message_id("{} is for: {}"), ways[0]);
    case 2:
      return refused(message_id("{} is for: {}; {}"), ways[0], ways[1]);
    case 3:
      return refused(message_id("{} is for: {}; {}; {}"), ways[0], ways[1], ways[2]);
    default:
      return refused(message_id("{} is for: {}; {}; {}; {}"), ways.at(0), ways.at(1), ways.at(2),
                     ways.at(3));
  }
}

Result<ActingPost> permitted(const Step& step, const Case* matter, const Intent& intent,
                             const Actor& actor, const CaseRules& rules, Instant at, Instant now) {
  const bool judges = step.action == Action::verify || step.action == Action::rework;
  if (judges && matter != nullptr && of_lead(*matter, actor)) {
    return problem("actor.handler_verifies", "",
                   "who handled a case, or is of the unit that did, never verifies it");
  }
  if (step.action == Action::rate && matter != nullptr && of_lead(*matter, actor)) {
    return problem("actor.lead_rates", "",
                   "the lead of a case never calls its reporter back to be rated");
  }
  const Date day = rules.day(at);
  const auto post = entitled_by_table(step, matter, actor, intent.org, rules, day);
  const StepRule* rule = rules.current(now).policy().step_rule(code(step.action));
  if (post && (rule == nullptr || actor.ladder)) return *post;
  if (post && rule != nullptr) {
    const Actor admitted = narrowed(actor, *rule, rules);
    if (!admitted.posts.empty()) {
      if (auto other = entitled_by_table(step, matter, admitted, intent.org, rules, day)) {
        return *std::move(other);
      }
    }
  }
  if (actor.admin) return ActingPost("admin");
  if (!post) return not_permitted(typed(step.action), step);
  return problem("actor.narrowed", "", "the office's policy allows {} to the roles {} at levels {}",
                 typed(step.action), roles_of(*rule), listed(rule->levels));
}

}  // namespace grid::domain
