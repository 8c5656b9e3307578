// Countries and regions (国家和地区, ISO 3166-1, GB/T 2659).
#pragma once

#include <span>
#include <string_view>

namespace grid::domain {

struct Country {
  std::string_view alpha3, alpha2, numeric;  // "CHN", "CN", "156"
  std::string_view zh, en;                   // short names
};

[[nodiscard]] std::span<const Country> countries();  // sorted by alpha3
// nullptr: there is none.
[[nodiscard]] const Country* find_country(std::string_view alpha3);
[[nodiscard]] const Country* find_country_numeric(std::string_view three_digits);

}  // namespace grid::domain
