#include <grid/domain/area_code.h>
#include <grid/domain/county.h>

#include <algorithm>

namespace grid::domain {

namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool ends_with_zeros(std::string_view code, size_t count) {
  return code.size() > count &&
         code.substr(code.size() - count).find_first_not_of('0') == std::string_view::npos;
}

// The code without the levels it leaves open, where it is a full-length one.
std::string_view significant(std::string_view code) {
  if (code.size() == 12 && ends_with_zeros(code, 3)) code.remove_suffix(3);
  if (code.size() == 9 && ends_with_zeros(code, 3)) code.remove_suffix(3);
  if (code.size() == 6 && ends_with_zeros(code, 4)) return code.substr(0, 2);
  // A few cities have no counties; their own code takes the county's place (441900 东莞).
  if (code.size() == 6 && ends_with_zeros(code, 2) && !find_county(code)) return code.substr(0, 4);
  return code;
}

AreaShape shape_of(std::string_view code) {
  switch (code.size()) {
    case 2:
      return AreaShape::province;
    case 4:
      return AreaShape::city;
    case 6:
      return AreaShape::district;
    case 9:
      return AreaShape::street;
    case 12:
      return AreaShape::community;
    case 15:
      return AreaShape::grid;
    default:
      return code.size() > 15 ? AreaShape::microgrid : AreaShape::other;
  }
}

size_t parent_length(AreaShape shape) {
  switch (shape) {
    case AreaShape::city:
      return 2;
    case AreaShape::district:
      return 4;
    case AreaShape::street:
      return 6;
    case AreaShape::community:
      return 9;
    case AreaShape::grid:
      return 12;
    case AreaShape::microgrid:
      return 15;
    case AreaShape::province:
    case AreaShape::other:
      return 0;
  }
  return 0;
}

}  // namespace

AreaCode describe_area_code(std::string_view code) {
  AreaCode told;
  if (!all_digits(code)) return told;
  const std::string_view known = significant(code);
  told.shape = shape_of(known);
  told.parent = std::string(known.substr(0, parent_length(told.shape)));
  told.official = is_official_shape(code);
  told.county_known = known.size() >= 6 && find_county(known.substr(0, 6)).has_value();
  return told;
}

bool is_official_shape(std::string_view code) {
  if (!all_digits(code)) return false;
  const bool length = code.size() == 2 || code.size() == 4 || code.size() == 6 ||
                      code.size() == 9 || code.size() == 12;
  if (!length || !is_province(code.substr(0, 2))) return false;
  const std::string_view known = significant(code);
  if (known.size() >= 9) {
    const std::string_view street = known.substr(6, 3);
    if (street == "000" || street[0] == '3' || street[0] > '5') return false;
  }
  if (known.size() >= 12 && known[9] > '5') return false;
  return true;
}

std::string_view shape_name(AreaShape shape) {
  switch (shape) {
    case AreaShape::province:
      return "province";
    case AreaShape::city:
      return "city";
    case AreaShape::district:
      return "district";
    case AreaShape::street:
      return "street";
    case AreaShape::community:
      return "community";
    case AreaShape::grid:
      return "grid";
    case AreaShape::microgrid:
      return "microgrid";
    case AreaShape::other:
      return "other";
  }
  return "other";
}

}  // namespace grid::domain
