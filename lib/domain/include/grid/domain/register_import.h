// RegisterImport: takes the checked rows of one file into the register, one after the other.
//
//   RegisterImport import(book, {today, known_file, policy});
//   for (set : file) {
//     import.expect(set);                   // so that the book can look them up together
//     for (entry : set) Result<Outcome> outcome = import.take(entry, place, notes);
//   }
//   RegisterClosing closing = import.finish();
//
// A row names a person by number; then by the key of the system it comes from; then by name, birth
// and household. Where that leaves a doubt, a person must decide: the row is refused, and likely()
// tells whom it may mean. What a row leaves empty erases nothing. Who moves, comes back or becomes
// head gets a new spell, the old one ends. Of stays that have ended a file may list any number;
// they do not speak for the household. Of a household's rows the head's speaks for the household,
// or the first where no head is among them; the others only fill in what it left open. All who live
// in a household live in its grid: who lived in another one moves there. So the order of the rows
// makes no difference.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/domain/register_book.h>
#include <grid/domain/register_entry.h>
#include <grid/domain/register_gone.h>
#include <grid/domain/register_policy.h>
#include <grid/domain/register_roll.h>

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace grid::domain {

enum class Outcome { added, changed, same };

// What shows only at the end of the file.
struct RegisterClosing {
  struct Warning {
    Problem problem;
    RowPlace place;  // of the household's first row; of the second head's
  };
  int64_t same_became_changed = 0;  // rows whose household changed after they were taken
  std::vector<Warning> warnings;    // household.no_head, household.two_heads, household.two_grids,
                                    // household.reused
  int64_t households = 0;           // that the accepted rows named
  int64_t persons = 0;
};

class RegisterImport {
 public:
  struct Options {
    Date today{};                  // on which a spell ends that another one follows
    bool known_file = false;       // imported before: whoever is known stays as he is
    RegisterPolicy policy{};       // which fields may be taken over
    NamedPeople* named = nullptr;  // gathers whom the rows name; may be nullptr
    int64_t known_below = 0;       // of a known file: who has no lower number came after it
  };

  RegisterImport(RegisterBook& book, Options options) : book_(book), options_(std::move(options)) {}

  // The rows that are taken next; they need not be accepted.
  void expect(std::span<const RegisterEntry* const> rows);
  // Codes: duplicate.in_file (another row of the file says otherwise), person.ambiguous (several
  // people of that name live there; or the number and the source's key name two), person.candidate
  // (one of that name and birth lives there under another number, or elsewhere in the community
  // without one), person.no_key (neither number nor key nor household). Nothing is written for a
  // row that is refused. Warning: person.renamed.
  [[nodiscard]] Result<Outcome> take(const RegisterEntry& entry, const RowPlace& place,
                                     RegisterNotes& notes);
  // Whom the row that was refused last may mean, where a person must decide.
  [[nodiscard]] const std::vector<int64_t>& likely() const { return likely_; }
  [[nodiscard]] RegisterClosing finish();

 private:
  // A household that the file has named.
  struct Home {
    uint64_t key = 0;  // digest of community and number
    std::string no;    // for warnings
    int64_t id = 0;
    RowPlace place;       // that a warning names: its first row's, then its second head's
    RowPlace record_at;   // of its own record
    uint64_t said = 0;    // digest of what its first row said
    uint64_t grid = 0;    // digest of the grid in which it lies
    uint64_t told = 0;    // of the grid that the file's rows name; 0: none yet
    uint64_t record = 0;  // of its own record (a row without person); 0: none
    uint32_t last = DigestTable::none;  // whom the file named in it last (RegisterRoll)
    bool existed = false;               // before this file
    bool named = false;                 // by a row that was taken
    bool spoken = false;                // the head's row, or its own record, has been taken
    bool disturbed = false;             // somebody in it was added or changed
    bool pending_same = false;          // the row `pending` came from was answered `same`
    bool numberless = false;            // somebody without number was taken into it
    bool two_grids = false;             // rows of the file name different ones
    bool astray = false;                // a stay in it may lie in another grid
    bool met = false;                   // somebody was found in it who lived there before
    uint8_t filled = 0;                 // which of its fields are known
    int people = 0;                     // that the file has named
    int same = 0;                       // of them, those answered `same`
    int heads = 0;
    std::unique_ptr<Household> pending;  // what its first row said, until the head's row comes
  };
  struct Match {
    std::optional<KnownPerson> known;
    RegisterRoll::Said* said = nullptr;  // what the file has said of that person before
    bool decided = false;                // by a person: the row holds nothing new
  };
  struct Taken {
    int64_t person = 0;
    Outcome outcome = Outcome::same;
  };

  Result<Outcome> take_household(const Household& household, Home* home, const RowPlace& place);
  Taken apply(const RegisterEntry& entry, Match& match, Home* home, RegisterNotes& notes);
  void count(Home& home, const RegisterEntry& entry, Outcome outcome, const RowPlace& place);
  [[nodiscard]] bool is_over(const Residence& stay) const;
  // What the file has said of a stay, and where.
  struct SaidBefore {
    uint64_t digest = 0;  // 0: nothing
    RowPlace place;
  };
  [[nodiscard]] SaidBefore said_of(const RegisterRoll::Said& said, const Residence& stay) const;
  [[nodiscard]] std::optional<RowPlace> overlapped(const RegisterRoll::Said& said, const Home* home,
                                                   const Residence& stay);

  Result<Match> match(const RegisterEntry& entry, const Home* home);
  Result<Match> match_by_key(const Person& person);
  Result<Match> match_by_name(const RegisterEntry& entry, const Home* home);
  bool stays(int64_t person, const Home& home, const Residence& given);
  Result<Match> doubt(const RegisterEntry& entry, Problem problem, std::vector<int64_t> likely);
  Match known_as(KnownPerson person);

  Home* find_home(const Household& household);
  Home* look_for_home(const Household& household, uint64_t key);
  Home* new_home(const Household& household, uint64_t key);
  Home* name_home(Home* home, const Household& household, const RowPlace& place);
  bool speak(Home& home, const Household& given, bool head);
  bool update_home(Home& home, const Household& given, bool only_open);
  void warn_of_heads(const Home& home, RegisterClosing& closing);
  static void warn_of_grids(const Home& home, RegisterClosing& closing);
  void warn_of_reuse(const Home& home, RegisterClosing& closing);

  bool change(KnownPerson& known, const Person& given, RegisterNotes& notes);
  bool settle(int64_t person, Home* home, const Residence& given, const RegisterRoll::Said* said,
              RegisterNotes& notes);
  bool correct(int64_t person, const KnownResidence& spell, int64_t home, Residence given,
               const std::vector<KnownResidence>& spells);
  static void note_grid(Home* home, const Residence& stay);
  static void note_told(Home& home, const Residence& stay);
  int64_t bring_along(const Home& home);
  bool move(int64_t person, int64_t home, Residence given,
            const std::vector<KnownResidence>& spells);
  std::string end(int64_t person, const KnownResidence& spell, const Residence& given,
                  const char* why);

  RegisterBook& book_;
  Options options_;
  bool relations_told_ = false;
  std::deque<Home> homes_;
  DigestTable places_;         // of homes, by their keys
  std::vector<Home*> order_;   // in the order of the file
  Home* last_home_ = nullptr;  // of the row before; nullptr: it has none yet
  RegisterRoll roll_;
  std::vector<int64_t> likely_;
};

}  // namespace grid::domain
