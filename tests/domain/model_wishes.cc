// What people want, mostly sensible, often not.
#include <algorithm>

#include "model_play.h"

namespace model {

namespace {

const std::vector<std::string> known_orgs{"CG", "SQ", "WY", "JW"};

}  // namespace

void Town::fill_dispatch(Wish& wish) {
  const int64_t way = below(10);
  if (way < 7) wish.org = pick(known_orgs);
  if (way == 7) wish.staff = pick(office_.people).login;
  for (const std::string& org : known_orgs) {
    if (org != wish.org && chance(way < 7 ? 20 : 0)) wish.units.push_back(org);
  }
}

void Town::fill_answer(Wish& wish, const ModelCase& matter) {
  std::vector<std::string> open;
  for (const ModelJoint& unit : matter.joint) {
    if (unit.open()) open.push_back(unit.org);
  }
  if (!open.empty() && chance(60)) wish.org = pick(open);
  if (open.empty() && chance(50)) wish.org = pick(known_orgs);
  (chance(60) ? wish.text : wish.reason) = "协助完毕";
}

void Town::fill_whistle(Wish& wish, const ModelCase& matter) {
  wish.called = {pick(known_orgs)};
  if (chance(20)) wish.called.push_back(pick(known_orgs));
  if (matter.whistles.empty() || chance(25)) return;
  if (chance(30)) wish.called.clear();
  if (chance(60)) wish.called = {pick(matter.whistles).org};
  wish.arrived = chance(50);
  if (chance(50)) wish.outcome = "已到场处置";
  if (chance(30)) wish.score = static_cast<int>(below(101));
  if (chance(3)) wish.score = 101;
}

void Town::fill_rating(Wish& wish) {
  wish.contacted = chance(80);
  if (!*wish.contacted) return;
  wish.satisfaction =
      pick(std::vector<std::string>{"satisfied", "basic", "dissatisfied", "unreachable"});
  if (wish.satisfaction != "unreachable") wish.solved = chance(70);
}

void Town::fill(Wish& wish, const ModelCase& matter) {
  switch (wish.action) {
    case Action::dispatch:
      return fill_dispatch(wish);
    case Action::answer:
      return fill_answer(wish, matter);
    case Action::rate:
      return fill_rating(wish);
    case Action::return_:
      wish.reason = pick(return_reasons);
      return;
    case Action::exclude:
      wish.reason = pick(exclude_reasons);
      return;
    case Action::handle:
      if (chance(30)) wish.staff = pick(office_.people).login;
      return;
    case Action::extend:
      wish.limit = amount(pick(std::vector<std::string>{"1wd", "3h", "2wh", "2d", "45wm", "20m"}));
      break;
    case Action::supervise:
      wish.level = static_cast<int>(1 + below(3));
      return;
    case Action::merge:
      return fill_merge(wish, matter);
    case Action::resolve:
      wish.text = "已清运";
      return;
    case Action::note:
      (chance(30) ? wish.reason : wish.text) = "urge";
      return;
    case Action::whistle:
      return fill_whistle(wish, matter);
    default:
      break;
  }
  wish.reason = "原因";
}

// Mostly one into which it fits.
void Town::fill_merge(Wish& wish, const ModelCase& matter) {
  wish.into = pick(cases_).model.no;
  if (chance(20)) return;
  for (const Pair& each : cases_) {
    const ModelCase& other = each.model;
    const bool fits = other.open() && other.no != matter.no && other.category == matter.category;
    if (fits && chance(70)) wish.into = other.no;
  }
}

void Town::spoil(Wish& wish) {
  switch (below(8)) {
    case 0:
      wish.reason.clear();
      break;
    case 1:
      wish.text.clear();
      break;
    case 2:
      wish.limit.reset();
      wish.level.reset();
      wish.contacted.reset();
      break;
    case 3:
      wish.reason = "nonsense";
      break;
    case 4:
      if (wish.action == Action::dispatch) wish.org = "XX";
      if (wish.action == Action::dispatch && chance(40)) wish.units.push_back("XX");
      if (wish.action == Action::whistle) wish.called.push_back("XX");
      break;
    case 5:
      if (wish.action == Action::dispatch) wish.units.push_back(wish.org.empty() ? "CG" : wish.org);
      if (wish.level) wish.level = static_cast<int>(below(6));
      if (wish.contacted) wish.solved = chance(50);
      break;
    case 6:
      if (wish.action == Action::dispatch || wish.action == Action::handle) wish.staff = "stranger";
      break;
    default:
      wish.satisfaction.clear();
      wish.into = chance(50) ? "" : "330782-2026-99";
      wish.called.clear();
      break;
  }
}

// Out of a hundred times that an action comes up it is taken up so often: lives are to be long and
// to lead through the units.
int Town::liking(const ModelCase& matter, Action action) {
  switch (action) {
    case Action::void_:
    case Action::reject:
      return 8;
    case Action::merge:
      return 15;
    case Action::note:
    case Action::supervise:
    case Action::exclude:
      return 12;
    case Action::whistle:
      return 20;
    case Action::escalate:
      return 20;
    case Action::handle:
    case Action::suspend:
      return 35;
    case Action::answer:
      return std::any_of(matter.joint.begin(), matter.joint.end(),
                         [](const ModelJoint& unit) { return unit.open(); })
                 ? 100
                 : 4;
    default:
      return 100;
  }
}

Wish Town::wish_for(const ModelCase& matter) {
  Wish wish;
  const std::vector<Action> open = possible(matter.state);
  do {
    const auto any = static_cast<Action>(1 + below(static_cast<int64_t>(Action::note)));
    wish.action = open.empty() || chance(10) ? any : pick(open);
  } while (!chance(liking(matter, wish.action)));
  fill(wish, matter);
  if (chance(20)) spoil(wish);
  if (chance(5)) wish.at = std::max<Moment>(0, now_ - below(3 * hour));
  if (chance(5)) wish.at = matter.last + below(std::max<Moment>(1, now_ - matter.last));
  if (chance(2)) wish.at = now_ + 1 + below(day);
  return wish;
}

const Person& Town::somebody(const ModelCase& matter, const Wish& wish) {
  const size_t first = static_cast<size_t>(below(static_cast<int64_t>(office_.people.size())));
  if (chance(25)) return office_.people[first];
  const Moment at = wish.at.value_or(now_);
  for (size_t i = 0; i < office_.people.size(); ++i) {
    const Person& each = office_.people[(first + i) % office_.people.size()];
    const bool common = !each.admin && !each.ladder && each.login != "keeper";
    const std::optional<Standing> how = standing(office_, matter, wish, each, at, now_);
    if ((common || chance(20)) && how && how->refused.empty()) return each;
  }
  return office_.people[first];
}

void Town::pass_time() {
  const int64_t kind = below(100);
  if (kind < 8) return;
  if (kind < 60) {
    now_ += below(1200);
  } else if (kind < 82) {
    now_ += below(4 * hour);
  } else if (kind < 95) {
    now_ += below(day);
  } else if (kind < 99) {
    now_ += below(4 * day);
  } else {
    now_ += below(20 * day);
  }
}

}  // namespace model
