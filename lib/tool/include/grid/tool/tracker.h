// Tracker: answers residents by their receipts. Reads only; one view of the file for each answer.
#pragma once

#include <grid/store/case_reader.h>
#include <grid/text/record.h>
#include <grid/tool/session.h>

#include <map>
#include <string>
#include <string_view>

namespace grid::tool {

class Tracker {
 public:
  explicit Tracker(Session& session);

  // Code: receipt.unknown, for a receipt that is not one as for one that belongs to no case: after
  // the same work, in the same words.
  [[nodiscard]] Result<text::Record> answer(std::string_view receipt);

 private:
  domain::Case master_of(const domain::Case& own);

  Session& session_;
  sql::Database db_;
  store::CaseReader cases_;
  UtcOffset offset_{};
  std::map<std::string, std::string> orgs_;   // names of the organisations, by code
  std::map<std::string, std::string> areas_;  // names of the areas, whose centres have cases too
};

}  // namespace grid::tool
