// Whom a row means.
#include <grid/domain/register_import.h>

#include <algorithm>

#include "register_refusals.h"

namespace grid::domain {

namespace {

constexpr size_t whole_date = 10;  // YYYY-MM-DD

Problem no_key() {
  return problem("person.no_key", "id_no", "neither a number nor a household tells who this is");
}

Problem ambiguous() {
  return problem("person.ambiguous", "name",
                 "several people of this name live in the household; a number would tell which");
}

Problem two_keys() {
  return problem("person.ambiguous", "source_ref",
                 "the number and the key of the source name two different people");
}

bool reused(const Person& known, const Person& said) {
  return !known.id_no.empty() && !said.id_no.empty() && known.id_no != said.id_no &&
         known.name != said.name;
}

Problem candidate() {
  Problem p = problem("person.candidate", "id_no",
                      "somebody of this name and birth lives there under another number");
  p.hint = message_id(
      "decide it: household-list --candidates, household-move same or different; or correct one of "
      "the numbers");
  return p;
}

Problem elsewhere() {
  Problem p = problem("person.candidate", "household_no",
                      "somebody of this name and birth lives in the community without a number");
  p.hint = message_id(
      "decide it: household-list --candidates, household-move same or different; or correct the "
      "row");
  return p;
}

}  // namespace

// Somebody may have decided whom the row means; then it says nothing new.
Result<RegisterImport::Match> RegisterImport::doubt(const RegisterEntry& entry, Problem problem,
                                                    std::vector<int64_t> likely) {
  const std::optional<int64_t> person = book_.decided(entry);
  if (!person) {
    likely_ = std::move(likely);
    return problem;
  }
  Match match = known_as({*person, {}});
  match.decided = true;
  return match;
}

RegisterImport::Match RegisterImport::known_as(KnownPerson person) {
  RegisterRoll::Said* said = roll_.by_row(person.id);
  return {std::move(person), said, false};
}

Result<RegisterImport::Match> RegisterImport::match(const RegisterEntry& entry, const Home* home) {
  const Person& person = *entry.person;
  if (person.id_no.empty() && person.source_ref.empty() && !entry.household) return no_key();
  Result<Match> match = match_by_key(person);
  if (!match || match->known || match->said != nullptr) return match;
  return match_by_name(entry, home);
}

// By number and by the source's key, which must not name two people.
Result<RegisterImport::Match> RegisterImport::match_by_key(const Person& person) {
  const bool sourced = !person.source_ref.empty();
  RegisterRoll::Said* by_number =
      person.id_no.empty() ? nullptr : roll_.by_number(person.id_kind, person.id_no);
  RegisterRoll::Said* by_source =
      sourced ? roll_.by_source(person.source, person.source_ref) : nullptr;
  if (by_number != nullptr && by_source != nullptr && by_number != by_source)
    return repeated(roll_.place_of(*by_number));
  if (by_number == nullptr) by_number = by_source;
  if (by_number != nullptr) return Match{std::nullopt, by_number, false};
  if (book_.was_empty()) return Match{};
  std::optional<KnownPerson> numbered;
  std::optional<KnownPerson> keyed;
  if (!person.id_no.empty()) numbered = book_.find_person(person.id_kind, person.id_no);
  if (sourced) keyed = book_.find_source(person.source, person.source_ref);
  if (numbered && keyed && numbered->id != keyed->id) {
    likely_ = {numbered->id, keyed->id};
    return two_keys();
  }
  if (numbered) return known_as(std::move(*numbered));
  // A key that was given again, to somebody else.
  if (keyed && reused(keyed->person, person)) {
    likely_ = {keyed->id};
    return two_keys();
  }
  if (keyed) return known_as(std::move(*keyed));
  return Match{};
}

// Whether the person lives there, or did until the day that the row tells.
bool RegisterImport::stays(int64_t person, const Home& home, const Residence& given) {
  return std::ranges::any_of(book_.spells(person), [&](const KnownResidence& spell) {
    const std::string& until = spell.residence.until;
    return spell.household == home.id && (until.empty() || until == given.until);
  });
}

Result<RegisterImport::Match> RegisterImport::match_by_name(const RegisterEntry& entry,
                                                            const Home* home) {
  const Person& person = *entry.person;
  if (!entry.household) return Match{};
  std::vector<RegisterRoll::Said*> repeats;
  if (home != nullptr && (person.id_no.empty() || home->numberless)) {
    repeats = roll_.namesakes(home->last, person);
  }
  std::vector<KnownPerson> fitting;
  std::vector<int64_t> otherwise;  // numbered
  if (home != nullptr && home->existed) {
    for (KnownPerson& member : book_.members(home->id, person.name)) {
      if (!births_agree(member.person.birth, person.birth)) continue;
      if (!stays(member.id, *home, entry.residence)) continue;
      if (!person.id_no.empty() && !member.person.id_no.empty()) {
        otherwise.push_back(member.id);
      } else {
        RegisterRoll::Said* said = roll_.by_row(member.id);
        std::erase(repeats, said);
        fitting.push_back(std::move(member));
      }
    }
  }
  if (!otherwise.empty()) return doubt(entry, candidate(), std::move(otherwise));
  if (repeats.size() + fitting.size() > 1) {
    std::vector<int64_t> likely;
    for (const KnownPerson& member : fitting) likely.push_back(member.id);
    for (const RegisterRoll::Said* said : repeats) likely.push_back(said->person);
    return doubt(entry, ambiguous(), std::move(likely));
  }
  if (!repeats.empty()) return Match{std::nullopt, repeats.front(), false};
  if (!fitting.empty()) return known_as(std::move(fitting.front()));
  if (book_.was_empty() || person.birth.size() != whole_date) return Match{};
  std::vector<int64_t> others =
      book_.namesakes(entry.household->community, person.name, person.birth);
  if (others.empty()) return Match{};
  return doubt(entry, elsewhere(), std::move(others));
}

}  // namespace grid::domain
