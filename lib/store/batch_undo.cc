// Taking a batch back: the spells first, then the people, then the households, then where they
// lived, so that each step sees what still stands on its rows.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <grid/sql/queries.h>
#include <grid/store/batch_store.h>
#include <grid/store/person_index.h>

#include <algorithm>
#include <unordered_map>

#include "register_rows.h"

namespace grid::store {

namespace query = sql::query;

namespace {

// The queries for the rows of one noun.
struct NounQueries {
  const char* noun;
  const sql::Query& remove_new;
  const sql::Query& changed;
  const sql::Query& keep;
  const sql::Query& restore;
};

const NounQueries spells{"residence", query::undo_remove_residence, query::undo_changed_residence,
                         query::change_residence, query::undo_restore_residence};
const NounQueries people{"person", query::undo_remove_person, query::undo_changed_person,
                         query::change_person, query::undo_restore_person};
const NounQueries households{"household", query::undo_remove_household,
                             query::undo_changed_household, query::change_household,
                             query::undo_restore_household};
const NounQueries dwellings{"dwelling", query::undo_remove_dwelling, query::undo_changed_dwelling,
                            query::change_dwelling, query::undo_restore_dwelling};

// Rows or people that stay, and the batch that stands in the way.
using Later = std::unordered_map<int64_t, int64_t>;

// The row, the batch that stands in the way, and what of that batch does.
Later later_at(sql::Rows rows, const Later& why) {
  Later later;
  while (rows.next()) {
    int64_t& batch = later[rows.integer(0)];
    const auto stays = why.find(rows.integer(2));
    batch = std::max(batch, stays == why.end() ? rows.integer(1) : stays->second);
  }
  return later;
}

// As SQLite's json_each takes them.
std::string list_of(const Later& later) {
  std::vector<int64_t> rows;
  rows.reserve(later.size());
  for (const auto& [row, batch] : later) rows.push_back(row);
  std::ranges::sort(rows);
  return fmt::format("[{}]", fmt::join(rows, ","));
}

class Undoing {
 public:
  Undoing(sql::Database& db, const BatchRow& batch, int64_t undo, const UndoProgress& progress)
      : db_(db),
        batch_(batch),
        id_(batch.batch.id),
        undo_(undo),
        progress_(progress),
        people_index_(db) {}

  TakenBack run() {
    db_.run(query::undo_reopen_candidates, id_);
    db_.run(query::undo_remove_likeness, id_);
    db_.run(query::undo_remove_candidates, id_);
    const RowRange& range = batch_.spells;
    people_ = later_at(db_.select(query::undo_people_later, range.from, range.below, id_,
                                  batch_.people.from, batch_.people.below),
                       {});
    keep_together();
    take_spells();
    take_people();
    take_households();
    take_dwellings();
    follow_grids();
    std::ranges::sort(taken_.kept, {},
                      [](const KeptRow& row) { return std::tie(row.noun, row.row); });
    return std::move(taken_);
  }

 private:
  static constexpr int64_t rows_told = 1000;  // between two words of progress

  // A row that the batch changed: who it belongs to, and which batch changed it last.
  struct Changed {
    int64_t change = 0;
    int64_t row = 0;
    int64_t last = 0;
    int64_t owner = 0;  // of a spell: the person; of others the row itself
  };

  void keep(const NounQueries& noun, int64_t row, int64_t later) {
    taken_.kept.push_back({noun.noun, row, later});
  }

  // Of the new rows, all but those that stay; some at a time, since SQLite keeps what a statement
  // changes in memory until it ends.
  void remove_new(const NounQueries& noun, const RowRange& range, const Later& later) {
    std::vector<int64_t> stay;
    for (const auto& [row, by] : later) {
      if (row < range.from || row >= range.below) continue;
      keep(noun, row, by);
      stay.push_back(row);
    }
    std::ranges::sort(stay);
    constexpr int64_t rows_at_once = 20000;
    for (int64_t from = range.from; from < range.below; from += rows_at_once) {
      const int64_t below = std::min(from + rows_at_once, range.below);
      const auto first = std::ranges::lower_bound(stay, from);
      const auto last = std::ranges::lower_bound(stay, below);
      const std::string list = fmt::format("[{}]", fmt::join(first, last, ","));
      db_.run(noun.keep, undo_, 1, from, below);
      if (first != last) db_.run(query::undo_forget_kept, undo_, noun.noun, list);
      taken_.rows += db_.run(noun.remove_new, from, below, list);
      progress_(taken_.rows);
    }
  }

