#include <fmt/format.h>
#include <grid/sql/queries.h>
#include <grid/store/digest.h>
#include <grid/store/office_store.h>

#include <algorithm>
#include <utility>

namespace grid::store {

namespace query = sql::query;

namespace {

Instant instant_at(const sql::Rows& rows, int column) {
  return Instant{Seconds{rows.integer(column)}};
}

int64_t seconds(Instant at) {
  return at.time_since_epoch().count();
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
  PolicyRow found;
  {
    sql::Rows rows = db_.select(query::policy_by_version, version);
    if (!rows.next()) {
      throw Failure(FailureKind::bad_data,
                    problem("policy.version", "", "there is no policy version {}", version));
    }
    found = {
        version, instant_at(rows, 0), instant_at(rows, 1), rows.text(2), rows.text(3), rows.text(4),
        {}};
  }
  found.days = days_of(db_, version);
  return found;
}

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
