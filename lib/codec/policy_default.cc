#include <grid/base/failure.h>
#include <grid/codec/policy.h>

namespace grid::codec {

domain::Policy default_policy() {
  const ReadFile calendar = [](std::string_view) -> Result<std::string> {
    return std::string(default_calendar_csv());
  };
  PolicyReading reading = read_policy(default_policy_toml(), calendar);
  if (!reading.ok()) throw Failure(FailureKind::defect, reading.problems.front().problem);
  return std::move(reading.policy);
}

}  // namespace grid::codec
