// HomePlaces: where each household stands in a list of the register (an own header of lib/store),
// for lists whose people are not read household by household.
#pragma once

#include <grid/sql/database.h>
#include <grid/store/area_ids.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace grid::store {

class HomePlaces {
 public:
  struct Home {
    uint32_t place = 0;  // from 1; 0: in none of the communities
    uint32_t community = 0;
    std::string no;
  };

  // `communities`: codes, in order. Keeps every household of them: 48 bytes each.
  HomePlaces(sql::Database& db, const AreaIds& areas, const std::vector<std::string>& communities);

  // By row number; nullptr: of none of the communities.
  [[nodiscard]] const Home* of(int64_t household) const;
  [[nodiscard]] const std::string& community_of(const Home& home) const {
    return codes_[home.community];
  }
  // Of who has no household, before the households of the community; 0: of none of them.
  [[nodiscard]] uint32_t without_home(const std::string& community) const;

 private:
  std::vector<std::string> codes_;
  std::vector<Home> homes_;  // by row number
  std::unordered_map<std::string, uint32_t> without_home_;
};

}  // namespace grid::store
