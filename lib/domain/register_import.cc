#include <grid/domain/register_import.h>

#include <functional>

namespace grid::domain {

namespace {

// Digests compare two rows about the same person within one file; they never leave memory.
class Digest {
 public:
  Digest& operator<<(std::string_view text) {
    value_ = (value_ ^ std::hash<std::string_view>{}(text)) * 0x9E3779B97F4A7C15ULL;
    value_ ^= value_ >> 29;
    return *this;
  }
  template <typename T>
  Digest& operator<<(const std::optional<T>& value) {
    return *this << (value ? std::string_view(value_text(static_cast<int>(*value))) : "-");
  }
  // Never 0, which stands for nothing.
  uint64_t value() const { return value_ == 0 ? 1 : value_; }

 private:
  static std::string_view value_text(int value) {
    return std::string_view("0123456789").substr(static_cast<size_t>(value), 1);
  }
  uint64_t value_ = 0xCBF29CE484222325ULL;
};

uint64_t digest(const Household& h) {
  return (Digest() << h.area << h.address << h.building << h.unit << h.room << h.dwelling_kind
                   << h.kind << h.vacant)
      .value();
}

uint64_t digest(const Person& p) {
  return (Digest() << p.id_no << p.name << p.former_name << p.sex << p.birth << p.died << p.ethnic
                   << p.nationality << p.phone << p.politics << p.education << p.marriage
                   << p.registered_address << p.tags << p.source << p.source_ref)
      .value();
}

uint64_t digest(const Residence& r) {
  return (Digest() << r.community << r.no << r.area << r.kind << r.relation << r.consistent
                   << r.address << r.since << r.until << r.ended_by << r.flow_reason << r.origin
                   << r.permit_no << r.registered_on << r.permit_until)
      .value();
}

uint8_t filled_fields(const Household& h) {
  return static_cast<uint8_t>((h.area.empty() ? 0 : 1) | (h.address.empty() ? 0 : 2) |
                              (h.building.empty() ? 0 : 4) | (h.unit.empty() ? 0 : 8) |
                              (h.room.empty() ? 0 : 16) | (h.kind ? 32 : 0) | (h.vacant ? 64 : 0));
}

std::string key_of(const Household& household) {
  return household.community + "\n" + household.no;
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

Problem no_key() {
  return problem("person.no_key", "id_no", "neither a number nor a household tells who this is");
}

Problem ambiguous() {
  return problem("person.ambiguous", "name",
                 "several people of this name live in the household; a number would tell which");
}

Problem candidate() {
  Problem p = problem("person.candidate", "id_no",
                      "somebody of this name and birth lives there under another number");
  p.hint = message_id("correct the number on one side, so that nobody is registered twice");
  return p;
}

}  // namespace

Result<Outcome> RegisterImport::take(const RegisterEntry& entry, int64_t line, int64_t row,
                                     RegisterNotes& notes) {
  HomeEntry* home = entry.household ? find_home(*entry.household) : nullptr;
  if (!entry.person) return take_household(*entry.household, home, line, row);
  const auto role = static_cast<size_t>(role_of(entry.residence));
  if (entry.person->id_no.empty() && !entry.household) return no_key();
  Result<Match> match = this->match(*entry.person, home == nullptr ? nullptr : &home->second);
  if (!match) return match.problem();
  const Seen now{digest(*entry.person), {}};
  const uint64_t spell = digest(entry.residence);
  if (match->seen != nullptr) {
    const Seen& before = *match->seen;
    if (before.facts != now.facts) return repeated();
    if (before.spells[role] == spell) return Outcome::same;
    if (before.spells[role] != 0) return repeated();
  }
  if (entry.household) home = name_home(home, *entry.household, line, row);
  const Taken taken = apply(entry, *match, home, notes);
  if (match->seen == nullptr) {
    ++persons_;
    match->seen = &remember(*entry.person, taken.person);
    match->seen->facts = now.facts;
  }
  match->seen->spells[role] = spell;
  if (home != nullptr) count(home->second, entry, taken.outcome, line, row);
  return taken.outcome;
}

RegisterImport::Taken RegisterImport::apply(const RegisterEntry& entry, Match& match,
                                            HomeEntry* home, RegisterNotes& notes) {
  const bool head = is_head(entry.residence.relation);
  const int64_t home_id = home == nullptr ? 0 : home->second.id;
  bool changed = home != nullptr && speak(home->second, *entry.household, head);
  if (!match.known) {
    const int64_t id = book_.add_person(*entry.person);
    book_.add_residence(id, home_id, entry.residence);
    return {id, Outcome::added};
  }
  const int64_t id = match.known->id;
  if (!options_.known_file) {
    changed |= change(*match.known, *entry.person, notes);
    changed |= settle(id, home_id, entry.residence);
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
  const uint64_t record = digest(household);
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

RegisterImport::Seen& RegisterImport::remember(const Person& person, int64_t id) {
  if (person.id_no.empty()) return seen_numberless_[id];
  return seen_[std::string(id_kind_name(person.id_kind)) + person.id_no];
}

RegisterImport::Seen* RegisterImport::seen(const Person& person, int64_t id) {
  if (person.id_no.empty()) {
    const auto found = seen_numberless_.find(id);
    return found == seen_numberless_.end() ? nullptr : &found->second;
  }
  const auto found = seen_.find(std::string(id_kind_name(person.id_kind)) + person.id_no);
  return found == seen_.end() ? nullptr : &found->second;
}

Result<RegisterImport::Match> RegisterImport::match(const Person& person, const Home* home) {
  if (person.id_no.empty()) {
    if (home == nullptr) return Match{};
    return match_by_name(person, home->id);
  }
  Match match;
  match.seen = seen(person, 0);
  if (match.seen == nullptr && book_.was_empty() && (home == nullptr || !home->numberless)) {
    return match;
  }
  match.known = book_.find_person(person.id_kind, person.id_no);
  if (match.known || home == nullptr || !(home->existed || home->numberless)) return match;
  return match_by_name(person, home->id);
}

Result<RegisterImport::Match> RegisterImport::match_by_name(const Person& person, int64_t home) {
  Match match;
  for (KnownPerson& member : book_.members(home, person.name)) {
    if (!births_agree(member.person.birth, person.birth)) continue;
    if (!person.id_no.empty() && !member.person.id_no.empty()) return candidate();
    if (match.known) return ambiguous();
    match.known = std::move(member);
  }
  if (match.known) match.seen = seen(match.known->person, match.known->id);
  return match;
}

RegisterImport::HomeEntry* RegisterImport::find_home(const Household& household) {
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
    home->second.said = digest(household);
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
  const bool changed =
      only_open ? complete(known->household, given) : merge(known->household, given);
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
    if (!home.existed && home.said == digest(given)) return false;
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

bool RegisterImport::change(KnownPerson& known, const Person& given, RegisterNotes& notes) {
  const std::string name = known.person.name;
  if (!merge(known.person, given)) return false;
  if (name != known.person.name) {
    notes.warnings.push_back(
        problem("person.renamed", "name", "the register has another name under this number"));
    if (known.person.former_name.empty()) known.person.former_name = name;
  }
  book_.change_person(known.id, known.person);
  return true;
}

// The spell that the row speaks of, among those of the person; or a new one.
bool RegisterImport::settle(int64_t person, int64_t home, const Residence& given) {
  const std::vector<KnownResidence> spells = book_.spells(person);
  const KnownResidence* same_home = nullptr;
  const KnownResidence* open_end = nullptr;  // an open spell without household, or for a row so
  for (const KnownResidence& spell : spells) {
    const bool open = spell.residence.until.empty();
    if (spell.household == home && home != 0 && (open || spell.residence.until == given.until)) {
      same_home = &spell;
    }
    const bool unhoused = spell.household == 0 || home == 0;
    if (open && unhoused && role_of(spell.residence) == role_of(given) &&
        spell.residence.community == given.community) {
      open_end = &spell;
    }
  }
  const KnownResidence* spell = same_home != nullptr ? same_home : open_end;
  if (spell == nullptr) return move(person, home, given, spells);
  Residence merged = spell->residence;
  const int64_t merged_home = home == 0 ? spell->household : home;
  const bool changed = merge(merged, given) || merged_home != spell->household;
  if (changed) book_.change_residence(spell->id, merged_home, merged);
  return changed;
}

bool RegisterImport::move(int64_t person, int64_t home, const Residence& given,
                          const std::vector<KnownResidence>& spells) {
  const std::string today = format_date(options_.today);
  for (const KnownResidence& spell : spells) {
    const bool open = spell.residence.until.empty();
    if (!open || !given.until.empty() || role_of(spell.residence) != role_of(given)) continue;
    Residence ended = spell.residence;
    ended.until = given.since.size() == today.size() ? given.since : today;
    book_.change_residence(spell.id, spell.household, ended);
  }
  book_.add_residence(person, home, given);
  return true;
}

void RegisterImport::warn_of_heads(const HomeEntry& entry, RegisterClosing& closing) {
  const Home& home = entry.second;
  if (home.people == 0) return;
  int64_t heads = home.heads;
  if (home.existed && (heads != 1 || home.disturbed)) heads = book_.heads(home.id);
  if (heads == 1) return;
  const std::string no = entry.first.substr(entry.first.find('\n') + 1);
  Problem p = heads == 0 ? problem("household.no_head", "relation", "household {} has no head", no)
                         : problem("household.two_heads", "relation", "household {} has {} heads",
                                   no, heads);
  closing.warnings.push_back({std::move(p), home.line, home.row});
}

RegisterClosing RegisterImport::finish() {
  RegisterClosing closing;
  closing.persons = persons_;
  closing.households = static_cast<int64_t>(order_.size());
  for (HomeEntry* entry : order_) {
    Home& home = entry->second;
    if (home.pending) {
      const bool changed = update_home(home, *home.pending, false);
      if (changed && home.pending_same) ++closing.same_became_changed;
    }
    if (relations_told_) warn_of_heads(*entry, closing);
  }
  return closing;
}

}  // namespace grid::domain
