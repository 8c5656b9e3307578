// Batches of the register as records: what was done, by whom, and to which rows. Nothing of it is
// personal: rows are told by their numbers.
#pragma once

#include <grid/base/time.h>
#include <grid/codec/columns.h>
#include <grid/domain/register_batch.h>
#include <grid/text/record.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace grid::codec {

struct BatchOrigin {
  Instant at{};
  std::string actor, login;
  int64_t undone_by = 0;  // batch that took it back; 0: none
};

[[nodiscard]] text::Record write_batch(const domain::RegisterBatch& batch,
                                       const BatchOrigin& origin, UtcOffset offset);
[[nodiscard]] Columns batch_columns();

// `what`: added, changed, removed. `field`: the one that was changed; empty: the rows themselves.
// `rows`: their numbers, runs as 1-500.
[[nodiscard]] text::Record write_batch_change(int64_t batch, std::string_view noun,
                                              std::string_view what, const std::string& field,
                                              int64_t count, const std::string& rows);
[[nodiscard]] Columns batch_change_columns();

}  // namespace grid::codec
