// The steps of a case (流程环节) as one table: from which state, by which action, to which state,
// who may, what the action needs and what it does to each clock. Everything that decides about a
// step reads this table; static_asserts in steps.cc hold it together.
#pragma once

#include <grid/domain/actor.h>
#include <grid/domain/case_words.h>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace grid::domain {

// How the post of who acts must relate to the case.
enum class Reach : uint8_t {
  office,    // any post
  holder,    // its area is, or contains, the area that holds the case
  accepter,  // … the area that accepted the case
  place,     // … the area where it happened
  upper,     // as holder, and its area stands above the communities
  lead,      // of the unit, or the person, that has it; where neither has it, of the holder
  joint,     // of a joint unit that has not answered
  called,    // of a unit that was called to the spot
  reporter,  // the person who filed it, whatever the post
  ladder,    // no person: the rules at work (the ladder, a new policy, a merging)
};

class RoleSet {
 public:
  constexpr RoleSet() = default;
  constexpr RoleSet(std::initializer_list<Role> roles) {
    for (const Role role : roles) bits_ |= bit(role);
  }
  constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }

 private:
  static constexpr uint16_t bit(Role role) {
    return static_cast<uint16_t>(1U << static_cast<unsigned>(role));
  }
  uint16_t bits_ = 0;
};

// One of the ways to be entitled: a post in one of these roles, with this reach. `words` say so to
// people; they are the id of their translation.
struct Who {
  RoleSet roles;
  Reach reach = Reach::office;
  const char* words = "";
};

struct Needs {
  bool reason = false;
  bool text = false;
  bool unit = false;    // a lead: an organisation, or a person of the own staff
  bool limit = false;   // by how much
  bool level = false;   // of supervision
  bool into = false;    // the number of another case
  bool units = false;   // organisations to be called
  bool rating = false;  // contacted, solved, satisfaction
};

// What a step does to one clock.
enum class Effect : uint8_t {
  keep,
  start,
  stop,   // for good
  pause,  // stops, keeping what is left
  go_on,  // runs on with what was left
  move,   // its end moves
  set,    // its end is what the event says
};

template <>
struct Terms<Effect> {
  static constexpr std::array<Term, 7> all{{{"keep", "不变", "keep"},
                                            {"start", "起算", "start"},
                                            {"stop", "停止", "stop"},
                                            {"pause", "暂停", "pause"},
                                            {"go_on", "续算", "go on"},
                                            {"move", "顺延", "move"},
                                            {"set", "重定", "set"}}};
};

struct Clocks {
  Effect accept = Effect::keep;
  Effect sign = Effect::keep;
  Effect handle = Effect::keep;
  Effect verify = Effect::keep;
  Effect promise = Effect::keep;  // the case clock
};

struct Step {
  std::optional<State> from;  // unset: before the case exists
  Action action = Action::note;
  std::optional<State> to;  // unset: the state it had before (unmerge)
  std::array<Who, 4> who{};
  size_t ways = 0;  // how many of `who` are in use
  Needs needs;
  Clocks clocks;
};

[[nodiscard]] std::span<const Step> all_steps();
// nullptr where the table has no such step.
[[nodiscard]] const Step* find_step(std::optional<State> from, Action action);

// Only the rules at work may take it, not a person: the ladder, by silence of who should have
// acted; a new policy; a merging.
[[nodiscard]] bool ladder_only(const Step& step);
// What a person may do from this state, in the order of the table.
[[nodiscard]] std::vector<Action> open_actions(State from);
// Every action that a person may take in some state, in the order of the table.
[[nodiscard]] std::vector<Action> personal_actions();
// After it nothing is asked of anybody any more.
[[nodiscard]] bool terminal(State state);

}  // namespace grid::domain
