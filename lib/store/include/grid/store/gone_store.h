// GoneStore: the open spells of communities or of a grid, and those of people presumed gone; see
// grid/domain/register_gone.h.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/area_tree.h>
#include <grid/domain/register_gone.h>
#include <grid/sql/database.h>
#include <grid/store/area_ids.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace grid::store {

class GoneStore {
 public:
  GoneStore(sql::Database& db, const domain::AreaTree& areas, Date day);

  // `area`: code of a community, with all its households, or of a grid.
  [[nodiscard]] std::vector<domain::OpenSpell> open_spells(std::string_view area);
  [[nodiscard]] std::vector<domain::OpenSpell> presumed();

  // As the batch, with a trace.
  void presume(int64_t spell, int64_t batch);
  void clear(int64_t spell, int64_t batch);

 private:
  void read(sql::Rows rows, std::vector<domain::OpenSpell>& spells);

  sql::Database& db_;
  AreaIds areas_;
};

}  // namespace grid::store
