// The clocks of a case: which limit and which calendar they run under, where they end, what is
// left of them while they stand still.
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// The limits of one case under the versions that its clocks run under: limits from one, calendars
// from another where a later notice counts. Uses both arguments and must not outlive them.
class CaseLimits {
 public:
  // By the area tree of the day from which its policy version holds for it, so that a clock keeps
  // its limit and its calendar while areas are moved and merged.
  CaseLimits(const Case& matter, const CaseRules& rules);
  // By the area tree of that day.
  CaseLimits(const Case& matter, Date day, const CaseRules& rules);

  // Unset: no limit, no clock.
  std::optional<Limit> limit(Stage stage) const;
  std::optional<Limit> promise_limit() const;
  // The unit's own calendar counts for signing and handling, also for a joint unit.
  const Calendar& calendar(Stage stage) const;
  const Calendar& joint_calendar(std::string_view org) const { return stage_.calendar(org); }
  const Calendar& promise_calendar() const { return promise().calendar({}); }
  const PolicyVersion& version() const { return *stage_.limits; }
  const std::vector<std::string>& area_path() const { return path_; }

  // A clock that starts; without an end where there is no limit.
  Clock start(Stage stage, Instant from) const;
  Clock start_promise(Instant from) const;
  Clock start_joint(std::string_view org, Instant from) const;

 private:
  struct Source {
    const PolicyVersion* limits;
    const PolicyVersion* calendars;
    const LimitRule* rule;  // nullptr: no limits
    const Calendar& calendar(std::string_view org) const;
  };
  const Source& promise() const;

  const Case* matter_;
  const CaseRules* rules_;
  std::vector<std::string> path_;
  Source stage_;
  mutable std::optional<Source> promise_;  // looked up when it is first asked for
};

// Clock time (m, h) runs day and night; the others count office time.
[[nodiscard]] bool runs_day_and_night(LimitUnit unit);
// A clock's own time from one moment to another; negative backwards.
[[nodiscard]] Seconds own_time(Instant from, Instant until, LimitUnit unit,
                               const Calendar& calendar);
// What was used of a clock at that moment; more than it is worth where it has run over.
[[nodiscard]] Seconds used(const Clock& clock, Instant at, LimitUnit unit,
                           const Calendar& calendar);

// Stops a running clock at `at`, keeping what is left; a clock without an end stays without.
[[nodiscard]] Clock pause(const Clock& clock, Instant at, LimitUnit unit, const Calendar& calendar);
// Runs on from `at` with what was left; a clock that was not paused stays as it is.
[[nodiscard]] Clock go_on(const Clock& clock, Instant at, LimitUnit unit, const Calendar& calendar);
// Moves the end of a running clock by a limit.
[[nodiscard]] Clock extend(const Clock& clock, Limit by, LimitUnit unit, const Calendar& calendar);

// The moment `by` before or after an end (for the ladder). Before, in wd: the close of business
// of as many working days earlier; in d: as many days earlier at the same hour.
[[nodiscard]] Instant before_end(Instant due, Limit by, const Calendar& calendar);
[[nodiscard]] Instant after_end(Instant due, Limit by, const Calendar& calendar);
// The moment `percent` of a limit before (negative) or after an end.
[[nodiscard]] Instant share_from_end(Instant due, Limit limit, int percent,
                                     const Calendar& calendar);

}  // namespace grid::domain
