// RegisterRoll: what one file has said so far, and about whom. It answers within memory whether a
// row repeats or contradicts another one; it takes about 120 bytes a person.
#pragma once

#include <grid/domain/household.h>
#include <grid/domain/person.h>
#include <grid/domain/register_entry.h>

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

namespace grid::domain {

// Digests of what rows say; they never leave memory, and 0 stands for nothing said.
[[nodiscard]] uint64_t digest_of(const Household& household);
// Of the community and the number alone.
[[nodiscard]] uint64_t key_digest_of(const Household& household);
[[nodiscard]] uint64_t digest_of(const Person& person);
[[nodiscard]] uint64_t digest_of(const Residence& residence);

// From a digest to a place in a list: open addressing, 16 bytes a slot.
class DigestTable {
 public:
  static constexpr uint32_t none = UINT32_MAX;
  [[nodiscard]] uint32_t find(uint64_t key) const;  // none: not there
  void put(uint64_t key, uint32_t place);           // the key is not there yet

 private:
  struct Slot {
    uint64_t key = 0;
    uint32_t place = none;
  };
  void grow();
  static size_t start(uint64_t key, size_t mask) {
    return static_cast<size_t>(key * 0x9E3779B97F4A7C15ULL >> 16) & mask;
  }
  std::vector<Slot> slots_;
  size_t used_ = 0;
};

class RegisterRoll {
 public:
  // What the file has said about one person.
  struct Said {
    int64_t person = 0;                // row number
    uint64_t facts = 0;                // digest of the person's own facts
    std::array<uint64_t, 2> spells{};  // digest of the open spell of each role
    uint64_t name = 0;
    uint32_t birth = 0;                 // packed; 0: not said
    uint32_t next = DigestTable::none;  // the one before in the same household
    std::array<uint32_t, 2> lines{};   // of the row that told the open spell, or else the first one
    std::array<uint16_t, 2> sheets{};  // places among the sheets
    bool numbered = false;
  };

  // nullptr: the file has not said anything of that person.
  [[nodiscard]] Said* by_number(IdKind kind, std::string_view id_no);
  [[nodiscard]] Said* by_source(std::string_view source, std::string_view source_ref);
  [[nodiscard]] Said* by_row(int64_t person);  // of one who was on file before
  // Of those named in a household, from `last` on: same name, a birth that agrees, and one of the
  // two without number.
  [[nodiscard]] std::vector<Said*> namesakes(uint32_t last, const Person& person);

  // What the file has said of a spell that has ended.
  struct Ended {
    uint64_t digest = 0;
    uint32_t line = 0;
    uint16_t sheet = 0;
  };

  // By its role, household and end; nullptr: nothing.
  [[nodiscard]] const Ended* ended(const Said& said, const Residence& spell) const;
  // The row at `place` has told this spell of theirs.
  void note_spell(Said& said, const Residence& spell, uint64_t digest, const RowPlace& place);
  // Where the file has said it; of the row only line and sheet.
  [[nodiscard]] RowPlace place_of(const Said& said) const;
  [[nodiscard]] RowPlace place_of(const Said& said, ResidenceRole role) const;
  [[nodiscard]] RowPlace place_of(const Ended& ended) const;

  // The first row about that person. `existed`: was on file before this one. `last`: the
  // household's list, which begins with this person then; nullptr: no household.
  Said& add(const Person& person, int64_t row, bool existed, uint32_t* last);
  [[nodiscard]] int64_t people() const { return static_cast<int64_t>(said_.size()); }

 private:
  std::deque<Said> said_;
  uint16_t sheet_number(std::string_view sheet);

  DigestTable numbers_, sources_, rows_, ended_places_;
  std::vector<Ended> ended_;  // few: most files list nobody who has left
  std::vector<std::string_view> sheets_;
};

}  // namespace grid::domain
