#include <grid/codec/policy.h>
#include <grid/tool/policy_file.h>
#include <grid/tool/source.h>

namespace grid::tool {

domain::Policy read_policy_file(Session& session, const std::string& name,
                                const domain::KnownCodes& known) {
  const size_t slash = name.rfind('/');
  const std::string folder = slash == name.npos ? "" : name.substr(0, slash + 1);
  const codec::ReadFile beside = [&](std::string_view file) -> Result<std::string> {
    const bool absolute = file.starts_with('/');
    try {
      return read_whole(absolute ? std::string(file) : folder + std::string(file));
    } catch (const Failure& failure) {
      return failure.problem();
    }
  };
  codec::PolicyReading reading = codec::read_policy(read_whole(name), beside, known);
  for (const codec::PolicyProblem& p : reading.problems) {
    const Place place{p.file.empty() ? name : p.file, p.line, 0};
    if (p.warning) {
      session.messages().warning(p.problem, place);
    } else {
      session.messages().error(p.problem, place);
    }
  }
  if (!reading.ok()) throw Ended{exit_configuration};
  // As they are kept, so that the same rules are told to be the same.
  for (auto& [calendar, rule] : reading.policy.calendars) domain::order_notices(rule.days);
  return std::move(reading.policy);
}

}  // namespace grid::tool
