// RegisterImport: takes the checked rows of one file into the register, one after the other.
//
//   RegisterImport import(book, {today, known});
//   for (entry : file) {
//     Result<Outcome> outcome = import.take(entry, line, row, notes);
//   }
//   RegisterClosing closing = import.finish();
//
// A row names a person by number; without one, by name, birth and household. What it leaves
// empty erases nothing. A person who moves gets a new spell, the old one ends. Of a household's
// rows the head's speaks for the household, or the first where no head is among them; the others
// only fill in what it left open. So the order of the rows makes no difference.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/domain/register_book.h>
#include <grid/domain/register_entry.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace grid::domain {

enum class Outcome { added, changed, same };

// What shows only at the end of the file.
struct RegisterClosing {
  struct Warning {
    Problem problem;
    int64_t line = 0;  // of the household's first row; of the second head's
    int64_t row = 0;
  };
  int64_t same_became_changed = 0;  // rows whose household changed after they were taken
  std::vector<Warning> warnings;    // household.no_head, household.two_heads
  int64_t households = 0;           // that the accepted rows named
  int64_t persons = 0;
};

class RegisterImport {
 public:
  struct Options {
    Date today{};             // on which a spell ends that another one follows
    bool known_file = false;  // imported before: whoever is known stays as he is
  };

  RegisterImport(RegisterBook& book, Options options) : book_(book), options_(options) {}

  // Codes: duplicate.in_file (another row of the file says otherwise), person.ambiguous (several
  // people of that name live there), person.candidate (one of that name and birth lives there
  // under another number), person.no_key (neither number nor household). Nothing is written for
  // a row that is refused. Warning: person.renamed. `line` and `row` are for finish().
  [[nodiscard]] Result<Outcome> take(const RegisterEntry& entry, int64_t line, int64_t row,
                                     RegisterNotes& notes);
  [[nodiscard]] RegisterClosing finish();

 private:
  // A household that the file has named.
  struct Home {
    int64_t id = 0;
    int64_t line = 0;  // that a warning names: its first row's, then its second head's
    int64_t row = 0;
    uint64_t said = 0;          // digest of what its first row said
    uint64_t record = 0;        // digest of its own record (a row without person); 0: none
    bool existed = false;       // before this file
    bool named = false;         // by a row that was taken
    bool spoken = false;        // the head's row, or its own record, has been taken
    bool disturbed = false;     // somebody in it was added or changed
    bool pending_same = false;  // the row that `pending` came from was answered `same`
    bool numberless = false;    // somebody without number was taken into it
    uint8_t filled = 0;         // which of its fields are known
    int people = 0;             // that the file has named
    int heads = 0;
    std::unique_ptr<Household> pending;  // what its first row said, until the head's row comes
  };
  using HomeEntry = std::pair<const std::string, Home>;
  // What the file has said about a person so far.
  struct Seen {
    uint64_t facts = 0;                // digest of the person's own facts
    std::array<uint64_t, 2> spells{};  // digest of the spell of each role; 0: none yet
  };
  struct Match {
    std::optional<KnownPerson> known;
    Seen* seen = nullptr;  // what the file has said of that person before
  };

  struct Taken {
    int64_t person = 0;
    Outcome outcome = Outcome::same;
  };

  Result<Outcome> take_household(const Household& household, HomeEntry* home, int64_t line,
                                 int64_t row);
  Taken apply(const RegisterEntry& entry, Match& match, HomeEntry* home, RegisterNotes& notes);
  void count(Home& home, const RegisterEntry& entry, Outcome outcome, int64_t line, int64_t row);
  Seen& remember(const Person& person, int64_t id);
  Result<Match> match(const Person& person, const Home* home);
  Result<Match> match_by_name(const Person& person, int64_t home);
  Seen* seen(const Person& person, int64_t id);
  HomeEntry* find_home(const Household& household);
  HomeEntry* name_home(HomeEntry* home, const Household& household, int64_t line, int64_t row);
  bool speak(Home& home, const Household& given, bool head);
  bool update_home(Home& home, const Household& given, bool only_open);
  bool change(KnownPerson& known, const Person& given, RegisterNotes& notes);
  bool settle(int64_t person, int64_t home, const Residence& given);
  bool move(int64_t person, int64_t home, const Residence& given,
            const std::vector<KnownResidence>& spells);
  void warn_of_heads(const HomeEntry& home, RegisterClosing& closing);

  RegisterBook& book_;
  Options options_;
  bool relations_told_ = false;
  std::unordered_map<std::string, Home> homes_;        // by community and number
  std::vector<HomeEntry*> order_;                      // in the order of the file
  std::unordered_map<std::string, Seen> seen_;         // by kind and number
  std::unordered_map<int64_t, Seen> seen_numberless_;  // by id
  int64_t persons_ = 0;
};

}  // namespace grid::domain
