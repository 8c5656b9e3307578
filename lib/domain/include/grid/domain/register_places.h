// RegisterPlaces: which community and which grid the words of a register mean.
#pragma once

#include <grid/base/result.h>
#include <grid/domain/area_tree.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace grid::domain {

struct RegisterPlace {
  std::string community;      // code
  std::string grid;           // code; empty: none named, or unknown
  bool grid_unknown = false;  // a grid was named that the community does not have
};

class RegisterPlaces {
 public:
  // The areas as they stand on `day`. `fallback`: code of the community or grid that rows belong
  // to where they do not tell (--area); of a higher area: only names in it count; empty: none.
  // Code of check(): area.unknown where the office does not have it.
  RegisterPlaces(const AreaTree& areas, Date day, std::string fallback);
  [[nodiscard]] Status check() const;

  // A community by code or by name (商苑社区, 商苑), a grid by code, by its last digits, by name or
  // by its number (第三网格, 3网格, 商苑社区第三网格). A grid's full code tells the community, too.
  // Codes: area.unknown, area.ambiguous (two communities of that name), area.required.
  [[nodiscard]] Result<RegisterPlace> find(std::string_view community, std::string_view grid);

 private:
  struct Grid {
    std::string code;
    std::string name;
    int64_t number = -1;  // that its name or its code tells
  };
  struct Community {
    std::string code;
    std::vector<Grid> grids;
  };
  Result<RegisterPlace> look_up(std::string_view community, std::string_view grid) const;
  Result<const Community*> community_of(std::string_view text, std::string_view grid) const;
  static const Grid* grid_of(const Community& community, std::string_view text);

  std::vector<Community> communities_;
  std::unordered_map<std::string, size_t> by_code_;               // communities and their grids
  std::unordered_map<std::string, std::vector<size_t>> by_name_;  // with and without 社区
  std::string fallback_community_;
  std::string fallback_grid_;
  std::string fallback_;
  bool fallback_known_ = true;
  std::unordered_map<std::string, RegisterPlace> found_;  // what was asked before
};

// The number that the name of a grid tells: 第三网格 3, 12网格 12, 商苑社区第二十一网格 21; -1:
// none.
[[nodiscard]] int64_t grid_number(std::string_view name);

}  // namespace grid::domain
