#include "model_play.h"

#include <algorithm>
#include <sstream>

namespace model {

namespace {

using grid::domain::Case;

constexpr size_t kept = 20;  // lines of the journal
const std::vector<std::string> urgencies{"normal", "normal", "normal", "urgent", "emergency"};
const std::vector<std::string> places{"330782002005003",   "330782002005003", "330782002005004",
                                      "33078200200500301", "330782002006001", "330782003001001",
                                      "330782002005",      "330782002"};

std::string joined(const std::set<std::string>& words) {
  std::string all;
  for (const std::string& each : words) all += (all.empty() ? "" : " ") + each;
  return all;
}

}  // namespace

Town::Town(const Office& office, const Engine& engine, unsigned seed, Tally& tally)
    : office_(office), engine_(engine), tally_(tally), random_(seed) {
  now_ = 9 * day + below(300 * day);
  version_ = office.version_at(now_);
}

bool Town::fail(const std::string& what) {
  trouble_.push_back(what);
  return false;
}

std::string Town::account() const {
  std::ostringstream out;
  for (const std::string& line : trouble_) out << line << '\n';
  out << "after\n";
  for (const std::string& line : journal_) out << "  " << line << '\n';
  return out.str();
}

void Town::tell(const ModelCase& matter, const Wish& wish, const Person& person,
                const std::string& outcome) {
  std::ostringstream line;
  line << show(now_) << ' ' << matter.no << ' ' << code(matter.state) << ' ' << code(wish.action)
       << " by " << (person.ladder ? "the ladder" : person.login);
  if (wish.at) line << " at " << show(*wish.at);
  if (!wish.org.empty()) line << " org=" << wish.org;
  for (const std::string& unit : wish.units) line << " joint=" << unit;
  for (const std::string& unit : wish.called) line << " called=" << unit;
  if (!wish.staff.empty()) line << " staff=" << wish.staff;
  if (!wish.reason.empty()) line << " reason=" << wish.reason;
  if (!wish.text.empty()) line << " text=" << wish.text;
  if (wish.limit) line << " limit=" << wish.limit->text();
  if (wish.level) line << " level=" << *wish.level;
  if (!wish.into.empty()) line << " into=" << wish.into;
  if (wish.contacted) line << " contacted=" << *wish.contacted;
  if (wish.solved) line << " solved=" << *wish.solved;
  if (!wish.satisfaction.empty()) line << " satisfaction=" << wish.satisfaction;
  line << " -> " << outcome;
  journal_.push_back(line.str());
  if (journal_.size() > kept) journal_.pop_front();
}

// What must hold of any step, whatever the model says.
bool Town::holds(const Case& before, const Case& after) {
  if (after.last_seq != before.last_seq + 1) return fail("the events are not counted by one");
  if (after.supervise < before.supervise) return fail("supervision fell");
  if (!before.first_org.empty() && after.first_org != before.first_org) {
    return fail("the first unit changed");
  }
  return true;
}

// The event says for which post the step was taken: one that entitles to it.
bool Town::acts_for(const ModelCase& before, const Wish& wish, const Person& person, Moment at,
                    const std::string& post) {
  if (person.ladder) return post == "ladder" || fail("the ladder acts for " + post);
  const std::optional<Standing> who = standing(office_, before, wish, person, at, now_);
  std::set<std::string> good;
  for (const Assignment& each : who->posts) {
    good.insert(std::string(code(each.role)));
    good.insert(std::string(code(each.role)) + " " + each.area);
    good.insert(std::string(code(each.role)) + " " + each.org);
  }
  if (who->admin) good.insert("admin");
  if (person.login == before.reporter) good.insert("reporter");
  if (person.login == before.owner.staff) good.insert("lead");
  return good.contains(post) || fail("it was taken for the post " + post);
}

// The two say the same of the case, and so does a replay of its events; long lives are replayed
// now and then.
bool Town::agree(Pair& one, const Case* before) {
  const Case& after = *one.engine.matter;
  if (before != nullptr && !holds(*before, after)) return false;
  if (after.open() &&
      (after.owner_area.empty() || after.level != office_.region(after.owner_area).kind)) {
    return fail("an open case without one centre that holds it");
  }
  trouble_ = differences(office_, one.model, after);
  if (!trouble_.empty()) return false;
  ++tally_.states[std::string(code(after.state))];
  const size_t length = one.engine.events.size();
  if (length > 16 && length % 4 != 0) return true;
  ++tally_.replays;
  return engine_.replay(one.engine) == one.engine.matter || fail("replay gives another case");
}

bool Town::attempt_report() {
  ModelCase filed;
  filed.no = "330782-2026-" + std::to_string(cases_.size() + 1);
  filed.category = chance(5) ? "88" : pick(categories);
  if (chance(40)) filed.category = "0401";
  filed.place = chance(3) ? "330799" : pick(places);
  filed.urgency = pick(urgencies);
  std::optional<Moment> at;
  if (chance(15)) at = now_ - below(2 * day);
  if (chance(3)) at = now_ + 60;
  const Person& person = pick(office_.people);
  if (person.ladder) return true;
  const std::set<std::string> against = objections_to_report(office_, filed, at, person, now_);
  Pair fresh{filed, {}, {}};
  const std::string refused = engine_.report(fresh.engine, filed, at, person, now_);
  Wish wish;
  wish.action = Action::report;
  wish.at = at;
  wish.reason = filed.category + " in " + filed.place + ", " + filed.urgency;
  tell(filed, wish, person, refused.empty() ? "reported" : refused);
  if (refused.empty() != against.empty() || (!refused.empty() && !against.contains(refused))) {
    return fail("model: [" + joined(against) + "], engine: [" + refused + "]");
  }
  if (!refused.empty()) {
    ++tally_.refused;
    ++tally_.turned_down["report"];
    ++tally_.codes[refused];
    return true;
  }
  file(office_, fresh.model, person, at.value_or(now_), now_);
  ++tally_.accepted;
  ++tally_.taken["report"];
  cases_.push_back(std::move(fresh));
  return agree(cases_.back(), nullptr);
}

// A lead that keeps silent counts as having signed.
bool Town::silence(Pair& one) {
  if (now_ < one.model.last) return true;  // the clock was set back: nothing can be recorded
  const std::optional<Moment> last = silent_from(office_, one.model);
  const bool silent = one.model.state == State::dispatched && last && now_ > *last;
  const std::optional<Case> before = one.engine.matter;
  const bool fell = engine_.fall_silent(one.engine, now_);
  if (silent != fell) return fail("one of the two takes silence for signing");
  if (!silent) return true;
  Wish wish;
  wish.action = Action::sign;
  wish.at = std::max(*last, one.model.last);
  tell(one.model, wish, office_.people.back(), "signed by silence");
  take(office_, one.model, wish, office_.people.back(), *wish.at, now_);
  ++tally_.accepted;
  ++tally_.taken["sign by silence"];
  return agree(one, &*before);
}

bool Town::take_step(Pair& one, Pair* other, const Wish& wish, const Person& person) {
  const Case before = *one.engine.matter;
  const bool joins = wish.action == Action::merge || wish.action == Action::unmerge;
  const std::optional<Case> other_before = other == nullptr ? std::nullopt : other->engine.matter;
  const Moment at = wish.at.value_or(now_);
  const std::set<std::string> against = objections(
      office_, one.model, wish, person, other == nullptr ? nullptr : &other->model, now_);
  const std::string refused =
      engine_.act(one.engine, other == nullptr ? nullptr : &other->engine, wish, person, now_);
  tell(one.model, wish, person, refused.empty() ? "taken" : refused);
  if (refused.empty() != against.empty() || (!refused.empty() && !against.contains(refused))) {
    return fail("model: [" + joined(against) + "], engine: [" + refused + "]");
  }
  const std::string action(code(wish.action));
  if (!refused.empty()) {
    ++tally_.refused;
    ++tally_.turned_down[action];
    ++tally_.codes[refused];
    return true;
  }
  const bool checks = wish.action == Action::verify || wish.action == Action::rework;
  if (checks && person.login == before.handler) return fail("the handler verified");
  const bool rated = one.model.rated();
  if (!acts_for(one.model, wish, person, at, one.engine.events.back().post)) return false;
  if (wish.action == Action::merge) one.before_merge = before;
  take(office_, one.model, wish, person, at, now_);
  if (wish.action == Action::merge) absorb(other->model, one.model, at);
  if (wish.action == Action::unmerge) detach(other->model, one.model.no, at);
  ++tally_.accepted;
  ++tally_.taken[action];
  if (wish.action == Action::unmerge && !as_before(one)) return false;
  if (!agree(one, &before) || (joins && !agree(*other, &*other_before))) return false;
  return wish.action != Action::rate || rated || reopened(one, at);
}

// Taken out again it is what it was; only that its promise ran out may be known by then.
bool Town::as_before(const Pair& one) {
  Case was = *one.before_merge;
  was.last_seq = one.engine.matter->last_seq;
  was.last_at = one.engine.matter->last_at;
  was.heard_at = one.engine.matter->heard_at;
  if (!was.late_holder) was.late_holder = one.engine.matter->late_holder;
  return was == *one.engine.matter || fail("taken out of another it is not what it was");
}

// A reporter who says for the first time that he is dissatisfied has his case reopened.
bool Town::reopened(Pair& one, Moment at) {
  const Case before = *one.engine.matter;
  Case unrated = before;
  unrated.satisfaction.reset();
  const bool due =
      one.model.satisfaction == "dissatisfied" && at <= reopens_until(office_, one.model);
  const std::vector<Action> followed = engine_.follow(one.engine, unrated, now_);
  if (followed != (due ? std::vector<Action>{Action::reopen} : std::vector<Action>{})) {
    return fail("one of the two reopens for a dissatisfied reporter");
  }
  if (!due) return true;
  Wish wish;
  wish.action = Action::reopen;
  wish.at = at;
  tell(one.model, wish, office_.people.back(), "reopened");
  take(office_, one.model, wish, office_.people.back(), at, now_);
  ++tally_.accepted;
  ++tally_.taken["reopen by the rules"];
  return agree(one, &before);
}

bool Town::attempt_step(size_t index) {
  Pair& one = cases_[index];
  const Wish wish = wish_for(one.model);
  if (!(wish.action == Action::return_ && chance(50)) && !silence(one)) return false;
  const std::string named = wish.action == Action::unmerge ? one.model.master : wish.into;
  Pair* other = nullptr;
  for (Pair& each : cases_) {
    if (!named.empty() && each.model.no == named) other = &each;
  }
  return take_step(one, other, wish, somebody(one.model, wish));
}

// A new version of the policy comes in: a late notice moves all that is open; and now and then
// the office lets the new limits hold for a case that is under way.
bool Town::recompute(Pair& one, std::optional<int> policy, int calendar) {
  const std::optional<Case> before = one.engine.matter;
  ModelCase moved = one.model;
  model::recompute(moved, policy, calendar, std::max(now_, one.model.last));
  if (!engine_.recompute(one.engine, policy, calendar, now_)) {
    // Nothing to do: the clocks must be the same either way.
    return agree(one, nullptr);
  }
  Wish wish;
  wish.action = Action::recompute;
  tell(one.model, wish, office_.people.back(), "recomputed");
  one.model = moved;
  ++tally_.accepted;
  ++tally_.taken["recompute"];
  return agree(one, &*before);
}

bool Town::new_version() {
  const int version = office_.version_at(now_);
  if (version == version_) return true;
  version_ = version;
  for (Pair& one : cases_) {
    if (!one.model.open() || (version == 2 && chance(50))) continue;
    const std::optional<int> limits = chance(50) ? std::optional<int>(version) : std::nullopt;
    if (!recompute(one, limits, version)) return false;
  }
  return true;
}

bool Town::attempt() {
  pass_time();
  if (!new_version()) return false;
  // Now and then the machine's clock was set back.
  const Moment right = now_;
  if (chance(1)) now_ -= below(8 * hour);
  const bool agreed = attempt_now();
  now_ = right;
  return agreed;
}

bool Town::attempt_now() {
  if (cases_.size() < 4 || (cases_.size() < 8 && chance(2))) return attempt_report();
  if (!chance(40)) last_ = static_cast<size_t>(below(static_cast<int64_t>(cases_.size())));
  return attempt_step(last_);
}

bool Town::live(int attempts) {
  for (int i = 0; i < attempts; ++i) {
    if (!attempt()) return false;
  }
  for (Pair& one : cases_) {
    ++tally_.replays;
    if (engine_.replay(one.engine) != one.engine.matter) return fail("replay gives another case");
  }
  return true;
}

}  // namespace model
