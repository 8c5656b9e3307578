#include <grid/tool/office.h>
#include <grid/tool/office_view.h>

namespace grid::tool {

OfficeView::OfficeView(sql::Database& db, Instant now) : now_(now) {
  store::OfficeStore store(db);
  const int64_t version = domain::version_in_force(policy_dates(store), now);
  codec::PolicyReading reading =
      codec::read_office_and_mask(store.policy_document(version).document, refuse_file);
  if (!reading.ok()) throw unreadable_policy(version, reading);
  office_ = std::move(reading.policy.office);
  mask_ = reading.policy.mask;
}

}  // namespace grid::tool