  std::vector<Changed> changed(const NounQueries& noun) {
    std::vector<Changed> all;
    for (sql::Rows rows = db_.select(noun.changed, id_); rows.next();) {
      all.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3)});
    }
    return all;
  }

  // A person and all the spells go back together, or stay together: nobody dead lives somewhere.
  void keep_together() {
    for (const NounQueries& noun : {people, spells}) {
      for (const Changed& each : changed(noun)) {
        if (each.last > id_) people_.emplace(each.owner, each.last);
      }
    }
  }

  // `in_the_way` tells the later batch that keeps the row as it is; 0: none.
  template <typename InTheWay>
  void restore(const NounQueries& noun, InTheWay in_the_way) {
    for (const Changed& each : changed(noun)) {
      if (each.last < id_) continue;  // taken back before
      const int64_t later = each.last > id_ ? each.last : in_the_way(each);
      if (later != 0) {
        keep(noun, each.row, later);
        continue;
      }
      db_.run(noun.keep, undo_, 0, each.row);
      db_.run(noun.restore, each.change);
      if (++taken_.rows % rows_told == 0) progress_(taken_.rows);
    }
  }

  void take_spells() {
    Later stay;
    const std::string kept_people = list_of(people_);  // outlives the reading
    for (sql::Rows rows = db_.select(query::undo_residences_of, kept_people, batch_.spells.from,
                                     batch_.spells.below);
         rows.next();) {
      stay.emplace(rows.integer(0), people_.at(rows.integer(1)));
    }
    remove_new(spells, batch_.spells, stay);
    restore(spells, [this](const Changed& spell) {
      const auto stays = people_.find(spell.owner);
      return stays == people_.end() ? 0 : stays->second;
    });
  }

  void take_people() {
    const RowRange& range = batch_.people;
    people_.merge(later_at(db_.select(query::undo_people_left, range.from, range.below), {}));
    const std::string stay = list_of(people_);
    for (sql::Rows rows = db_.select(query::undo_people, range.from, range.below, stay);
         rows.next();) {
      people_index_.remove(rows.integer(0), person_at(rows, 1));
    }
    remove_new(people, range, people_);
    std::vector<std::pair<int64_t, domain::Person>> before;
    restore(people, [&](const Changed& person) {
      const auto stays = people_.find(person.row);
      const int64_t later = stays == people_.end() ? taken(person) : stays->second;
      if (later == 0) before.emplace_back(person.row, person_of(person.row));
      return later;
    });
    for (const auto& [id, was] : before) people_index_.change(id, was, person_of(id));
    people_index_.flush();
  }

  // Which batch gave somebody else the number, or the key of the source, that a person would have
  // again; 0: nobody has it.
  int64_t taken(const Changed& person) {
    if (sql::Rows before = db_.select(query::undo_number_before, person.change);
        before.next() && !before.view(1).empty()) {
      for (const int64_t other : people_index_.with_number(before.view(1))) {
        if (other == person.row) continue;
        sql::Rows rows = db_.select(query::undo_person_with, other, before.view(0));
        if (!rows.next()) continue;
        if (const auto stays = people_.find(other); stays != people_.end()) return stays->second;
        // Whom the batch itself gave the number gives it back.
        if (rows.integer(0) != id_) return rows.integer(0);
      }
    }
    return first_of(query::undo_person_taken, person.change);
  }

  domain::Person person_of(int64_t id) {
    sql::Rows rows = db_.select(query::person_by_id, id);
    return rows.next() ? person_at(rows, 0) : domain::Person();
  }

  void take_households() {
    const RowRange& range = batch_.households;
    homes_ = later_at(db_.select(query::undo_households_left, range.from, range.below, id_,
                                 batch_.spells.from, batch_.spells.below),
                      people_);
    remove_new(households, range, homes_);
    restore(households, [](const Changed&) { return int64_t{0}; });
  }

  void take_dwellings() {
    const RowRange& range = batch_.dwellings;
    const Later stay = later_at(db_.select(query::undo_dwellings_left, range.from, range.below, id_,
                                           batch_.households.from, batch_.households.below),
                                homes_);
    remove_new(dwellings, range, stay);
    restore(dwellings, [](const Changed&) { return int64_t{0}; });
  }

  // Where of a household and its people some stay, all live in the household's grid as it is then.
  void follow_grids() {
    std::vector<int64_t> strayed;
    for (sql::Rows rows = db_.select(query::undo_strayed, undo_); rows.next();) {
      strayed.push_back(rows.integer(0));
    }
    for (const int64_t spell : strayed) {
      db_.run(query::change_residence, undo_, 0, spell);
      db_.run(query::undo_follow_grid, spell);
    }
  }

  int64_t first_of(const sql::Query& which, int64_t change) {
    sql::Rows rows = db_.select(which, change);
    return rows.next() ? rows.maybe_integer(0).value_or(undo_) : 0;
  }

  sql::Database& db_;
  const BatchRow& batch_;
  int64_t id_;
  int64_t undo_;
  const UndoProgress& progress_;
  PersonIndex people_index_;
  Later people_;  // who stays as they are
  Later homes_;   // new households that stay
  TakenBack taken_;
};

}  // namespace

TakenBack BatchStore::take_back(const BatchRow& batch, int64_t undo, const UndoProgress& progress) {
  return Undoing(db_, batch, undo, progress).run();
}

}  // namespace grid::store
