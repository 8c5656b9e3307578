// The one clock of the tools: the system's, or the moment that --now fixes.
#pragma once

#include <grid/base/time.h>

#include <optional>

namespace grid::tool {

class Clock {
 public:
  Clock() = default;
  explicit Clock(Instant fixed) : fixed_(fixed) {}
  [[nodiscard]] Instant now() const;

 private:
  std::optional<Instant> fixed_;
};

// For rates shown to people; no relation to the calendar.
[[nodiscard]] double steady_seconds();

}  // namespace grid::tool
