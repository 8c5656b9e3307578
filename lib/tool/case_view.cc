#include <grid/domain/mask.h>
#include <grid/store/directory_store.h>
#include <grid/tool/case_view.h>

namespace grid::tool {

codec::CaseView masked_view(const Session& session, UtcOffset offset, const domain::Mask& mask) {
  return codec::CaseView{offset, session.now(), &mask};
}

CaseSight::CaseSight(Session& session, sql::Database& db, const OfficeView& office)
    : CaseSight(session, db, office.offset(), office.mask(), office.today()) {}

CaseSight::CaseSight(Session& session, sql::Database& db, UtcOffset offset,
                     const domain::Mask& mask, Date today)
    : session_(session),
      db_(db),
      today_(today),
      masked_(masked_view(session, offset, mask)),
      for_strangers_(domain::for_strangers(mask)) {
  if (!session.reveal()) return;
  areas_ = store::DirectoryStore(db).area_tree();
  scope_ = PersonalScope::of_cases(session, db, areas_, today_);
  session.access().noun = "case";
  session.access().fields = "reporter_name,reporter_phone";
}

// Anybody may read cases masked, also who works elsewhere: that one is a stranger to all of them.
bool CaseSight::concerns(const domain::Case& matter) {
  if (!scope_ && !stranger_) {
    store::DirectoryStore directory(db_);
    const auto actor = directory.actor(session_.login(), session_.system_login(), today_);
    stranger_ = !actor || actor->posts.empty();
    if (!stranger_) {
      if (!domain::case_scope(*actor).everywhere) areas_ = directory.area_tree();
      scope_ = PersonalScope::of_cases(session_, *actor, areas_, today_);
    }
  }
  return scope_ && scope_->sees(matter);
}

codec::CaseView CaseSight::clear(const domain::Case& matter) {
  session_.access().keys.add_case(matter.no);
  codec::CaseView view = masked_;
  view.mask = nullptr;
  return view;
}

codec::CaseView CaseSight::of(const domain::Case& matter) {
  if (matter.reporter_name.empty() && !session_.reveal()) return masked_;
  if (concerns(matter)) return session_.reveal() ? clear(matter) : masked_;
  if (session_.reveal()) ++masked_cases_;
  codec::CaseView view = masked_;
  view.mask = &for_strangers_;
  return view;
}

Result<codec::CaseView> CaseSight::named(const domain::Case& matter) {
  if (!session_.reveal() || concerns(matter)) return of(matter);
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
