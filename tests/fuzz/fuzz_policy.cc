// Any bytes as a policy, and as the calendar file that it names. Every problem has a code and a
// line; a policy without errors reads back from what is written of it, and its calendars compile.
#include <grid/codec/calendar_days.h>
#include <grid/codec/policy.h>
#include <grid/codec/policy_diff.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "require.h"

using namespace grid;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto& day : codec::read_calendar_csv(text).days) {
    FUZZ_REQUIRE(*codec::parse_day_line(codec::format_day_line(day)) == day);
  }
  const codec::ReadFile same_bytes = [&](std::string_view) -> Result<std::string> {
    return std::string(text);
  };
  const codec::PolicyReading reading = codec::read_policy(text, same_bytes);
  for (const codec::PolicyProblem& each : reading.problems) {
    FUZZ_REQUIRE(!each.problem.code.empty() && each.line > 0);
  }
  if (!reading.ok()) return 0;
  const std::string written = codec::write_policy(reading.policy);
  const codec::PolicyReading again = codec::read_policy(written, same_bytes);
  FUZZ_REQUIRE(again.ok());
  FUZZ_REQUIRE(again.policy == reading.policy);
  FUZZ_REQUIRE(codec::write_policy(again.policy) == written);
  FUZZ_REQUIRE(codec::diff_policies(reading.policy, again.policy).empty());
  for (const auto& [name, rule] : reading.policy.calendars) {
    FUZZ_REQUIRE(domain::Calendar::compile(rule, reading.policy.office.utc_offset));
  }
  return 0;
}
