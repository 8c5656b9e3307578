#include <grid/tool/clock.h>

#include <chrono>

namespace grid::tool {

Instant Clock::now() const {
  if (fixed_) return *fixed_;
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

double steady_seconds() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(since).count();
}

}  // namespace grid::tool
