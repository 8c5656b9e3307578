// HouseholdFinder: the households and people of a choice, as records.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/household.h>
#include <grid/domain/dwelling.h>
#include <grid/store/household_store.h>
#include <grid/tool/household_choice.h>
#include <grid/tool/office_view.h>
#include <grid/tool/personal.h>
#include <grid/tool/session.h>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace grid::tool {

// Within one read transaction. Only of those whom the person who acts may see (PersonalScope).
// Failures no_input (area.unknown), not_permitted (actor.unknown, actor.no_post,
// actor.not_permitted).
class HouseholdFinder {
 public:
  HouseholdFinder(sql::Database& db, Session& session, const HouseholdChoice& choice);

  // Puts the records into the session's output.
  void list();

 private:
  using Rows = std::optional<std::set<int64_t>>;  // unset: no condition

  void choose_areas();
  void keep_within(const std::string& code, bool exactly);
  void choose_people();
  void choose_homes();
  void keep_unvisited();
  bool in_area(const std::string& community, const std::string& grid) const;
  bool within(const store::PersonRow& row) const;
  bool fits(const store::PersonRow& row);
  bool unvisited(const store::HouseholdRow& row) const;
  void each_household(const store::HouseholdStore::HouseholdSink& sink);
  void each_person(const store::HouseholdStore::PersonSink& sink);
  void each_spell(const store::HouseholdStore::PersonSink& sink);
  void list_households();
  void list_people();
  void list_expired();
  void take(const store::HouseholdRow& row);
  void take(const store::PersonRow& row);
  void take(const domain::Dwelling& dwelling);
  text::Record record_of(const store::PersonRow& row);
  void count(const std::string& value);
  void print_counts();

  sql::Database& db_;
  OfficeView office_;
  domain::AreaTree areas_;
  store::HouseholdStore households_;
  Session& session_;
  const HouseholdChoice& choice_;
  PersonalScope scope_;
  codec::PersonView view_;
  Date day_;  // on which ages are counted
  codec::CountTerms terms_;
  std::vector<std::string> communities_;  // codes, in order
  std::set<std::string> grids_;           // empty: all
  Rows people_;                           // one of these
  Rows homes_;                            // in one of these
  domain::DwellingRoll dwellings_;
  std::map<std::pair<size_t, std::string>, int64_t> counts_;  // by band and value
};

}  // namespace grid::tool
