#include <grid/sql/queries.h>
#include <grid/store/office_store.h>

#include <utility>

#include "column_values.h"

namespace grid::store {

namespace query = sql::query;

namespace {

Instant instant_at(const sql::Rows& rows, int column) {
  return Instant{Seconds{rows.integer(column)}};
}

Date must_date(std::string_view text) {
  const auto date = parse_date(text);
  if (!date) throw Failure(FailureKind::bad_data, date.problem());
  return *date;
}

std::map<std::string, std::vector<domain::DayNotice>> days_of(sql::Database& db, int64_t version) {
  std::map<std::string, std::vector<domain::DayNotice>> days;
  for (sql::Rows rows = db.select(query::policy_days, version); rows.next();) {
    days[rows.text(0)].push_back(
        {must_date(rows.view(1)),
         rows.view(3) == "workday" ? domain::DayKind::workday : domain::DayKind::holiday,
         rows.text(4), must_date(rows.view(2))});
  }
  return days;
}

}  // namespace

OfficeRow OfficeStore::office() {
  sql::Rows rows = db_.select(query::office_get);
  if (!rows.next()) {
    throw Failure(FailureKind::bad_data, problem("db.corrupt", "", "the database has no office"));
  }
  return OfficeRow{rows.text(0), rows.blob(1), instant_at(rows, 2), rows.text(3)};
}

void OfficeStore::found(const OfficeRow& office) {
  db_.run(query::office_insert, office.uid, office.secret, seconds(office.created_at),
          office.created_by);
}

std::vector<PolicyRow> OfficeStore::policies() {
  std::vector<PolicyRow> all;
  for (sql::Rows rows = db_.select(query::policy_all); rows.next();) {
    all.push_back({rows.integer(0),
                   instant_at(rows, 1),
                   instant_at(rows, 2),
                   rows.text(3),
                   rows.text(4),
                   "",
                   {}});
  }
  return all;
}

PolicyRow OfficeStore::policy(int64_t version) {
  PolicyRow found = policy_document(version);
  found.days = days_of(db_, version);
  return found;
}

PolicyRow OfficeStore::policy_document(int64_t version) {
  sql::Rows rows = db_.select(query::policy_by_version, version);
  if (!rows.next()) {
    throw Failure(FailureKind::bad_data,
                  problem("policy.version", "", "there is no policy version {}", version));
  }
  return {
      version, instant_at(rows, 0), instant_at(rows, 1), rows.text(2), rows.text(3), rows.text(4),
      {}};
}

}  // namespace grid::store
