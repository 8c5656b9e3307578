#include <grid/domain/doubles.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace grid::domain {

namespace {

constexpr double earth_radius = 6'371'008.8;  // metres, mean of the three axes of WGS 84

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}

bool near_enough(const NewCase& filed, const DoubleCandidate& candidate, const Rules& rules) {
  if (rules.similar_metres == 0 || !filed.place || !candidate.place) return true;
  if (filed.place->crs != candidate.place->crs) return true;
  return distance(*filed.place, *candidate.place) <= rules.similar_metres;
}

}  // namespace

// The haversine formula, which is exact for short distances, too.
double distance(const Place& a, const Place& b) {
  const double north = std::sin(radians(b.lat - a.lat) / 2);
  const double east = std::sin(radians(b.lon - a.lon) / 2);
  const double h =
      north * north + std::cos(radians(a.lat)) * std::cos(radians(b.lat)) * east * east;
  return 2 * earth_radius * std::asin(std::sqrt(std::min(h, 1.0)));
}

std::string community_of(const AreaTree& areas, std::string_view area, Date day) {
  for (const Area* each : areas.path(area, day)) {
    if (each->kind == "community") return each->code;
  }
  return std::string(area);
}

std::vector<std::string> likely_doubles(const NewCase& filed,
                                        std::span<const DoubleCandidate> candidates,
                                        const Rules& rules) {
  std::vector<std::string> numbers;
  for (const DoubleCandidate& candidate : candidates) {
    if (numbers.size() == most_doubles) break;
    if (near_enough(filed, candidate, rules)) numbers.push_back(candidate.no);
  }
  return numbers;
}

}  // namespace grid::domain
