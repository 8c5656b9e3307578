#include "ladder_oracle.h"

#include <algorithm>
#include <array>

namespace oracle {

namespace {

constexpr std::array<std::pair<Time, Time>, 2> office_hours{
    {{8 * 3600 + 1800, 12 * 3600}, {13 * 3600 + 1800, 17 * 3600 + 1800}}};
constexpr int64_t working_day = 7 * 3600 + 1800;

}  // namespace

int64_t Days::between(Time from, Time until) const {
  int64_t sum = 0;
  for (int64_t day = from / day_length; day * day_length < until; ++day) {
    if (!works(day)) continue;
    for (const auto& [open, close] : office_hours) {
      const Time begin = std::max(from, day * day_length + open);
      const Time end = std::min(until, day * day_length + close);
      if (begin < end) sum += end - begin;
    }
  }
  return sum;
}

Time Days::walk(Time from, int64_t seconds) const {
  if (seconds > 0) {
    for (int64_t day = from / day_length;; ++day) {
      if (!works(day)) continue;
      for (const auto& [open, close] : office_hours) {
        const Time begin = std::max(from, day * day_length + open);
        const Time end = day * day_length + close;
        if (begin >= end) continue;
        if (seconds <= end - begin) return begin + seconds;
        seconds -= end - begin;
      }
    }
  }
  for (int64_t day = from / day_length; seconds < 0; --day) {
    if (!works(day)) continue;
    for (auto span = office_hours.rbegin(); span != office_hours.rend(); ++span) {
      const Time begin = day * day_length + span->first;
      const Time end = std::min(from, day * day_length + span->second);
      if (begin >= end) continue;
      // Where it lies between two spans, the opening of the later one.
      if (-seconds <= end - begin) return end + seconds;
      seconds += end - begin;
    }
  }
  return from;
}

Time Days::close_of(Time from, int n) const {
  int64_t day = from / day_length;
  while (n > 0) {
    if (works(++day)) --n;
  }
  return day * day_length + office_hours[1].second;
}

Time later(const Days& days, Time from, const Length& length) {
  if (length.count == 0) return from;
  if (length.unit == "m") return from + length.count * 60;
  if (length.unit == "h") return from + length.count * 3600;
  if (length.unit == "wh") return days.walk(from, length.count * 3600);
  return days.close_of(from, static_cast<int>(length.count));
}

Length Case::limit(const std::string& stage) const {
  if (urgent_) {
    if (stage == "accept") return {30, "m"};
    if (stage == "sign") return {1, "h"};
    return stage == "handle" ? Length{8, "h"} : Length{4, "wh"};
  }
  if (stage == "accept") return {2, "wh"};
  if (stage == "sign") return {4, "wh"};
  return stage == "handle" ? Length{2, "wd"} : Length{1, "wd"};
}

void Case::start(const std::string& stage, Time at) {
  due_[stage] = later(days_, at, limit(stage));
  if (stage == "handle") handle_left_.reset();
}

void Case::stop_all() {
  due_.clear();
  handle_left_.reset();
}

// Handling of the urgent runs by the clock, of the others in office hours.
void Case::pause(Time at) {
  if (!due_.contains("handle")) return;
  const Time due = due_.at("handle");
  handle_left_ =
      urgent_ ? due - at : (due >= at ? days_.between(at, due) : -days_.between(due, at));
  due_.erase("handle");
}

void Case::go_on(Time at) {
  if (!handle_left_) return;
  due_["handle"] = urgent_ ? at + *handle_left_ : days_.walk(at, *handle_left_);
  handle_left_.reset();
}

void Case::act(const std::string& action, Time at, const Length& length) {
  silence_signs(at);
  heard_ = at;
  static const std::map<std::string, std::string> states{
      {"report", "reported"},     {"accept", "accepted"},     {"handle", "handling"},
      {"dispatch", "dispatched"}, {"sign", "handling"},       {"return", "accepted"},
      {"suspend", "suspended"},   {"resume", "handling"},     {"resolve", "resolved"},
      {"verify", "verified"},     {"rework", "handling"},     {"close", "closed"},
      {"void", "voided"},         {"reject", "not_accepted"}, {"reopen", "accepted"}};
  if (const auto state = states.find(action); state != states.end()) state_ = state->second;
  if (action == "accept" || action == "handle") due_.erase("accept");
  if (action == "sign") due_.erase("sign");
  if (action == "verify" || action == "rework") due_.erase("verify");
  if (action == "return" || action == "reopen" || state_ == "closed" || state_ == "voided" ||
      state_ == "not_accepted") {
    stop_all();
  }
  if (action == "report") start("accept", at);
  if (action == "dispatch") start("sign", at);
  if (action == "dispatch" || action == "handle") start("handle", at);
  if (action == "suspend" || action == "resolve") pause(at);
  if (action == "resume" || action == "rework") go_on(at);
  if (action == "resolve") start("verify", at);
  if (action == "escalate") raise(at);
  if (action == "dispatch") dispatched_ = at;
  if (action == "return") ++returns_;
  if (action == "rework") ++reworks_;
  if (action == "reopen") ++cycle_;
  if (action == "extend" && due_.contains("handle")) {
    due_["handle"] = later(days_, due_["handle"], length);
  }
}

void Case::raise(Time now) {
  state_ = "accepted";
  level_ = std::max(0, level_ - 1);
  choose_rules();
  stop_all();
  heard_ = now;
}

// One working day without an answer counts as signed.
void Case::silence_signs(Time now) {
  if (state_ != "dispatched" || days_.close_of(dispatched_, 1) >= now) return;
  state_ = "handling";
  due_.erase("sign");
}

bool Case::fits(const Rule& rule) const {
  if (!rule.urgency.empty() && (rule.urgency == "urgent") != urgent_) return false;
  if (!rule.level.empty() && rule.level != levels[level_]) return false;
  if (!rule.urgency.empty() || !rule.level.empty()) return true;
  // A rule for everybody gives way to one that is made for such a case.
  return std::none_of(rules_.begin(), rules_.end(), [&](const Rule& other) {
    return &other != &rule && other.stage == rule.stage && other.kind == rule.kind &&
           other.length.count == rule.length.count && other.length.unit == rule.length.unit &&
           other.number == rule.number && fits(other);
  });
}

void Case::choose_rules() {
  mine_.clear();
  for (const Rule& rule : rules_) {
    if (fits(rule)) mine_.push_back(&rule);
  }
}

std::string Case::waiting() const {
  if (state_ == "reported" || state_ == "accepted") return "accept";
  if (state_ == "dispatched") return "sign";
  if (state_ == "handling") return "handle";
  return state_ == "resolved" || state_ == "verified" ? "verify" : "";
}

std::optional<Time> Case::end_of(const std::string& stage) const {
  const auto found = due_.find(stage);
  return found == due_.end() ? std::nullopt : std::optional(found->second);
}

// When the step was reached, if it has been by now.
std::optional<Time> Case::moment(const Rule& rule, Time now) const {
  Time until = now;
  if (rule.stage == "sign") {
    if (state_ != "dispatched") return std::nullopt;
    until = std::min(now, days_.close_of(dispatched_, 1));
  }
  if (rule.kind == "reworks" || rule.kind == "returns") {
    const int count = rule.kind == "reworks" ? reworks_ : returns_;
    if (waiting() != rule.stage || count < rule.number) return std::nullopt;
    return now;
  }
  if (rule.kind == "silence") {
    if (waiting() != rule.stage) return std::nullopt;
    const Time at = later(days_, heard_, rule.length);
    return at < until ? std::optional(at) : std::nullopt;
  }
  const auto due = end_of(rule.stage);
  if (!due) return std::nullopt;
  if (rule.kind == "after") {
    const Time at = later(days_, *due, rule.length);
    return at < until ? std::optional(at) : std::nullopt;
  }
  const Length whole = limit(rule.stage);
  const bool by_clock = whole.unit == "h" || whole.unit == "m";
  const int64_t length = whole.count * (whole.unit == "wd"  ? working_day
                                        : whole.unit == "m" ? 60
                                                            : 3600);
  const int64_t part = length * rule.number / 100;
  const Time at = by_clock ? *due - part : days_.walk(*due, -part);
  return at <= until ? std::optional(at) : std::nullopt;
}

std::map<std::pair<std::string, std::string>, std::vector<Case::Reached>> Case::tracks(
    Time now) const {
  std::map<std::pair<std::string, std::string>, std::vector<Reached>> found;
  for (const Rule* rule : mine_) {
    const auto at = moment(*rule, now);
    const bool clock = rule->kind == "after" || rule->kind == "share";
    if (at) found[{rule->stage, clock ? "clock" : rule->kind}].push_back({rule, *at});
  }
  for (auto& [name, track] : found) {
    std::stable_sort(track.begin(), track.end(), [](const Reached& a, const Reached& b) {
      return std::tuple(a.moment, a.rule->number, a.rule->supervise, a.rule->escalate) <
             std::tuple(b.moment, b.rule->number, b.rule->supervise, b.rule->escalate);
    });
  }
  return found;
}

void Case::fire(const Rule& rule, Time now) {
  supervise_ = std::max(supervise_, rule.supervise);
  const bool can = state_ == "reported" || state_ == "accepted" || state_ == "dispatched" ||
                   state_ == "handling";
  if (rule.escalate && level_ > 0 && can) raise(now);
}

// One time over all that is reached; whether anything was.
bool Case::round(Time now) {
  const auto found = tracks(now);
  silence_signs(now);
  const bool can = level_ > 0 && state_ != "resolved" && state_ != "verified";
  const Rule* mover = nullptr;
  std::vector<std::pair<const Rule*, Row>> fired;
  bool any = false;
  // Stages in their order: accept, handle, sign and verify never stand beside one another but
  // handling and signing, where signing comes first; the clock comes before silence and counts.
  std::vector<std::pair<std::pair<std::string, std::string>, std::vector<Reached>>> order(
      found.begin(), found.end());
  const auto place = [](const auto& entry) {
    const auto& [stage, kind] = entry.first;
    const int of_kind = kind == "clock" ? 0 : kind == "silence" ? 1 : kind == "reworks" ? 2 : 3;
    return std::pair(stage == "handle" ? 1 : 0, of_kind);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  for (const auto& [name, track] : order) {
    const Rule* top = track.back().rule;
    const bool fresh = !rows_.contains({cycle_, top->stage, top->key});
    const bool moves = fresh && top->escalate && can;
    if (moves && mover != nullptr) continue;
    if (moves) mover = top;
    for (const Reached& each : track) {
      const std::tuple key(cycle_, each.rule->stage, each.rule->key);
      if (rows_.contains(key)) continue;
      const bool counted = name.second == "reworks" || name.second == "returns";
      const auto reached = counted ? std::nullopt : std::optional(each.moment);
      rows_[key] = Row{each.rule != top, now, reached};
      any = true;
      if (each.rule == top && !moves) fire(*top, now);
    }
  }
  if (mover != nullptr) fire(*mover, now);
  return any;
}

void Case::run(Time now) {
  if (state_ == "suspended" || state_ == "closed" || state_ == "voided" ||
      state_ == "not_accepted") {
    return;
  }
  const bool unsigned_yet = state_ == "dispatched";
  bool any = round(now);
  if (!any && unsigned_yet && state_ == "handling") any = round(now);
  while (any) any = round(now);
}

}  // namespace oracle
