#include <grid/tool/visit_desk.h>

namespace grid::tool {

VisitDesk::VisitDesk(Session& session, sql::Database& db)
    : session_(session), db_(db), office_(db, session.now()), cases_(db), actors_(session, db) {}

void VisitDesk::refresh() {
  office_.refresh(session_.now());
  actors_.refresh(office_);
  visits_.emplace(db_, office_.areas(), office_.today(), store::OfficeStore(db_).office().uid);
}

Result<Applied> VisitDesk::log(const text::Record& record, const codec::ToldVisit& given) {
  const auto told = codec::read_visit(record, given, office_.offset());
  if (!told) return told.problem();
  if (!told->visit.source_ref.empty()) {
    const auto known = visits_->find_source(told->visit.source, told->visit.source_ref);
    if (known) return shown(*known, Outcome::same);
  }
  std::optional<int64_t> household;
  const auto visit = complete(*told, household);
  if (!visit) return visit.problem();
  const auto actor = actors_.at(visit->at);
  if (!actor) return actor.problem();
  if (Status s = domain::check_visit(*visit, *actor, office_.rules(), office_.now()); !s) {
    return s.problem();
  }
  if (const auto known = visits_->find_same(*visit, household)) {
    return shown(*known, Outcome::same);
  }
  const store::VisitRow row{*visit, office_.now(), session_.login(), session_.system_login()};
  visits_->add(row, household);
  return shown(row, Outcome::added);
}

Result<domain::Visit> VisitDesk::complete(const codec::ToldVisit& told,
                                          std::optional<int64_t>& household) {
  domain::Visit visit = told.visit;
  visit.kind = told.kind.value_or(domain::usual_kind(visit));
  if (visit.staff.empty()) visit.staff = session_.login();
  const auto at = told.at ? Result<Instant>(*told.at) : session_.happened(office_.offset());
  if (!at) return at.problem();
  visit.at = *at;
  if (!visit.case_no.empty()) {
    const auto matter = cases_.find(visit.case_no);
    if (!matter) return problem("case.unknown", "case", "there is no case {}", visit.case_no);
    visit.area = matter->area;
  }
  if (!visit.household.empty()) {
    const auto place = visits_->household(visit.community, visit.household);
    if (!place) {
      return problem("household.unknown", "household", "{} has no household {}", visit.community,
                     visit.household);
    }
    household = place->id;
    visit.area = place->area;
  }
  return visit;
}

Applied VisitDesk::shown(const store::VisitRow& row, Outcome outcome) const {
  text::Record record =
      codec::write_visit(row.visit, {row.recorded_at, row.actor}, office_.offset());
  record.add("outcome", std::string(outcome_name(outcome)));
  return Applied{outcome, {std::move(record)}, {}};
}

}  // namespace grid::tool
