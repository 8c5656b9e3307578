#include <grid/tool/ordered_lines.h>

#include <algorithm>

namespace grid::tool {

void OrderedLines::add(const Place& place, std::string_view line) {
  if (blocks_.empty() || blocks_.back().size() + line.size() > blocks_.back().capacity()) {
    blocks_.emplace_back().reserve(std::max(block_size, line.size()));
  }
  std::string& block = blocks_.back();
  lines_.push_back({place, static_cast<uint32_t>(blocks_.size() - 1),
                    static_cast<uint32_t>(block.size()), static_cast<uint32_t>(line.size())});
  block += line;
}

void OrderedLines::give(const std::function<void(std::string_view)>& sink) {
  std::ranges::sort(lines_, {}, &Line::place);
  for (const Line& line : lines_) {
    sink(std::string_view(blocks_[line.block]).substr(line.begin, line.size));
  }
}

}  // namespace grid::tool
