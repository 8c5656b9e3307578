#include <grid/domain/area_tree.h>

#include <algorithm>

namespace grid::domain {

namespace {

// Deeper than any administration; a longer way up is a circle in the data.
constexpr size_t max_depth = 32;

}  // namespace

const AreaSpell* Area::on(Date day) const {
  for (const AreaSpell& spell : spells) {
    if ((!spell.since || *spell.since <= day) && (!spell.until || day < *spell.until)) {
      return &spell;
    }
  }
  return nullptr;
}

AreaTree::AreaTree(std::vector<Area> areas) : areas_(std::move(areas)) {
  index_.reserve(areas_.size());
  for (size_t i = 0; i < areas_.size(); ++i) index_.emplace(areas_[i].code, i);
}

void AreaTree::put(Area area) {
  const auto [place, fresh] = index_.try_emplace(area.code, areas_.size());
  if (fresh) {
    areas_.push_back(std::move(area));
  } else {
    areas_[place->second] = std::move(area);
  }
}

const Area* AreaTree::find(std::string_view code) const {
  const auto found = index_.find(code);
  return found == index_.end() ? nullptr : &areas_[found->second];
}

const Area* AreaTree::parent(const Area& area, Date day) const {
  const AreaSpell* spell = area.on(day);
  return spell == nullptr || spell->parent.empty() ? nullptr : find(spell->parent);
}

std::vector<const Area*> AreaTree::path(std::string_view code, Date day) const {
  std::vector<const Area*> path;
  for (const Area* area = find(code); area != nullptr && path.size() < max_depth;
       area = parent(*area, day)) {
    if (std::find(path.begin(), path.end(), area) != path.end()) break;
    path.push_back(area);
  }
  return path;
}

bool AreaTree::contains(std::string_view outer, std::string_view inner, Date day) const {
  size_t depth = 0;
  for (const Area* area = find(inner); area != nullptr && depth < max_depth;
       area = parent(*area, day), ++depth) {
    if (area->code == outer) return true;
  }
  return false;
}

std::vector<std::string> AreaTree::subtree(std::string_view top, Date day) const {
  std::vector<std::string> codes;
  for (const Area& area : areas_) {
    if (contains(top, area.code, day)) codes.push_back(area.code);
  }
  return codes;
}

std::vector<const Area*> AreaTree::roots(Date day) const {
  std::vector<const Area*> roots;
  for (const Area& area : areas_) {
    if (area.exists(day) && parent(area, day) == nullptr) roots.push_back(&area);
  }
  return roots;
}

}  // namespace grid::domain
