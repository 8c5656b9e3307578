// What the column `parts` of case_file says: which further rows belong to a case (an own header of
// lib/store).
#pragma once

#include <cstdint>

namespace grid::store {

inline constexpr int64_t part_joint = 1;
inline constexpr int64_t part_whistles = 2;
inline constexpr int64_t part_merged = 4;

}  // namespace grid::store
