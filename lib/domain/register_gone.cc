#include <grid/domain/register_gone.h>

#include <unordered_set>

namespace grid::domain {

void NamedPeople::add(int64_t person) {
  const auto row = static_cast<size_t>(person);
  if (row >= named_.size()) named_.resize(row + row / 2 + 64);
  named_[row] = true;
}

bool NamedPeople::contains(int64_t person) const {
  const auto row = static_cast<size_t>(person);
  return row < named_.size() && named_[row];
}

Result<GoneSpells> decide_gone(std::span<const OpenSpell> open, const NamedPeople& named,
                               double share) {
  GoneSpells gone;
  std::unordered_set<int64_t> known;
  std::unordered_set<int64_t> missing;
  for (const OpenSpell& spell : open) {
    if (spell.presumed_gone) continue;
    known.insert(spell.person);
    if (named.contains(spell.person)) continue;
    missing.insert(spell.person);
    gone.spells.push_back(spell.id);
  }
  gone.people = static_cast<int64_t>(missing.size());
  if (static_cast<double>(missing.size()) <= share * static_cast<double>(known.size())) {
    return gone;
  }
  Problem p = problem("register.too_many_gone", "",
                      "{} of {} people known there are missing: the file is not complete",
                      missing.size(), known.size());
  p.hint = message_id("import it without --full, or name its grid with --area");
  return p;
}

std::vector<int64_t> seen_again(std::span<const OpenSpell> presumed, const NamedPeople& named) {
  std::vector<int64_t> spells;
  for (const OpenSpell& spell : presumed) {
    if (named.contains(spell.person)) spells.push_back(spell.id);
  }
  return spells;
}

}  // namespace grid::domain
