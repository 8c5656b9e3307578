#include <grid/domain/erasure.h>
#include <grid/tool/retention.h>

namespace grid::tool {

Date people_kept_until(const Office& office) {
  return domain::kept_until(office.today(), office.policy().registers.keep_left_days);
}

Instant reporters_kept_until(const Office& office) {
  const int days = office.policy().registers.keep_reporter_days;
  return to_instant(LocalTime{domain::kept_until(office.today(), days)}, office.offset());
}

}  // namespace grid::tool
