// Escalation: the ladder for all cases that have reached one of its steps, each in the
// transaction of the caller; and what it told before.
#pragma once

#include <grid/domain/climb.h>
#include <grid/store/case_store.h>
#include <grid/store/ladder_store.h>
#include <grid/tool/batch.h>
#include <grid/tool/office.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace grid::tool {

class Escalation {
 public:
  Escalation(Session& session, sql::Database& db);

  // At the beginning of each transaction (see Batch::before_group). Failure not_permitted where
  // the person has no post today.
  void refresh();
  // Numbers of the cases at which the ladder has to look by now.
  [[nodiscard]] std::vector<text::Record> candidates();
  // Takes the steps that the case a record names has reached: a `firing` record each. Warnings
  // about the same vacant post come once a run. Code: case.unknown.
  [[nodiscard]] Result<Applied> climb(const text::Record& record);

 private:
  [[nodiscard]] const std::vector<std::string>& holders(const domain::Post& post);
  [[nodiscard]] std::string org_name(std::string_view code);
  void write(const domain::Case& before, const domain::Climb& climb,
             const domain::FiredKeys& fired);

  Session& session_;
  sql::Database& db_;
  Instant now_;
  Office office_;
  store::CaseStore cases_;
  store::LadderStore ladder_;
  domain::Actor actor_;
  domain::Staffing staffing_;
  // Found once a transaction: people and names do not change within it.
  std::map<std::string, std::vector<std::string>, std::less<>> posts_;
  std::map<std::string, std::string, std::less<>> org_names_;
  std::set<std::string> told_;  // warnings of this run
};

}  // namespace grid::tool
