// County codes (县级行政区划代码, GB/T 2260): which six digits have named a county, district or
// county-level city, and when. A retired code stays valid in identity numbers issued under it.
#pragma once

#include <optional>
#include <string_view>

namespace grid::domain {

struct County {
  int since = 0;  // first year in force; 0: not known
  int until = 0;  // last year in force, at the latest; 0: in force in the edition of 2023
};
// County::until of the codes that were gone from the first edition at hand (end of 2002): their
// true last year is earlier and not known.
inline constexpr int kBeforeFirstEdition = 2002;

// The county of a six-digit code; nullopt: none known (never a reason to refuse: lists are late).
[[nodiscard]] std::optional<County> find_county(std::string_view code);

// Whether the two digits are a province of the mainland (省级代码); Taiwan (71), Hong Kong (81)
// and Macao (82) issue no resident numbers of GB 11643 and are not among them.
[[nodiscard]] bool is_province(std::string_view two_digits);

}  // namespace grid::domain
