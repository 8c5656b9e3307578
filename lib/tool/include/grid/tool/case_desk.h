// CaseDesk: where the tools file cases and move them on. It brings together the rules, the
// person who acts and the rows, one transaction at a time.
#pragma once

#include <grid/codec/case.h>
#include <grid/domain/case_act.h>
#include <grid/store/case_store.h>
#include <grid/tool/actors.h>
#include <grid/tool/batch.h>
#include <grid/tool/case_view.h>
#include <grid/tool/office.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grid::tool {

class CaseDesk {
 public:
  CaseDesk(Session& session, sql::Database& db);

  // At the beginning of each transaction (see Batch::before_group). Failure not_permitted where
  // the person has no post today.
  void refresh();

  // Files the case that a record describes; one with the same source and source_ref is "same".
  [[nodiscard]] Result<Applied> report(const text::Record& record);
  // Takes one step with the case that a record names, after what silence has meant by then, and
  // with what the rules make follow. A merging prints the master, too. Codes: case.unknown,
  // actor.no_post.
  [[nodiscard]] Result<Applied> act(const text::Record& record, const domain::Intent& given);

 private:
  // Numbers of the likely doubles of a case that is being filed.
  [[nodiscard]] std::vector<std::string> doubles_of(const domain::Case& made,
                                                    const std::string& community);
  [[nodiscard]] Result<domain::Case> named(const text::Record& record);
  [[nodiscard]] text::Record shown(const domain::Case& matter, Outcome outcome);
  // The other case of a merging; nullopt where the step needs none, or there is no such case.
  [[nodiscard]] std::optional<domain::Master> master_of(const domain::Case& matter,
                                                        const domain::Intent& intent);

  Session& session_;
  sql::Database& db_;
  Instant now_;
  Office office_;
  store::CaseStore cases_;
  Actors actors_;
  std::string root_;
  std::optional<CaseSight> sight_;  // of this transaction
};

}  // namespace grid::tool
