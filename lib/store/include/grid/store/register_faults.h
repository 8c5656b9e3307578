// What is amiss with the register: households and people that are not as domain.md wants them, rows
// of no batch, names that would not be found. Reads only; each look takes time that grows with the
// register.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/area_tree.h>
#include <grid/sql/database.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace grid::store {

enum class RegisterFault : uint8_t {
  no_grid,         // a household of which no grid is known
  foreign_grid,    // a household whose grid lies in another community
  no_head,         // a family without a head
  two_heads,       // a family with more than one
  other_grid,      // a person who lives in a household, but in another grid
  no_household,    // a person who lives in no household
  two_households,  // a person registered in two households, or living in two
  same_number,     // a person with a number that another has too
};

// "no-grid", "foreign-grid" …, in the order above.
[[nodiscard]] std::vector<std::string> register_fault_names();
[[nodiscard]] std::optional<RegisterFault> register_fault_named(std::string_view name);
// Whether it is people that are at fault, not households.
[[nodiscard]] bool is_of_people(RegisterFault fault);

class RegisterFaults {
 public:
  RegisterFaults(sql::Database& db, const domain::AreaTree& areas, Date day)
      : db_(db), areas_(&areas), day_(day) {}

  // Row numbers of the households or people.
  [[nodiscard]] std::set<int64_t> rows(RegisterFault fault);

  struct Strays {
    std::string noun;  // dwelling, household, person, residence
    int64_t count = 0;
  };
  // Rows that name a batch that there is none of; rows with numbers that no batch has given. Only
  // nouns that have any.
  [[nodiscard]] std::vector<Strays> batchless();
  [[nodiscard]] std::vector<Strays> outside();

 private:
  std::set<int64_t> foreign_grid();
  std::vector<Strays> strays(const sql::Query& which);

  sql::Database& db_;
  const domain::AreaTree* areas_;
  Date day_;
};

}  // namespace grid::store
