// The verdict on the promise to the resident (时限认定), frozen when a case closes: a later policy
// or calendar never changes it.
//
// It stands in the data of the closing event: policy and calendar (versions), limit, used (seconds
// of the promise's own time), late (1 or 0), and late_area, late_org, late_staff: who had the case
// when the promise ran out.
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/limit.h>

#include <optional>
#include <string>
#include <string_view>

namespace grid::domain {

struct Verdict {
  int64_t policy = 0;
  int64_t calendar = 0;
  std::optional<Limit> limit;   // unset: nothing was promised
  std::optional<Seconds> used;  // likewise
  bool late = false;
  std::optional<Holder> holder;  // of a late case
};

// Of an open case that closes at that moment.
[[nodiscard]] Verdict judge(const Case& matter, Instant closed_at, const CaseRules& rules);
void add_verdict(std::string& data, const Verdict& verdict);
// What of it a closed case keeps: late and used. Its holder is known by then.
void take_verdict(Case& matter, std::string_view data);

}  // namespace grid::domain
