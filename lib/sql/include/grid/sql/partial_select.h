// PartialSelect: a SELECT of many columns that reads only some of them.
//
//   PartialSelect people(db, query::person_list_stored, [&](int column) { return …; });
//   for (Rows rows = people.select(all, day); rows.next();) use(rows.view(5));
//
// SQLite takes every column that is named out of its row and copies its text, used or not: of
// people that takes as long as all the rest. The others are NULL here and keep their numbers. The
// query in its file stays the one place that lists the columns.
#pragma once

#include <grid/sql/database.h>

#include <functional>
#include <string>

namespace grid::sql {

class PartialSelect {
 public:
  // `full`: SELECT, the columns, and FROM at the beginning of a line; it must outlive the object,
  // as must the database. `wanted`: of columns, counted from 0. Failure defect where the query is
  // none.
  PartialSelect(Database& db, const Query& full, const std::function<bool(int)>& wanted);
  PartialSelect(const PartialSelect&) = delete;

  // As Database::select().
  template <typename... Args>
  Rows select(Args&&... args) {
    static_assert(((!std::is_same_v<Args, std::string> && !std::is_same_v<Args, Blob>)&&...));
    int index = 0;
    (statement_.bind(++index, args), ...);
    return Rows(statement_);
  }

 private:
  std::string text_;
  Query query_;
  Statement statement_;
};

}  // namespace grid::sql
