// Track (办件查询): what a resident who holds the receipt may see of a case, and nothing else: no
// names, no logins, no places, nothing that was said within the office.
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/event.h>

#include <optional>
#include <span>
#include <string>

namespace grid::domain {

struct Track {
  std::string no;
  State state = State::reported;
  std::string org;  // the lead; empty: the office itself has it
  Instant reported_at{};
  std::optional<Instant> accepted_at;
  std::optional<Instant> dispatched_at;  // to the present lead
  std::optional<Instant> resolved_at;
  std::optional<Instant> ended_at;
  std::optional<Instant> promise;  // unset: none runs, or it stands still
  bool provisional = false;
  std::optional<bool> late;  // of the promise; unset: there is none
  std::string answer;        // the result, once it was verified; why the case was not accepted
};

// `own`: the case of the receipt. `master`: the case into which it was merged, whose progress
// counts, else the same. `events`: of the master, in their order.
[[nodiscard]] Track track(const Case& own, const Case& master, std::span<const Event> events,
                          Instant now);

// The state in the words of a resident.
[[nodiscard]] std::string_view words_for_residents(State state, bool chinese);

}  // namespace grid::domain
