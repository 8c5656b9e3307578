#include <grid/codec/access.h>
#include <grid/store/access_store.h>
#include <grid/tool/access_list.h>
#include <grid/tool/office.h>
#include <grid/tool/office_view.h>

namespace grid::tool {

Status AccessChoice::check(bool asked, bool other) const {
  if (asked && other) {
    return problem("usage.option", "--access", "--access is asked for by itself");
  }
  if (!asked && (since || until || !actor.empty())) {
    return problem("usage.option", "--access", "--since, --until and --actor go with --access");
  }
  for (const auto& moment : {since, until}) {
    if (!moment) continue;
    if (auto at = parse_moment(*moment, UtcOffset{0}); !at) return at.problem();
  }
  return Done{};
}

void list_access(sql::Database& db, Session& session, const AccessChoice& choice) {
  const OfficeView office(db, session.now());
  require_role(require_actor(session, db, office.today()),
               {domain::Role::auditor, domain::Role::leader});
  const auto moment = [&](const std::optional<std::string>& text) {
    return text ? std::optional<Instant>(*parse_moment(*text, office.offset())) : std::nullopt;
  };
  const store::AccessFilter filter{moment(choice.since), moment(choice.until), choice.actor};
  store::AccessStore(db).list(filter, [&](const domain::Access& access) {
    session.output().record(codec::write_access(access, office.offset()));
  });
}

}  // namespace grid::tool
