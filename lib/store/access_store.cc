#include <grid/sql/queries.h>
#include <grid/store/access_store.h>

#include "column_values.h"

namespace grid::store {

void AccessStore::log(const AccessRow& access) {
  db_.run(sql::query::access_insert, seconds(access.at), access.actor, access.login, access.tool,
          access.purpose, access.records);
}

std::vector<AccessRow> AccessStore::all() {
  std::vector<AccessRow> rows;
  for (sql::Rows row = db_.select(sql::query::access_all); row.next();) {
    rows.push_back({Instant{Seconds{row.integer(1)}}, row.text(2), row.text(3), row.text(4),
                    row.text(5), row.integer(6)});
  }
  return rows;
}

}  // namespace grid::store
