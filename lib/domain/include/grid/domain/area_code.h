// Area codes (区划代码): what a code's shape says. Statistical codes have 12 digits, county 6 +
// street 3 + community 3; a grid adds 3, a micro-grid more. An office may use any other code for
// its areas: nothing here refuses one, it only tells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace grid::domain {

// What a code's shape says; `other` says nothing.
enum class AreaShape : uint8_t {
  other,
  province,
  city,
  district,
  street,
  community,
  grid,
  microgrid
};

struct AreaCode {
  AreaShape shape = AreaShape::other;
  std::string parent;         // the code's prefix one level up; empty where the shape has none
  bool official = false;      // province to community: its digits keep the rules of the lists
  bool county_known = false;  // its first six digits are a county, past or present
};

// Describes a code without spaces. Trailing zeros of a 12-digit code are levels left open:
// 330782002000 is the street 330782002, and its parent is 330782.
[[nodiscard]] AreaCode describe_area_code(std::string_view code);

// Whether `code` is one that the official lists could hold, community level at the lowest:
// a province's first digits; street part 001–199 (街道, 镇), 2xx 乡, 4xx–5xx zones and farms;
// community part 001–199 (居委会), 200–399 (村委会), 400–599 (similar units).
[[nodiscard]] bool is_official_shape(std::string_view code);

// "district", "street", "community", "grid", "microgrid": the usual names of the policy's levels.
[[nodiscard]] std::string_view shape_name(AreaShape shape);

}  // namespace grid::domain
