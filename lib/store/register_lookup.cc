#include "register_lookup.h"

#include <grid/sql/queries.h>

#include <set>

#include "key_list.h"
#include "register_rows.h"

namespace grid::store {

namespace query = sql::query;
using domain::KnownHousehold;
using domain::KnownPerson;
using domain::KnownResidence;
using domain::RegisterEntry;

namespace {

using Entries = std::span<const RegisterEntry* const>;

std::string key_of(std::string_view first, std::string_view second) {
  std::string key(first);
  key += '\n';
  key += second;
  return key;
}

std::string number_key(domain::IdKind kind, std::string_view id_no) {
  return key_of(domain::id_kind_name(kind), id_no);
}

template <typename Map, typename Key>
auto* find_in(Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

void RegisterLookup::find(Entries rows, bool contents, int64_t below) {
  households_.clear();
  numbers_.clear();
  sources_.clear();
  members_.clear();
  spells_.clear();
  find_households(rows, contents);
  find_numbers(rows, contents);
  find_sources(rows);
  find_members(rows, below);
  if (contents) find_spells();
}

void RegisterLookup::find_households(Entries rows, bool contents) {
  // In the order of the index.
  std::map<std::string_view, std::set<std::string_view>> wanted;
  for (const RegisterEntry* row : rows) {
    if (row->household) wanted[row->household->community].insert(row->household->no);
  }
  for (const auto& [community, numbers] : wanted) {
    KeyList keys;
    for (const std::string_view no : numbers) {
      keys.add(no);
      households_.emplace(key_of(community, no), KnownHousehold{});
    }
    const auto area = areas_.id(community);
    if (!area) continue;
    const std::string list = keys.text();
    const sql::Query& query =
        contents ? query::household_among_keys : query::household_among_keys_known;
    sql::Statement& statement = db_.prepare(query);
    // The list stands first in both.
    statement.bind(1, list);
    statement.bind(2, *area);
    for (sql::Rows found(statement); found.next();) {
      KnownHousehold& known = households_[key_of(community, found.view(1))];
      known.id = found.integer(0);
      if (contents) known.household = household_at(found, 2, areas_);
      known.household.community = community;
      known.household.no = found.view(1);
    }
  }
}

void RegisterLookup::find_numbers(Entries rows, bool contents) {
  std::set<std::string_view> wanted;
  for (const RegisterEntry* row : rows) {
    if (!row->person || row->person->id_no.empty()) continue;
    wanted.insert(row->person->id_no);
    numbers_.emplace(number_key(row->person->id_kind, row->person->id_no), KnownPerson{});
  }
  if (wanted.empty()) return;
  const std::vector<std::string_view> numbers(wanted.begin(), wanted.end());
  KeyList keys;
  for (const int64_t person : people_.among(numbers)) keys.add(person);
  const std::string list = keys.text();
  const sql::Query& query = contents ? query::person_among : query::person_among_known;
  for (sql::Rows found = db_.select(query, list); found.next();) {
    KnownPerson* known = find_in(numbers_, key_of(found.view(1), found.view(2)));
    if (known == nullptr) continue;  // another number, or one of another kind
    known->id = found.integer(0);
    if (contents) known->person = person_at(found, 1);
  }
}

void RegisterLookup::find_sources(Entries rows) {
  std::map<std::string_view, std::set<std::string_view>> wanted;
  for (const RegisterEntry* row : rows) {
    if (!row->person || row->person->source_ref.empty()) continue;
    wanted[row->person->source].insert(row->person->source_ref);
  }
  for (const auto& [source, refs] : wanted) {
    KeyList keys;
    for (const std::string_view ref : refs) {
      keys.add(ref);
      sources_.emplace(key_of(source, ref), KnownPerson{});
    }
    const std::string list = keys.text();
    sql::Statement& statement = db_.prepare(query::person_among_sources);
    statement.bind(1, list);
    statement.bind(2, source);
    for (sql::Rows found(statement); found.next();) {
      KnownPerson known{found.integer(0), person_at(found, 1)};
      const std::string key = key_of(source, known.person.source_ref);
      sources_[key] = std::move(known);
    }
  }
}

// Of the households of those whom no key names.
void RegisterLookup::find_members(Entries rows, int64_t below) {
  std::set<int64_t> wanted;
  for (const RegisterEntry* row : rows) {
    if (!row->person || !row->household) continue;
    const domain::Person& person = *row->person;
    const KnownPerson* known =
        person.id_no.empty() ? nullptr : numbered(person.id_kind, person.id_no);
    if (known != nullptr && known->id != 0) continue;
    const KnownHousehold* home = household(row->household->community, row->household->no);
    if (home != nullptr && home->id != 0) wanted.insert(home->id);
  }
  if (wanted.empty()) return;
  KeyList keys;
  for (const int64_t home : wanted) {
    keys.add(home);
    members_.try_emplace(home);
  }
  const std::string list = keys.text();
  for (sql::Rows found = db_.select(query::person_among_members, list, below); found.next();) {
    members_[found.integer(0)].push_back({found.integer(1), person_at(found, 2)});
  }
}

void RegisterLookup::find_spells() {
  std::set<int64_t> wanted;
  for (const auto* known : {&numbers_, &sources_}) {
    for (const auto& [key, person] : *known) {
      if (person.id != 0) wanted.insert(person.id);
    }
  }
  for (const auto& [home, people] : members_) {
    for (const KnownPerson& person : people) wanted.insert(person.id);
  }
  if (wanted.empty()) return;
  KeyList keys;
  for (const int64_t person : wanted) {
    keys.add(person);
    spells_.try_emplace(person);
  }
  const std::string list = keys.text();
  for (sql::Rows found = db_.select(query::residence_among_people, list); found.next();) {
    spells_[found.integer(0)].push_back(
        {found.integer(1), found.maybe_integer(2).value_or(0), residence_at(found, 3, areas_)});
  }
}

const KnownHousehold* RegisterLookup::household(std::string_view community,
                                                std::string_view no) const {
  return find_in(households_, key_of(community, no));
}

const KnownPerson* RegisterLookup::numbered(domain::IdKind kind, std::string_view id_no) const {
  return find_in(numbers_, number_key(kind, id_no));
}

const KnownPerson* RegisterLookup::sourced(std::string_view source,
                                           std::string_view source_ref) const {
  return find_in(sources_, key_of(source, source_ref));
}

const std::vector<KnownPerson>* RegisterLookup::members(int64_t household) const {
  return find_in(members_, household);
}

std::vector<KnownResidence>* RegisterLookup::spells(int64_t person) {
  return find_in(spells_, person);
}

void RegisterLookup::forget_household(std::string_view community, std::string_view no) {
  households_.erase(key_of(community, no));
}

}  // namespace grid::store
