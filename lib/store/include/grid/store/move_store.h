// MoveStore: people and households as a move needs to know them, and the rows that wait for a
// person to tell whom they mean. Reads, but for decide(); what a move writes goes through
// ImportStore.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/area_tree.h>
#include <grid/domain/household_move.h>
#include <grid/sql/database.h>
#include <grid/store/area_ids.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::store {

// A row of which no rule could tell whom it means (待认定).
struct CandidateRow {
  int64_t id = 0;
  int64_t batch = 0;
  std::string code;             // why
  std::string entry;            // personal: the row as a record of JSON; empty: erased
  std::string state;            // open, same, different
  int64_t person = 0;           // whom it turned out to mean; 0: open
  std::vector<int64_t> likely;  // whom it may mean
};

class MoveStore {
 public:
  MoveStore(sql::Database& db, const domain::AreaTree& areas, Date day);

  [[nodiscard]] std::optional<domain::Mover> person(int64_t id);
  // Those who live there; `ever`: or did.
  [[nodiscard]] std::vector<domain::Mover> members(int64_t household, bool ever = false);
  [[nodiscard]] std::optional<domain::KnownHousehold> household(std::string_view community,
                                                                std::string_view no);
  [[nodiscard]] std::optional<domain::KnownHousehold> household(int64_t id);
  [[nodiscard]] int64_t heads(int64_t household);

  [[nodiscard]] std::optional<CandidateRow> candidate(int64_t id);
  // All open ones, in the order in which they came.
  [[nodiscard]] std::vector<CandidateRow> open_candidates();
  // `state`: same or different; as the batch.
  void decide(int64_t candidate, std::string_view state, int64_t person, int64_t batch);

 private:
  domain::Mover mover_at(const sql::Rows& rows);
  std::vector<domain::KnownResidence> spells(int64_t person);
  CandidateRow candidate_at(const sql::Rows& rows);
  std::vector<int64_t> likely(int64_t candidate);

  sql::Database& db_;
  AreaIds areas_;
};

}  // namespace grid::store
