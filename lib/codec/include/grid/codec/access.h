// Entries of the access log (访问日志) as records.
#pragma once

#include <grid/codec/columns.h>
#include <grid/domain/access.h>
#include <grid/text/record.h>

namespace grid::codec {

[[nodiscard]] text::Record write_access(const domain::Access& access, UtcOffset offset);
[[nodiscard]] Columns access_columns();

}  // namespace grid::codec
