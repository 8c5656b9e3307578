// HouseholdStore: households and people as they are found and listed. Reads only.
//
// Every list has a total order: community, household number, the head first, row number of the
// person, then of the spell; who has no household comes before the households of the community.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/area_tree.h>
#include <grid/domain/household.h>
#include <grid/domain/person.h>
#include <grid/domain/person_parts.h>
#include <grid/domain/person_search.h>
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
  int64_t members = 0;  // people who live or are registered there
  int64_t id = 0;
  std::optional<Instant> visited;  // last home visit
};

// One spell of one person.
struct PersonRow {
  int64_t id = 0;
  int64_t spell = 0;      // row number of the spell
  int64_t household = 0;  // 0: none
  uint32_t home = 0;      // of people_as_stored(): place of the household in the list
  domain::Person person;
  domain::Residence residence;
};

// Which spells are listed: the open ones, those that hold on a day, or all there ever were.
struct SpellTime {
  static constexpr const char* open = "9999-12-31";  // no spell has an end so late
  bool all = false;
  std::string day = open;
  bool is_now() const { return day == open; }
};

struct PersonTexts;

class HouseholdStore {
 public:
  using HouseholdSink = std::function<void(const HouseholdRow&)>;
  // The sink may change the row; it is filled anew for the next.
  using PersonSink = std::function<void(PersonRow&)>;

  HouseholdStore(sql::Database& db, const domain::AreaTree& areas, Date day, SpellTime time = {});
  ~HouseholdStore();

  // Of people and spells fills only these texts, and what their order and their place need.
  void read_only(const domain::PersonParts& parts);

  // `communities`: codes, in order; `grids`: codes to keep, empty for all.
  void households(const std::vector<std::string>& communities, const std::set<std::string>& grids,
                  const HouseholdSink& sink);
  void people(const std::vector<std::string>& communities, const std::set<std::string>& grids,
              const PersonSink& sink);
  // The same of whole communities, not in order but as the rows stand in their tables, which of a
  // whole register is read in less than half the time: row.home, the head first, then row.id and
  // row.spell bring them into their order.
  void people_as_stored(const std::vector<std::string>& communities, const PersonSink& sink);
  // At most so many spells are in the register.
  [[nodiscard]] int64_t most_spells();

  // Row numbers of households: the one of each community that has this number; those that live in
  // this building.
  [[nodiscard]] std::set<int64_t> numbered(const std::vector<std::string>& communities,
                                           std::string_view no);
  [[nodiscard]] std::set<int64_t> in_building(const std::vector<std::string>& communities,
                                              std::string_view building);
  void households_among(const std::set<int64_t>& ids, const HouseholdSink& sink);
  void people_of_households(const std::set<int64_t>& ids, const PersonSink& sink);

  // Row numbers, without doubles, of those who fit one of the searches.
  [[nodiscard]] std::set<int64_t> find(const std::vector<domain::PersonSearch>& searches);
  void people_of(const std::set<int64_t>& ids, const PersonSink& sink);
  // Who left or died before that day and was not erased, each with the last spell.
  void expired_people(Date before, const PersonSink& sink);
  // Everybody whom a complete register missed (see grid/domain/register_gone.h).
  [[nodiscard]] std::set<int64_t> presumed_gone();
  [[nodiscard]] std::set<int64_t> homes_of(const std::set<int64_t>& people);

  // The last spell of somebody who has left; nullopt: has not.
  [[nodiscard]] std::optional<int64_t> last_spell(int64_t person);

 private:
  void each_household(sql::Rows rows, const HouseholdSink& sink);
  void read(PersonRow& row, const sql::Rows& rows) const;
  void each_person(sql::Rows rows, const PersonSink& sink);
  void each_member(sql::Rows rows, const PersonSink& sink);
  void sorted(std::vector<PersonRow> found, const PersonSink& sink);

  sql::Database& db_;
  AreaIds areas_;
  SpellTime time_;
  std::unique_ptr<PersonTexts> texts_;  // read of people
};

}  // namespace grid::store
