#include <grid/domain/household.h>

#include "field_taker.h"

namespace grid::domain {

namespace {

bool take_all(Household& known, const Household& given, const RegisterPolicy& policy,
              bool only_open) {
  FieldTaker take(policy, only_open);
  take.text(known.area, given.area);
  take.text(known.address, given.address, "address");
  take.text(known.building, given.building, "building");
  take.text(known.unit, given.unit, "unit");
  take.text(known.room, given.room, "room");
  take.text(known.dwelling_kind, given.dwelling_kind, "dwelling_kind");
  take.choice(known.kind, given.kind, "kind");
  take.choice(known.vacant, given.vacant);
  return take.changed();
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

bool merge(Household& known, const Household& given, const RegisterPolicy& policy) {
  return take_all(known, given, policy, false);
}

bool complete(Household& known, const Household& given, const RegisterPolicy& policy) {
  return take_all(known, given, policy, true);
}

}  // namespace grid::domain
