// Which steps there are, who may take them and what stands against them: the rules' table, read
// a second time.
#include <algorithm>
#include <sstream>
#include <string_view>

#include "model_case.h"

namespace model {

namespace {

struct Line {
  const char* from;  // states, or "open"
  const char* action;
  const char* to;   // "=": the same; "?": what it was before
  const char* who;  // "roles@reach; roles@reach"
  const char* needs;
};

// Reach: office (any post), holder, upper (as holder, and above the communities), accepter, place,
// lead, unit (as lead, a post of it), joint, reporter, called; rules: no person.
constexpr std::array<Line, 29> table{{
    {"reported", "accept", "accepted", "clerk head@holder", ""},
    {"reported", "reject", "not_accepted", "clerk leader@upper", "reason"},
    {"reported accepted", "handle", "handling", "clerk head@holder; head@place", ""},
    {"accepted", "dispatch", "dispatched", "clerk leader@holder", "unit"},
    {"dispatched", "sign", "handling", "@lead; @rules", ""},
    {"dispatched", "return", "accepted", "@lead", "reason"},
    {"accepted handling", "escalate", "accepted", "clerk head leader@holder; @rules", "reason"},
    {"reported dispatched", "escalate", "accepted", "@rules", "reason"},
    {"handling", "extend", "=", "clerk leader@holder", "limit reason"},
    {"handling", "suspend", "suspended", "clerk leader@holder", "reason"},
    {"suspended", "resume", "handling", "clerk leader@holder", ""},
    {"handling", "resolve", "resolved", "@lead", "text"},
    {"resolved", "verify", "verified", "worker head assistant clerk@place; @reporter", ""},
    {"resolved", "rework", "handling", "worker head assistant clerk@place; @reporter", "reason"},
    {"verified", "close", "closed", "clerk head leader@accepter", ""},
    {"closed", "rate", "=", "hotline@office; clerk leader@upper", "rating"},
    {"closed", "reopen", "accepted", "clerk leader@upper; @rules", "reason"},
    {"reported", "void", "voided", "@reporter; clerk leader@upper", "reason"},
    {"accepted dispatched handling suspended resolved verified", "void", "voided",
     "clerk leader@upper", "reason"},
    {"open", "merge", "merged", "clerk leader@holder", "into"},
    {"merged", "unmerge", "?", "clerk leader@holder", ""},
    {"open", "supervise", "=", "clerk leader@holder; @rules", "level"},
    {"open", "exclude", "=", "leader@holder", "reason"},
    {"open", "whistle", "=", "clerk leader@upper; @called", "called"},
    {"open", "answer", "=", "@joint; clerk leader@holder", ""},
    {"open", "note", "=",
     "worker head assistant clerk leader hotline auditor@place; clerk leader@holder; "
     "handler leader@unit; @reporter",
     "text"},
    {"open", "recompute", "=", "@rules", ""},
    {"open", "absorb", "=", "@rules", ""},
    {"open", "detach", "=", "@rules", ""},
}};

std::vector<std::string> words(std::string_view text, char between = ' ') {
  std::vector<std::string> found;
  std::istringstream in{std::string(text)};
  for (std::string word; std::getline(in, word, between);) {
    word.erase(0, word.find_first_not_of(' '));
    if (!word.empty()) found.push_back(word);
  }
  return found;
}

bool has(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool terminal(State state) {
  return state == State::closed || state == State::not_accepted || state == State::voided ||
         state == State::merged;
}

// A line of the table, taken apart.
struct Way {
  std::vector<std::string> roles;
  std::string reach;
};
struct Row {
  std::vector<State> from;
  Action action{};
  std::string to;
  std::vector<Way> who;
  std::vector<std::string> needs;
  bool rules_only() const { return who.size() == 1 && who[0].reach == "rules"; }
};

Row read(const Line& line) {
  Row row;
  for (size_t i = 0; i < grid::domain::Terms<State>::all.size(); ++i) {
    const auto state = static_cast<State>(i);
    const bool open = std::string_view(line.from) == "open" && !terminal(state);
    if (open || has(words(line.from), code(state))) row.from.push_back(state);
  }
  row.action = *grid::domain::from_code<Action>(line.action);
  row.to = line.to;
  for (const std::string& way : words(line.who, ';')) {
    const size_t at = way.find('@');
    row.who.push_back({words(way.substr(0, at)), way.substr(at + 1)});
  }
  row.needs = words(line.needs);
  return row;
}

const std::vector<Row>& rows() {
  static const std::vector<Row> all = [] {
    std::vector<Row> read_ones;
    for (const Line& line : table) read_ones.push_back(read(line));
    return read_ones;
  }();
  return all;
}

const Row* row_of(State from, Action action, bool people_only) {
  for (const Row& row : rows()) {
    const bool fits =
        row.action == action && std::find(row.from.begin(), row.from.end(), from) != row.from.end();
    if (fits && !(people_only && row.rules_only())) return &row;
  }
  return nullptr;
}

bool works(const Assignment& post) {
  return post.role != Role::hotline && post.role != Role::auditor && post.role != Role::admin;
}

// One who asks, on the day on which he acted, with some of his posts.
struct Asker {
  const Office& office;
  const ModelCase& matter;  // outlives the asker
  const Person& person;
  int day;
  std::vector<Assignment> posts;

  template <typename Fits>
  bool any(const Fits& fits) const {
    return std::any_of(posts.begin(), posts.end(), fits);
  }
  bool over(const std::vector<std::string>& roles, const std::string& area,
            bool upper = false) const {
    return any([&](const Assignment& each) {
      if (!has(roles, code(each.role)) || each.area.empty()) return false;
      if (upper && office.depth(office.region(each.area).kind) >= office.depth("community")) {
        return false;
      }
      return office.contains(each.area, area, day);
    });
  }
  // The unit, or the person, that has it; where neither has it, the centre and the grid's people.
  bool leads(const std::vector<std::string>& roles) const {
    const Owner& owner = matter.owner;
    const auto fits = [&](const Assignment& each) {
      return roles.empty() ? works(each) : has(roles, code(each.role));
    };
    if (person.login == owner.staff) return true;
    if (!owner.org.empty()) {
      return any([&](const Assignment& each) { return fits(each) && each.org == owner.org; });
    }
    if (!owner.staff.empty()) return false;
    const bool centre = any([&](const Assignment& each) {
      return fits(each) && !each.area.empty() && office.contains(each.area, owner.area, day);
    });
    return centre || (roles.empty() && over({"head", "worker", "assistant"}, matter.place));
  }
  std::vector<std::string> handles() const {
    std::vector<std::string> units;
    for (const Assignment& each : posts) {
      if (each.role == Role::handler && !each.org.empty()) units.push_back(each.org);
    }
    return units;
  }
  bool helps() const {
    return std::any_of(matter.joint.begin(), matter.joint.end(), [&](const ModelJoint& unit) {
      return unit.open() && has(handles(), unit.org);
    });
  }
  bool called() const {
    return std::any_of(matter.whistles.begin(), matter.whistles.end(),
                       [&](const ModelWhistle& call) { return has(handles(), call.org); });
  }
  bool may(const std::vector<std::string>& roles, const std::string& reach) const {
    if (reach == "rules") return person.ladder;
    if (reach == "holder") return over(roles, matter.owner.area);
    if (reach == "upper") return over(roles, matter.owner.area, true);
    if (reach == "accepter") return over(roles, matter.accepted_area);
    if (reach == "place") return over(roles, matter.place);
    if (reach == "lead") return leads({});
    if (reach == "unit") return leads(roles);
    if (reach == "joint") return helps();
    if (reach == "called") return called();
    if (reach == "reporter") return person.login == matter.reporter;
    return any(
        [&](const Assignment& each) { return reach == "office" && has(roles, code(each.role)); });
  }
  bool may(const std::vector<Way>& who) const {
    return std::any_of(who.begin(), who.end(),
                       [&](const Way& way) { return may(way.roles, way.reach); });
  }
};

std::vector<Assignment> held(const Person& person, int today) {
  std::vector<Assignment> posts;
  for (const Assignment& each : person.assignments) {
    if (each.since <= today && today < each.until) posts.push_back(each);
  }
  return posts;
}

bool administers(const Person& person, const std::vector<Assignment>& posts) {
  return person.admin || std::any_of(posts.begin(), posts.end(), [](const Assignment& each) {
           return each.role == Role::admin;
         });
}

// The posts that the policy of the day admits to the step.
std::vector<Assignment> admitted(const Office& office, const std::vector<Assignment>& posts,
                                 Action action, Moment now) {
  std::vector<Assignment> left = posts;
  for (const Narrowing& rule :
       office.versions.at(static_cast<size_t>(office.version_at(now) - 1)).narrow) {
    if (rule.action != action) continue;
    std::erase_if(left, [&](const Assignment& post) {
      const std::string kind = post.area.empty() ? "" : office.region(post.area).kind;
      return (!rule.roles.empty() &&
              std::find(rule.roles.begin(), rule.roles.end(), post.role) == rule.roles.end()) ||
             (!rule.kinds.empty() && !has(rule.kinds, kind));
    });
  }
  return left;
}

std::string not_permitted(const Asker& asker, const Row& row, const Wish& wish, Moment now) {
  const ModelCase& matter = asker.matter;
  const Person& person = asker.person;
  const bool given = person.login == matter.handler || person.login == matter.owner.staff;
  const bool of_unit = asker.any([&](const Assignment& each) {
    return !matter.owner.org.empty() && each.org == matter.owner.org;
  });
  const bool checks = wish.action == Action::verify || wish.action == Action::rework;
  if (checks && (given || of_unit)) return "actor.handler_verifies";
  if (wish.action == Action::rate && (given || of_unit)) return "actor.lead_rates";
  if (administers(person, asker.posts)) return "";
  if (!asker.may(row.who)) return "actor.not_permitted";
  if (!person.ladder) {
    Asker narrow = asker;
    narrow.posts = admitted(asker.office, asker.posts, wish.action, now);
    const bool untouched = narrow.posts.size() == asker.posts.size();
    if (!untouched && !narrow.may(row.who)) return "actor.narrowed";
  }
  const bool again = wish.action == Action::extend && matter.extensions >= 1;
  if (again && !asker.over({"leader"}, matter.owner.area)) return "actor.not_permitted";
  return "";
}

}  // namespace

std::optional<State> leads(State from, Action action) {
  const Row* row = row_of(from, action, false);
  if (row == nullptr) return std::nullopt;
  return row->to == "=" ? from : grid::domain::from_code<State>(row->to);
}

std::vector<Action> possible(State from) {
  std::vector<Action> found;
  for (const Row& row : rows()) {
    const bool fits = std::find(row.from.begin(), row.from.end(), from) != row.from.end();
    if (fits && !row.rules_only()) found.push_back(row.action);
  }
  return found;
}

std::optional<Standing> standing(const Office& office, const ModelCase& matter, const Wish& wish,
                                 const Person& person, Moment at, Moment now) {
  const Row* row = row_of(matter.state, wish.action, !person.ladder);
  if (row == nullptr) return std::nullopt;
  const int today = static_cast<int>(at / day);
  const Asker asker{office, matter, person, today, held(person, today)};
  Standing found;
  found.refused = not_permitted(asker, *row, wish, now);
  found.admin = administers(person, asker.posts);
  found.street = found.admin || asker.over({"clerk", "leader"}, matter.owner.area, true);
  found.handles = asker.handles();
  for (const Assignment& post : asker.posts) {
    if (Asker{office, matter, person, today, {post}}.may(row->who)) found.posts.push_back(post);
  }
  found.needs = row->needs;
  return found;
}

bool may_report(const Person& person, Moment at) {
  const std::vector<Assignment> posts = held(person, static_cast<int>(at / day));
  return person.admin || std::any_of(posts.begin(), posts.end(), [](const Assignment& each) {
           return each.role != Role::auditor;
         });
}

}  // namespace model
