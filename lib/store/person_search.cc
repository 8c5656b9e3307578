#include <grid/sql/queries.h>
#include <grid/store/person_index.h>

#include <map>

#include "posting_block.h"
#include "row_set.h"

namespace grid::store {

namespace query = sql::query;
using domain::NameElement;
using domain::NamePattern;
using domain::PersonTermRange;

namespace {

PersonTermRange terms_of(const NameElement& element, size_t place) {
  if (element.character == 0) return domain::syllable_terms(place, element.syllables);
  const domain::PersonTerm term = domain::character_term(place, element.character);
  return {term, term};
}

// Terms differ in few bits; sums of them must not be alike by chance. The mixing is that of
// SplitMix64.
uint64_t scattered(uint64_t value) {
  value += 0x9E3779B97F4A7C15ULL;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

// One search: each range of terms is read once.
class Postings {
 public:
  explicit Postings(TermIndex& terms) : terms_(terms) {}

  const RowSet& people(const PersonTermRange& terms) {
    const auto [found, fresh] = read_.try_emplace({terms.from, terms.last});
    if (!fresh) return found->second;
    terms_.find(terms, [&set = found->second](int64_t row) { set.add(row); });
    return found->second;
  }

  // Who may have the pattern: at its place, and at each further one.
  void add(const NamePattern& pattern, RowSet& all) {
    for (size_t begin = 0; begin < domain::name_places; ++begin) {
      RowSet here = people(terms_of(pattern.front(), begin));
      for (size_t i = 1; i < pattern.size() && !here.empty(); ++i) {
        here.keep(people(terms_of(pattern[i], begin + i)));
      }
      all.add(here);
    }
  }

 private:
  TermIndex& terms_;
  std::map<std::pair<domain::PersonTerm, domain::PersonTerm>, RowSet> read_;
};

}  // namespace

std::vector<int64_t> PersonIndex::find(const domain::PersonSearch& search) {
  RowSet candidates;
  Postings postings(names_);
  if (!search.number.empty()) {
    for (const int64_t id : with_number(search.number)) candidates.add(id);
  }
  if (!search.phone.empty()) {
    const domain::PersonTerm term = domain::phone_term(search.phone);
    candidates.add(postings.people({term, term}));
  }
  for (const NamePattern& pattern : search.patterns) postings.add(pattern, candidates);
  std::vector<int64_t> found;
  for (const int64_t id : candidates.rows()) {
    sql::Rows rows = db_.select(query::person_sought, id);
    if (!rows.next()) continue;
    domain::Person person;
    person.id_no = rows.view(0);
    person.name = rows.view(1);
    person.former_name = rows.view(2);
    person.phone = rows.view(3);
    if (domain::meets(search, person)) found.push_back(id);
  }
  return found;
}

// Of each person the sum over what the index must hold, less the sum over what it does: nothing is
// left where they are the same.
PersonIndex::Faults PersonIndex::faults() {
  struct Balance {
    uint64_t rest = 0;
    bool exists = false;
  };
  std::vector<Balance> balances;
  const auto balance = [&](int64_t person) -> Balance& {
    const auto at = static_cast<size_t>(person);
    if (at >= balances.size()) balances.resize(at + at / 2 + 1);
    return balances[at];
  };
  for (sql::Rows rows = db_.select(query::term_people); rows.next();) {
    Balance& own = balance(rows.integer(0));
    own.exists = true;
    for (const domain::PersonTerm term :
         domain::person_terms(rows.view(1), rows.view(2), rows.view(3), rows.view(4))) {
      own.rest += scattered(term);
    }
  }
  for (sql::Rows rows = db_.select(query::term_all); rows.next();) {
    const uint64_t weight = scattered(static_cast<uint64_t>(rows.integer(0)));
    each_number(rows.integer(1), rows.view(2),
                [&](int64_t person) { balance(person).rest -= weight; });
  }
  Faults found;
  for (const Balance& each : balances) {
    if (each.rest != 0) ++(each.exists ? found.people : found.strangers);
  }
  return found;
}

}  // namespace grid::store
