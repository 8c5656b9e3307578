#include <grid/domain/dwelling.h>

namespace grid::domain {

void DwellingRoll::add(const Household& household, int64_t members) {
  if (household.building.empty() && household.unit.empty() && household.room.empty() &&
      household.address.empty()) {
    return;
  }
  Dwelling& dwelling = dwellings_[{household.community, household.building, household.unit,
                                   household.room, household.address}];
  if (dwelling.area.empty()) dwelling.area = household.area;
  if (dwelling.kind.empty()) dwelling.kind = household.dwelling_kind;
  dwelling.households.push_back(household.no);
  dwelling.members += members;
}

std::vector<Dwelling> DwellingRoll::dwellings() const {
  std::vector<Dwelling> all;
  for (const auto& [place, known] : dwellings_) {
    Dwelling dwelling = known;
    std::tie(dwelling.community, dwelling.building, dwelling.unit, dwelling.room,
             dwelling.address) = place;
    all.push_back(std::move(dwelling));
  }
  return all;
}

}  // namespace grid::domain
