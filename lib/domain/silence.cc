#include <grid/domain/clock.h>
#include <grid/domain/silence.h>

namespace grid::domain {

std::optional<Instant> silence_ends(const Case& matter, const CaseRules& rules) {
  if (matter.state != State::dispatched || !matter.dispatched_at) return std::nullopt;
  const Instant from = *matter.dispatched_at;
  const CaseLimits limits(matter, rules.day(from), rules);
  const Limit within = limits.version().policy().rules.return_within;
  return limits.calendar(Stage::sign).add(from, within).at;
}

}  // namespace grid::domain
