#include <grid/base/failure.h>
#include <grid/domain/case_rules.h>

#include <algorithm>

namespace grid::domain {

PolicyVersion::PolicyVersion(int64_t number, Policy policy)
    : number_(number),
      policy_(std::make_shared<const Policy>(std::move(policy))),
      compiled_(std::make_shared<std::map<const CalendarRule*, Calendar>>()) {}

const Calendar& PolicyVersion::calendar_for(const LimitRule* rule, std::string_view org) const {
  const CalendarRule& source = policy_->calendar_for(rule, org);
  const auto found = compiled_->find(&source);
  if (found != compiled_->end()) return found->second;
  Result<Calendar> compiled = Calendar::compile(source, policy_->office.utc_offset);
  if (!compiled) throw Failure(FailureKind::configuration, compiled.problem());
  return compiled_->emplace(&source, *std::move(compiled)).first->second;
}

int64_t version_in_force(std::span<const PolicyDate> dates, Instant now) {
  const PolicyDate* best = nullptr;
  for (const PolicyDate& each : dates) {
    if (each.since <= now && (best == nullptr || each.since >= best->since)) best = &each;
  }
  return best == nullptr ? dates.front().version : best->version;
}

CaseRules::CaseRules(std::vector<PolicyDate> dates, Load load, const AreaTree& areas, Knows has_org,
                     Knows has_staff)
    : dates_(std::move(dates)),
      load_(std::move(load)),
      areas_(&areas),
      has_org_(std::move(has_org)),
      has_staff_(std::move(has_staff)) {
  if (dates_.empty()) {
    throw Failure(FailureKind::configuration,
                  problem("policy.none", "", "the office has no policy"));
  }
}

const PolicyVersion& CaseRules::current(Instant now) const {
  return version(version_in_force(dates_, now));
}

const PolicyVersion& CaseRules::version(int64_t number) const {
  const auto found = loaded_.find(number);
  if (found != loaded_.end()) return found->second;
  const bool known = std::any_of(dates_.begin(), dates_.end(),
                                 [&](const PolicyDate& each) { return each.version == number; });
  if (!known) {
    throw Failure(FailureKind::bad_data,
                  problem("policy.version", "policy", "the file has no policy version {}", number));
  }
  return loaded_.emplace(number, load_(number)).first->second;
}

UtcOffset CaseRules::offset() const {
  // An office keeps its offset; any version tells it. Prefer one that is at hand.
  const PolicyVersion& any =
      loaded_.empty() ? version(dates_.back().version) : loaded_.rbegin()->second;
  return any.policy().office.utc_offset;
}

std::vector<std::string> CaseRules::area_path(std::string_view area, Date day) const {
  std::vector<std::string> codes;
  for (const Area* each : areas_->path(area, day)) codes.push_back(each->code);
  return codes;
}

}  // namespace grid::domain
