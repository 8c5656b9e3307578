#include <grid/sql/partial_select.h>

#include "query_list.h"

namespace grid::sql {

namespace {

std::string only(const Query& full, const std::function<bool(int)>& wanted) {
  constexpr std::string_view select = "SELECT ";
  constexpr std::string_view from = "\nFROM ";
  const size_t begin = full.text.find(select);
  const size_t end = full.text.find(from, begin);
  if (begin == full.text.npos || end == full.text.npos) {
    throw not_in_parts(full);
  }
  const size_t list = begin + select.size();
  std::string text(full.text.substr(0, list));
  int column = 0;
  for (const std::string& piece : pieces_of(full.text.substr(list, end - list))) {
    if (column > 0) text += ',';
    text += wanted(column) ? piece : " NULL";
    ++column;
  }
  return text += full.text.substr(end);
}

}  // namespace

PartialSelect::PartialSelect(Database& db, const Query& full,
                             const std::function<bool(int)>& wanted)
    : text_(only(full, wanted)), query_{full.name, text_}, statement_(db.handle(), query_) {}

}  // namespace grid::sql
