// BatchStore: the batches of the register, what each of them did, and taking one back. Decides
// nothing but which rows later ones stand on.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/register_batch.h>
#include <grid/sql/database.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grid::store {

// Numbers of rows: from the first on, below the second.
struct RowRange {
  int64_t from = 1;
  int64_t below = 1;
  bool empty() const { return from >= below; }
};

struct BatchRow {
  domain::RegisterBatch batch;
  Instant at{};
  std::string actor, login;
  RowRange dwellings, households, people, spells;  // that it brought
  int64_t undone_by = 0;                           // the last batch that took it back; 0: none
  bool undone_whole = false;                       // nothing of it was left then
};

// What a batch did to the rows of one noun.
struct BatchChange {
  enum class What { added, changed, removed } what = What::added;
  std::string noun;   // dwelling, household, person, residence
  std::string field;  // of `changed`: the column that it changed; empty: the rows themselves
  int64_t count = 0;
  std::vector<RowRange> rows;  // in order; empty where `field` is named
};

// A row that stays, since something later stands on it.
struct KeptRow {
  std::string noun;
  int64_t row = 0;
  int64_t later = 0;  // batch that stands in the way; 0: the household was visited
  bool operator==(const KeptRow&) const = default;
};

// Told from time to time how many rows have been taken back.
using UndoProgress = std::function<void(int64_t rows)>;

struct TakenBack {
  int64_t rows = 0;  // removed or made what they were
  std::vector<KeptRow> kept;
};

// Within one transaction.
class BatchStore {
 public:
  explicit BatchStore(sql::Database& db) : db_(db) {}

  [[nodiscard]] std::vector<BatchRow> all();
  [[nodiscard]] std::optional<BatchRow> find(int64_t id);
  // By noun; added before changed before removed.
  [[nodiscard]] std::vector<BatchChange> changes(const BatchRow& batch);

  // Removes what the batch brought and makes what it changed as it was, as the batch `undo`; all
  // rows of a person's stay together. What was taken back before is passed over.
  [[nodiscard]] TakenBack take_back(
      const BatchRow& batch, int64_t undo, const UndoProgress& progress = [](int64_t) {});

 private:
  sql::Database& db_;
};

}  // namespace grid::store
