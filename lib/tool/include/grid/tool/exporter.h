// What the office exports (导出): which lists there are, their columns, and the records of each.
#pragma once

#include <grid/codec/columns.h>
#include <grid/domain/area_tree.h>
#include <grid/sql/database.h>
#include <grid/tool/export_file.h>
#include <grid/tool/office_view.h>
#include <grid/tool/personal.h>
#include <grid/tool/session.h>

#include <string>
#include <vector>

namespace grid::tool {

class Exporter;

// A list that can be exported: all its columns, and those that are taken where none are named.
struct ExportNoun {
  const char* name;
  codec::Columns (*columns)();
  const char* usual;  // names, separated by commas
  void (Exporter::*collect)();
};

// cases, households, persons, visits, areas, staff. Code: usage.operand, with the nearest name.
[[nodiscard]] Result<const ExportNoun*> find_export_noun(const std::string& name);

// Puts the records of one list into a file, within a transaction. Personal data is masked by the
// policy unless the session reveals it; people, households and visits that the person who acts has
// nothing to do with are left out (PersonalScope). Total order: cases by filing, households and
// people as HouseholdStore gives them, visits by their time, areas with superiors first, staff as
// DirectoryStore gives it.
class Exporter {
 public:
  // `under`: code of an area; empty: everything. `all`: cases in every state. Failure no_input
  // (area.unknown).
  Exporter(sql::Database& db, Session& session, ExportFile& file, std::string under, bool all);

  void cases();
  void households();
  void persons();
  void visits();
  void areas();
  void staff();

 private:
  bool under(const std::string& area) const;
  PersonalScope register_scope();
  std::vector<std::string> communities(const PersonalScope& scope) const;
  bool are_most(const std::vector<std::string>& communities) const;

  sql::Database& db_;
  OfficeView office_;
  domain::AreaTree areas_;
  Session& session_;
  ExportFile& file_;
  std::string under_;
  bool all_;
};

}  // namespace grid::tool
