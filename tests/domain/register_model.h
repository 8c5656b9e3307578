// A register in memory, and files made for it: for the tests of the import.
#pragma once

#include <doctest/doctest.h>
#include <grid/domain/register_import.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace register_model {

using namespace grid;
using namespace grid::domain;

// A register in memory that counts what is written.
class Book : public RegisterBook {
 public:
  std::map<int64_t, Household> households;
  std::map<int64_t, Person> persons;
  struct Spell {
    int64_t person, household;
    Residence residence;
    bool operator==(const Spell&) const = default;
  };
  std::map<int64_t, Spell> residences;
  int writes = 0;
  bool empty = true;
  int64_t first_person = 1;  // of the file
  int64_t first_residence = 1;
  std::map<std::string, int64_t> decisions;  // by name

  bool was_empty() override { return empty; }
  std::optional<KnownHousehold> find_household(std::string_view community,
                                               std::string_view no) override {
    for (const auto& [id, home] : households) {
      if (home.community == community && home.no == no) return KnownHousehold{id, home};
    }
    return std::nullopt;
  }
  int64_t add_household(const Household& household) override {
    REQUIRE_FALSE(find_household(household.community, household.no));
    ++writes;
    return add(households, household);
  }
  void change_household(int64_t id, const Household& household) override {
    ++writes;
    households.at(id) = household;
  }
  int64_t heads(int64_t household) override {
    return std::ranges::count_if(residences, [&](const auto& entry) {
      return entry.second.household == household && entry.second.residence.until.empty() &&
             is_head(entry.second.residence.relation);
    });
  }
  bool was_lived_in(int64_t household) override {
    return std::ranges::any_of(residences, [&](const auto& entry) {
      return entry.second.household == household && entry.first < first_residence;
    });
  }
  std::optional<KnownPerson> find_source(std::string_view source, std::string_view ref) override {
    for (const auto& [id, person] : persons) {
      if (person.source == source && person.source_ref == ref) return KnownPerson{id, person};
    }
    return std::nullopt;
  }
  std::vector<int64_t> namesakes(std::string_view community, std::string_view name,
                                 std::string_view birth) override {
    std::vector<int64_t> found;
    for (const auto& [id, spell] : residences) {
      const Person& person = persons.at(spell.person);
      if (person.id_no.empty() && person.name == name && person.birth == birth &&
          spell.person < first_person && spell.residence.until.empty() &&
          spell.residence.community == community) {
        found.push_back(spell.person);
      }
    }
    return found;
  }
  std::optional<int64_t> decided(const RegisterEntry& entry) override {
    const auto found = decisions.find(entry.person->name);
    if (found == decisions.end()) return std::nullopt;
    return found->second;
  }
  std::optional<KnownPerson> find_person(IdKind kind, std::string_view id_no) override {
    for (const auto& [id, person] : persons) {
      if (person.id_kind == kind && person.id_no == id_no) return KnownPerson{id, person};
    }
    return std::nullopt;
  }
  std::vector<KnownPerson> members(int64_t household, std::string_view name) override {
    std::vector<KnownPerson> found;
    for (const auto& [id, spell] : residences) {
      const Person& person = persons.at(spell.person);
      if (spell.household == household && person.name == name && spell.person < first_person &&
          std::ranges::find(found, spell.person, &KnownPerson::id) == found.end()) {
        found.push_back({spell.person, person});
      }
    }
    return found;
  }
  int64_t add_person(const Person& person) override {
    if (!person.id_no.empty()) REQUIRE_FALSE(find_person(person.id_kind, person.id_no));
    ++writes;
    return add(persons, person);
  }
  void change_person(int64_t id, const Person& person) override {
    ++writes;
    persons.at(id) = person;
  }
  std::vector<KnownResidence> spells(int64_t person) override {
    std::vector<KnownResidence> found;
    for (const auto& [id, spell] : residences) {
      if (spell.person == person) found.push_back({id, spell.household, spell.residence});
    }
    return found;
  }
  KnownStays stays(int64_t household) override {
    KnownStays known;
    known.area = households.at(household).area;
    for (const auto& [id, spell] : residences) {
      if (spell.household != household || !spell.residence.until.empty()) continue;
      known.stays.push_back(
          {spell.person, {id, household, spell.residence}, id >= first_residence, false});
    }
    return known;
  }
  void add_residence(int64_t person, int64_t household, const Residence& residence) override {
    ++writes;
    add(residences, Spell{person, household, residence});
  }
  void change_residence(int64_t id, int64_t /*person*/, int64_t household,
                        const Residence& residence) override {
    ++writes;
    Spell& spell = residences.at(id);
    spell.household = household;
    spell.residence = residence;
  }

 private:
  template <typename T>
  static int64_t add(std::map<int64_t, T>& rows, const T& value) {
    const int64_t id = static_cast<int64_t>(rows.size()) + 1;
    rows.emplace(id, value);
    return id;
  }
};

inline const Date today = *parse_date("2026-11-21");

inline RegisterEntry row(const char* no, const char* name, const char* id_no, const char* relation,
                         const char* birth = "1990-01-02") {
  RegisterEntry entry;
  entry.household.emplace();
  entry.household->community = "C1";
  entry.household->no = no;
  entry.household->address = "一号";
  entry.person.emplace();
  entry.person->name = name;
  entry.person->id_no = id_no;
  entry.person->birth = birth;
  if (*id_no != '\0') entry.person->id_kind = IdKind::resident_id;
  entry.residence.community = "C1";
  entry.residence.no = no;
  entry.residence.relation = relation;
  entry.residence.address = "一号";
  return entry;
}

// One file: the outcome or the code of each row, then the codes of the closing warnings.
inline std::vector<std::string> import(Book& book, const std::vector<RegisterEntry>& rows,
                                       bool known_file = false, const RegisterPolicy& policy = {}) {
  book.first_person = static_cast<int64_t>(book.persons.size()) + 1;
  book.first_residence = static_cast<int64_t>(book.residences.size()) + 1;
  RegisterImport run(book, {today, known_file, policy});
  std::vector<std::string> said;
  int64_t line = 1;
  for (const RegisterEntry& entry : rows) {
    RegisterNotes notes;
    ++line;
    const auto outcome = run.take(entry, {line, line, {}}, notes);
    said.push_back(!outcome                       ? outcome.problem().code
                   : *outcome == Outcome::added   ? "added"
                   : *outcome == Outcome::changed ? "changed"
                                                  : "same");
    for (const Problem& warning : notes.warnings) said.push_back("!" + warning.code);
  }
  const RegisterClosing closing = run.finish();
  for (int64_t i = 0; i < closing.same_became_changed; ++i) said.push_back("same>changed");
  for (const auto& warning : closing.warnings) said.push_back("!" + warning.problem.code);
  book.empty = false;
  return said;
}

using Said = std::vector<std::string>;

}  // namespace register_model
