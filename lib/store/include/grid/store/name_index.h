// NameIndex: which people may have a name, a part of one, a reading in pinyin or a telephone, by
// the terms of grid/domain/name_terms.h.
//
//   NameIndex names(db);
//   names.add(id, person);                 // gathered in memory
//   names.change(id, before, after);
//   names.flush();                         // written; before the transaction is committed
//   names.find(domain::parse_person_search("zhangsan"));
//
// The tables person_term and person_term_part: each flush appends one part, and takes small parts
// before it into it, so that a thousand people cost the same in a file of a million, and few parts
// are to be searched.
#pragma once

#include <grid/domain/name_terms.h>
#include <grid/domain/person.h>
#include <grid/domain/person_search.h>
#include <grid/sql/database.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace grid::store {

class NameIndex {
 public:
  explicit NameIndex(sql::Database& db) : db_(db) {}

  // Within one write transaction. A person is added once, and what `before` says is what was added
  // or changed to last. Row numbers below 2^30.
  void add(int64_t person, const domain::Person& added);
  void change(int64_t person, const domain::Person& before, const domain::Person& after);
  void remove(int64_t person, const domain::Person& before);
  // Nothing is in the index before this.
  void flush();

  // Row numbers of those who are meant, in ascending order. What is not flushed yet is not found.
  [[nodiscard]] std::vector<int64_t> find(const domain::PersonSearch& search);

  // What is amiss with it: how many people it does not have as they are, and how many stand in it
  // that do not exist. Reads all people and all of the index; sixteen bytes a person.
  struct Faults {
    int64_t people = 0;
    int64_t strangers = 0;
  };
  [[nodiscard]] Faults faults();

 private:
  using Entry = uint64_t;  // term and person
  static Entry entry(domain::NameTerm term, int64_t person);
  void note(std::vector<Entry>& list, int64_t person, const std::vector<domain::NameTerm>& terms);
  void settle();
  void take_out();
  int64_t take_out(int64_t part, domain::NameTerm term, std::span<const Entry> gone);
  void absorb();
  void write();
  void write_block(int64_t part, domain::NameTerm term, std::span<const Entry> people);

  sql::Database& db_;
  std::vector<Entry> added_;
  std::vector<Entry> removed_;
};

}  // namespace grid::store
