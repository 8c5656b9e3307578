// OfficeView: what showing something of the office needs: its clock, its name, its masks. Tools
// that do not ask the rules start faster with it than with Office (office.h).
#pragma once

#include <grid/base/time.h>
#include <grid/domain/policy.h>
#include <grid/sql/database.h>

namespace grid::tool {

class OfficeView {
 public:
  // Within a transaction of `db`; of the policy that holds at `now`. Failure configuration
  // (policy.none, policy.stored).
  OfficeView(sql::Database& db, Instant now);

  const domain::Office& office() const { return office_; }
  const domain::Mask& mask() const { return mask_; }
  UtcOffset offset() const { return office_.utc_offset; }
  Instant now() const { return now_; }
  Date today() const { return date_of(to_local(now_, offset())); }

 private:
  Instant now_;
  domain::Office office_;
  domain::Mask mask_;
};

}  // namespace grid::tool
