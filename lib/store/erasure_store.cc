#include <fmt/format.h>
#include <grid/sql/queries.h>
#include <grid/store/digest.h>
#include <grid/store/erasure_store.h>
#include <grid/store/office_store.h>

#include "register_rows.h"

namespace grid::store {

namespace query = sql::query;
using domain::Person;

std::optional<domain::Erasable> ErasureStore::person(int64_t id) {
  sql::Rows rows = db_.select(query::erasure_person, id);
  if (!rows.next()) return std::nullopt;
  return domain::Erasable{person_at(rows, 0), rows.flag(person_columns),
                          !rows.null(person_columns + 1)};
}

std::vector<int64_t> ErasureStore::expired_people(Date before) {
  return expired_of(db_, before);
}

std::vector<std::string> ErasureStore::expired_reporters(Instant before) {
  std::vector<std::string> found;
  for (sql::Rows rows = db_.select(query::erasure_reporters, seconds(before)); rows.next();) {
    found.push_back(rows.text(0));
  }
  return found;
}

// Begun with the first thing that is erased.
int64_t ErasureStore::batch() {
  if (batch_ != 0) return batch_;
  int64_t dwelling = 0, household = 0, person = 0, residence = 0;
  {
    sql::Rows rows = db_.select(query::batch_next);
    rows.next();
    batch_ = rows.integer(0);
    dwelling = rows.integer(1);
    household = rows.integer(2);
    person = rows.integer(3);
    residence = rows.integer(4);
  }
  constexpr size_t uid_digits = 32;
  const std::string seed =
      fmt::format("{}\nerase\n{}\n{}", OfficeStore(db_).office().uid, batch_, seconds(origin_.at));
  db_.run(query::batch_insert, batch_, hexadecimal(sm3(seed)).substr(0, uid_digits), "erase",
          origin_.tool, nullptr, seconds(origin_.at), origin_.actor, origin_.login, nullptr,
          nullptr, nullptr, nullptr, 0, nullptr, origin_.reason, dwelling, household, person,
          residence);
  return batch_;
}

int64_t ErasureStore::erase_person(int64_t id, const Person& before, const Person& left) {
  const int64_t by = batch();
  ++changed_;
  people_.remove(id, before);
  db_.run(query::person_update, domain::id_kind_name(left.id_kind), or_null(left.id_no), left.name,
          or_null(left.former_name), or_null(left.sex), or_null(left.birth), or_null(left.died),
          or_null(left.ethnic), or_null(left.nationality), or_null(left.phone),
          or_null(left.politics), or_null(left.education), or_null(left.marriage),
          or_null(left.registered_address), or_null(left.tags), or_null(left.source),
          or_null(left.source_ref), by, id);
  db_.run(query::erasure_mark, seconds(origin_.at), id);
  db_.run(query::erasure_spells, by, id);
  db_.run(query::erasure_changes_person, id);
  db_.run(query::erasure_changes_spells, id);
  db_.run(query::erasure_candidates, by, id);
  db_.run(query::erasure_visit_results, id, Seconds{origin_.offset}.count());
  db_.run(query::erasure_reasons, id);
  return by;
}

int64_t ErasureStore::erase_reporter(std::string_view case_no) {
  int64_t id = 0;
  {
    sql::Rows rows = db_.select(query::case_id_by_no, case_no);
    if (rows.next()) id = rows.integer(0);
  }
  if (db_.run(query::erasure_reporter_text, id) == 0) return 0;
  const int64_t by = batch();
  ++changed_;
  db_.run(query::erasure_reporter, id);
  return by;
}

void ErasureStore::erase_removed(Instant before) {
  db_.run(query::erasure_removed, seconds(before));
}

void ErasureStore::finish() {
  people_.flush();
  if (batch_ != 0) {
    db_.run(query::erasure_finish, changed_ + same_, changed_, same_, batch_);
  }
  batch_ = changed_ = same_ = 0;
}

}  // namespace grid::store
