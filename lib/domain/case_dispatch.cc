// Who may give a case to whom (派遣). A centre dispatches to what is its own: staff and units whose
// area lies within its area. Beyond that it depends on its level: a community has nobody else; a
// street also calls on units that serve it from above or stand in no area, all but departments; a
// district also on departments; a level above the districts on everybody.
#include <fmt/format.h>
#include <grid/domain/event_data.h>

#include <algorithm>

#include "case_details.h"
#include "case_permission.h"

namespace grid::domain {

namespace {

// The reach of one post over units and people on one day.
class DispatchReach {
 public:
  DispatchReach(const Post& post, const CaseRules& rules, const Policy& policy, Date day)
      : area_(rules.areas().find(post.area)), rules_(rules), policy_(policy), day_(day) {}

  // What the directory does not know is nobody's to refuse.
  bool unit(std::string_view org) const {
    if (!rules_.directory().unit) return true;
    const auto facts = rules_.directory().unit(org);
    return !facts || unit(*facts);
  }

  bool person(std::string_view login) const {
    if (!rules_.directory().posts) return true;
    const std::vector<Post> posts = rules_.directory().posts(login, day_);
    return std::any_of(posts.begin(), posts.end(), [this](const Post& post) {
      return own(post.area) || (!post.org.empty() && unit(post.org));
    });
  }

 private:
  bool own(std::string_view area) const {
    return area_ != nullptr && !area.empty() && rules_.areas().contains(area_->code, area, day_);
  }

  bool unit(const UnitFacts& facts) const {
    if (own(facts.area)) return true;
    if (area_ == nullptr) return false;
    const auto depth = policy_.depth_of(area_->kind);
    const auto community = policy_.depth_of("community");
    const auto district = policy_.depth_of("district");
    if (!depth || (community && *depth >= *community)) return false;
    if (district && *depth < *district) return true;
    const bool serves =
        facts.area.empty() || rules_.areas().contains(facts.area, area_->code, day_);
    const bool bureau = facts.kind == "department";
    return serves && (!bureau || (district && *depth == *district));
  }

