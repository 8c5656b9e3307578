// Dwelling (房屋): a place where people live, with the households that share it.
#pragma once

#include <grid/domain/household.h>

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace grid::domain {

struct Dwelling {
  std::string community;  // code of the community in which it lies
  std::string building, unit, room;
  std::string address;                  // where, in words
  std::string area;                     // code of the grid of its first household that has one
  std::string kind;                     // 住所类型, in the office's words
  std::vector<std::string> households;  // their numbers
  int64_t members = 0;                  // people who live or are registered in them
  bool operator==(const Dwelling&) const = default;
};

// Brings households together that live in the same place of a community: what the words for it say.
class DwellingRoll {
 public:
  // A household of which no place is known lives in no dwelling.
  void add(const Household& household, int64_t members);
  // In the order of community, building, unit, room and address.
  [[nodiscard]] std::vector<Dwelling> dwellings() const;

 private:
  using Place = std::tuple<std::string, std::string, std::string, std::string, std::string>;
  std::map<Place, Dwelling> dwellings_;
};

}  // namespace grid::domain
