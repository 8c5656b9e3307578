// What the rules do with a case by themselves, without anybody's asking: silence that counts as
// signing, and a dissatisfied reporter whose case is taken up again. The intents are decided and
// applied like those of people, by an actor who is the ladder.
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/case_decide.h>
#include <grid/domain/case_rules.h>

#include <optional>
#include <vector>

namespace grid::domain {

// The last moment at which a closed case may be reopened; nullopt where it is not closed.
[[nodiscard]] std::optional<Instant> reopen_ends(const Case& matter, const CaseRules& rules);

// The signing that silence stands for, where by `at` the limit for a return has passed: to be
// taken before anything else happens to the case. Its time is the end of that limit, or that of
// the case's last event where that was later.
[[nodiscard]] std::optional<Intent> silent_sign(const Case& matter, const CaseRules& rules,
                                                Instant at);

// What follows at once from the event that made `before` into `after`: a reporter who has just
// said that he is dissatisfied reopens his case, where the policy has it so and the time to reopen
// has not passed.
[[nodiscard]] std::vector<Intent> follow_up(const Case& before, const Case& after,
                                            const CaseRules& rules);

}  // namespace grid::domain
