#include <fmt/ranges.h>
#include <grid/store/access_store.h>
#include <grid/tool/office.h>
#include <grid/tool/office_view.h>
#include <grid/tool/personal.h>

#include <algorithm>

namespace grid::tool {

domain::Actor require_reveal(const Session& session, sql::Database& db) {
  const OfficeView office(db, session.now());
  return require_actor(session, db, office.today());
}

void log_access(const Session& session, int64_t records) {
  const AccessNote& note = session.access();
  sql::Database db = session.open(sql::Access::write);
  sql::Transaction change(db);
  store::AccessStore(db).log({session.now(), session.login(), session.system_login(),
                              session.tool(), *session.reveal(), records, note.noun, note.choice,
                              note.fields, note.keys.text()});
  if (!session.dry_run()) change.commit();
}

Problem beyond_scope() {
  return problem("actor.not_permitted", "area",
                 "this lies outside of the areas for which who acts is responsible");
}

PersonalScope PersonalScope::of_register(const Session& session, sql::Database& db,
                                         const domain::AreaTree& areas, Date today) {
  const domain::Actor actor = require_actor(session, db, today);
  domain::Scope scope = domain::register_scope(actor);
  if (scope.nothing()) {
    throw Failure(FailureKind::not_permitted,
                  problem("actor.not_permitted", "", "no post of {} has to do with the registers",
                          session.login()));
  }
  return {session.login(), std::move(scope), areas, today};
}

PersonalScope PersonalScope::of_cases(const Session& session, sql::Database& db,
                                      const domain::AreaTree& areas, Date today) {
  return of_cases(session, require_actor(session, db, today), areas, today);
}

PersonalScope PersonalScope::of_cases(const Session& session, const domain::Actor& actor,
                                      const domain::AreaTree& areas, Date today) {
  return {session.login(), domain::case_scope(actor), areas, today};
}

bool PersonalScope::sees(const std::string& community, const std::string& grid) const {
  if (scope_.everywhere) return true;
  const std::string& area = grid.empty() ? community : grid;
  const auto [known, fresh] = known_.try_emplace(area);
  if (fresh) known->second = scope_.holds(*areas_, area, today_);
  return known->second;
}

bool PersonalScope::sees(const domain::Case& matter) const {
  const auto own = [&](std::string_view org) {
    return !org.empty() && std::ranges::find(scope_.orgs, org) != scope_.orgs.end();
  };
  return sees(matter.owner_area, matter.area) || sees("", matter.owner_area) ||
         own(matter.owner_org) ||
         std::ranges::any_of(matter.joint,
                             [&](const domain::JointUnit& unit) { return own(unit.org); });
}

bool PersonalScope::touches(std::string_view area) const {
  return area.empty() ? !scope_.nothing() : scope_.touches(*areas_, area, today_);
}

bool PersonalScope::sees_all_of(std::string_view area) const {
  if (scope_.everywhere) return true;
  if (!area.empty()) return scope_.holds(*areas_, area, today_);
  return std::ranges::all_of(areas_->roots(today_), [&](const domain::Area* root) {
    return scope_.holds(*areas_, root->code, today_);
  });
}

void PersonalScope::limit(Session& session, const std::string& area) const {
  if (sees_all_of(area)) return;
  if (!touches(area)) {
    throw Failure(
        FailureKind::not_permitted,
        problem("actor.not_permitted", "", "{} may not see who lives in {}", login_, area));
  }
  session.messages().warning(problem("scope.limited", "", "only what lies in {} is shown",
                                     fmt::format("{}", fmt::join(scope_.areas, ", "))));
}

}  // namespace grid::tool
