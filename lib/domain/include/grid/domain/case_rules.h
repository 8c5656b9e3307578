// CaseRules: everything outside a case on which its life depends: the office's policy in its
// versions, their working calendars, the area tree, the codes that exist. Read-only.
#pragma once

#include <grid/domain/actor.h>
#include <grid/domain/area_tree.h>
#include <grid/domain/policy.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// One version of the policy, with its calendars compiled as they are asked for.
class PolicyVersion {
 public:
  PolicyVersion(int64_t number, Policy policy);
  int64_t number() const { return number_; }
  const Policy& policy() const { return *policy_; }
  // The calendar of a limit rule: its own, else the organisation's, else the office's. Throws a
  // Failure (configuration, calendar.empty …) where it cannot be compiled.
  const Calendar& calendar_for(const LimitRule* rule, std::string_view org) const;

 private:
  int64_t number_;
  std::shared_ptr<const Policy> policy_;
  std::shared_ptr<std::map<const CalendarRule*, Calendar>> compiled_;
};

struct PolicyDate {
  int64_t version = 0;
  Instant since{};  // from when it holds for new cases
};

// The version that holds at that moment: the last that has begun, the first where none has. Of none
// there is none: at least one.
[[nodiscard]] int64_t version_in_force(std::span<const PolicyDate> dates, Instant now);

// What a dispatch asks about the unit that it names.
struct UnitFacts {
  std::string kind;  // department, station …
  std::string area;  // empty: none
};

// Facts of the office's directory; a function that is not set knows nothing.
struct UnitDirectory {
  std::function<std::optional<UnitFacts>(std::string_view org)> unit;
  // The posts that somebody holds on a day.
  std::function<std::vector<Post>(std::string_view login, Date day)> posts;
};

class CaseRules {
 public:
  using Load = std::function<PolicyVersion(int64_t version)>;
  using Knows = std::function<bool(std::string_view code)>;

  // `dates`: at least one, in the order of their versions. `load` is asked once a version, when
  // it is needed. `areas` must outlive the rules. `has_org`, `has_staff`: whether such an
  // organisation or login exists.
  CaseRules(std::vector<PolicyDate> dates, Load load, const AreaTree& areas, Knows has_org,
            Knows has_staff);

  // See version_in_force().
  const PolicyVersion& current(Instant now) const;
  // Throws a Failure (bad_data, policy.version) where the office has no such version.
  const PolicyVersion& version(int64_t number) const;
  // The office's clock; the same in all versions that are in use.
  UtcOffset offset() const;
  Date day(Instant at) const { return date_of(to_local(at, offset())); }

  const AreaTree& areas() const { return *areas_; }
  bool has_org(std::string_view code) const { return has_org_(code); }
  bool has_staff(std::string_view login) const { return has_staff_(login); }
  void consult(UnitDirectory directory) { directory_ = std::move(directory); }
  const UnitDirectory& directory() const { return directory_; }
  // Codes from the area up to its root on that day.
  std::vector<std::string> area_path(std::string_view area, Date day) const;

 private:
  std::vector<PolicyDate> dates_;
  Load load_;
  const AreaTree* areas_;
  Knows has_org_;
  Knows has_staff_;
  UnitDirectory directory_;
  mutable std::map<int64_t, PolicyVersion> loaded_;
};

}  // namespace grid::domain
