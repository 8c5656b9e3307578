#include <grid/domain/ladder_target.h>

#include <algorithm>

namespace grid::domain {

namespace {

using enum Role;

bool of_grid(Role role) {
  return role == head || role == worker || role == assistant;
}

// Roles of the office as a whole: not every centre has one, so none is missed there.
bool office_wide(Role role) {
  return role == hotline || role == auditor || role == admin;
}

// Who stands in for a role at the same place.
std::optional<Role> deputy(Role role) {
  switch (role) {
    case head:
    case assistant:
      return worker;
    case worker:
      return head;
    case clerk:
    case handler:
    case hotline:
    case auditor:
      return leader;
    case leader:
      return clerk;
    case admin:
      break;
  }
  return std::nullopt;
}

void with_deputy(std::vector<Post>& posts, const Post& post) {
  posts.push_back(post);
  if (const auto stand_in = deputy(post.role)) posts.push_back({*stand_in, post.area, post.org});
}

// The posts to ask, one after the other, from a place upwards.
class PostsToAsk {
 public:
  PostsToAsk(const Case& matter, const CaseRules& rules, Date day)
      : policy_(rules.version(matter.policy).policy()), rules_(rules), day_(day) {}

  void centres(std::vector<Post>& posts, Role role, const std::string& from) const {
    for (const Area* area : rules_.areas().path(from, day_)) {
      with_deputy(posts, {role, area->code, ""});
    }
  }
  // Within the grids, then the centres above them.
  void grid_people(std::vector<Post>& posts, Role role, const std::string& place) const {
    const auto community = policy_.depth_of("community");
    for (const Area* area : rules_.areas().path(place, day_)) {
      const auto depth = policy_.depth_of(area->kind);
      const bool below = depth && community && *depth > *community;
      with_deputy(posts, {below || area->code == place ? role : clerk, area->code, ""});
    }
  }
  void unit(std::vector<Post>& posts, Role role, const std::string& org) const {
    with_deputy(posts, {role, "", org});
    if (role != handler && role != leader) posts.push_back({handler, "", org});
  }

 private:
  const Policy& policy_;
  const CaseRules& rules_;
  Date day_;
};

// The logins that handle the case: no superior of themselves.
std::vector<std::string> handlers(const Case& matter, const PostHolders& holders) {
  std::vector<std::string> all;
  if (!matter.owner_org.empty()) all = holders({handler, "", matter.owner_org});
  if (!matter.owner_staff.empty()) all.push_back(matter.owner_staff);
  return all;
}

void remove(std::vector<std::string>& logins, const std::vector<std::string>& others) {
  std::erase_if(logins, [&](const std::string& login) {
    return std::find(others.begin(), others.end(), login) != others.end();
  });
}

std::vector<Post> posts_to_ask(const LadderRule& rule, const Case& matter, const CaseRules& rules,
                               Date day, Addressee& found) {
  const PostsToAsk ask(matter, rules, day);
  std::vector<Post> posts;
  std::optional<Role> role = from_code<Role>(rule.target);
  const std::string& org = rule.org.empty() && role == handler ? matter.owner_org : rule.org;
  if (!org.empty()) {
    ask.unit(posts, role.value_or(handler), org);
    ask.centres(posts, clerk, matter.owner_area);
  } else if (role && of_grid(*role)) {
    ask.grid_people(posts, *role, matter.area);
  } else if (role && office_wide(*role)) {
    posts.push_back({*role, "", ""});
    ask.centres(posts, *role, matter.owner_area);
  } else if (role) {
    // A case that no unit has is handled by the centre itself.
    ask.centres(posts, *role == handler ? clerk : *role, matter.owner_area);
  } else {
    const Area* holder = rules.areas().find(matter.owner_area);
    const Area* above = holder == nullptr ? nullptr : rules.areas().parent(*holder, day);
    if (above == nullptr) {
      found.obstacle = problem("area.no_superior", "area", "{} has no area above it in this office",
                               matter.owner_area);
    }
    ask.centres(posts, leader, above == nullptr ? matter.owner_area : above->code);
  }
  return posts;
}

}  // namespace

std::string name_of(const Post& post) {
  std::string name(code(post.role));
  const std::string& place = post.org.empty() ? post.area : post.org;
  if (!place.empty()) name += ' ' + place;
  return name;
}

Addressee addressee_of(const LadderRule& rule, const Case& matter, const CaseRules& rules, Date day,
                       const PostHolders& holders) {
  Addressee found;
  const std::optional<Role> role = from_code<Role>(rule.target);
  if (role == handler && rule.org.empty() && !matter.owner_staff.empty()) {
    found.post = Post{handler, matter.owner_area, matter.owner_org};
    found.logins = {matter.owner_staff};
    return found;
  }
  const bool to_superior = !role || role == leader || role == clerk;
  const std::vector<std::string> own =
      to_superior && rule.org.empty() ? handlers(matter, holders) : std::vector<std::string>();
  for (const Post& post : posts_to_ask(rule, matter, rules, day, found)) {
    std::vector<std::string> logins = holders(post);
    const bool vacant = logins.empty();
    remove(logins, own);
    if (!logins.empty()) {
      found.post = post;
      found.logins = std::move(logins);
      break;
    }
    if (vacant) found.vacant.push_back(post);
  }
  if (found.post && role && office_wide(*role)) found.vacant.clear();
  if (!found.post && !found.obstacle) {
    found.obstacle =
        problem("post.nobody", "target",
                "nobody up to the highest area holds a post to be told of {}", matter.no);
  }
  return found;
}

}  // namespace grid::domain
