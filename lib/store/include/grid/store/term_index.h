// TermIndex: who has a term, for terms of one sort; the files of PersonIndex.
//
// The tables person_term and person_term_part: each flush appends one part, in the order of the
// terms, and takes small parts before it into it, so that a thousand people cost the same in a
// register of a million, and few parts are to be searched.
#pragma once

#include <grid/domain/person_terms.h>
#include <grid/sql/database.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace grid::store {

class TermIndex {
 public:
  // `sort` as the parts name it. `most`: entries of one part; eight bytes each while they are
  // gathered.
  TermIndex(sql::Database& db, std::string_view sort, size_t most)
      : db_(db), sort_(sort), most_(most) {}

  // Within one write transaction; row numbers below 2^30. Nothing is in the index before flush(),
  // which is called when enough is gathered.
  void add(domain::PersonTerm term, int64_t person) { note(added_, term, person); }
  void remove(domain::PersonTerm term, int64_t person) { note(removed_, term, person); }
  void flush();

  // Who has one of a range of terms, or of a list: in no order, one perhaps more than once.
  using People = std::function<void(int64_t person)>;
  void find(const domain::PersonTermRange& terms, const People& use);
  void find(std::span<const domain::PersonTerm> terms, const People& use);

 private:
  using Entry = uint64_t;  // term and person
  void note(std::vector<Entry>& list, domain::PersonTerm term, int64_t person);
  void settle();
  void take_out();
  int64_t take_out(int64_t part, domain::PersonTerm term, std::span<const Entry> gone);
  void absorb();
  void write();
  void write_block(int64_t part, domain::PersonTerm term, std::span<const Entry> people);

  sql::Database& db_;
  std::string_view sort_;
  size_t most_;
  std::vector<Entry> added_;
  std::vector<Entry> removed_;
};

}  // namespace grid::store
