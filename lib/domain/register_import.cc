#include <grid/domain/register_import.h>

namespace grid::domain {

namespace {

uint8_t filled_fields(const Household& h) {
  return static_cast<uint8_t>((h.area.empty() ? 0 : 1) | (h.address.empty() ? 0 : 2) |
                              (h.building.empty() ? 0 : 4) | (h.unit.empty() ? 0 : 8) |
                              (h.room.empty() ? 0 : 16) | (h.kind ? 32 : 0) | (h.vacant ? 64 : 0) |
                              (h.dwelling_kind.empty() ? 0 : 128));
}

std::string key_of(const Household& household) {
  return household.community + "\n" + household.no;
}

bool is_key_of(std::string_view key, const Household& household) {
  const size_t length = household.community.size();
  return key.size() == length + 1 + household.no.size() && key[length] == '\n' &&
         key.starts_with(household.community) && key.ends_with(household.no);
}

Problem repeated() {
  Problem p = problem("duplicate.in_file", "id_no",
                      "another row of this file says something else about the same person");
  p.hint = message_id("keep one of the rows");
  return p;
}

Problem repeated_household() {
  return problem("duplicate.in_file", "no",
                 "another row of this file says something else about the same household");
}

// The number that the community gave, from the key.
std::string number_of(const std::string& key) {
  return key.substr(key.find('\n') + 1);
}

}  // namespace

void RegisterImport::expect(std::span<const RegisterEntry* const> rows) {
  if (!book_.was_empty()) book_.look_up(rows, !options_.known_file);
}

Result<Outcome> RegisterImport::take(const RegisterEntry& entry, int64_t line, int64_t row,
                                     RegisterNotes& notes) {
  HomeEntry* home = entry.household ? find_home(*entry.household) : nullptr;
  if (!entry.person) return take_household(*entry.household, home, line, row);
  Result<Match> match = this->match(entry, home == nullptr ? nullptr : &home->second);
  if (!match) return match.problem();
  const auto role = static_cast<size_t>(role_of(entry.residence));
  const uint64_t spell = digest_of(entry.residence);
  if (match->said != nullptr) {
    const RegisterRoll::Said& before = *match->said;
    if (before.facts != digest_of(*entry.person)) return repeated();
    if (before.spells[role] == spell) return Outcome::same;
    if (before.spells[role] != 0) return repeated();
  }
  if (entry.household) home = name_home(home, *entry.household, line, row);
  const Taken taken = apply(entry, *match, home, notes);
  if (match->said == nullptr) {
    match->said = &roll_.add(*entry.person, taken.person, match->known.has_value(),
                             home == nullptr ? nullptr : &home->second.last);
  }
  match->said->spells[role] = spell;
  if (home != nullptr) count(home->second, entry, taken.outcome, line, row);
  return taken.outcome;
}

RegisterImport::Taken RegisterImport::apply(const RegisterEntry& entry, Match& match,
                                            HomeEntry* home, RegisterNotes& notes) {
  const bool head = is_head(entry.residence.relation);
  Home* const place = home == nullptr ? nullptr : &home->second;
  bool changed = place != nullptr && speak(*place, *entry.household, head);
  if (!match.known && match.said == nullptr) {
    const int64_t id = book_.add_person(*entry.person);
    book_.add_residence(id, place == nullptr ? 0 : place->id, entry.residence);
    return {id, Outcome::added};
  }
  const int64_t id = match.known ? match.known->id : match.said->person;
  if (!options_.known_file && !match.decided) {
    // What the file said of the person before was the same.
    if (match.said == nullptr) changed |= change(*match.known, *entry.person, notes);
    changed |= settle(id, place, entry.residence, match.said != nullptr);
  }
  return {id, changed ? Outcome::changed : Outcome::same};
}

void RegisterImport::count(Home& home, const RegisterEntry& entry, Outcome outcome, int64_t line,
                           int64_t row) {
  relations_told_ |= !entry.residence.relation.empty();
  ++home.people;
  if (is_head(entry.residence.relation) && ++home.heads == 2) {
    home.line = line;
    home.row = row;
  }
  home.disturbed |= outcome != Outcome::same;
  home.numberless |= entry.person->id_no.empty();
  if (home.pending && home.people == 1) home.pending_same = outcome == Outcome::same;
}

// A household's own record speaks for it like its head's row.
Result<Outcome> RegisterImport::take_household(const Household& household, HomeEntry* home,
                                               int64_t line, int64_t row) {
  const uint64_t record = digest_of(household);
  if (home != nullptr && home->second.record != 0) {
    if (home->second.record != record) return repeated_household();
    return Outcome::same;
  }
  const bool fresh = home == nullptr;
  home = name_home(home, household, line, row);
  home->second.record = record;
  const bool changed = speak(home->second, household, true);
  if (fresh) return Outcome::added;
  return changed ? Outcome::changed : Outcome::same;
}

// Most rows are of the household of the row before.
RegisterImport::HomeEntry* RegisterImport::find_home(const Household& household) {
  if (last_home_ == nullptr || !is_key_of(last_home_->first, household)) {
    last_home_ = look_for_home(household);
  }
  return last_home_;
}

RegisterImport::HomeEntry* RegisterImport::look_for_home(const Household& household) {
  const auto found = homes_.find(key_of(household));
  if (found != homes_.end()) return &*found;
  if (book_.was_empty()) return nullptr;
  const auto known = book_.find_household(household.community, household.no);
  if (!known) return nullptr;
  HomeEntry& home = *homes_.emplace(key_of(household), Home{}).first;
  home.second.id = known->id;
  home.second.existed = true;
  home.second.filled = filled_fields(known->household);
  return &home;
}

// The home of a row that is being taken; made where there is none.
RegisterImport::HomeEntry* RegisterImport::name_home(HomeEntry* home, const Household& household,
                                                     int64_t line, int64_t row) {
  if (home == nullptr) {
    home = &*homes_.emplace(key_of(household), Home{}).first;
    home->second.id = book_.add_household(household);
    home->second.filled = filled_fields(household);
    home->second.said = digest_of(household);
    last_home_ = home;
  }
  if (!home->second.named) {
    home->second.named = true;
    home->second.line = line;
    home->second.row = row;
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
  return changed;
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

void RegisterImport::warn_of_heads(const HomeEntry& entry, RegisterClosing& closing) {
  const Home& home = entry.second;
  if (home.people == 0) return;
  int64_t heads = home.heads;
  if (home.existed && (heads != 1 || home.disturbed)) heads = book_.heads(home.id);
  if (heads == 1) return;
  const std::string no = number_of(entry.first);
  Problem p = heads == 0 ? problem("household.no_head", "relation", "household {} has no head", no)
                         : problem("household.two_heads", "relation", "household {} has {} heads",
                                   no, heads);
  closing.warnings.push_back({std::move(p), home.line, home.row});
}

// A household with another head, of whose former people the file names nobody.
void RegisterImport::warn_of_reuse(const HomeEntry& entry, RegisterClosing& closing) {
  const Home& home = entry.second;
  if (!home.existed || home.met || home.heads == 0 || options_.known_file) return;
  if (!book_.was_lived_in(home.id)) return;
  Problem p = problem("household.reused", "household_no",
                      "household {} had other people so far; is its number used again?",
                      number_of(entry.first));
  p.hint = message_id("where it is another household, give it a number of its own");
  closing.warnings.push_back({std::move(p), home.line, home.row});
}

RegisterClosing RegisterImport::finish() {
  RegisterClosing closing;
  closing.persons = roll_.people();
  closing.households = static_cast<int64_t>(order_.size());
  for (HomeEntry* entry : order_) {
    Home& home = entry->second;
    if (home.pending) {
      const bool changed = update_home(home, *home.pending, false);
      if (changed && home.pending_same) ++closing.same_became_changed;
    }
    if (relations_told_) warn_of_heads(*entry, closing);
    warn_of_reuse(*entry, closing);
  }
  return closing;
}

}  // namespace grid::domain
