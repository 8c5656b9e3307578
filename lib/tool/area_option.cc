#include <grid/base/failure.h>
#include <grid/base/nearest.h>
#include <grid/store/directory_store.h>
#include <grid/tool/area_option.h>

#include <vector>

namespace grid::tool {

void require_area(const domain::AreaTree& areas, const std::string& code, const char* option) {
  if (code.empty() || areas.find(code) != nullptr) return;
  std::vector<std::string> known;
  for (const domain::Area& area : areas.all()) known.push_back(area.code);
  Problem p = problem("area.unknown", option, "there is no area {}", code);
  p.near = nearest(code, known);
  throw Failure(FailureKind::no_input, std::move(p));
}

void require_area(sql::Database& db, const std::string& code, const char* option) {
  store::DirectoryStore directory(db);
  if (code.empty() || directory.has_area(code)) return;
  require_area(directory.area_tree(), code, option);
}

}  // namespace grid::tool
