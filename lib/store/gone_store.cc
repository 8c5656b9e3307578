#include <grid/sql/queries.h>
#include <grid/store/gone_store.h>

namespace grid::store {

namespace query = sql::query;
using domain::OpenSpell;

GoneStore::GoneStore(sql::Database& db, const domain::AreaTree& areas, Date day)
    : db_(db), areas_(db, areas, day) {}

void GoneStore::read(sql::Rows rows, std::vector<OpenSpell>& spells) {
  while (rows.next()) spells.push_back({rows.integer(0), rows.integer(1), rows.flag(2)});
}

std::vector<OpenSpell> GoneStore::open_spells(std::string_view area) {
  std::vector<OpenSpell> spells;
  const auto id = areas_.id(area);
  if (!id) return spells;
  if (areas_.community(id) != area) {
    read(db_.select(query::gone_of_grid, *id), spells);
    return spells;
  }
  read(db_.select(query::gone_of_community, *id), spells);
  for (const int64_t part : areas_.within(area)) {
    read(db_.select(query::gone_of_unhoused, part), spells);
  }
  return spells;
}

std::vector<OpenSpell> GoneStore::presumed() {
  std::vector<OpenSpell> spells;
  read(db_.select(query::gone_presumed), spells);
  return spells;
}

void GoneStore::presume(int64_t spell, int64_t batch) {
  db_.run(query::change_residence, batch, 0, spell);
  db_.run(query::gone_set, batch, batch, spell);
}

void GoneStore::clear(int64_t spell, int64_t batch) {
  db_.run(query::change_residence, batch, 0, spell);
  db_.run(query::gone_set, nullptr, batch, spell);
}

}  // namespace grid::store
