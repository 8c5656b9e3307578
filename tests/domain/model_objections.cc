// What stands against a step beyond its state: times, posts, what it needs, the rules of each.
#include <algorithm>

#include "model_case.h"

namespace model {

namespace {

bool has(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Where the objections to one step gather.
struct Case {
  const Office& office;
  const ModelCase& matter;
  const Wish& wish;
  const Standing& who;
  const ModelCase* other;  // of a merging
  Moment at;
  Moment now;
  std::set<std::string>& found;

  int today() const { return static_cast<int>(at / day); }
  void object(bool indeed, const char* code) const {
    if (indeed) found.insert(code);
  }

  void needs() const;
  void dispatch() const;
  void named_person() const;
  bool reaches(const Assignment& post, const Unit& unit) const;
  bool reaches(const Assignment& post, const std::string& login) const;
  bool above_refused(const Assignment& post) const;
  void return_back() const;
  void extend() const;
  void answer() const;
  void rate() const;
  void merge() const;
  void unmerge() const;
  void whistle() const;
  void whistle_of(const std::string& org) const;
  void action() const;
};

void Case::needs() const {
  for (const std::string& need : who.needs) {
    bool lacks = false;
    if (need == "reason") lacks = wish.reason.empty();
    if (need == "text") lacks = wish.text.empty() && wish.reason != "urge";
    if (need == "limit") lacks = !wish.limit;
    if (need == "level") lacks = !wish.level;
    if (need == "into") lacks = wish.into.empty();
    if (need == "unit") lacks = wish.org.empty() && wish.staff.empty();
    if (need == "rating") {
      const bool reached = wish.contacted.value_or(false);
      lacks = !wish.contacted || (reached && wish.satisfaction.empty()) ||
              (reached && wish.satisfaction != "unreachable" && !wish.solved);
    }
    object(lacks, "field.required");
  }
}

// A centre dispatches to its own: units and people whose area lies in its area. A street also
// calls on what serves it from above or sits nowhere, all but departments; a district on those
// too; who stands above the districts on everybody.
bool Case::reaches(const Assignment& post, const Unit& unit) const {
  if (post.area.empty()) return false;
  if (!unit.area.empty() && office.contains(post.area, unit.area, today())) return true;
  const int depth = office.depth(office.region(post.area).kind);
  if (depth >= office.depth("community")) return false;
  if (depth < office.depth("district")) return true;
  if (!unit.area.empty() && !office.contains(unit.area, post.area, today())) return false;
  return unit.kind != "department" || depth == office.depth("district");
}

bool Case::reaches(const Assignment& post, const std::string& login) const {
  const std::vector<Assignment> posts = office.posts_of(login, today());
  return std::any_of(posts.begin(), posts.end(), [&](const Assignment& each) {
    const bool own =
        !post.area.empty() && !each.area.empty() && office.contains(post.area, each.area, today());
    const auto unit = office.orgs.find(each.org);
    return own || (unit != office.orgs.end() && reaches(post, unit->second));
  });
}

bool Case::above_refused(const Assignment& post) const {
  if (post.area.empty()) return false;
  const std::string& centre = matter.refused_area;
  if (post.area != centre) return office.contains(post.area, centre, today());
  return office.parent(centre, today()).empty() && post.role == Role::leader;
}

void Case::named_person() const {
  if (wish.staff.empty()) return;
  object(!office.knows_login(wish.staff), "staff.unknown");
  object(office.posts_of(wish.staff, today()).empty(), "staff.no_post");
}

void Case::dispatch() const {
  std::vector<std::string> orgs = wish.units;
  if (!wish.org.empty()) orgs.push_back(wish.org);
  object(std::any_of(orgs.begin(), orgs.end(),
                     [&](const std::string& org) { return !office.orgs.contains(org); }),
         "org.unknown");
  object(!wish.org.empty() && has(wish.units, wish.org), "case.joint_lead");
  named_person();
  if (who.admin || found.contains("org.unknown")) return;
  std::vector<Assignment> posts = who.posts;
  if (wish.action == Action::dispatch && matter.cycle_returns >= office.max_returns) {
    std::erase_if(posts, [&](const Assignment& post) { return !above_refused(post); });
    object(posts.empty(), "case.upper_decides");
  }
  const bool reached = std::any_of(posts.begin(), posts.end(), [&](const Assignment& post) {
    return (wish.staff.empty() || reaches(post, wish.staff)) &&
           std::all_of(orgs.begin(), orgs.end(),
                       [&](const std::string& org) { return reaches(post, office.orgs.at(org)); });
  });
  object(!reached, "case.beyond");
}

void Case::return_back() const {
  object(!wish.reason.empty() && !has(return_reasons, wish.reason), "case.reason");
  object(matter.final_dispatch, "case.final_dispatch");
  object(at > *silent_from(office, matter), "case.return_late");
}

void Case::extend() const {
  const Reading handle = matter.handle.read(office);
  object(!handle.due, "case.no_limit");
  object(handle.due && at > *handle.due, "case.late");
  object(matter.extensions >= office.max_extensions, "case.extensions");
}

// A unit answers in words; its centre releases it with a reason.
void Case::answer() const {
  std::string org = wish.org;
  bool own = false;
  for (const ModelJoint& unit : matter.joint) {
    if (!unit.open() || !has(who.handles, unit.org)) continue;
    if (!wish.org.empty() && unit.org != wish.org) continue;
    if (!own) org = unit.org;
    own = true;
  }
  object(org.empty() || (own ? wish.text.empty() : wish.reason.empty()), "field.required");
  object(std::none_of(matter.joint.begin(), matter.joint.end(),
                      [&](const ModelJoint& unit) { return unit.open() && unit.org == org; }) &&
             !org.empty(),
         "case.joint");
  // A unit speaks for itself only.
  const bool centre =
      who.admin || std::any_of(who.posts.begin(), who.posts.end(),
                               [](const Assignment& post) { return post.role != Role::handler; });
  object(!own && !centre, "actor.not_permitted");
}

void Case::rate() const {
  if (!wish.contacted) return;
  const bool definite = !wish.satisfaction.empty() && wish.satisfaction != "unreachable";
  object(!*wish.contacted && (definite || wish.solved), "case.rating");
  object(*wish.contacted && wish.satisfaction == "unreachable" && wish.solved, "case.rating");
}

std::string community_of(const Office& office, const std::string& place, int today) {
  for (const std::string& code : office.path(place, today)) {
    if (office.region(code).kind == "community") return code;
  }
  return place;
}

void Case::merge() const {
  if (wish.into.empty()) return;
  object(other == nullptr && wish.into != matter.no, "case.unknown");
  object(wish.into == matter.no, "case.merge");
  if (other == nullptr) return;
  object(!other->open() || other->category != matter.category, "case.merge");
  object(community_of(office, other->place, today()) != community_of(office, matter.place, today()),
         "case.merge");
  object(at < other->last, "event.at_order");
}

void Case::unmerge() const {
  object(other->state == State::merged, "case.merge");
  object(at < other->last, "event.at_order");
}

// Called, arrived, what came of it, its score: one after the other.
void Case::whistle_of(const std::string& org) const {
  const ModelWhistle* call = nullptr;
  for (const ModelWhistle& each : matter.whistles) {
    if (each.org == org) call = &each;
  }
  if (wish.calls()) {
    object(!office.orgs.contains(org), "org.unknown");
    object(call != nullptr && call->outcome.empty(), "case.whistle");
    object(!who.street, "actor.not_permitted");
    return;
  }
  object(!who.street && (wish.score || !has(who.handles, org)), "actor.not_permitted");
  object(call == nullptr, "case.whistle");
  if (call == nullptr) return;
  object(wish.arrived && call->arrived.has_value(), "case.whistle");
  object(!wish.outcome.empty() && !wish.arrived && !call->arrived, "case.whistle");
  object(wish.score && wish.outcome.empty() && call->outcome.empty(), "case.whistle");
}

void Case::whistle() const {
  const std::vector<std::string> units = whistled(matter, wish, who);
  object(units.empty(), "field.required");
  object(wish.score && (*wish.score < 0 || *wish.score > 100), "field.range");
  for (const std::string& unit : units) whistle_of(unit);
}

void Case::action() const {
  switch (wish.action) {
    case Action::dispatch:
    case Action::handle:
      return wish.action == Action::handle && wish.staff.empty() ? void() : dispatch();
    case Action::return_:
      return return_back();
    case Action::reject:
    case Action::void_:
      return object(!matter.merged.empty(), "case.merge");
    case Action::exclude:
      return object(!wish.reason.empty() && !has(exclude_reasons, wish.reason), "case.reason");
    case Action::escalate:
      return object(office.parent(matter.owner.area, today()).empty(), "area.no_superior");
    case Action::extend:
      return extend();
    case Action::resolve:
      return object(std::any_of(matter.joint.begin(), matter.joint.end(),
                                [](const ModelJoint& unit) { return unit.open(); }),
                    "case.joint_open");
    case Action::rate:
      return rate();
    case Action::reopen:
      return object(at > reopens_until(office, matter), "case.reopen_late");
    case Action::merge:
      return merge();
    case Action::unmerge:
      return unmerge();
    case Action::supervise:
      return object(wish.level && (*wish.level <= matter.supervise || *wish.level > 3),
                    "case.supervise");
    case Action::whistle:
      return whistle();
    case Action::answer:
      return answer();
    default:
      return;
  }
}

}  // namespace

Wish follow_route(const Office& office, const ModelCase& matter, const Wish& wish) {
  if (wish.action != Action::dispatch || !wish.org.empty() || !wish.staff.empty()) return wish;
  Wish routed = wish;
  for (size_t length = matter.category.size(); length > 0; --length) {
    const auto route = office.routes.find(matter.category.substr(0, length));
    if (route == office.routes.end()) continue;
    routed.org = route->second.front();
    if (wish.units.empty()) routed.units.assign(route->second.begin() + 1, route->second.end());
    break;
  }
  return routed;
}

std::vector<std::string> whistled(const ModelCase& matter, const Wish& wish, const Standing& who) {
  std::set<std::string> units(wish.called.begin(), wish.called.end());
  if (units.empty() && !wish.calls()) {
    for (const ModelWhistle& call : matter.whistles) {
      if (has(who.handles, call.org)) units.insert(call.org);
    }
  }
  return {units.begin(), units.end()};
}

Moment in_time(const Office& office, const ModelCase& matter, Moment from, const Amount& within,
               const std::string& org) {
  const Limits* limits =
      office.limits(matter.versions.policy, matter.category, matter.urgency, matter.path);
  const std::string calendar = office.calendar_of(*limits, org);
  return office.table(matter.versions.calendar, calendar).add(from, within);
}

Moment reopens_until(const Office& office, const ModelCase& matter) {
  return in_time(office, matter, *matter.closed, office.reopen_within, "");
}

std::optional<Moment> silent_from(const Office& office, const ModelCase& matter) {
  if (!matter.dispatched) return std::nullopt;
  return in_time(office, matter, *matter.dispatched, office.return_within, matter.owner.org);
}

std::set<std::string> objections(const Office& office, const ModelCase& matter, const Wish& wanted,
                                 const Person& person, const ModelCase* target, Moment now) {
  std::set<std::string> found;
  const Wish wish = follow_route(office, matter, wanted);
  const Moment at = wish.at.value_or(now);
  if (at > now) found.insert("event.at_future");
  if (at < matter.last) found.insert("event.at_order");
  const std::optional<Standing> who = standing(office, matter, wish, person, at, now);
  if (!who) {
    found.insert("case.step");
    // Told by its own code where silence has counted as signing before.
    const bool signed_since = wish.action == Action::return_ && matter.state == State::handling &&
                              matter.dispatched && at > *silent_from(office, matter);
    if (signed_since) found.insert("case.return_late");
    return found;
  }
  if (!who->refused.empty()) found.insert(who->refused);
  const Case one{office, matter, wish, *who, target, at, now, found};
  one.needs();
  one.action();
  return found;
}

std::set<std::string> objections_to_report(const Office& office, const ModelCase& filed,
                                           std::optional<Moment> at, const Person& person,
                                           Moment now) {
  std::set<std::string> found;
  if (at.value_or(now) > now) found.insert("event.at_future");
  if (!may_report(person, at.value_or(now))) found.insert("actor.not_permitted");
  if (!office.knows_area(filed.place)) found.insert("area.unknown");
  if (!has(categories, filed.category)) found.insert("category.unknown");
  return found;
}

}  // namespace model
