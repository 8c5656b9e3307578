// What a row does to the person it means: facts that change, and spells of residence.
#include <grid/domain/register_import.h>

#include <algorithm>

namespace grid::domain {

namespace {

bool is_open(const KnownResidence& spell) {
  return spell.residence.until.empty();
}

constexpr size_t whole_date = 10;  // YYYY-MM-DD

// Registers go on telling the first day of a stay that was divided since: by a change of head, or
// by leaving and coming back. A day within an earlier spell says nothing about a later one.
bool within_ended(const std::vector<KnownResidence>& spells, const Residence& given) {
  return std::ranges::any_of(spells, [&](const KnownResidence& spell) {
    return !is_open(spell) && role_of(spell.residence) == role_of(given) &&
           spell.residence.until != given.until && given.since < spell.residence.until;
  });
}

// Whether a row that tells of an end can tell it of an open spell: not of one that began later, and
// not where the file itself tells of the open one in another row.
bool may_end(const KnownResidence& open, const Residence& given, const RegisterRoll::Said* said) {
  if (given.until.empty()) return true;
  const bool told = said != nullptr && said->spells[static_cast<size_t>(role_of(given))] != 0;
  return !told && open.residence.since < given.until;
}

// The spell that a row speaks of: in the same household, open or with the same end, rather the
// latter; or open and one of the two without household. Where the file has spoken of the person
// before (`said`), a spell of the other role is another one. A row that names neither household nor
// kind speaks of whatever spell is open in the community.
const KnownResidence* spoken_of(const std::vector<KnownResidence>& spells, int64_t home,
                                const Residence& given, const RegisterRoll::Said* said) {
  const KnownResidence* found = nullptr;
  int best = 0;
  for (const KnownResidence& spell : spells) {
    const bool open = is_open(spell);
    if (open && !may_end(spell, given, said)) continue;
    const bool same_role = role_of(spell.residence) == role_of(given);
    const bool same_end = spell.residence.until == given.until;
    int fit = 0;
    if (spell.household == home && home != 0 && (open || same_end)) {
      fit = same_role ? (same_end ? 4 : 3) : (said != nullptr ? 0 : 2);
    } else if (open && same_role && (spell.household == 0 || home == 0) &&
               spell.residence.community == given.community) {
      fit = 1;
    } else if (open && home == 0 && !given.kind && said == nullptr &&
               spell.residence.community == given.community) {
      fit = 1;  // a list that tells neither where nor as what
    }
    if (fit == 0 || fit < best) continue;
    best = fit;
    found = &spell;
  }
  return found;
}

bool has_left(const std::vector<KnownResidence>& spells) {
  return !spells.empty() && std::ranges::none_of(spells, is_open);
}

Problem back_again() {
  Problem p = problem("person.returned", "name",
                      "the register has this person as having left; a new stay begins");
  p.hint = message_id("where the file is older than the leaving, take it back with --undo");
  return p;
}

}  // namespace

bool RegisterImport::change(KnownPerson& known, const Person& given, RegisterNotes& notes) {
  if (!take_over(known.person, given, options_.policy, notes.warnings)) return false;
  book_.change_person(known.id, known.person);
  return true;
}

bool RegisterImport::settle(int64_t person, Home* place, const Residence& given,
                            const RegisterRoll::Said* said, RegisterNotes& notes) {
  const int64_t home = place == nullptr ? 0 : place->id;
  const std::vector<KnownResidence> spells = book_.spells(person);
  const KnownResidence* spell = spoken_of(spells, home, given, said);
  if (place != nullptr) {
    place->met |= std::ranges::any_of(
        spells, [home](const KnownResidence& each) { return each.household == home; });
  }
  if (spell == nullptr) {
    note_grid(place, given);
    if (said == nullptr && given.until.empty() && has_left(spells)) {
      notes.warnings.push_back(back_again());
    }
    return move(person, home, given, spells);
  }
  Residence stay = given;
  if (place != nullptr && spell->household == home && given.until.empty()) {
    stay.area.clear();  // it is the household's, and follows it
  } else {
    note_grid(place, given);
  }
  return correct(person, *spell, home, std::move(stay), spells);
}

// All who live in a household live in its grid. Who lived in another one has moved within the
// office: another spell, from today on; it is corrected where it was not known, or would have
// lasted no day. How many spells of before the import this changed.
int64_t RegisterImport::bring_along(const Home& home) {
  const KnownStays known = book_.stays(home.id);
  const std::string today = format_date(options_.today);
  int64_t brought = 0;
  for (const KnownStays::Stay& stay : known.stays) {
    Residence next = stay.spell.residence;
    if (next.area == known.area) continue;
    const bool lasted = !stay.fresh && !stay.gone && !next.area.empty() && !known.area.empty() &&
                        next.since < today;
    next.area = known.area;
    if (!stay.fresh) ++brought;
    if (lasted) {
      next.since = end(stay.person, stay.spell, {}, "moved");
      book_.add_residence(stay.person, home.id, next);
    } else {
      book_.change_residence(stay.spell.id, stay.person, home.id, next);
    }
  }
  return brought;
}

// Who becomes head, or ceases to be it, has another spell from then on; all else is corrected.
bool RegisterImport::correct(int64_t person, const KnownResidence& spell, int64_t home,
                             Residence given, const std::vector<KnownResidence>& spells) {
  if (within_ended(spells, given)) given.since.clear();
  Residence merged = spell.residence;
  const int64_t merged_home = home == 0 ? spell.household : home;
  if (!merge(merged, given, options_.policy) && merged_home == spell.household) return false;
  const bool told = !spell.residence.relation.empty();
  const bool other_head = told && is_head(spell.residence.relation) != is_head(merged.relation);
  if (is_open(spell) && merged.until.empty() && other_head) {
    merged.since = end(person, spell, given, "head");
    book_.add_residence(person, merged_home, merged);
    return true;
  }
  // As what somebody lives here is told anew: nobody lives in two places as the same.
  if (merged.until.empty() && role_of(merged) != role_of(spell.residence)) {
    for (const KnownResidence& other : spells) {
      const bool twice =
          other.id != spell.id && is_open(other) && role_of(other.residence) == role_of(merged);
      if (twice) end(person, other, given, "moved");
    }
  }
  if (is_open(spell) && !merged.until.empty() && merged.ended_by.empty()) merged.ended_by = "out";
  book_.change_residence(spell.id, person, merged_home, merged);
  return true;
}

bool RegisterImport::move(int64_t person, int64_t home, Residence given,
                          const std::vector<KnownResidence>& spells) {
  if (given.until.empty() && within_ended(spells, given)) {
    given.since = format_date(options_.today);
  }
  if (given.until.empty()) {
    for (const KnownResidence& spell : spells) {
      if (!is_open(spell) || role_of(spell.residence) != role_of(given)) continue;
      given.since = end(person, spell, given, "moved");
    }
  }
  book_.add_residence(person, home, given);
  return true;
}

// Ends an open spell, on the first day of the one that follows, which is returned.
std::string RegisterImport::end(int64_t person, const KnownResidence& spell, const Residence& given,
                                const char* why) {
  Residence ended = spell.residence;
  const bool told = given.since.size() == whole_date && given.since > ended.since;
  ended.until = told ? given.since : format_date(options_.today);
  ended.ended_by = why;
  book_.change_residence(spell.id, person, spell.household, ended);
  return ended.until;
}

}  // namespace grid::domain
