// The tree of areas (区域树) as it was on any day: city, district, street, community, grid,
// micro-grid. Kinds never change; names and superiors change from a day on.
#pragma once

#include <grid/base/time.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace grid::domain {

// A time during which an area had this name and this superior.
struct AreaSpell {
  std::optional<Date> since;  // first day; unset: from the beginning
  std::optional<Date> until;  // first day no longer; unset: still
  std::string name;
  std::string parent;  // code of the direct superior; empty: none
};

struct Area {
  std::string code;
  std::string kind;           // one of the policy's levels
  std::optional<Date> since;  // first day of its existence; unset: always
  std::optional<Date> until;  // first day on which it no longer exists; unset: exists
  std::vector<AreaSpell> spells;
  // The spell that holds on that day; nullptr where there is none.
  const AreaSpell* on(Date day) const;
  bool exists(Date day) const { return (!since || *since <= day) && (!until || day < *until); }
};

class AreaTree {
 public:
  AreaTree() = default;
  // Codes are unique; of doubles the first stays.
  explicit AreaTree(std::vector<Area> areas);

  // Adds an area, or takes the place of the one with its code.
  void put(Area area);

  const Area* find(std::string_view code) const;  // nullptr: unknown
  const std::vector<Area>& all() const { return areas_; }
  // The direct superior on that day; nullptr: none.
  const Area* parent(const Area& area, Date day) const;
  // From the area up to its root, the area first; empty where it is unknown. Ends at a circle.
  std::vector<const Area*> path(std::string_view code, Date day) const;
  // `inner` is `outer` or lies in it. An unknown area lies nowhere.
  bool contains(std::string_view outer, std::string_view inner, Date day) const;
  // The codes of `top` and of all that lies in it, in the order of all().
  std::vector<std::string> subtree(std::string_view top, Date day) const;
  // Areas without a superior on that day.
  std::vector<const Area*> roots(Date day) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::vector<Area> areas_;
  std::unordered_map<std::string, size_t, Hash, std::equal_to<>> index_;
};

}  // namespace grid::domain
