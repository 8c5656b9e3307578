// AreaIds: codes of areas and the numbers of their rows, both ways, as one transaction sees them.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/area_tree.h>
#include <grid/sql/database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace grid::store {

class AreaIds {
 public:
  AreaIds(sql::Database& db, const domain::AreaTree& areas, Date day);

  // nullopt for an empty or unknown code.
  [[nodiscard]] std::optional<int64_t> id(std::string_view code) const;
  // "" where there is no such row.
  [[nodiscard]] const std::string& code(std::optional<int64_t> id) const;
  // Code of the community that the area is or lies in; "" where it lies in none.
  [[nodiscard]] const std::string& community(std::optional<int64_t> id) const;
  // Rows of the community and of all that lies in it, in the order of row numbers.
  [[nodiscard]] std::vector<int64_t> within(std::string_view community) const;

 private:
  struct Entry {
    std::string code;
    std::string community;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, int64_t, Hash, std::equal_to<>> ids_;
  std::unordered_map<int64_t, Entry> entries_;
};

}  // namespace grid::store
