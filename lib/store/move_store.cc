#include <grid/sql/queries.h>
#include <grid/store/move_store.h>

#include "register_rows.h"

namespace grid::store {

namespace query = sql::query;
using domain::KnownHousehold;
using domain::KnownResidence;
using domain::Mover;

MoveStore::MoveStore(sql::Database& db, const domain::AreaTree& areas, Date day)
    : db_(db), areas_(db, areas, day) {}

std::vector<KnownResidence> MoveStore::spells(int64_t person) {
  std::vector<KnownResidence> spells;
  for (sql::Rows rows = db_.select(query::residence_of_person, person); rows.next();) {
    spells.push_back(
        {rows.integer(0), rows.maybe_integer(1).value_or(0), residence_at(rows, 2, areas_)});
  }
  return spells;
}

Mover MoveStore::mover_at(const sql::Rows& rows) {
  const int64_t id = rows.integer(0);
  return {id, person_at(rows, 1), spells(id)};
}

std::optional<Mover> MoveStore::person(int64_t id) {
  sql::Rows rows = db_.select(query::person_mover, id);
  if (!rows.next()) return std::nullopt;
  return mover_at(rows);
}

std::vector<Mover> MoveStore::members(int64_t household, bool ever) {
  std::vector<Mover> members;
  for (sql::Rows rows = db_.select(query::person_of_household, household, ever ? 1 : 0);
       rows.next();) {
    members.push_back(mover_at(rows));
  }
  return members;
}

std::optional<KnownHousehold> MoveStore::household(std::string_view community,
                                                   std::string_view no) {
  return household_of_key(db_, areas_, community, no);
}

std::optional<KnownHousehold> MoveStore::household(int64_t id) {
  sql::Rows rows = db_.select(query::household_by_id, id);
  if (!rows.next()) return std::nullopt;
  KnownHousehold known{rows.integer(0), household_at(rows, 1, areas_)};
  known.household.community = areas_.code(rows.integer(10));
  known.household.no = rows.text(11);
  return known;
}

int64_t MoveStore::heads(int64_t household) {
  sql::Rows rows = db_.select(query::household_heads, household);
  return rows.next() ? rows.integer(0) : 0;
}

std::vector<int64_t> MoveStore::likely(int64_t candidate) {
  std::vector<int64_t> people;
  for (sql::Rows rows = db_.select(query::candidate_likely, candidate); rows.next();) {
    people.push_back(rows.integer(0));
  }
  return people;
}

CandidateRow MoveStore::candidate_at(const sql::Rows& rows) {
  return {rows.integer(0),        rows.integer(1), rows.text(2),
          rows.text(3),           rows.text(4),    rows.maybe_integer(5).value_or(0),
          likely(rows.integer(0))};
}

std::optional<CandidateRow> MoveStore::candidate(int64_t id) {
  sql::Rows rows = db_.select(query::candidate_by_id, id);
  if (!rows.next()) return std::nullopt;
  return candidate_at(rows);
}

std::vector<CandidateRow> MoveStore::open_candidates() {
  std::vector<CandidateRow> open;
  for (sql::Rows rows = db_.select(query::candidate_open); rows.next();) {
    open.push_back(candidate_at(rows));
  }
  return open;
}

void MoveStore::decide(int64_t candidate, std::string_view state, int64_t person, int64_t batch) {
  db_.run(query::candidate_decide, state, person, batch, candidate);
}

}  // namespace grid::store
