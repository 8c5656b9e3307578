// Registrar: takes areas, organisations and staff into the office's directory, record by record.
#pragma once

#include <grid/store/directory_store.h>
#include <grid/text/record.h>
#include <grid/tool/batch.h>
#include <grid/tool/office.h>

#include <memory>
#include <string>
#include <vector>

namespace grid::tool {

class Registrar {
 public:
  // `noun`: what a record without `type` is: area, org or staff; empty: it must say.
  Registrar(sql::Database& db, Session& session, std::string noun);

  // At the beginning of each transaction (see Batch::before_group). Failure not_permitted.
  void refresh();
  // Adds or changes. Codes: field.*, area.*, org.*, staff.*, uscc.*, record.type.
  [[nodiscard]] Result<Applied> add(const text::Record& record);

 private:
  [[nodiscard]] Result<Applied> add_area(const text::Record& record);
  [[nodiscard]] Result<Applied> add_org(const text::Record& record);
  [[nodiscard]] Result<Applied> add_staff(const text::Record& record);

  store::DirectoryStore directory_;
  sql::Database& db_;
  Session& session_;
  std::string noun_;
  std::unique_ptr<Office> office_;
  domain::AreaTree areas_;
  std::vector<std::string> orgs_;
};

}  // namespace grid::tool
