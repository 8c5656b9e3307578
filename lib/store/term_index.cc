#include <grid/base/failure.h>
#include <grid/sql/queries.h>
#include <grid/store/term_index.h>

#include <algorithm>
#include <iterator>

#include "key_list.h"
#include "posting_block.h"

namespace grid::store {

namespace query = sql::query;
using domain::PersonTerm;

namespace {

constexpr unsigned person_bits = 64 - domain::person_term_bits;
constexpr uint64_t person_mask = (uint64_t{1} << person_bits) - 1;

// Bytes of a block: it fits into a page of the B-tree together with three others.
constexpr size_t most_bytes = 900;
// A part that is less than so many times what is written goes into it.
constexpr size_t growth = 2;

uint64_t entry(PersonTerm term, int64_t person) {
  return (term << person_bits) | static_cast<uint64_t>(person);
}

PersonTerm term_of(uint64_t entry) {
  return entry >> person_bits;
}

int64_t person_of(uint64_t entry) {
  return static_cast<int64_t>(entry & person_mask);
}

}  // namespace

void TermIndex::note(std::vector<Entry>& list, PersonTerm term, int64_t person) {
  if (person <= 0 || static_cast<uint64_t>(person) > person_mask) {
    throw Failure(FailureKind::defect,
                  problem("db.statement", "", "the row number is none that the index can hold"));
  }
  list.push_back(entry(term, person));
  if (list.size() >= most_) flush();
}

void TermIndex::flush() {
  settle();
  take_out();
  absorb();
  write();
  added_.clear();
  removed_.clear();
}

// What was added and removed since the last flush comes and goes by turns: only one of the two, or
// neither, is left of it.
void TermIndex::settle() {
  std::ranges::sort(added_);
  if (removed_.empty()) return;
  std::ranges::sort(removed_);
  std::vector<Entry> come;
  std::vector<Entry> gone;
  std::ranges::set_difference(added_, removed_, std::back_inserter(come));
  std::ranges::set_difference(removed_, added_, std::back_inserter(gone));
  added_ = std::move(come);
  removed_ = std::move(gone);
}

void TermIndex::take_out() {
  if (removed_.empty()) return;
  std::vector<int64_t> parts;
  for (sql::Rows rows = db_.select(query::term_parts, sort_); rows.next();) {
    parts.push_back(rows.integer(0));
  }
  for (const int64_t part : parts) {
    int64_t count = 0;
    for (auto from = removed_.begin(); from != removed_.end();) {
      const auto to = std::find_if(from, removed_.end(),
                                   [&](Entry each) { return term_of(each) != term_of(*from); });
      count += take_out(part, term_of(*from), {from, to});
      from = to;
    }
    if (count > 0) db_.run(query::term_part_shrink, count, part);
  }
}

// Takes people out of the blocks of one term; how many there were.
int64_t TermIndex::take_out(int64_t part, PersonTerm term, std::span<const Entry> gone) {
  struct Block {
    int64_t first = 0;
    std::vector<Entry> left;
  };
  std::vector<Block> blocks;  // those that change
  int64_t count = 0;
  for (sql::Rows rows = db_.select(query::term_blocks, part, term, person_of(gone.front()),
                                   person_of(gone.back()));
       rows.next();) {
    Block block{rows.integer(0), {}};
    const int64_t before = count;
    each_number(block.first, rows.view(1), [&](int64_t person) {
      const Entry each = entry(term, person);
      if (std::ranges::binary_search(gone, each)) {
        ++count;
      } else {
        block.left.push_back(each);
      }
    });
    if (count > before) blocks.push_back(std::move(block));
  }
  for (const Block& block : blocks) {
    db_.run(query::term_block_delete, part, term, block.first);
    if (!block.left.empty()) write_block(part, term, block.left);
  }
  return count;
}

// Takes the last parts back into memory as long as they are small beside what is to be written.
void TermIndex::absorb() {
  while (!added_.empty()) {
    int64_t part = 0;
    size_t entries = 0;
    if (sql::Rows rows = db_.select(query::term_part_last, sort_); rows.next()) {
      part = rows.integer(0);
      entries = static_cast<size_t>(rows.integer(1));
    }
    if (part == 0 || entries >= growth * added_.size() || entries + added_.size() > most_) {
      return;
    }
    const size_t own = added_.size();
    for (sql::Rows rows = db_.select(query::term_part_blocks, part); rows.next();) {
      const auto term = static_cast<PersonTerm>(rows.integer(0));
      each_number(rows.integer(1), rows.view(2),
                  [&](int64_t person) { added_.push_back(entry(term, person)); });
    }
    const auto middle = added_.begin() + static_cast<std::ptrdiff_t>(own);
    std::sort(middle, added_.end());
    std::inplace_merge(added_.begin(), middle, added_.end());
    db_.run(query::term_part_clear, part);
    db_.run(query::term_part_delete, part);
  }
}

void TermIndex::write() {
  if (added_.empty()) return;
  int64_t part = 1;
  if (sql::Rows rows = db_.select(query::term_part_next); rows.next()) part = rows.integer(0);
  db_.run(query::term_part_insert, part, sort_, static_cast<int64_t>(added_.size()));
  for (auto from = added_.begin(); from != added_.end();) {
    const auto to = std::find_if(from, added_.end(),
                                 [&](Entry each) { return term_of(each) != term_of(*from); });
    write_block(part, term_of(*from), {from, to});
    from = to;
  }
}

// As many blocks as the people need.
void TermIndex::write_block(int64_t part, PersonTerm term, std::span<const Entry> people) {
  sql::Blob block;
  size_t first = 0;
  for (size_t i = 1; i <= people.size(); ++i) {
    if (i == people.size() || block.size() >= most_bytes) {
      db_.run(query::term_block_insert, part, term, person_of(people[first]), block);
      block.clear();
      first = i;
    } else {
      append_distance(block, people[i] - people[i - 1]);
    }
  }
}

void TermIndex::find(const domain::PersonTermRange& terms, const People& use) {
  for (sql::Rows rows = db_.select(query::term_find, sort_, terms.from, terms.last); rows.next();) {
    each_number(rows.integer(0), rows.view(1), use);
  }
}

void TermIndex::find(std::span<const PersonTerm> terms, const People& use) {
  if (terms.empty()) return;
  KeyList keys;
  for (const PersonTerm term : terms) keys.add(static_cast<int64_t>(term));
  const std::string list = keys.text();
  for (sql::Rows rows = db_.select(query::term_among, list, sort_); rows.next();) {
    each_number(rows.integer(0), rows.view(1), use);
  }
}

}  // namespace grid::store
