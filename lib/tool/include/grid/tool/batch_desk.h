// BatchDesk: shows the batches of the register, and takes one back.
#pragma once

#include <grid/store/batch_store.h>
#include <grid/tool/session.h>

#include <cstdint>
#include <string>
#include <vector>

namespace grid::tool {

class BatchDesk {
 public:
  explicit BatchDesk(Session& session) : session_(session) {}

  // All batches; or those of these numbers, each with what it did to which rows. The exit status.
  // Failure no_input (batch.unknown).
  [[nodiscard]] int show(const std::vector<std::string>& numbers);

  // Takes the batch back, as a batch of its own; the exit status. Rows on which a later batch
  // stands are refused (batch.later_change, batch.visited). Failures: no_input (batch.unknown),
  // bad_data (batch.undone; batch.erased and batch.undo: such a batch is never taken back).
  [[nodiscard]] int undo(int64_t number, const std::string& reason);

 private:
  void put(const store::BatchRow& row, UtcOffset offset);
  void put_changes(store::BatchStore& batches, const store::BatchRow& row);

  Session& session_;
};

}  // namespace grid::tool
