#include <grid/codec/erasure.h>
#include <grid/tool/eraser.h>
#include <grid/tool/retention.h>

namespace grid::tool {

Eraser::Eraser(Session& session, sql::Database& db, Noun noun, std::string reason)
    : session_(session), db_(db), noun_(noun), reason_(std::move(reason)) {}

void Eraser::begin() {
  office_ = std::make_unique<Office>(db_, session_.now());
  require_role(require_actor(session_, db_, office_->today()), {});
  store_ = std::make_unique<store::ErasureStore>(
      db_, store::ErasureOrigin{session_.now(), session_.login(), session_.system_login(), reason_,
                                session_.tool(), office_->offset()});
}

std::vector<text::Record> Eraser::expired() {
  std::vector<text::Record> records;
  if (noun_ == Noun::people) {
    const Date before = people_kept_until(*office_);
    for (const int64_t id : store_->expired_people(before)) {
      records.push_back(text::Record().add("person", std::to_string(id)));
    }
    store_->erase_removed(to_instant(LocalTime{before}, office_->offset()));
  } else {
    for (const std::string& no : store_->expired_reporters(reporters_kept_until(*office_))) {
      records.push_back(text::Record().add("no", no));
    }
  }
  return records;
}

Result<Applied> Eraser::apply(const text::Record& record) {
  return noun_ == Noun::people ? erase_person(record) : erase_reporter(record);
}

Result<Applied> Eraser::erase_person(const text::Record& record) {
  const auto id = codec::read_person_key(record);
  if (!id) return id.problem();
  const auto known = store_->person(*id);
  if (!known) return problem("person.unknown", "person", "there is no person {}", *id);
  if (Status may = domain::check_erasable(*known); !may) return may.problem();
  int64_t batch = 0;
  if (known->erased) {
    store_->count_same();
  } else {
    batch = store_->erase_person(*id, known->person, domain::erased(known->person));
  }
  return told({std::to_string(*id), {}, batch});
}

Result<Applied> Eraser::erase_reporter(const text::Record& record) {
  const std::string no = record.text("no");
  if (no.empty()) return problem("field.required", "no", "no is missing");
  const auto matter = store::CaseReader(db_).find(no);
  if (!matter) return problem("case.unknown", "no", "there is no case {}", no);
  if (Status may = domain::check_erasable(*matter); !may) return may.problem();
  const int64_t batch = store_->erase_reporter(no);
  if (batch == 0) store_->count_same();
  return told({{}, no, batch});
}

Applied Eraser::told(domain::Erasure erasure) {
  return {
      erasure.batch != 0 ? Outcome::changed : Outcome::same, {codec::write_erasure(erasure)}, {}};
}

}  // namespace grid::tool
