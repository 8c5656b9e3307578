#include <grid/sql/deferred_indexes.h>
#include <grid/sql/queries.h>

namespace grid::sql {

DeferredIndexes::DeferredIndexes(Database& db, std::span<const std::string_view> names) : db_(db) {
  std::vector<std::string> drops;
  for (const std::string_view name : names) {
    for (Rows rows = db.select(query::schema_index, name); rows.next();) {
      definitions_.push_back(rows.text(0));
      drops.push_back("DROP INDEX " + std::string(name));
    }
  }
  for (const std::string& drop : drops) db.execute(drop.c_str());
}

void DeferredIndexes::restore() {
  for (const std::string& definition : definitions_) db_.execute(definition.c_str());
  definitions_.clear();
}

}  // namespace grid::sql
