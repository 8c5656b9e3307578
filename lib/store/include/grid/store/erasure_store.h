// ErasureStore: takes personal data out of the file for good: rows, what they were before, rows
// that nobody could tell, the index of names, and the text beside the events. SQLite overwrites
// what is freed (PRAGMA secure_delete), so that no page keeps it.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/erasure.h>
#include <grid/sql/database.h>
#include <grid/store/person_index.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::store {

// By whom, when and why is erased.
struct ErasureOrigin {
  Instant at{};
  std::string actor, login, reason;
  std::string tool;    // stands where an import has its file
  UtcOffset offset{};  // of the office
};

// Use it within one write transaction; finish() before the commit.
class ErasureStore {
 public:
  ErasureStore(sql::Database& db, ErasureOrigin origin)
      : db_(db), origin_(std::move(origin)), people_(db) {}

  [[nodiscard]] std::optional<domain::Erasable> person(int64_t id);
  // Who left or died before that day, in the order of row numbers.
  [[nodiscard]] std::vector<int64_t> expired_people(Date before);
  // Numbers of ended cases whose reporters are known, in the order of filing.
  [[nodiscard]] std::vector<std::string> expired_reporters(Instant before);

  // All that tells of the person but `left`: what visits to the person's households found before
  // the person left them, and the reasons of the person's moves, too, whomever else they tell of.
  // The batch that did it.
  int64_t erase_person(int64_t id, const domain::Person& before, const domain::Person& left);
  // Who reported the case. The batch; 0: nobody is known.
  int64_t erase_reporter(std::string_view case_no);
  // What was kept of people whom batches before that moment took away.
  void erase_removed(Instant before);
  // Nothing was left to erase.
  void count_same() { ++same_; }
  // Writes the index of names and the counts of the batch.
  void finish();

 private:
  int64_t batch();

  sql::Database& db_;
  ErasureOrigin origin_;
  PersonIndex people_;
  int64_t batch_ = 0;  // 0: nothing was erased yet
  int64_t changed_ = 0;
  int64_t same_ = 0;
};

}  // namespace grid::store
