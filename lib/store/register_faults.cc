#include <grid/sql/queries.h>
#include <grid/store/area_ids.h>
#include <grid/store/register_faults.h>

#include <algorithm>
#include <array>
#include <utility>

namespace grid::store {

namespace query = sql::query;

namespace {

constexpr std::array<std::string_view, 8> names{"no-grid",        "foreign-grid", "no-head",
                                                "two-heads",      "other-grid",   "no-household",
                                                "two-households", "same-number"};

const sql::Query& query_of(RegisterFault fault) {
  switch (fault) {
    case RegisterFault::no_head:
      return query::register_no_head;
    case RegisterFault::two_heads:
      return query::register_two_heads;
    case RegisterFault::other_grid:
      return query::register_other_grid;
    case RegisterFault::no_household:
      return query::register_no_household;
    case RegisterFault::two_households:
      return query::register_two_households;
    case RegisterFault::same_number:
      return query::register_same_number;
    case RegisterFault::no_grid:
    case RegisterFault::foreign_grid:
      break;
  }
  return query::register_no_grid;
}

}  // namespace

std::vector<std::string> register_fault_names() {
  return {names.begin(), names.end()};
}

std::optional<RegisterFault> register_fault_named(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<RegisterFault>(found - names.begin());
}

bool is_of_people(RegisterFault fault) {
  return fault == RegisterFault::other_grid || fault == RegisterFault::no_household ||
         fault == RegisterFault::two_households || fault == RegisterFault::same_number;
}

std::set<int64_t> RegisterFaults::rows(RegisterFault fault) {
  if (fault == RegisterFault::foreign_grid) return foreign_grid();
  std::set<int64_t> ids;
  for (sql::Rows rows = db_.select(query_of(fault)); rows.next();) ids.insert(rows.integer(0));
  return ids;
}

std::set<int64_t> RegisterFaults::foreign_grid() {
  const AreaIds areas(db_, *areas_, day_);
  std::vector<std::pair<int64_t, int64_t>> places;
  for (sql::Rows rows = db_.select(query::register_places); rows.next();) {
    const int64_t community = rows.integer(0);
    const int64_t area = rows.integer(1);
    if (areas.community(area) != areas.code(community)) places.emplace_back(community, area);
  }
  std::set<int64_t> ids;
  for (const auto& [community, area] : places) {
    for (sql::Rows rows = db_.select(query::register_of_place, area, community); rows.next();) {
      ids.insert(rows.integer(0));
    }
  }
  return ids;
}

std::vector<RegisterFaults::Strays> RegisterFaults::batchless() {
  return strays(query::register_batchless);
}

std::vector<RegisterFaults::Strays> RegisterFaults::outside() {
  return strays(query::register_outside);
}

std::vector<RegisterFaults::Strays> RegisterFaults::strays(const sql::Query& which) {
  std::vector<Strays> found;
  sql::Rows rows = db_.select(which);
  rows.next();
  int column = 0;
  for (const char* noun : {"dwelling", "household", "person", "residence"}) {
    const int64_t count = rows.integer(column++);
    if (count > 0) found.push_back({noun, count});
  }
  return found;
}

}  // namespace grid::store
