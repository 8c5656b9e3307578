// PersonIndex: which people have a number, and which may have a name, a part of one, a reading in
// pinyin or a telephone, by the terms of grid/domain/person_terms.h.
//
//   PersonIndex people(db);
//   people.add(id, person);                 // gathered in memory
//   people.change(id, before, after);
//   people.flush();                         // written; before the transaction is committed
//   people.find(domain::parse_person_search("zhangsan"));
#pragma once

#include <grid/domain/person.h>
#include <grid/domain/person_search.h>
#include <grid/domain/person_terms.h>
#include <grid/sql/database.h>
#include <grid/store/term_index.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace grid::store {

class PersonIndex {
 public:
  explicit PersonIndex(sql::Database& db);

  // Within one write transaction. A person is added once, and what `before` says is what was added
  // or changed to last. Row numbers below 2^30.
  void add(int64_t person, const domain::Person& added);
  void change(int64_t person, const domain::Person& before, const domain::Person& after);
  void remove(int64_t person, const domain::Person& before);
  void flush();

  // Row numbers of those who are meant, in ascending order. Whose name is not flushed yet is not
  // found.
  [[nodiscard]] std::vector<int64_t> find(const domain::PersonSearch& search);
  // Who has the number, of whatever kind, in ascending order; flushed or not.
  [[nodiscard]] std::vector<int64_t> with_number(std::string_view id_no);
  // Who may have one of the numbers, in ascending order: it is to be compared. Who is not flushed
  // yet is not found.
  [[nodiscard]] std::vector<int64_t> among(std::span<const std::string_view> numbers);

  // What is amiss with it: how many people it does not have as they are, and how many stand in it
  // that do not exist. Reads all people and all of the index; sixteen bytes a person.
  struct Faults {
    int64_t people = 0;
    int64_t strangers = 0;
  };
  [[nodiscard]] Faults faults();

 private:
  TermIndex& of(domain::PersonTerm term);

  sql::Database& db_;
  TermIndex names_;
  TermIndex numbers_;
};

}  // namespace grid::store
