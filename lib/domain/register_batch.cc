#include <grid/domain/register_batch.h>

#include <algorithm>
#include <array>

namespace grid::domain {

namespace {

constexpr std::array<std::string_view, 4> names{"import", "move", "undo", "erase"};

}  // namespace

std::string_view name_of(BatchKind kind) {
  return names[static_cast<size_t>(kind)];
}

std::optional<BatchKind> batch_kind_named(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<BatchKind>(found - names.begin());
}

}  // namespace grid::domain
