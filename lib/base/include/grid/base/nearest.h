// The nearest of some known names to a mistyped one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace grid {

// The name with the smallest edit distance (insertions, deletions, substitutions, swaps of
// neighbours; by byte), the first of equals; "" when none is near enough to be meant.
[[nodiscard]] std::string nearest(std::string_view typed, std::span<const std::string> known);

}  // namespace grid
