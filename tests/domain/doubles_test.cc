#include <doctest/doctest.h>
#include <grid/domain/doubles.h>

#include "case_office.h"

using namespace office;

namespace {

// Known distances on the sphere: one degree of latitude, the equator's, a quarter around.
constexpr double degree = 111'195.08;

}  // namespace

TEST_CASE("distances follow the surface of the earth") {
  const struct {
    Place a, b;
    double metres;
  } rows[] = {
      {{120.08, 29.31}, {120.08, 29.31}, 0},
      {{120, 29}, {120, 30}, degree},
      {{120, 0}, {121, 0}, degree},
      {{120, 60}, {121, 60}, 55'596.9},  // half as far: cos 60° is a half
      {{179.5, 0}, {-179.5, 0}, degree},
      {{0, 0}, {90, 0}, 90 * degree},
      {{0, 90}, {120, -90}, 180 * degree},
      {{120.08000, 29.31000}, {120.08000, 29.31180}, 200.15},
  };
  for (const auto& row : rows) {
    CAPTURE(row.metres);
    CHECK(distance(row.a, row.b) == doctest::Approx(row.metres).epsilon(2e-4));
    CHECK(distance(row.b, row.a) == doctest::Approx(distance(row.a, row.b)));
  }
}

TEST_CASE("the community of an area is itself or above it") {
  const AreaTree areas = make_areas();
  const Date today = day("2026-11-20");
  CHECK(community_of(areas, grid_3, today) == community);
  CHECK(community_of(areas, community, today) == community);
  CHECK(community_of(areas, street, today) == street);
  CHECK(community_of(areas, "unknown", today) == "unknown");
}

TEST_CASE("a likely double is near, as far as both places are known") {
  Rules rules;
  rules.similar_metres = 200;
  const Place here{120.08, 29.31};
  NewCase nowhere = filed();
  nowhere.place.reset();
  NewCase known = filed();
  known.place = here;
  const DoubleCandidate near{"1", Place{120.08, 29.3117}};    // 189 m
  const DoubleCandidate beyond{"2", Place{120.08, 29.3119}};  // 211 m
  const DoubleCandidate unlike{"3", Place{120.08, 29.3119, Crs::gcj02}};
  const DoubleCandidate unknown{"4", {}};
  CHECK(likely_double(known, near, rules));
  CHECK(!likely_double(known, beyond, rules));
  CHECK(likely_double(known, unlike, rules));
  CHECK(likely_double(known, unknown, rules));
  CHECK(likely_double(nowhere, beyond, rules));
  rules.similar_metres = 0;
  CHECK(likely_double(known, beyond, rules));
}
