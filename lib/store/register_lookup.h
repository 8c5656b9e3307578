// RegisterLookup: what the register holds about a set of rows, found by a few queries and kept
// until the next set (an own header of lib/store). What it was not asked to look up, it does not
// answer: the pointer or the optional is empty then.
#pragma once

#include <grid/domain/register_book.h>
#include <grid/sql/database.h>
#include <grid/store/area_ids.h>
#include <grid/store/person_index.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace grid::store {

class RegisterLookup {
 public:
  RegisterLookup(sql::Database& db, const AreaIds& areas, PersonIndex& people)
      : db_(db), areas_(areas), people_(people) {}

  // `below`: people from this number on are not taken for members of a household.
  void find(std::span<const domain::RegisterEntry* const> rows, bool contents, int64_t below);

  // id 0: there is none. Without `contents` the household or the person is only known to be there.
  [[nodiscard]] const domain::KnownHousehold* household(std::string_view community,
                                                        std::string_view no) const;
  [[nodiscard]] const domain::KnownPerson* numbered(domain::IdKind kind,
                                                    std::string_view id_no) const;
  [[nodiscard]] const domain::KnownPerson* sourced(std::string_view source,
                                                   std::string_view source_ref) const;
  [[nodiscard]] const std::vector<domain::KnownPerson>* members(int64_t household) const;
  // May be changed: the spells as they are now.
  [[nodiscard]] std::vector<domain::KnownResidence>* spells(int64_t person);

  // A household that was written since.
  void forget_household(std::string_view community, std::string_view no);

 private:
  void find_households(std::span<const domain::RegisterEntry* const> rows, bool contents);
  void find_numbers(std::span<const domain::RegisterEntry* const> rows, bool contents);
  void find_sources(std::span<const domain::RegisterEntry* const> rows);
  void find_members(std::span<const domain::RegisterEntry* const> rows, int64_t below);
  void find_spells();

  sql::Database& db_;
  const AreaIds& areas_;
  PersonIndex& people_;
  std::unordered_map<std::string, domain::KnownHousehold> households_;  // by community and number
  std::unordered_map<std::string, domain::KnownPerson> numbers_;        // by kind and number
  std::unordered_map<std::string, domain::KnownPerson> sources_;
  std::unordered_map<int64_t, std::vector<domain::KnownPerson>> members_;
  std::unordered_map<int64_t, std::vector<domain::KnownResidence>> spells_;
};

}  // namespace grid::store
