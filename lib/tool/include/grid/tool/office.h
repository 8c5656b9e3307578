// Office: what the rules need to know, loaded from the file: policies, calendars, areas,
// organisations; and the person who acts.
#pragma once

#include <grid/codec/policy.h>
#include <grid/domain/actor.h>
#include <grid/domain/area_tree.h>
#include <grid/domain/case_rules.h>
#include <grid/store/directory_store.h>
#include <grid/store/office_store.h>
#include <grid/tool/session.h>

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace grid::tool {

class Office {
 public:
  // Within a transaction of `db`; `now` decides which policy holds.
  Office(sql::Database& db, Instant now);
  // Again, for a later transaction: other processes may have changed the file.
  void refresh(Instant now);

  const domain::CaseRules& rules() const { return *rules_; }
  const domain::AreaTree& areas() const { return areas_; }
  // The policy that holds now.
  const domain::Policy& policy() const { return rules_->current(now_).policy(); }
  int64_t policy_version() const { return rules_->current(now_).number(); }
  UtcOffset offset() const { return rules_->offset(); }
  Instant now() const { return now_; }
  Date today() const { return rules_->day(now_); }
  // Code of the office's root area: the policy's, else the first area without a superior.
  // Failure configuration (office.no_area) where there is none yet.
  [[nodiscard]] std::string root_area() const;

 private:
  sql::Database& db_;
  Instant now_{};
  domain::AreaTree areas_;
  std::map<std::string, domain::UnitFacts, std::less<>> orgs_;
  std::unique_ptr<domain::CaseRules> rules_;
};

// From when each version holds. Failure configuration (policy.none) where there is none.
[[nodiscard]] std::vector<domain::PolicyDate> policy_dates(store::OfficeStore& store);
// A stored policy with its days put back. Failure unreadable_policy() where it cannot be read any
// more.
[[nodiscard]] domain::Policy stored_policy(const store::PolicyRow& row);
// A stored policy stands alone: refuses to read any file. Code: policy.stored.
[[nodiscard]] Result<std::string> refuse_file(std::string_view name);
// Failure configuration (policy.stored).
[[nodiscard]] Failure unreadable_policy(int64_t version, const codec::PolicyReading& reading);
// The row under which a policy is kept.
[[nodiscard]] store::PolicyRow policy_row(const domain::Policy& policy, int64_t version,
                                          const Session& session);

// The person who acts, with the posts of the day. Failure not_permitted (actor.unknown,
// actor.no_post).
domain::Actor require_actor(const Session& session, sql::Database& db, Date day);
// Failure not_permitted (actor.not_permitted) unless the actor is admin or holds one of the roles.
void require_role(const domain::Actor& actor, std::initializer_list<domain::Role> roles);

}  // namespace grid::tool
