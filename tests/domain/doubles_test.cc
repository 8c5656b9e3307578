#include <doctest/doctest.h>
#include <grid/domain/doubles.h>

#include "case_office.h"

using namespace office;

namespace {

// Known distances on the sphere: one degree of latitude, the equator's, a quarter around.
constexpr double degree = 111'195.08;

NewCase at_place(double lon, double lat, Crs crs = Crs::wgs84) {
  NewCase matter = filed();
  matter.place = Place{lon, lat, crs};
  return matter;
}

DoubleCandidate candidate(const char* no, std::optional<Place> place = {}) {
  return {no, place};
}

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

TEST_CASE("doubles are near, five at most, in the order given") {
  Rules rules;
  rules.similar_metres = 200;
  const Place here{120.08, 29.31};
  const Place near{120.08, 29.3117};    // 189 m
  const Place beyond{120.08, 29.3119};  // 211 m
  const Place elsewhere{120.08, 29.3119, Crs::gcj02};
  const std::vector<DoubleCandidate> all{candidate("1", beyond), candidate("2", near),
                                         candidate("3"), candidate("4", elsewhere)};
  using Numbers = std::vector<std::string>;
  CHECK(likely_doubles(at_place(120.08, 29.31), all, rules) == Numbers{"2", "3", "4"});
  NewCase nowhere = filed();
  nowhere.place.reset();
  CHECK(likely_doubles(nowhere, all, rules) == Numbers{"1", "2", "3", "4"});
  rules.similar_metres = 0;
  CHECK(likely_doubles(at_place(120.08, 29.31), all, rules) == Numbers{"1", "2", "3", "4"});
  std::vector<DoubleCandidate> many;
  for (const char* no : {"9", "8", "7", "6", "5", "4", "3"}) many.push_back(candidate(no, here));
  CHECK(likely_doubles(at_place(120.08, 29.31), many, rules) == Numbers{"9", "8", "7", "6", "5"});
  CHECK(likely_doubles(nowhere, {}, rules).empty());
}
