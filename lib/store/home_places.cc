#include "home_places.h"

#include <grid/sql/queries.h>

namespace grid::store {

HomePlaces::HomePlaces(sql::Database& db, const AreaIds& areas,
                       const std::vector<std::string>& communities)
    : codes_(communities) {
  uint32_t place = 0;
  for (uint32_t i = 0; i < codes_.size(); ++i) {
    without_home_.emplace(codes_[i], ++place);
    const auto community = areas.id(codes_[i]);
    if (!community) continue;
    for (sql::Rows rows = db.select(sql::query::household_numbers, *community); rows.next();) {
      const auto row = static_cast<size_t>(rows.integer(0));
      if (row >= homes_.size()) homes_.resize(row + row / 2 + 1);
      homes_[row] = {++place, i, rows.text(1)};
    }
  }
}

const HomePlaces::Home* HomePlaces::of(int64_t household) const {
  const auto row = static_cast<size_t>(household);
  return row < homes_.size() && homes_[row].place != 0 ? &homes_[row] : nullptr;
}

uint32_t HomePlaces::without_home(const std::string& community) const {
  const auto found = without_home_.find(community);
  return found == without_home_.end() ? 0 : found->second;
}

}  // namespace grid::store
