// The office's policy as TOML (grid-policy(5)): reading with every problem and its place, and
// writing in one canonical form.
//
//   PolicyReading reading = read_policy(text, read_beside(file), known);
//   for (const PolicyProblem& p : reading.problems) …
//   if (reading.ok()) use(reading.policy);
#pragma once

#include <grid/base/problem.h>
#include <grid/base/result.h>
#include <grid/domain/policy.h>
#include <grid/domain/policy_check.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::codec {

struct PolicyProblem {
  Problem problem;
  std::string file;  // as named by `days`; empty: the policy itself
  int line = 0;      // from 1
  bool warning = false;
};

struct PolicyReading {
  domain::Policy policy;  // to be used only where ok()
  std::vector<PolicyProblem> problems;
  [[nodiscard]] bool ok() const;  // no problem but warnings
};

// Gives the content of a file that the policy names (`days`), relative to the policy.
using ReadFile = std::function<Result<std::string>(std::string_view name)>;

// Reads and checks. Where a calendar has days but no covered_until, it is covered to the end of
// the last year that its days speak of. Codes: toml.*, policy.unknown_key, policy.missing,
// policy.type, policy.value, limit.*, calendar.*, ladder.*, mask.*, and those of check_policy().
[[nodiscard]] PolicyReading read_policy(std::string_view toml, const ReadFile& read_file,
                                        const domain::KnownCodes& known = {});

// Office and mask of a document as write_policy() gives it; all else as in an empty policy. Most of
// a policy is about the life of cases: showing one needs no more than this, at a tenth of the work.
// A document that lacks one of the two is none of those, and read whole.
[[nodiscard]] PolicyReading read_office_and_mask(std::string_view canonical,
                                                 const ReadFile& read_file);

enum class Days : uint8_t {
  inlined,  // the document stands alone
  omitted,  // the days are kept elsewhere
};

// Canonical TOML: fixed order of keys, tables in the order of the policy. With the days inlined,
// reading it gives an equal policy, and equal policies give the same bytes.
[[nodiscard]] std::string write_policy(const domain::Policy& policy, Days days = Days::inlined);

// The policy that grid-init starts from, and the official days of 2015 to 2026 that it names
// ("default_calendar.csv"). Its office has neither name nor area yet.
[[nodiscard]] std::string_view default_policy_toml();
[[nodiscard]] std::string_view default_calendar_csv();
// Both, read.
[[nodiscard]] domain::Policy default_policy();

}  // namespace grid::codec
