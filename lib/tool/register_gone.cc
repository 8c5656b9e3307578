#include <grid/domain/doubles.h>
#include <grid/store/gone_store.h>
#include <grid/tool/register_gone.h>

namespace grid::tool {

RegisterGone::RegisterGone(sql::Database& db, const Office& office, bool whole,
                           const std::string& area)
    : db_(db), office_(office), whole_(whole) {
  const std::string community = domain::community_of(office.areas(), area, office.today());
  if (community == area && !area.empty()) areas_.insert(area);
  if (community != area && !community.empty()) grid_ = area;
}

void RegisterGone::row(const domain::RegisterEntry& entry) {
  const std::string& community =
      entry.person ? entry.residence.community : entry.household->community;
  if (whole_ && grid_.empty() && !community.empty()) areas_.insert(community);
}

Status RegisterGone::close(domain::RegisterBatch& batch, int64_t newcomers) {
  store::GoneStore store(db_, office_.areas(), office_.today());
  for (const int64_t spell : domain::seen_again(store.presumed(), named_)) {
    store.clear(spell, batch.id);
  }
  if (!whole_) return Done{};
  if (!grid_.empty()) areas_ = {grid_};
  std::vector<domain::OpenSpell> open;
  for (const std::string& area : areas_) {
    for (const domain::OpenSpell& spell : store.open_spells(area)) {
      if (spell.person < newcomers) open.push_back(spell);
    }
  }
  const auto gone = domain::decide_gone(open, named_, office_.policy().registers.gone_share);
  if (!gone) return gone.problem();
  for (const int64_t spell : gone->spells) store.presume(spell, batch.id);
  batch.gone = gone->people;
  return Done{};
}

}  // namespace grid::tool
