// DeferredIndexes: indexes that are taken away while many rows come into tables that were empty,
// and made again afterwards: sorting once takes less than half of what inserting in disorder does.
//
//   DeferredIndexes indexes(db, names);   // within a write transaction
//   ... insert; nothing may be looked up by them ...
//   indexes.restore();
//
// Without restore() the transaction must be rolled back, which restores them, too.
#pragma once

#include <grid/sql/database.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::sql {

class DeferredIndexes {
 public:
  DeferredIndexes(Database& db, std::span<const std::string_view> names);
  // As the schema had them. Failure where the rows that came break a unique one.
  void restore();

 private:
  Database& db_;
  std::vector<std::string> definitions_;
};

}  // namespace grid::sql
