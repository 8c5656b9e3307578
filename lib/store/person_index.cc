#include <grid/sql/queries.h>
#include <grid/store/person_index.h>

#include <algorithm>
#include <iterator>

namespace grid::store {

namespace query = sql::query;
using domain::PersonTerm;

namespace {

constexpr size_t most_names = size_t{4} << 20U;     // 32 MB while they are gathered
constexpr size_t most_numbers = size_t{16} << 20U;  // of so many people; few parts are to be seen

std::vector<PersonTerm> terms_of(const domain::Person& person) {
  return domain::person_terms(person.id_no, person.name, person.former_name, person.phone);
}

}  // namespace

PersonIndex::PersonIndex(sql::Database& db)
    : db_(db), names_(db, "name", most_names), numbers_(db, "number", most_numbers) {}

TermIndex& PersonIndex::of(PersonTerm term) {
  return domain::is_number_term(term) ? numbers_ : names_;
}

void PersonIndex::add(int64_t person, const domain::Person& added) {
  for (const PersonTerm term : terms_of(added)) of(term).add(term, person);
}

void PersonIndex::remove(int64_t person, const domain::Person& before) {
  for (const PersonTerm term : terms_of(before)) of(term).remove(term, person);
}

void PersonIndex::change(int64_t person, const domain::Person& before,
                         const domain::Person& after) {
  const auto same = [&](auto field) { return before.*field == after.*field; };
  using domain::Person;
  if (same(&Person::id_no) && same(&Person::name) && same(&Person::former_name) &&
      same(&Person::phone)) {
    return;
  }
  const std::vector<PersonTerm> old_terms = terms_of(before);
  const std::vector<PersonTerm> new_terms = terms_of(after);
  std::vector<PersonTerm> gone;
  std::vector<PersonTerm> come;
  std::ranges::set_difference(old_terms, new_terms, std::back_inserter(gone));
  std::ranges::set_difference(new_terms, old_terms, std::back_inserter(come));
  for (const PersonTerm term : gone) of(term).remove(term, person);
  for (const PersonTerm term : come) of(term).add(term, person);
}

void PersonIndex::flush() {
  names_.flush();
  numbers_.flush();
}

std::vector<int64_t> PersonIndex::among(std::span<const std::string_view> numbers) {
  std::vector<PersonTerm> terms;
  for (const std::string_view number : numbers) terms.push_back(domain::number_term(number));
  std::ranges::sort(terms);
  std::vector<int64_t> people;
  numbers_.find(terms, [&people](int64_t person) { people.push_back(person); });
  std::ranges::sort(people);
  people.erase(std::unique(people.begin(), people.end()), people.end());
  return people;
}

std::vector<int64_t> PersonIndex::with_number(std::string_view id_no) {
  numbers_.flush();
  std::vector<int64_t> people = among({&id_no, 1});
  std::erase_if(people, [&](int64_t person) {
    sql::Rows rows = db_.select(query::person_sought, person);
    return !rows.next() || rows.view(0) != id_no;
  });
  return people;
}

}  // namespace grid::store
