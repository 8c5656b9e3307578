// Reading what is personal: masked unless --reveal says what for, and then logged before it is
// shown (PIPL art. 51, 54).
#pragma once

#include <grid/tool/session.h>

namespace grid::tool {

// Failure not_permitted (actor.unknown, actor.no_post) unless the person works here.
void require_reveal(const Session& session, sql::Database& db);
// Writes who saw how many records, and what for, into the access log.
void log_access(const Session& session, int64_t records);

// As Session::read(), with the reveal checked before and logged before anything is printed.
template <typename Collect>
void read_personal(Session& session, Collect collect) {
  {
    sql::Database db = session.open(sql::Access::read);
    sql::Transaction view(db, sql::Transaction::Kind::read);
    if (session.reveal()) require_reveal(session, db);
    collect(db);
  }
  if (session.reveal()) log_access(session, session.output().records());
  session.output().flush();
}

}  // namespace grid::tool
