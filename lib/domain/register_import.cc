#include <grid/domain/register_import.h>

#include <algorithm>
#include <functional>

#include "register_refusals.h"

namespace grid::domain {

namespace {

// The row was refused when the file came first, or it would have brought this person.
Problem came_later() {
  Problem p = problem("person.later", "id_no",
                      "this row was refused before, and somebody came under its number since");
  p.hint =
      message_id("look whether it is the same person, and import the row in a file of its own");
  return p;
}

Problem lives_on() {
  return problem("person.died", "name",
                 "the register knows that this person has died; no stay begins");
}

uint8_t filled_fields(const Household& h) {
  return static_cast<uint8_t>((h.area.empty() ? 0 : 1) | (h.address.empty() ? 0 : 2) |
                              (h.building.empty() ? 0 : 4) | (h.unit.empty() ? 0 : 8) |
                              (h.room.empty() ? 0 : 16) | (h.kind ? 32 : 0) | (h.vacant ? 64 : 0) |
                              (h.dwelling_kind.empty() ? 0 : 128));
}

uint64_t grid_digest(const std::string& grid) {
  return std::hash<std::string>()(grid);
}

}  // namespace

void RegisterImport::expect(std::span<const RegisterEntry* const> rows) {
  if (!book_.was_empty()) book_.look_up(rows, !options_.known_file);
}

Result<Outcome> RegisterImport::take(const RegisterEntry& entry, const RowPlace& place,
                                     RegisterNotes& notes) {
  likely_.clear();
  Home* home = entry.household ? find_home(*entry.household) : nullptr;
  if (!entry.person) return take_household(*entry.household, home, place);
  Result<Match> match = this->match(entry, home);
  if (!match) return match.problem();
  const bool later = match->known && !match->decided && match->known->id >= options_.known_below;
  if (options_.known_file && options_.known_below > 0 && later) return came_later();
  const uint64_t spell = digest_of(entry.residence);
  if (match->said != nullptr) {
    const RegisterRoll::Said& said = *match->said;
    if (said.facts != digest_of(*entry.person)) return repeated(roll_.place_of(said));
    const SaidBefore before = said_of(said, entry.residence);
    if (before.digest == spell) return Outcome::same;
    if (before.digest != 0) return repeated(before.place);
    if (const auto other = overlapped(said, home, entry.residence)) return repeated(*other);
  }
  if (entry.household) home = name_home(home, *entry.household, place);
  const Taken taken = apply(entry, *match, home, notes);
  if (options_.named != nullptr) options_.named->add(taken.person);
  if (match->said == nullptr) {
    match->said = &roll_.add(*entry.person, taken.person, match->known.has_value(),
                             home == nullptr ? nullptr : &home->last);
  }
  roll_.note_spell(*match->said, entry.residence, spell, place);
  if (home != nullptr) count(*home, entry, taken.outcome, place);
  return taken.outcome;
}

// What the file has said of this stay before: of the open one of its role, or of the one that ended
// on that day.
RegisterImport::SaidBefore RegisterImport::said_of(const RegisterRoll::Said& said,
                                                   const Residence& stay) const {
  if (stay.until.empty()) {
    const auto role = role_of(stay);
    return {said.spells[static_cast<size_t>(role)], roll_.place_of(said, role)};
  }
  const RegisterRoll::Ended* ended = roll_.ended(said, stay);
  if (ended == nullptr) return {};
  return {ended->digest, roll_.place_of(*ended)};
}

// Whoever lives in a household did not leave it later than coming to it: of two rows of the file,
// one with an end and one without, one is wrong then.
std::optional<RowPlace> RegisterImport::overlapped(const RegisterRoll::Said& said, const Home* home,
                                                   const Residence& stay) {
  if (home == nullptr) return std::nullopt;
  const auto role = role_of(stay);
  const bool open = stay.until.empty();
  for (const KnownResidence& other : book_.spells(said.person)) {
    if (other.household != home->id || role_of(other.residence) != role) continue;
    if (other.residence.until.empty() == open) continue;
    const SaidBefore before = said_of(said, other.residence);
    const Residence& lasting = open ? stay : other.residence;
    const Residence& ended = open ? other.residence : stay;
    if (before.digest != 0 && lasting.since < ended.until) return before.place;
  }
  return std::nullopt;
}

bool RegisterImport::is_over(const Residence& stay) const {
  return !stay.until.empty() && stay.until <= format_date(options_.today);
}

RegisterImport::Taken RegisterImport::apply(const RegisterEntry& entry, Match& match, Home* home,
                                            RegisterNotes& notes) {
  const bool head = is_head(entry.residence.relation);
  bool changed =
      home != nullptr && !is_over(entry.residence) && speak(*home, *entry.household, head);
  if (!match.known && match.said == nullptr) {
    const int64_t id = book_.add_person(*entry.person);
    note_grid(home, entry.residence);
    book_.add_residence(id, home == nullptr ? 0 : home->id, entry.residence);
    return {id, Outcome::added};
  }
  const int64_t id = match.known ? match.known->id : match.said->person;
  if (!options_.known_file && !match.decided) {
    // What the file said of the person before was the same.
    if (match.said == nullptr) changed |= change(*match.known, *entry.person, notes);
    const bool dead =
        match.known && !match.known->person.died.empty() && entry.residence.until.empty();
    if (dead) notes.warnings.push_back(lives_on());
    if (!dead) changed |= settle(id, home, entry.residence, match.said, notes);
  }
  return {id, changed ? Outcome::changed : Outcome::same};
}

void RegisterImport::count(Home& home, const RegisterEntry& entry, Outcome outcome,
                           const RowPlace& place) {
  home.disturbed |= outcome != Outcome::same;
  if (outcome == Outcome::same) ++home.same;
  home.numberless |= entry.person->id_no.empty();
  relations_told_ |= !entry.residence.relation.empty();
  if (is_over(entry.residence)) return;
  ++home.people;
  note_told(home, entry.residence);
  if (is_head(entry.residence.relation) && ++home.heads == 2) home.place = place;
  if (home.pending && home.people == 1) home.pending_same = outcome == Outcome::same;
}

// A household's own record speaks for it like its head's row.
Result<Outcome> RegisterImport::take_household(const Household& household, Home* home,
                                               const RowPlace& place) {
  const uint64_t record = digest_of(household);
  if (home != nullptr && home->record != 0) {
    if (home->record != record) return repeated_household(home->record_at);
    return Outcome::same;
  }
  const bool fresh = home == nullptr;
  home = name_home(home, household, place);
  home->record = record;
  home->record_at = place;
  const bool changed = speak(*home, household, true);
  if (fresh) return Outcome::added;
  return changed ? Outcome::changed : Outcome::same;
}

// Most rows are of the household of the row before.
RegisterImport::Home* RegisterImport::find_home(const Household& household) {
  const uint64_t key = key_digest_of(household);
  if (last_home_ == nullptr || last_home_->key != key) last_home_ = look_for_home(household, key);
  return last_home_;
}

RegisterImport::Home* RegisterImport::look_for_home(const Household& household, uint64_t key) {
  const uint32_t place = places_.find(key);
  if (place != DigestTable::none) return &homes_[place];
  if (book_.was_empty()) return nullptr;
  const auto known = book_.find_household(household.community, household.no);
  if (!known) return nullptr;
  Home* home = new_home(household, key);
  home->id = known->id;
  home->existed = true;
  home->grid = grid_digest(known->household.area);
  home->filled = filled_fields(known->household);
  return home;
}

RegisterImport::Home* RegisterImport::new_home(const Household& household, uint64_t key) {
  places_.put(key, static_cast<uint32_t>(homes_.size()));
  Home& home = homes_.emplace_back();
  home.key = key;
  home.no = household.no;
  return &home;
}

// The home of a row that is being taken; made where there is none.
RegisterImport::Home* RegisterImport::name_home(Home* home, const Household& household,
                                                const RowPlace& place) {
  if (home == nullptr) {
    home = new_home(household, key_digest_of(household));
    home->id = book_.add_household(household);
    home->grid = grid_digest(household.area);
    home->filled = filled_fields(household);
    home->said = digest_of(household);
    last_home_ = home;
  }
  if (!home->named) {
    home->named = true;
    home->place = place;
    order_.push_back(home);
  }
  return home;
}

bool RegisterImport::update_home(Home& home, const Household& given, bool only_open) {
  auto known = book_.find_household(given.community, given.no);
  if (!known) return false;
  const bool changed = only_open ? complete(known->household, given, options_.policy)
                                 : merge(known->household, given, options_.policy);
  if (changed) book_.change_household(home.id, known->household);
  home.filled = filled_fields(known->household);
  const uint64_t grid = grid_digest(known->household.area);
  home.astray |= grid != home.grid;
  home.grid = grid;
  return changed;
}

// What a row says of the grid is what it says of the household, where there is one.
void RegisterImport::note_grid(Home* home, const Residence& stay) {
  if (home != nullptr && stay.until.empty()) home->astray |= grid_digest(stay.area) != home->grid;
}

void RegisterImport::note_told(Home& home, const Residence& stay) {
  if (stay.area.empty()) return;
  const uint64_t grid = grid_digest(stay.area);
  if (home.told == 0) home.told = grid;
  home.two_grids |= home.told != grid;
}

// True where a household changed that was there before.
bool RegisterImport::speak(Home& home, const Household& given, bool head) {
  if (options_.known_file && home.existed) return false;
  const bool first = home.people == 0 && !home.spoken && !home.pending;
  if (head && !home.spoken) {
    home.spoken = true;
    if (!home.existed && home.said == digest_of(given)) return false;
    bool changed = update_home(home, given, false);
    if (home.pending) changed |= update_home(home, *home.pending, true);
    home.pending.reset();
    return changed && home.existed;
  }
  if (first && home.existed) {
    home.pending = std::make_unique<Household>(given);
    return false;
  }
  if ((filled_fields(given) & ~home.filled) == 0) return false;
  return update_home(home, given, true) && home.existed;
}

void RegisterImport::warn_of_heads(const Home& home, RegisterClosing& closing) {
  // Whoever left may have been the head.
  if (home.people == 0 && !(home.existed && home.disturbed)) return;
  int64_t heads = home.heads;
  if (home.existed && (heads != 1 || home.disturbed)) heads = book_.heads(home.id);
  if (heads == 1) return;
  const std::string& no = home.no;
  Problem p = heads == 0 ? problem("household.no_head", "relation", "household {} has no head", no)
                         : problem("household.two_heads", "relation", "household {} has {} heads",
                                   no, heads);
  closing.warnings.push_back({std::move(p), home.place});
}

void RegisterImport::warn_of_grids(const Home& home, RegisterClosing& closing) {
  if (!home.two_grids) return;
  Problem p =
      problem("household.two_grids", "area",
              "the rows of household {} name different grids; all were taken into one", home.no);
  p.hint = message_id("mend the wrong ones, or give who lives elsewhere another household");
  closing.warnings.push_back({std::move(p), home.place});
}

// A household with another head, of whose former people the file names nobody.
void RegisterImport::warn_of_reuse(const Home& home, RegisterClosing& closing) {
  if (!home.existed || home.met || home.heads == 0 || options_.known_file) return;
  if (!book_.was_lived_in(home.id)) return;
  Problem p = problem("household.reused", "household_no",
                      "household {} had other people so far; is its number used again?", home.no);
  p.hint = message_id("where it is another household, give it a number of its own");
  closing.warnings.push_back({std::move(p), home.place});
}

RegisterClosing RegisterImport::finish() {
  RegisterClosing closing;
  closing.persons = roll_.people();
  closing.households = static_cast<int64_t>(order_.size());
  for (Home* each : order_) {
    Home& home = *each;
    if (home.pending) {
      const bool changed = update_home(home, *home.pending, false);
      if (changed && home.pending_same) {
        ++closing.same_became_changed;
        --home.same;
      }
    }
    if (home.astray) {
      closing.same_became_changed += std::min<int64_t>(home.same, bring_along(home));
    }
    if (relations_told_) warn_of_heads(home, closing);
    warn_of_grids(home, closing);
    warn_of_reuse(home, closing);
  }
  return closing;
}

}  // namespace grid::domain
