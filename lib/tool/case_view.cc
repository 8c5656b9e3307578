#include <grid/store/directory_store.h>
#include <grid/tool/case_view.h>

namespace grid::tool {

codec::CaseView masked_view(const Session& session, UtcOffset offset, const domain::Mask& mask) {
  return codec::CaseView{offset, session.now(), &mask};
}

CaseSight::CaseSight(Session& session, sql::Database& db, const OfficeView& office)
    : session_(session), masked_(masked_view(session, office.offset(), office.mask())) {
  if (!session.reveal()) return;
  areas_ = store::DirectoryStore(db).area_tree();
  scope_ = PersonalScope::of_cases(session, db, areas_, office.today());
  session.access().noun = "case";
  session.access().fields = "reporter_name,reporter_phone";
}

bool CaseSight::may_reveal(const domain::Case& matter) const {
  return scope_ && scope_->sees(matter);
}

codec::CaseView CaseSight::clear(const domain::Case& matter) {
  session_.access().keys.add_case(matter.no);
  codec::CaseView view = masked_;
  view.mask = nullptr;
  return view;
}

codec::CaseView CaseSight::of(const domain::Case& matter) {
  if (may_reveal(matter)) return clear(matter);
  if (scope_) ++masked_cases_;
  return masked_;
}

Result<codec::CaseView> CaseSight::named(const domain::Case& matter) {
  if (!scope_) return masked_;
  if (may_reveal(matter)) return clear(matter);
  return problem("actor.not_permitted", "no", "{} may not see who reported case {}",
                 session_.login(), matter.no);
}

void CaseSight::tell_limits() {
  if (masked_cases_ == 0) return;
  session_.messages().warning(problem("scope.limited", "--reveal",
                                      "{} cases are not yours: their reporters stay masked",
                                      masked_cases_));
}

void set_case_columns(Output& output) {
  output.set_columns(output.format() == Format::csv ? codec::case_all_columns()
                                                    : codec::case_columns());
}

void set_filed_columns(Output& output) {
  output.set_columns(output.format() == Format::csv ? codec::filed_all_columns()
                                                    : codec::filed_columns());
}

}  // namespace grid::tool
