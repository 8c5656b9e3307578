#include "query_list.h"

namespace grid::sql {

std::vector<std::string> pieces_of(std::string_view list) {
  std::vector<std::string> pieces(1);
  int depth = 0;
  for (const char c : list) {
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (c == ',' && depth == 0) {
      pieces.emplace_back();
    } else {
      pieces.back() += c;
    }
  }
  return pieces;
}

Failure not_in_parts(const Query& query) {
  return Failure(FailureKind::defect,
                 problem("db.update", "", "the query {} cannot be run in parts", query.name));
}

}  // namespace grid::sql
