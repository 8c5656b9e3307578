// HouseholdFinder: the choice that household-list offers, and the records it comes to.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/household.h>
#include <grid/store/household_store.h>
#include <grid/tool/office.h>
#include <grid/tool/personal.h>
#include <grid/tool/session.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace grid::tool {

struct HouseholdChoice {
  std::string by = "household";        // household, person, or a field of person to count by
  std::string community, area, under;  // codes
  std::string no, building, residence, tag;
  std::string missing;  // a field that must be unset
  bool count = false;
  bool search = false;
  bool expired = false;  // people who left or died longer ago than the policy keeps them
  std::vector<store::PersonSearch> wanted;  // from standard input, with `search`

  bool lists_households() const { return by == "household" && !expired; }
  bool about_people() const { return !residence.empty() || !tag.empty(); }
  // Code: usage.value.
  [[nodiscard]] Status check() const;
  // Of what is printed.
  [[nodiscard]] codec::Columns columns() const;
};

// Who is looked for, one a line of standard input: digits are a number or a phone, by their
// length; everything else is a name or a part of one.
[[nodiscard]] std::vector<store::PersonSearch> read_searches();

// Within one read transaction. Only of those whom the person who acts may see (PersonalScope).
// Failures no_input (area.unknown), not_permitted (actor.unknown, actor.no_post,
// actor.not_permitted).
class HouseholdFinder {
 public:
  HouseholdFinder(sql::Database& db, Session& session, const HouseholdChoice& choice);

  // Puts the records into the session's output.
  void list();

 private:
  using Key = std::pair<std::string, std::string>;  // community and number

  void choose_areas();
  void keep_within(const std::string& code, bool exactly);
  bool fits(const store::HouseholdRow& row) const;
  bool fits(const store::PersonRow& row) const;
  bool in_area(const std::string& community, const std::string& grid) const;
  void each_household(const store::HouseholdStore::HouseholdSink& sink);
  void each_person(const store::HouseholdStore::PersonSink& sink);
  void list_households();
  void list_people();
  void list_expired();
  void give(const text::Record& record);
  void print_counts();

  Office office_;
  store::HouseholdStore households_;
  Session& session_;
  const HouseholdChoice& choice_;
  PersonalScope scope_;
  codec::PersonView view_;
  std::vector<std::string> communities_;  // codes, in order
  std::set<std::string> grids_;           // empty: all
  std::set<int64_t> people_;              // found by the search
  std::map<std::string, int64_t> counts_;
};

}  // namespace grid::tool
