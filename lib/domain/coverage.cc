#include <grid/domain/coverage.h>

#include <map>
#include <set>
#include <utility>

namespace grid::domain {

namespace {

constexpr int64_t fewest_households = 300;
constexpr int64_t most_households = 500;
constexpr int fewest_grids = 5;
constexpr int most_grids = 10;

bool holds(const StaffEntry& entry, Date day) {
  return (!entry.since || *entry.since <= day) && (!entry.until || day < *entry.until);
}

bool exists(const AreaEntry& area, Date day) {
  return (!area.since || *area.since <= day) && (!area.until || day < *area.until);
}

class Coverage {
 public:
  Coverage(std::span<const AreaEntry> areas, std::span<const StaffEntry> staff, Date day)
      : areas_(areas), day_(day) {
    for (const AreaEntry& area : areas) {
      if (area.kind == "grid" && exists(area, day)) ++grids_[area.parent];
    }
    for (const StaffEntry& entry : staff) {
      if (entry.role != "head" && entry.role != "worker") continue;
      posts_kept_ = true;
      if (holds(entry, day)) filled_.insert({entry.area, entry.role});
    }
  }

  std::vector<CoverageGap> gaps() {
    for (const AreaEntry& area : areas_) {
      if (!exists(area, day_)) continue;
      if (area.kind == "grid") look_at_grid(area);
      if (area.kind == "community") look_at_community(area);
    }
    return std::move(gaps_);
  }

 private:
  void add(Problem problem, const AreaEntry& area, bool warning) {
    gaps_.push_back({std::move(problem), area.code, warning});
  }

  void look_at_grid(const AreaEntry& grid) {
    for (const char* role : {"head", "worker"}) {
      if (!posts_kept_ || filled_.contains({grid.code, role})) continue;
      add(problem("post.vacant", "role", "grid {} has no {}", grid.code, role), grid, false);
    }
    const auto& expected = grid.households_expected;
    if (expected && (*expected < fewest_households || *expected > most_households)) {
      add(problem("grid.size", "households_expected",
                  "grid {} has {} households; {} to {} are usual", grid.code, *expected,
                  fewest_households, most_households),
          grid, true);
    }
  }

  void look_at_community(const AreaEntry& community) {
    if (grids_.empty()) return;
    const auto found = grids_.find(community.code);
    if (found == grids_.end()) {
      add(problem("area.no_grids", "", "community {} has no grids", community.code), community,
          false);
    } else if (found->second < fewest_grids || found->second > most_grids) {
      add(problem("area.grid_count", "", "community {} has {} grids; {} to {} are usual",
                  community.code, found->second, fewest_grids, most_grids),
          community, true);
    }
  }

  std::span<const AreaEntry> areas_;
  Date day_;
  std::map<std::string, int> grids_;                      // by community
  std::set<std::pair<std::string, std::string>> filled_;  // area and role
  bool posts_kept_ = false;
  std::vector<CoverageGap> gaps_;
};

}  // namespace

std::vector<CoverageGap> coverage_gaps(std::span<const AreaEntry> areas,
                                       std::span<const StaffEntry> staff, Date day) {
  return Coverage(areas, staff, day).gaps();
}

}  // namespace grid::domain
