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

bool likely_double(const NewCase& filed, const DoubleCandidate& candidate, const Rules& rules) {
  if (rules.similar_metres == 0 || !filed.place || !candidate.place) return true;
  if (filed.place->crs != candidate.place->crs) return true;
  return distance(*filed.place, *candidate.place) <= rules.similar_metres;
}

}  // namespace grid::domain
