// OrderedLines: lines that come as the tables keep them and leave in the order of a list. All of
// them wait in memory.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::tool {

class OrderedLines {
 public:
  // What comes first decides; no two are alike.
  struct Place {
    uint32_t home = 0;
    bool member = false;  // not the head
    int64_t spell = 0;
    auto operator<=>(const Place&) const = default;
  };

  void add(const Place& place, std::string_view line);
  // Once, in order.
  void give(const std::function<void(std::string_view)>& sink);

 private:
  struct Line {
    Place place;
    uint32_t block = 0;
    uint32_t begin = 0;
    uint32_t size = 0;
  };
  static constexpr size_t block_size = size_t{4} << 20;
  std::vector<std::string> blocks_;  // none grows beyond its room
  std::vector<Line> lines_;
};

}  // namespace grid::tool