  const Area* area_;
  const CaseRules& rules_;
  const Policy& policy_;
  Date day_;
};

// Stands strictly above the centre to which the case came back; where nothing does in this office,
// is its leader. A centre to which it was escalated since then stands above it.
bool decides_above(const Post& post, const Case& matter, const CaseRules& rules,
                   const Policy& policy, Date day) {
  if (post.area.empty()) return false;
  const std::string& centre = matter.refused_area;
  if (post.area != centre) return rules.areas().contains(post.area, centre, day);
  const bool root = centre == policy.office.area || rules.areas().path(centre, day).size() < 2;
  return root && post.role == Role::leader;
}

Status known_org(const std::string& org, const char* field, const CaseRules& rules) {
  if (rules.has_org(org)) return Done{};
  return problem("org.unknown", field, "there is no organisation {}", org);
}

Status known_person(const std::string& login, const CaseRules& rules, Date day) {
  if (!login.empty() && !rules.has_staff(login)) {
    return problem("staff.unknown", "staff", "there is no login of that name");
  }
  if (!login.empty() && rules.directory().posts && rules.directory().posts(login, day).empty()) {
    return problem("staff.no_post", "staff", "who is named holds no post on that day");
  }
  return Done{};
}

// The lead and the joint units as they are named, each once.
Result<std::vector<std::string>> named_units(const Intent& intent, const CaseRules& rules) {
  std::vector<std::string> units;
  if (!intent.org.empty()) {
    if (Status known = known_org(intent.org, "org", rules); !known) return known.problem();
    units.push_back(intent.org);
  }
  for (const std::string& unit : intent.joint) {
    if (Status known = known_org(unit, "joint", rules); !known) return known.problem();
    if (unit == intent.org) {
      return problem("case.joint_lead", "joint", "{} is the lead and cannot join itself", unit);
    }
    if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
  }
  return units;
}

// The posts of the actor for which the table allows the step, with their names in the event.
std::vector<std::pair<Post, ActingPost>> acting_posts(const Deciding& by, Date day) {
  std::vector<std::pair<Post, ActingPost>> found;
  const Step* step = find_step(by.matter.state, by.intent.action);
  for (const Post& post : by.actor.posts) {
    Actor one = by.actor;
    one.posts = {post};
    if (auto name = entitled_by_table(*step, &by.matter, one, {}, by.rules, day)) {
      found.emplace_back(post, *std::move(name));
    }
  }
  return found;
}

// That one of the actor's posts reaches all who are named; the event is for that post. An
// administrator reaches everybody.
Status check_reach(Event& event, const Deciding& by, std::span<const std::string> units,
                   const std::vector<std::pair<Post, ActingPost>>& posts, Date day) {
  if (by.actor.admin) return Done{};
  const Policy& policy = by.rules.current(by.now).policy();
  std::string beyond = by.intent.staff;
  for (const auto& [post, name] : posts) {
    const DispatchReach reach(post, by.rules, policy, day);
    const auto outside = std::find_if(units.begin(), units.end(),
                                      [&](const std::string& unit) { return !reach.unit(unit); });
    if (outside != units.end()) {
      beyond = *outside;
    } else if (by.intent.staff.empty() || reach.person(by.intent.staff)) {
      event.post = name;
      return Done{};
    }
  }
  const bool person = beyond == by.intent.staff;
  Problem refused = person
                        ? problem("case.beyond", "staff", "who is named works beyond the own area")
                        : problem("case.beyond", "org",
                                  "the unit {} lies beyond what this centre dispatches to", beyond);
  refused.hint = message_id("case-escalate hands the case to the level above");
  return refused;
}

}  // namespace

Intent routed(Intent intent, const Case& matter, const CaseRules& rules, Instant now) {
  const bool open = intent.org.empty() && intent.staff.empty();
  if (intent.action != Action::dispatch || !open) return intent;
  const Route* route = rules.current(now).policy().route_for(matter.category);
  if (route == nullptr) return intent;
  intent.org = route->lead;
  if (intent.joint.empty()) intent.joint = route->joint;
  return intent;
}

Status decide_dispatch(Event& event, const Deciding& by) {
  const CaseRules& rules = by.rules;
  const Date day = rules.day(event.at);
  const PolicyVersion& version = rules.current(by.now);
  const Policy& policy = version.policy();
  const auto units = named_units(by.intent, rules);
  if (!units) return units.problem();
  if (Status known = known_person(by.intent.staff, rules, day); !known) return known;
  auto posts = acting_posts(by, day);
  const bool last =
      policy.rules.max_returns > 0 && by.matter.cycle_returns >= policy.rules.max_returns;
  if (last && !by.actor.admin) {
    std::erase_if(posts, [&](const auto& each) {
      return !decides_above(each.first, by.matter, rules, policy, day);
    });
    if (posts.empty()) {
      return problem("case.upper_decides", "",
                     "it was returned {} times: the level above decides who gets it",
                     by.matter.cycle_returns);
    }
  }
  if (Status reached = check_reach(event, by, *units, posts, day); !reached) return reached;
  event.org = by.intent.org;
  event.staff = by.intent.staff;
  for (const std::string& unit : *units) {
    if (unit != event.org) add_datum(event.data, "joint", unit);
  }
  if (last) add_datum(event.data, "final", "true");
  add_datum(event.data, "policy", fmt::format("{}", version.number()));
  return Done{};
}

Status decide_handle(Event& event, const Deciding& by) {
  const Date day = by.rules.day(event.at);
  event.staff = by.intent.staff;
  if (event.staff.empty()) return Done{};
  if (Status known = known_person(event.staff, by.rules, day); !known) return known;
  return check_reach(event, by, {}, acting_posts(by, day), day);
}

}  // namespace grid::domain
