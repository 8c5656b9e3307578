#include <grid/domain/case_follow.h>
#include <grid/domain/case_reasons.h>
#include <grid/domain/clock.h>
#include <grid/domain/silence.h>

#include <algorithm>

namespace grid::domain {

std::optional<Instant> reopen_ends(const Case& matter, const CaseRules& rules) {
  if (matter.state != State::closed || !matter.closed_at) return std::nullopt;
  const Instant from = *matter.closed_at;
  const CaseLimits limits(matter, rules.day(from), rules);
  const Limit within = limits.version().policy().rules.reopen_within;
  return limits.promise_calendar().add(from, within).at;
}

std::optional<Intent> silent_sign(const Case& matter, const CaseRules& rules, Instant at) {
  const auto until = silence_ends(matter, rules);
  // Before the last event nothing can be taken: the step itself is refused.
  if (!until || at <= *until || at < matter.last_at) return std::nullopt;
  Intent sign;
  sign.action = Action::sign;
  sign.at = std::max(*until, matter.last_at);
  sign.reason = code(RuleReason::silence);
  return sign;
}

std::vector<Intent> follow_up(const Case& before, const Case& after, const CaseRules& rules) {
  const bool said_now = after.state == State::closed &&
                        after.satisfaction == Satisfaction::dissatisfied &&
                        before.satisfaction != after.satisfaction;
  if (!said_now || !rules.version(after.policy).policy().rules.reopen_when_dissatisfied) return {};
  const auto until = reopen_ends(after, rules);
  if (!until || after.last_at > *until) return {};
  Intent reopen;
  reopen.action = Action::reopen;
  reopen.at = after.last_at;
  reopen.reason = code(RuleReason::dissatisfied);
  return {std::move(reopen)};
}

}  // namespace grid::domain
