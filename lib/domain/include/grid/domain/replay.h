// What events make of a case. Pure: the same events under the same rules give the same case,
// which is why the stored row is only an index of them.
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/event.h>

#include <optional>
#include <span>

namespace grid::domain {

// The case after `event`. `before`: nullptr for a report. The event was made by decide() (or read
// back): a step that the table does not hold is a Failure (bad_data, case.step).
[[nodiscard]] Case apply(const Case* before, const Event& event, const CaseRules& rules);

// All events of one case in their order; nullopt where there are none.
[[nodiscard]] std::optional<Case> replay(std::span<const Event> events, const CaseRules& rules);

}  // namespace grid::domain
