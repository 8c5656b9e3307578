// One act (办理) of a person, whole: the step itself, what silence has meant by then, and what the
// rules make follow of themselves. Pure: the answer is all that is to be written, in this order, or
// the Problem that stands in the way of the step.
#pragma once

#include <grid/base/result.h>
#include <grid/domain/case_decide.h>

#include <vector>

namespace grid::domain {

// An event with the case before and after it; not yet written.
struct Taken {
  Case before;
  Case after;
  Event event;
};

// One step: decided and applied.
[[nodiscard]] Result<Taken> take(const Case& matter, const Intent& intent, const Actor& actor,
                                 const CaseRules& rules, Instant now, const Case* master = nullptr);

// The other case of a merging, with all its events.
struct Master {
  Case matter;
  std::vector<Event> events;
};

// `actor`: with the posts of the day of the act. `master`: for merge and unmerge, nullptr where
// there is no such case. What follows is recorded for the rules, under the actor's login.
[[nodiscard]] Result<std::vector<Taken>> act(const Case& matter, const Intent& intent,
                                             const Actor& actor, const CaseRules& rules,
                                             Instant now, const Master* master);

}  // namespace grid::domain
