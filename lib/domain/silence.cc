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

bool comes_before_silence(const Trigger& trigger, Limit sign, Limit return_within,
                          const Calendar& calendar) {
  // A week without holidays in the arrangements known so far; every two hours of it.
  const Instant monday = to_instant(LocalTime{Date{std::chrono::days{16'811}}}, calendar.offset());
  for (int sample = 0; sample < 7 * 12; ++sample) {
    const Instant from = monday + std::chrono::hours{2 * sample + 1};
    const Instant due = calendar.add(from, sign).at;
    Instant at = due;
    if (trigger.kind == TriggerKind::silence) {
      at = calendar.add(from, trigger.offset).at;
    } else if (trigger.kind == TriggerKind::share) {
      at = share_from_end(due, sign, trigger.before ? -trigger.percent : trigger.percent, calendar);
    } else if (trigger.kind == TriggerKind::time && !trigger.before) {
      at = after_end(due, trigger.offset, calendar);
    } else {
      return true;
    }
    if (at < calendar.add(from, return_within).at) return true;
  }
  return false;
}

}  // namespace grid::domain
