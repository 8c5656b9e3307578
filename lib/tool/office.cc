#include <fmt/format.h>
#include <grid/sql/queries.h>
#include <grid/tool/office.h>

#include <algorithm>

namespace grid::tool {

Office::Office(sql::Database& db, Instant now) : db_(db) {
  refresh(now);
}

void Office::refresh(Instant now) {
  now_ = now;
  store::DirectoryStore directory(db_);
  areas_ = directory.area_tree();
  orgs_.clear();
  for (const domain::OrgEntry& org : directory.orgs()) {
    orgs_.insert_or_assign(org.code, domain::UnitFacts{org.kind, org.area});
  }

  store::OfficeStore policies(db_);
  std::vector<domain::PolicyDate> dates = policy_dates(policies);
  const auto load = [this](int64_t version) {
    return domain::PolicyVersion(version, stored_policy(store::OfficeStore(db_).policy(version)));
  };
  const auto has_org = [this](std::string_view code) { return orgs_.contains(code); };
  const auto has_staff = [this](std::string_view login) {
    return db_.select(sql::query::staff_by_login, login).next();
  };
  rules_ = std::make_unique<domain::CaseRules>(std::move(dates), load, areas_, has_org, has_staff);
  rules_->consult({[this](std::string_view code) -> std::optional<domain::UnitFacts> {
                     const auto found = orgs_.find(code);
                     return found == orgs_.end() ? std::nullopt : std::optional(found->second);
                   },
                   [this](std::string_view login, Date day) {
                     const auto person = store::DirectoryStore(db_).actor(login, {}, day);
                     return person ? person->posts : std::vector<domain::Post>();
                   }});
}

std::string Office::root_area() const {
  const std::string& named = policy().office.area;
  if (!named.empty()) return named;
  const auto roots = areas_.roots(today());
  if (roots.empty()) {
    Problem p = problem("office.no_area", "", "the office has no area yet");
    p.hint = message_id("add its root first: grid-add area --code CODE --name NAME --kind street");
    throw Failure(FailureKind::configuration, std::move(p));
  }
  return roots.front()->code;
}

std::vector<domain::PolicyDate> policy_dates(store::OfficeStore& store) {
  std::vector<domain::PolicyDate> dates;
  for (const store::PolicyRow& row : store.policies()) dates.push_back({row.version, row.since});
  if (dates.empty()) {
    throw Failure(FailureKind::configuration,
                  problem("policy.none", "", "the office has no policy; grid-policy apply FILE"));
  }
  return dates;
}

Result<std::string> refuse_file(std::string_view name) {
  return problem("policy.stored", "", "a stored policy names the file {}", name);
}

Failure unreadable_policy(int64_t version, const codec::PolicyReading& reading) {
  return Failure(FailureKind::configuration,
                 problem("policy.stored", "", "policy version {} cannot be read: {}", version,
                         reading.problems.front().problem.message()));
}

domain::Policy stored_policy(const store::PolicyRow& row) {
  codec::PolicyReading reading = codec::read_policy(row.document, refuse_file);
  if (!reading.ok()) throw unreadable_policy(row.version, reading);
  for (const auto& [calendar, days] : row.days) reading.policy.calendars[calendar].days = days;
  return std::move(reading.policy);
}

store::PolicyRow policy_row(const domain::Policy& policy, int64_t version, const Session& session) {
  store::PolicyRow row;
  row.version = version;
  row.since = session.now();
  row.applied_at = session.now();
  row.actor = session.login();
  row.login = session.system_login();
  row.document = codec::write_policy(policy, codec::Days::omitted);
  for (const auto& [name, calendar] : policy.calendars) {
    if (!calendar.days.empty()) row.days[name] = calendar.days;
  }
  return row;
}

domain::Actor require_actor(const Session& session, sql::Database& db, Date day) {
  auto actor = store::DirectoryStore(db).actor(session.login(), session.system_login(), day);
  if (!actor) {
    Problem p = problem("actor.unknown", "", "{} does not work for this office", session.login());
    p.hint = message_id("name a login with --as, or add one with grid-add staff");
    throw Failure(FailureKind::not_permitted, std::move(p));
  }
  if (actor->posts.empty()) {
    throw Failure(FailureKind::not_permitted,
                  problem("actor.no_post", "", "{} holds no post on this day", session.login()));
  }
  return std::move(*actor);
}

void require_role(const domain::Actor& actor, std::initializer_list<domain::Role> roles) {
  if (actor.admin) return;
  std::vector<Spoken> names;
  for (const domain::Role role : roles) {
    const auto holds = [&](const domain::Post& post) { return post.role == role; };
    if (std::any_of(actor.posts.begin(), actor.posts.end(), holds)) return;
    names.push_back(domain::spoken(role));
  }
  throw Failure(
      FailureKind::not_permitted,
      problem("actor.not_permitted", "", "{} may not do this; it takes one of: {}", actor.login,
              names.empty() ? domain::spoken(domain::Role::admin) : listed(names)));
}

}  // namespace grid::tool
