// What the ladder ought to have done with one case, worked out a second time and another way: by
// walking over a table of days, straight from the rules as they are written for people. Nothing
// here calls the calendar, the clocks or the ladder of lib/domain.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace oracle {

using Time = int64_t;  // seconds of the office's wall clock since 1970-01-01 00:00
inline constexpr Time day_length = 86'400;

// Working days by their number since 1970; office hours 08:30-12:00 and 13:30-17:30.
struct Days {
  std::set<int64_t> working;

  bool works(int64_t day) const { return working.contains(day); }
  // Office time of [from, until), span by span.
  int64_t between(Time from, Time until) const;
  // When so many seconds of office time have passed; backwards where negative.
  Time walk(Time from, int64_t seconds) const;
  // The close of the nth working day after the day of `from`.
  Time close_of(Time from, int n) const;
};

// "4wh", "2wd", "30m" …
struct Length {
  int64_t count = 0;
  std::string unit;
};
Time later(const Days& days, Time from, const Length& length);

struct Rule {
  std::string key;
  std::string stage;
  std::string kind;    // after, share (before the end), silence, reworks, returns
  Length length;       // after, silence
  int64_t number = 0;  // share: percent; counts: at least
  int supervise = 0;
  bool escalate = false;
  std::string urgency;  // empty: all
  std::string level;    // empty: all
};

struct Row {
  bool skipped = false;
  Time fired = 0;
  std::optional<Time> reached;  // unset: by count, whose moment is not foretold
  bool operator==(const Row&) const = default;
};
using Rows = std::map<std::tuple<int, std::string, std::string>, Row>;  // by cycle, stage, rule

// One case, told what people did and when the ladder ran, in the order of time.
class Case {
 public:
  Case(const Days& days, const std::vector<Rule>& rules, bool urgent)
      : days_(days), rules_(rules), urgent_(urgent) {
    choose_rules();
  }

  // `length`: by which an extension extends.
  void act(const std::string& action, Time at, const Length& length = {});
  void run(Time now);

  const Rows& rows() const { return rows_; }
  const std::string& state() const { return state_; }
  int supervise() const { return supervise_; }
  std::string level() const { return levels[level_]; }

 private:
  struct Reached {
    const Rule* rule = nullptr;
    Time moment = 0;
  };
  static constexpr const char* levels[] = {"district", "street", "community"};

  Length limit(const std::string& stage) const;
  void start(const std::string& stage, Time at);
  void stop_all();
  void pause(Time at);
  void go_on(Time at);
  void silence_signs(Time now);
  bool fits(const Rule& rule) const;
  void choose_rules();
  std::string waiting() const;
  std::optional<Time> end_of(const std::string& stage) const;
  std::optional<Time> moment(const Rule& rule, Time now) const;
  std::map<std::pair<std::string, std::string>, std::vector<Reached>> tracks(Time now) const;
  bool round(Time now);
  void fire(const Rule& rule, Time now);
  void raise(Time now);

  const Days& days_;
  const std::vector<Rule>& rules_;
  bool urgent_;
  std::vector<const Rule*> mine_;  // the rules for a case like this at its level
  std::string state_;
  int level_ = 2;
  int cycle_ = 1, supervise_ = 0, reworks_ = 0, returns_ = 0;
  Time heard_ = 0, dispatched_ = 0;
  std::map<std::string, Time> due_;     // of the stages whose clocks run
  std::optional<int64_t> handle_left_;  // while handling stands still
  Rows rows_;
};

}  // namespace oracle
