// OfficeStore: policies under their digests. Apart from what reads them, so that a tool that only
// reads starts without libcrypto.
#include <fmt/format.h>
#include <grid/sql/queries.h>
#include <grid/store/digest.h>
#include <grid/store/office_store.h>

#include <algorithm>
#include <utility>

#include "column_values.h"

namespace grid::store {

namespace query = sql::query;

namespace {

// Over the row, the document and every day of its calendars.
sql::Blob digest_of(const PolicyRow& policy) {
  Sm3 digest;
  digest.begin();
  digest.add(fmt::format("{}\n{}\n{}\n{}\n{}\n", policy.version, seconds(policy.since),
                         seconds(policy.applied_at), policy.actor, policy.login));
  digest.add(policy.document);
  for (auto [calendar, days] : policy.days) {
    std::ranges::sort(days, {}, [](const auto& day) { return std::pair(day.date, day.published); });
    for (const domain::DayNotice& day : days) {
      digest.add("\n" + calendar + "\n" + format_date(day.date) + format_date(day.published) +
                 (day.kind == domain::DayKind::workday ? "w" : "h") + day.name);
    }
  }
  return digest.finish();
}

}  // namespace

bool OfficeStore::unaltered(int64_t version) {
  const sql::Blob expected = digest_of(policy(version));
  sql::Rows rows = db_.select(query::policy_digest, version);
  return rows.next() && rows.blob(0) == expected;
}

void OfficeStore::add_policy(const PolicyRow& policy) {
  const sql::Blob digest = digest_of(policy);
  db_.run(query::policy_insert, policy.version, seconds(policy.since), seconds(policy.applied_at),
          policy.actor, policy.login, digest, policy.document);
  for (const auto& [calendar, days] : policy.days) {
    for (const domain::DayNotice& day : days) {
      const char* kind = day.kind == domain::DayKind::workday ? "workday" : "holiday";
      db_.run(query::policy_day_insert, policy.version, calendar, format_date(day.date),
              format_date(day.published), kind, day.name);
    }
  }
}

}  // namespace grid::store
