// HouseholdStore: households and people as they are found and listed. Reads only.
//
// Every list has a total order: community, household number, the head first, row number; who has
// no household comes before the households of the community.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/area_tree.h>
#include <grid/domain/household.h>
#include <grid/domain/person.h>
#include <grid/domain/person_parts.h>
#include <grid/sql/database.h>
#include <grid/store/area_ids.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace grid::store {

struct HouseholdRow {
  domain::Household household;
  int64_t members = 0;  // people who live or are registered there now
};

// One open spell of one person.
struct PersonRow {
  int64_t id = 0;
  int64_t spell = 0;  // row number of the spell
  domain::Person person;
  domain::Residence residence;
};

// Who is looked for; personal, and therefore never an argument of a command.
struct PersonSearch {
  enum class Kind { number, phone, name } kind = Kind::name;
  std::string text;  // number or phone in normal form; name or a part of it
};

struct PersonTexts;

class HouseholdStore {
 public:
  using HouseholdSink = std::function<void(const HouseholdRow&)>;
  // The sink may change the row; it is filled anew for the next.
  using PersonSink = std::function<void(PersonRow&)>;

  HouseholdStore(sql::Database& db, const domain::AreaTree& areas, Date day);
  ~HouseholdStore();

  // Of people and spells fills only these texts, and what their order and their place need.
  void read_only(const domain::PersonParts& parts);

  // `communities`: codes, in order; `grids`: codes to keep, empty for all.
  void households(const std::vector<std::string>& communities, const std::set<std::string>& grids,
                  const HouseholdSink& sink);
  // One household of each community that has this number.
  void household(const std::vector<std::string>& communities, std::string_view no,
                 const HouseholdSink& sink);
  void people(const std::vector<std::string>& communities, const std::set<std::string>& grids,
              const PersonSink& sink);

  // Row numbers, without doubles, of those who fit one of the searches.
  [[nodiscard]] std::set<int64_t> find(const std::vector<PersonSearch>& searches);
  void people_of(const std::set<int64_t>& ids, const PersonSink& sink);
  // Who left or died before that day and was not erased, each with the last spell.
  void expired_people(Date before, const PersonSink& sink);
  void households_of(const std::set<int64_t>& people, const HouseholdSink& sink);

 private:
  void each_household(sql::Rows rows, const HouseholdSink& sink);
  void read(PersonRow& row, const sql::Rows& rows) const;
  void each_person(sql::Rows rows, const PersonSink& sink);
  void each_member(sql::Rows rows, const PersonSink& sink);

  sql::Database& db_;
  AreaIds areas_;
  std::unique_ptr<PersonTexts> texts_;  // read of people
};

}  // namespace grid::store
