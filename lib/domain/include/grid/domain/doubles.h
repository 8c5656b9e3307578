// Likely doubles (疑似重复): open cases that may be about the matter that is just being reported.
// They are told to whoever files it; nothing is ever merged by itself.
#pragma once

#include <grid/domain/area_tree.h>
#include <grid/domain/case.h>
#include <grid/domain/policy.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace grid::domain {

// Metres between two places of the same reference system along the surface of the earth, taken as a
// sphere: off by 0.5 % at most.
[[nodiscard]] double distance(const Place& a, const Place& b);

// The community in which an area lies: itself or the nearest area above it whose kind is
// "community"; the area itself where there is none.
[[nodiscard]] std::string community_of(const AreaTree& areas, std::string_view area, Date day);

// An open case of the same category in the same community, reported within rules.similar_days.
struct DoubleCandidate {
  std::string no;
  std::optional<Place> place;
};

// Whether a candidate is near enough: within rules.similar_metres where both places are known in
// the same reference system; otherwise the community will do.
[[nodiscard]] bool likely_double(const NewCase& filed, const DoubleCandidate& candidate,
                                 const Rules& rules);

inline constexpr size_t most_doubles = 5;  // told at most
// So many of the newest candidates are looked at: a mass import is not to slow down filing.
inline constexpr size_t most_double_candidates = 50;

}  // namespace grid::domain
