// How the tools show cases.
#pragma once

#include <grid/codec/case.h>
#include <grid/domain/area_tree.h>
#include <grid/tool/office_view.h>
#include <grid/tool/output.h>
#include <grid/tool/personal.h>
#include <grid/tool/session.h>

#include <optional>

namespace grid::tool {

// Personal data masked by the policy; keeps a pointer to the mask.
[[nodiscard]] codec::CaseView masked_view(const Session& session, UtcOffset offset,
                                          const domain::Mask& mask);

// What a reader sees of cases: masked, and with --reveal in the clear where the person who acts has
// to do with the case; who has not sees no more than the surname of a reporter. Within a
// transaction; keeps a pointer to the mask.
class CaseSight {
 public:
  // Failure not_permitted (actor.unknown, actor.no_post) with --reveal.
  CaseSight(Session& session, sql::Database& db, const OfficeView& office);
  CaseSight(Session& session, sql::Database& db, UtcOffset offset, const domain::Mask& mask,
            Date today);
  CaseSight(const CaseSight&) = delete;

  // Notes for the access log what it shows in the clear.
  [[nodiscard]] codec::CaseView of(const domain::Case& matter);
  // The same of a case that was asked for by its number, which is refused rather than masked.
  // Code: actor.not_permitted.
  [[nodiscard]] Result<codec::CaseView> named(const domain::Case& matter);
  // Tells that reporters stayed masked, where some did (scope.limited).
  void tell_limits();

 private:
  [[nodiscard]] bool concerns(const domain::Case& matter);
  [[nodiscard]] codec::CaseView clear(const domain::Case& matter);

  Session& session_;
  sql::Database& db_;
  Date today_;
  codec::CaseView masked_;
  domain::Mask for_strangers_;
  domain::AreaTree areas_;
  std::optional<PersonalScope> scope_;  // with --reveal, and once a reporter's name is to be shown
  bool stranger_ = false;               // no post in this office
  int64_t masked_cases_ = 0;
};

// A terminal shows what fits a line; CSV holds every field.
void set_case_columns(Output& output);
// The same of a case just filed.
void set_filed_columns(Output& output);

}  // namespace grid::tool
