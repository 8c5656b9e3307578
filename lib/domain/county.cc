#include <grid/domain/county.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <span>

namespace grid::domain {

namespace {

constexpr uint32_t kCodes[] = {
#include "county_codes.inc"
};
constexpr uint32_t kSince[] = {
#include "county_since.inc"
};
static_assert(std::ranges::is_sorted(kCodes));
static_assert(std::ranges::is_sorted(kSince));

constexpr uint32_t kInForce = 999;

// The year part of the entry for `code`, or nullopt.
std::optional<uint32_t> year_part(std::span<const uint32_t> entries, uint32_t code) {
  const auto at = std::ranges::lower_bound(entries, code * 1000);
  if (at == entries.end() || *at / 1000 != code) return std::nullopt;
  return *at % 1000;
}

}  // namespace

std::optional<County> find_county(std::string_view code) {
  uint32_t number = 0;
  const char* end = code.data() + code.size();
  const auto read = std::from_chars(code.data(), end, number);
  if (code.size() != 6 || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  const std::optional<uint32_t> last = year_part(kCodes, number);
  if (!last) return std::nullopt;
  County county;
  if (*last != kInForce) county.until = 1900 + static_cast<int>(*last);
  if (const auto first = year_part(kSince, number)) county.since = 1900 + static_cast<int>(*first);
  return county;
}

bool is_province(std::string_view two_digits) {
  static constexpr std::array<std::string_view, 31> kProvinces = {
      "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33",
      "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50",
      "51", "52", "53", "54", "61", "62", "63", "64", "65"};
  return std::ranges::binary_search(kProvinces, two_digits);
}

}  // namespace grid::domain
