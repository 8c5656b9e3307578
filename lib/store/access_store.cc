#include <grid/sql/queries.h>
#include <grid/store/access_store.h>

#include "column_values.h"

namespace grid::store {

void AccessStore::log(const domain::Access& access) {
  db_.run(sql::query::access_insert, seconds(access.at), access.actor, access.login, access.tool,
          access.purpose, access.records, access.noun, access.choice, access.fields, access.keys);
}

void AccessStore::list(const AccessFilter& filter,
                       const std::function<void(const domain::Access&)>& sink) {
  for (sql::Rows row = db_.select(sql::query::access_list, seconds(filter.since),
                                  seconds(filter.until), or_null(filter.actor));
       row.next();) {
    sink({Instant{Seconds{row.integer(0)}}, row.text(1), row.text(2), row.text(3), row.text(4),
          row.integer(5), row.text(6), row.text(7), row.text(8), row.text(9)});
  }
}

}  // namespace grid::store
