// One step of the ladder (升级阶梯): what happens to a case whose stage is about to be late, is
// late, has gone round too often, or has been left alone for too long.
#pragma once

#include <grid/base/result.h>
#include <grid/domain/case_terms.h>
#include <grid/domain/limit.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace grid::domain {

// What a count trigger counts.
enum class CaseCount : uint8_t {
  reworks,
  returns,
  extensions,
  reopens,
  refusals,  // units that returned it in the present cycle
  urges,     // times somebody pressed for it (催办)
  repeats,   // cases merged into it: the same complaint again
};

enum class TriggerKind : uint8_t {
  time,     // a limit before or after the deadline
  share,    // a percentage of the stage's limit before or after the deadline
  count,    // a count of the case has been reached; no deadline needed
  silence,  // nobody has done anything with the case for so long; no deadline needed
};

// When a step fires. Only the fields of its kind mean anything; the others keep their defaults,
// so that equal triggers compare equal.
struct Trigger {
  TriggerKind kind = TriggerKind::time;
  bool before = false;                     // time, share: before the deadline
  Limit offset{0, LimitUnit::m};           // time; at the deadline itself: 0 m. silence: how long
  int percent = 0;                         // share: 1 to 100 before, 1 to 1000 after
  CaseCount counter = CaseCount::reworks;  // count
  int at_least = 0;                        // count: 1 to 1000
  bool operator==(const Trigger&) const = default;
};

// "0", "1wd", "-4wh", "25%", "-25%": relative to the deadline. Codes: ladder.after, limit.*.
[[nodiscard]] Result<Trigger> parse_after(std::string_view text);
// "reworks>=3". Code: ladder.count.
[[nodiscard]] Result<Trigger> parse_count(std::string_view text);
// "2wd": so long without a sign of life. Codes: ladder.silence, limit.*.
[[nodiscard]] Result<Trigger> parse_silence(std::string_view text);
// What parse_after(), parse_count() or parse_silence() read, by the trigger's kind.
[[nodiscard]] std::string format_trigger(const Trigger& trigger);

// Whether `a` comes before `b` for every case and calendar; false also where that depends.
[[nodiscard]] bool surely_earlier(const Trigger& a, const Trigger& b);

struct LadderRule {
  // Names the step for ever: a step fires once for (case, cycle, stage, key). Never empty in a
  // checked policy, and different for every rule; see default_key().
  std::string key;
  Stage stage = Stage::handle;
  Trigger trigger;

  // For which cases; empty: all.
  std::string category;  // a prefix of the case's category
  std::optional<Urgency> urgency;
  std::string area;   // the case's area or one above it
  std::string level;  // level of the centre that holds the case

  // What happens.
  int supervise = 0;      // supervision rises to this, 1 to 3; 0: stays as it is
  bool escalate = false;  // ownership moves to the level above
  std::string target;     // role that is told; empty: the superior, or the handlers of `org`
  std::string org;        // organisation whose people are told; empty: those of the areas
  bool operator==(const LadderRule&) const = default;
};

// The key of a rule that names none: made of its stage, trigger and filters, so that it
// survives reordering and a change of what happens. "handle/3wd", "handle/0/category=04",
// "accept/silence=2wd".
[[nodiscard]] std::string default_key(const LadderRule& rule);

}  // namespace grid::domain
