// Masking of personal data (脱敏), as the policy says how much is shown.
#pragma once

#include <grid/domain/policy.h>

#include <string>
#include <string_view>

namespace grid::domain {

// The leading and trailing characters that are shown, a star for each one hidden. A text that
// would be shown whole, or nearly (two hidden characters or fewer), is hidden whole.
[[nodiscard]] std::string mask_ends(std::string_view text, ShownEnds shown);

// keep: the name; surname: its first character (复姓 too: never more than one), then stars.
[[nodiscard]] std::string mask_name(std::string_view name, NameMask shown);

}  // namespace grid::domain
