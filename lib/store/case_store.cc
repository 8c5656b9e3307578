#include <fmt/format.h>
#include <grid/domain/event_data.h>
#include <grid/domain/steps.h>
#include <grid/sql/queries.h>
#include <grid/store/case_store.h>
#include <grid/store/office_store.h>
#include <grid/store/text_index.h>

#include "column_values.h"
#include "receipt.h"

namespace grid::store {

namespace query = sql::query;
using domain::Case;
using domain::Event;

namespace {

constexpr size_t salt_size = 16;
// Differs from every moment and from none.
constexpr int64_t unknown_look = -1;

sql::Blob salt_of(const sql::Blob& secret, const Event& event) {
  sql::Blob salt = hmac_sm3(secret, fmt::format("salt\n{}\n{}", event.case_no, event.seq));
  salt.resize(salt_size);
  return salt;
}

// HMAC-SM3(secret, number): whoever does not know the secret can neither guess nor enumerate
// receipts.
std::string receipt_of(const sql::Blob& secret, std::string_view case_no) {
  return write_receipt(hmac_sm3(secret, fmt::format("receipt\n{}", case_no)));
}

}  // namespace

CaseStore::CaseStore(sql::Database& db)
    : CaseReader(db), secret_(OfficeStore(db).office().secret), update_(db, query::case_update) {}

void CaseStore::number(Event& report, std::string_view root, Date day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{day.time_since_epoch()}};
  const std::string written =
      fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (db().run(query::case_next_number, written) == 0) db().run(query::case_first_number, written);
  sql::Rows rows = db().select(query::case_last_number, written);
  rows.next();
  report.case_no = fmt::format("{}-{}-{:04}", root, written, rows.integer(0));
  domain::add_datum(report.data, "receipt", receipt_of(secret_, report.case_no));
}

void CaseStore::file(const Case& matter, Event& report, const std::string& community,
                     const sql::Blob& erased) {
  insert(matter, community.empty() ? matter.area : community);
  const int64_t id = db().last_id();
  TextIndex(db()).add(id, matter.title, matter.text);
  record(id, report, erased);
}

void CaseStore::append(const Case& before, const Case& after, Event& event,
                       const sql::Blob& erased) {
  const int64_t id = id_of_case(after.no);
  // What the file says of the ladder's next look is not known here: it is always set.
  update_.run(changing(before, unknown_look), changing(after, look_at(after)), id);
  // `before` says which rows there are to be replaced.
  if (after.joint != before.joint) write_joint(id, after);
  if (after.whistles != before.whistles) write_whistles(id, after);
  record(id, event, erased);
}

void CaseStore::keep_number(const std::string& day, int64_t last) {
  db().run(query::case_number_keep, day, last);
}

int64_t CaseStore::id_of_case(std::string_view no) {
  sql::Rows rows = db().select(query::case_id_by_no, no);
  if (!rows.next()) {
    throw Failure(FailureKind::defect, problem("case.unknown", "no", "there is no case {}", no));
  }
  return rows.integer(0);
}

void CaseStore::record(int64_t case_id, Event& event, const sql::Blob& erased) {
  if (!chain_) chain_.emplace();
  sql::Blob before(digest_size);
  {
    sql::Rows rows = db().select(query::event_last_hash);
    if (rows.next()) before = rows.blob(0);
  }
  sql::Blob salt, personal = erased;
  if (!event.personal.empty()) {
    salt = salt_of(secret_, event);
    personal = chain_->personal_digest(salt, event.personal);
  }
  event.hash = chain_->next(before, event, personal);
  const auto digest = personal.empty() ? std::nullopt : std::optional(personal);
  const auto from = event.from ? std::optional(code(*event.from)) : std::nullopt;
  db().run(query::event_insert, case_id, event.seq, code(event.action), seconds(event.at),
           seconds(event.recorded_at), event.actor, event.login, event.post, from, code(event.to),
           area_id(event.area), org_id(event.org), or_null(event.staff), or_null(event.reason),
           or_null(event.text), event.data, digest, event.hash);
  if (event.personal.empty()) return;
  db().run(query::event_personal_insert, db().last_id(), salt, event.personal);
}

void CaseStore::write_joint(int64_t case_id, const Case& matter) {
  db().run(query::joint_delete, case_id);
  int64_t position = 0;
  for (const domain::JointUnit& unit : matter.joint) {
    const auto answered =
        unit.answered_at ? std::optional(seconds(*unit.answered_at)) : std::nullopt;
    const domain::Clock& clock = unit.clock;
    const auto due = clock.due ? std::optional(seconds(*clock.due)) : std::nullopt;
    const auto left = clock.left ? std::optional(clock.left->count()) : std::nullopt;
    db().run(query::joint_insert, case_id, org_id(unit.org), seconds(unit.since), ++position, due,
             left, clock.worth.count(), clock.provisional, answered, unit.released);
  }
}

void CaseStore::write_whistles(int64_t case_id, const Case& matter) {
  db().run(query::whistle_delete, case_id);
  int64_t position = 0;
  for (const domain::Whistle& whistle : matter.whistles) {
    const auto arrived =
        whistle.arrived_at ? std::optional(seconds(*whistle.arrived_at)) : std::nullopt;
    const auto score = whistle.score ? std::optional<int64_t>(*whistle.score) : std::nullopt;
    db().run(query::whistle_insert, case_id, ++position, org_id(whistle.org),
             seconds(whistle.called_at), arrived, or_null(whistle.outcome), score);
  }
}

}  // namespace grid::store
