#include <grid/store/access_store.h>
#include <grid/tool/office.h>
#include <grid/tool/office_view.h>
#include <grid/tool/personal.h>

namespace grid::tool {

void require_reveal(const Session& session, sql::Database& db) {
  const OfficeView office(db, session.now());
  require_actor(session, db, office.today());
}

void log_access(const Session& session, int64_t records) {
  sql::Database db = session.open(sql::Access::write);
  sql::Transaction change(db);
  store::AccessStore(db).log({session.now(), session.login(), session.system_login(),
                              session.tool(), *session.reveal(), records});
  if (!session.dry_run()) change.commit();
}

}  // namespace grid::tool
