// HouseholdChoice: what household-list was asked for, as typed and as understood.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/columns.h>
#include <grid/codec/register_count.h>
#include <grid/domain/person_filter.h>
#include <grid/domain/person_search.h>
#include <grid/store/household_store.h>
#include <grid/store/register_faults.h>
#include <grid/tool/options.h>
#include <grid/tool/output.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace grid::tool {

struct HouseholdChoice {
  std::string by = "household";        // household, person, dwelling, or a field to count by
  std::string community, area, under;  // codes
  std::string no, building;
  std::vector<std::string> persons;  // row numbers
  std::string residence, tag, sex, ethnic, nationality, relation, age;
  std::string missing;  // a field that must be unset
  std::string visited_before, as_of, bands, fault;
  std::optional<int64_t> not_visited_for;  // days
  std::optional<int64_t> crowded;          // at least so many people in a dwelling
  bool expired = false;        // people who left or died longer ago than the policy keeps them
  bool presumed_gone = false;  // people whom a complete register missed
  bool never_visited = false, left = false, all = false, history = false, keys = false;
  bool count = false, homes = false, search = false;
  std::string named_columns;  // of a table or CSV, separated by commas; empty: the usual ones
  std::vector<domain::PersonSearch> wanted;  // from standard input, with `search`

  // Understood by check().
  domain::PersonFilter filter;
  std::vector<domain::AgeRange> age_bands;
  std::optional<Date> visited_day;
  std::set<int64_t> people;
  std::array<codec::Column, 3> counted{};  // of what --count prints
  std::vector<codec::Column> chosen;       // of --columns

  void declare(Options& options);
  // Codes: usage.value, usage.option, age.format, date.format, those of the lists of codes.
  [[nodiscard]] Status check();

  bool lists_households() const {
    if (expired) return false;
    return count && grouped() ? homes : by == "household" || lists_dwellings();
  }
  bool shows_keys() const { return keys || expired; }
  bool lists_dwellings() const { return by == "dwelling"; }
  bool grouped() const { return by != "household" && by != "person" && !lists_dwellings(); }
  bool about_people() const { return filter != domain::PersonFilter{} || left; }
  bool about_visits() const {
    return never_visited || visited_day.has_value() || not_visited_for.has_value();
  }
  bool names_people() const { return search || !people.empty(); }
  store::SpellTime time() const;
  // Of what is printed: JSON lines hold every field, as does a CSV unless columns are named; a
  // table of people shows those that fit a terminal.
  [[nodiscard]] codec::Columns columns(Format format) const;

 private:
  Status check_by();
  Status check_missing() const;
  Status check_codes();
  Status check_times();
  Status check_people();
  Status check_columns();
  codec::Columns all_columns() const;
};

// Who is looked for, one a line of standard input.
[[nodiscard]] std::vector<domain::PersonSearch> read_searches();

}  // namespace grid::tool
