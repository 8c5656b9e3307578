#include <grid/domain/country.h>

#include <algorithm>

namespace grid::domain {

namespace {

constexpr Country kCountries[] = {
#include "countries.inc"
};
static_assert(std::ranges::is_sorted(kCountries, {}, &Country::alpha3));

}  // namespace

std::span<const Country> countries() {
  return kCountries;
}

const Country* find_country(std::string_view alpha3) {
  const auto* found = std::ranges::lower_bound(kCountries, alpha3, {}, &Country::alpha3);
  return found != std::end(kCountries) && found->alpha3 == alpha3 ? found : nullptr;
}

const Country* find_country_numeric(std::string_view three_digits) {
  const auto* found = std::ranges::find(kCountries, three_digits, &Country::numeric);
  return found != std::end(kCountries) ? found : nullptr;
}

}  // namespace grid::domain
