// Climbing the ladder (升级) with one case: every step reached, what each does to the case, and
// whom it tells. Pure: the answer is what is to be written, all of it or nothing.
#pragma once

#include <grid/domain/case_act.h>
#include <grid/domain/ladder.h>
#include <grid/domain/ladder_target.h>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grid::domain {

// A step that fired or was passed over, as it is kept and told.
struct FiredStep {
  std::string case_no;
  int32_t cycle = 1;
  Stage stage = Stage::handle;
  std::string rule;            // its key
  Instant reached{};           // when it was reached
  std::optional<Instant> due;  // the deadline it belongs to
  bool skipped = false;        // passed over: nothing below is set
  Instant fired_at{};
  std::optional<Instant> send_at;      // when the notice may be sent; unset: there is none
  int32_t supervise = 0;               // supervision afterwards
  std::string level;                   // of the area that holds the case afterwards
  std::string owner_area;              // that area
  std::string target;                  // area or organisation whose people are told
  std::string role;                    // as what they are told
  std::vector<std::string> addressee;  // their logins
  std::vector<std::string> vacant;     // posts that nobody holds, see name_of(Post)
  std::string obstacle;                // code of what it could not do
  std::string text;                    // of the notice
  bool operator==(const FiredStep&) const = default;
};

// The office's people, as they are on the day of the run.
struct Staffing {
  PostHolders holders;
  std::function<std::string(std::string_view org)> org_name;
};

using FiredKeys = std::set<std::pair<Stage, std::string>>;

struct Climb {
  std::vector<Taken> taken;       // in the order in which they follow one another
  std::vector<FiredStep> fired;   // in the order of firing
  std::vector<Problem> warnings;  // vacant posts and obstacles
};

// `fired`: what has fired in the case's present cycle; takes up what fires now. `ladder`: the
// actor with ladder set, under whose login the steps are recorded. A lead that has kept silent
// for too long is signed for after the steps that its signing still had.
[[nodiscard]] Climb climb(const Case& matter, const CaseRules& rules, const Staffing& staffing,
                          FiredKeys& fired, const Actor& ladder, Instant now);

}  // namespace grid::domain
