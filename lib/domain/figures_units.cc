#include <grid/domain/figures_units.h>

#include <algorithm>

namespace grid::domain {

std::vector<const Area*> AreaView::find_path(const Case& matter) const {
  const Area* area = tree_->find(matter.area);
  if (area == nullptr) return {};
  const Date day = area->exists(day_) ? day_ : date_of(to_local(matter.reported_at, offset_));
  std::vector<const Area*> path = tree_->path(matter.area, day);
  const auto inside = [this](const Area* each) { return each->code == under_; };
  if (!under_.empty() && std::none_of(path.begin(), path.end(), inside)) path.clear();
  return path;
}

const std::vector<const Area*>& AreaView::path(const Case& matter) {
  const Area* area = tree_->find(matter.area);
  std::string key = matter.area;
  // The place of an area that is gone depends on the case.
  if (area != nullptr && !area->exists(day_)) {
    key += "@" + format_date(date_of(to_local(matter.reported_at, offset_)));
  }
  const auto found = paths_.find(key);
  if (found != paths_.end()) return found->second;
  return paths_.emplace(std::move(key), find_path(matter)).first->second;
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

Division by_area(AreaView& view, std::string level) {
  const auto unit_of = [&view, level](const Case& matter) -> std::string {
    const auto& path = view.path(matter);
    if (path.empty()) return {};
    for (const Area* area : path) {
      if (area->kind == level) return area->code;
    }
    return path.front()->code;
  };
  const auto name_of = [&view, level](const std::string& unit) -> UnitName {
    const Area* area = view.tree().find(unit);
    if (area == nullptr) return {};
    const AreaSpell* spell = area->on(view.day());
    if (spell == nullptr && !area->spells.empty()) spell = &area->spells.back();
    return {spell == nullptr ? std::string() : spell->name, area->kind, area->kind == level};
  };
  return {unit_of, name_of, view.of_level(level)};
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
  return {unit_of, name_of, {}};
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
  return {unit_of, name_of, {}, true};
}

}  // namespace grid::domain
