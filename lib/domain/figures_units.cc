#include <grid/domain/figures_units.h>
#include <grid/domain/visit.h>

#include <algorithm>

namespace grid::domain {

// `otherwise`: the day that counts for an area that does not exist on the day of the view.
std::vector<const Area*> AreaView::find_path(const std::string& code, Date otherwise) const {
  const Area* area = tree_->find(code);
  if (area == nullptr) return {};
  std::vector<const Area*> path = tree_->path(code, area->exists(day_) ? day_ : otherwise);
  const auto inside = [this](const Area* each) { return each->code == under_; };
  if (!under_.empty() && std::none_of(path.begin(), path.end(), inside)) path.clear();
  return path;
}

const std::vector<const Area*>& AreaView::kept_path(const std::string& code, Date otherwise) {
  const Area* area = tree_->find(code);
  std::string key = code;
  if (area != nullptr && !area->exists(day_)) key += "@" + format_date(otherwise);
  const auto found = paths_.find(key);
  if (found != paths_.end()) return found->second;
  return paths_.emplace(std::move(key), find_path(code, otherwise)).first->second;
}

const std::vector<const Area*>& AreaView::path(const Case& matter) {
  // The place of an area that is gone depends on the case.
  return kept_path(matter.area, date_of(to_local(matter.reported_at, offset_)));
}

const std::vector<const Area*>& AreaView::path(const std::string& area) {
  const Area* found = tree_->find(area);
  const bool gone = found != nullptr && found->until && *found->until <= day_;
  return kept_path(area, gone ? *found->until - std::chrono::days{1} : day_);
}

std::vector<std::string> AreaView::of_level(std::string_view level) const {
  std::vector<std::string> codes;
  for (const Area& area : tree_->all()) {
    const bool counts = area.kind == level && area.exists(day_);
    if (counts && (under_.empty() || tree_->contains(under_, area.code, day_))) {
      codes.push_back(area.code);
    }
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

namespace {

std::string at_level(const std::vector<const Area*>& path, const std::string& level) {
  if (path.empty()) return {};
  for (const Area* area : path) {
    if (area->kind == level) return area->code;
  }
  return path.front()->code;
}

}  // namespace

Division by_area(AreaView& view, std::string level) {
  const auto unit_of = [&view, level](const Case& matter) {
    return at_level(view.path(matter), level);
  };
  const auto unit_of_area = [&view, level](const std::string& area) {
    return at_level(view.path(area), level);
  };
  const auto name_of = [&view, level](const std::string& unit) -> UnitName {
    const Area* area = view.tree().find(unit);
    if (area == nullptr) return {};
    const AreaSpell* spell = area->on(view.day());
    if (spell == nullptr && !area->spells.empty()) spell = &area->spells.back();
    return {spell == nullptr ? std::string() : spell->name, area->kind, area->kind == level};
  };
  Division division{unit_of, name_of, view.of_level(level), false, {}, {}};
  division.keepers = [unit_of_area](const std::string& area) {
    return std::vector<std::string>{unit_of_area(area)};
  };
  division.visitor = [unit_of_area](const VisitCount& count) { return unit_of_area(count.area); };
  return division;
}

Division by_category(AreaView& view, const Policy& policy, int64_t depth) {
  const auto unit_of = [&view, &policy, depth](const Case& matter) -> std::string {
    if (view.path(matter).empty()) return {};
    int64_t above = 0;
    for (size_t length = 1; length < matter.category.size(); ++length) {
      const std::string prefix = matter.category.substr(0, length);
      if (policy.category(prefix) != nullptr && ++above == depth) return prefix;
    }
    return matter.category;
  };
  const auto name_of = [&policy](const std::string& unit) -> UnitName {
    const Category* category = policy.category(unit);
    return {category == nullptr ? std::string() : category->name, {}, true};
  };
  return {unit_of, name_of, {}, false, {}, {}};
}

Division by_org(AreaView& view, const std::vector<OrgEntry>& orgs) {
  const auto unit_of = [&view](const Case& matter) {
    return view.path(matter).empty() ? std::string() : matter.owner_org;
  };
  const auto name_of = [&orgs](const std::string& unit) -> UnitName {
    const auto found =
        std::find_if(orgs.begin(), orgs.end(), [&](const OrgEntry& o) { return o.code == unit; });
    return {found == orgs.end() ? std::string() : found->name, {}, true};
  };
  return {unit_of, name_of, {}, true, {}, {}};
}

Division by_staff(AreaView& view, const std::vector<StaffEntry>& staff) {
  const auto unit_of = [&view](const Case& matter) {
    return view.path(matter).empty() ? std::string() : matter.owner_staff;
  };
  const auto name_of = [&staff](const std::string& unit) -> UnitName {
    const auto found = std::ranges::find(staff, unit, &StaffEntry::login);
    return {found == staff.end() ? std::string() : found->name, {}, true};
  };
  Division division{unit_of, name_of, {}, false, {}, {}};
  division.keepers = [&view, &staff](const std::string& area) {
    return responsible_staff(view.path(area), staff, view.day());
  };
  division.visitor = [&view](const VisitCount& count) {
    return view.path(count.area).empty() ? std::string() : count.staff;
  };
  return division;
}

}  // namespace grid::domain
