// Moves (人口变动): births, deaths, moving in and out, splitting and merging of households, change
// of head, correction of a number. Pure functions from what is known to what is to be written.
//
//   Result<MoveWrites> writes = decide_death(who, {date, today});
//   if (!writes) return writes.problem();
//   if (writes->nothing()) …                       // it has been so already
//
// Each ends spells and begins new ones, so that what was is still told. A spell that began on the
// day of the move is corrected instead: it would last no day. Codes: move.date_future,
// move.date_before (the spell began later), move.before_birth, move.died, move.not_here (no open
// spell there), move.which_household (several, and none is named), move.ended (the household is
// none any more), move.same_household, household.taken (its number is another's),
// person.number_taken.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/domain/register_book.h>
#include <grid/domain/register_entry.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

enum class MoveAction : uint8_t {
  birth,      // 出生: a new person in a household
  death,      // 死亡
  in,         // 迁入: a new or a known person comes to live in a household
  out,        // 迁出
  split,      // 分户: people leave a household for one of their own
  merge,      // 并户: all of a household go over to another one
  head,       // 变更户主: another member becomes the head
  correct,    // 更正号码: of a number
  same,       // a row that was asked about is this person
  different,  // it is somebody else
};
[[nodiscard]] std::string_view name_of(MoveAction action);
[[nodiscard]] std::optional<MoveAction> move_action_named(std::string_view name);
[[nodiscard]] std::vector<std::string> move_action_names();

struct MoveTerms {
  Date date{};  // from which on it is so
  Date today{};
  bool dated = true;     // false: since when somebody lives there is told by the stay, if at all
  std::string relation;  // to the head, GB/T 4761: of who moves; of a change of head, of the former
  RegisterPolicy policy{};  // which fields of a known person may be taken over
};

// A person and all spells, oldest first.
struct Mover {
  int64_t id = 0;  // 0: new
  Person person;
  std::vector<KnownResidence> spells;
};

// Stands for the person or the household that the same writes make.
inline constexpr int64_t made_here = -1;

struct MoveWrites {
  struct Spell {
    int64_t person = 0;    // or made_here
    KnownResidence spell;  // id 0: new; its household may be made_here
  };
  std::optional<Household> new_household;
  std::optional<Person> new_person;
  std::optional<KnownHousehold> household;  // changed
  std::optional<KnownPerson> person;        // changed
  std::vector<Spell> spells;                // those that end before those that begin
  std::vector<Problem> warnings;            // person.renamed, move.other_role
  [[nodiscard]] bool nothing() const {
    return !new_household && !new_person && !household && !person && spells.empty();
  }
};

// A household to which somebody moves; id 0: it is to be made; without number: none.
struct MoveHome {
  KnownHousehold known;
  bool fresh = false;  // made a moment ago, by the same run
  int64_t heads = 0;
};

// A new person. `born`: the birth date must be a day, and the spell begins on `terms.date`.
[[nodiscard]] Result<MoveWrites> decide_birth(const Person& born, const Residence& stay,
                                              const MoveHome& home, const MoveTerms& terms);
// `who.id` 0: a new person. `stay`: as what he or she lives there; `facts`: what else is said of a
// known person. A stay of the same role elsewhere ends; one of another role goes on, since who is
// registered in one household may live in another.
[[nodiscard]] Result<MoveWrites> decide_in(const Mover& who, const Person* facts,
                                           const Residence& stay, const MoveHome& home,
                                           const MoveTerms& terms);
[[nodiscard]] Result<MoveWrites> decide_death(const Mover& who, const MoveTerms& terms);
// `home`: the household that is left; 0: all of them.
[[nodiscard]] Result<MoveWrites> decide_out(const Mover& who, int64_t home, const MoveTerms& terms);
// The first becomes the head of the new household, where it has none.
[[nodiscard]] Result<MoveWrites> decide_split(const std::vector<Mover>& who, int64_t from,
                                              const MoveHome& to, const MoveTerms& terms);
// `members`: of `from`, all of them.
[[nodiscard]] Result<MoveWrites> decide_merge(const KnownHousehold& from,
                                              const std::vector<Mover>& members, const MoveHome& to,
                                              const MoveTerms& terms);
// `who`: one of the members.
[[nodiscard]] Result<MoveWrites> decide_head(const KnownHousehold& home,
                                             const std::vector<Mover>& members, int64_t who,
                                             const MoveTerms& terms);
// `number` is a checked one; `holder`: who has it in the register; 0: nobody.
[[nodiscard]] Result<MoveWrites> decide_correct(const Mover& who, const IdNumber& number,
                                                int64_t holder);

// The household in which the person has open spells. Codes: move.not_here, move.which_household.
[[nodiscard]] Result<int64_t> only_home(const Mover& who);

// Row numbers of what the writes made; 0: nothing of the kind.
struct MadeRows {
  int64_t person = 0;
  int64_t household = 0;
};
// Writes into the register; within a batch.
MadeRows write(const MoveWrites& writes, RegisterBook& book);

// What the former head is to the new one, who was `relation` to the former; "" where that does not
// tell. `sex` of the former head: 1, 2, or something else.
[[nodiscard]] std::string former_head_relation(std::string_view relation, std::string_view sex);

}  // namespace grid::domain
