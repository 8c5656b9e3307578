#include <grid/domain/household.h>

namespace grid::domain {

namespace {

bool take(std::string& known, const std::string& given, bool only_open) {
  if (given.empty() || given == known || (only_open && !known.empty())) return false;
  known = given;
  return true;
}

template <typename T>
bool take(std::optional<T>& known, const std::optional<T>& given, bool only_open) {
  if (!given || given == known || (only_open && known)) return false;
  known = given;
  return true;
}

bool take_all(Household& known, const Household& given, bool only_open) {
  bool changed = take(known.area, given.area, only_open);
  changed |= take(known.address, given.address, only_open);
  changed |= take(known.building, given.building, only_open);
  changed |= take(known.unit, given.unit, only_open);
  changed |= take(known.room, given.room, only_open);
  changed |= take(known.dwelling_kind, given.dwelling_kind, only_open);
  changed |= take(known.kind, given.kind, only_open);
  changed |= take(known.vacant, given.vacant, only_open);
  return changed;
}

}  // namespace

std::string_view household_kind_name(HouseholdKind kind) {
  return kind == HouseholdKind::collective ? "collective" : "family";
}

std::optional<HouseholdKind> find_household_kind(std::string_view text) {
  if (text == "family" || text == "家庭户" || text == "家庭") return HouseholdKind::family;
  if (text == "collective" || text == "集体户" || text == "集体") return HouseholdKind::collective;
  return std::nullopt;
}

bool merge(Household& known, const Household& given) {
  return take_all(known, given, false);
}

bool complete(Household& known, const Household& given) {
  return take_all(known, given, true);
}

}  // namespace grid::domain
