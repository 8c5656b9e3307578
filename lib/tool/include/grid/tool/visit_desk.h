// VisitDesk: where visit-log records home visits and patrols, one transaction at a time.
#pragma once

#include <grid/codec/visit.h>
#include <grid/store/case_reader.h>
#include <grid/store/visit_store.h>
#include <grid/tool/actors.h>
#include <grid/tool/batch.h>
#include <grid/tool/office.h>

#include <cstdint>
#include <optional>

namespace grid::tool {

class VisitDesk {
 public:
  VisitDesk(Session& session, sql::Database& db);

  // At the beginning of each transaction (see Batch::before_group). Failure not_permitted where
  // the person has no post.
  void refresh();

  // Records the visit of which a record tells; `given`: what the options say. One with the same
  // source and source_ref, or of the same household (case, area) by the same person at the same
  // moment, is "same". Codes: household.unknown, case.unknown, area.unknown, actor.no_post, those
  // of codec::read_visit and domain::check_visit.
  [[nodiscard]] Result<Applied> log(const text::Record& record, const codec::ToldVisit& given);

 private:
  // The visit with all that was not told; `household` gets the row of the household.
  [[nodiscard]] Result<domain::Visit> complete(const codec::ToldVisit& told,
                                               std::optional<int64_t>& household);
  [[nodiscard]] Applied shown(const store::VisitRow& row, Outcome outcome) const;

  Session& session_;
  sql::Database& db_;
  Office office_;
  store::CaseReader cases_;
  Actors actors_;
  std::optional<store::VisitStore> visits_;  // of the areas as this transaction sees them
};

}  // namespace grid::tool
