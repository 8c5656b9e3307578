// How long the office's policy keeps personal data (保存期限).
#pragma once

#include <grid/tool/office.h>

namespace grid::tool {

// Who left or died before this day is no longer kept.
[[nodiscard]] Date people_kept_until(const Office& office);
// Of cases that ended before this moment the reporters are no longer kept.
[[nodiscard]] Instant reporters_kept_until(const Office& office);

}  // namespace grid::tool
