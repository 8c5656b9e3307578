// RegisterBook: what an import needs of the place in which the register is kept. The rules stand
// in register_import.h; whoever keeps the register decides nothing.
#pragma once

#include <grid/domain/household.h>
#include <grid/domain/person.h>
#include <grid/domain/register_entry.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

struct KnownHousehold {
  int64_t id = 0;
  Household household;
};

struct KnownPerson {
  int64_t id = 0;
  Person person;
};

struct KnownResidence {
  int64_t id = 0;
  int64_t household = 0;  // 0: none
  Residence residence;
};

// Who lives in a household now, and in which grid it lies.
struct KnownStays {
  struct Stay {
    int64_t person = 0;
    KnownResidence spell;
    bool fresh = false;  // begun by this import or run
    bool gone = false;   // presumed gone: a complete register missed the person
  };
  std::string area;  // of the household
  std::vector<Stay> stays;
};

class RegisterBook {
 public:
  virtual ~RegisterBook() = default;

  // Whether nobody, and no household, stood in it when the import began.
  virtual bool was_empty() = 0;

  // The rows that come next: whoever keeps the register may find in a few steps what it holds
  // about all of them. `contents` false: whether people and households are known is enough.
  virtual void look_up(std::span<const RegisterEntry* const> /*rows*/, bool /*contents*/) {}

  virtual std::optional<KnownHousehold> find_household(std::string_view community,
                                                       std::string_view no) = 0;
  virtual int64_t add_household(const Household& household) = 0;
  virtual void change_household(int64_t id, const Household& household) = 0;
  // Heads who live there.
  virtual int64_t heads(int64_t household) = 0;
  // Whether anybody had lived there when the import began.
  virtual bool was_lived_in(int64_t household) = 0;

  virtual std::optional<KnownPerson> find_person(IdKind kind, std::string_view id_no) = 0;
  // Who has this key in the system that the record comes from.
  virtual std::optional<KnownPerson> find_source(std::string_view source,
                                                 std::string_view source_ref) = 0;
  // Those with this name who live in the household, or did; before this import.
  virtual std::vector<KnownPerson> members(int64_t household, std::string_view name) = 0;
  // People without number of this name and birth who live anywhere in the community, and did so
  // when the import began.
  virtual std::vector<int64_t> namesakes(std::string_view community, std::string_view name,
                                         std::string_view birth) = 0;
  // Whom a row means that no rule could tell, as somebody has decided; nullopt: nobody has.
  virtual std::optional<int64_t> decided(const RegisterEntry& entry) = 0;
  virtual int64_t add_person(const Person& person) = 0;
  virtual void change_person(int64_t id, const Person& person) = 0;

  // All spells of a person, oldest first.
  virtual std::vector<KnownResidence> spells(int64_t person) = 0;
  // The open spells in a household.
  virtual KnownStays stays(int64_t household) = 0;
  // `household` 0: none.
  virtual void add_residence(int64_t person, int64_t household, const Residence& residence) = 0;
  virtual void change_residence(int64_t id, int64_t person, int64_t household,
                                const Residence& residence) = 0;
};

}  // namespace grid::domain
