// The counts of a batch that every record about one tells (an own header of lib/codec).
#pragma once

#include <grid/domain/register_batch.h>
#include <grid/text/record.h>

namespace grid::codec {

inline text::Record& add_counts(text::Record& record, const domain::RegisterBatch& batch) {
  return record.add("read", batch.read)
      .add("added", batch.added)
      .add("changed", batch.changed)
      .add("same", batch.same)
      .add("rejected", batch.rejected)
      .add("repaired", batch.repaired)
      .add("warned", batch.warned);
}

}  // namespace grid::codec
