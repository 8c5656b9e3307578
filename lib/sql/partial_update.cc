#include <grid/sql/partial_update.h>

#include "query_list.h"

namespace grid::sql {

PartialUpdate::PartialUpdate(Database& db, const Query& full) : db_(db), full_(full) {
  constexpr std::string_view set = " SET\n";
  constexpr std::string_view where = "\nWHERE ";
  const size_t begin = full.text.find(set);
  const size_t end = full.text.rfind(where);
  if (begin == full.text.npos || end == full.text.npos || end < begin) throw not_in_parts(full);
  const size_t list = begin + set.size();
  head_ = full.text.substr(0, list);
  assignments_ = pieces_of(full.text.substr(list, end - list));
  tail_ = full.text.substr(end);
}

PartialUpdate::Part& PartialUpdate::part(const std::string& changed) {
  auto& slot = parts_[changed];
  if (slot) return *slot;
  slot = std::make_unique<Part>();
  slot->text = head_;
  bool first = true;
  for (size_t i = 0; i < changed.size(); ++i) {
    if (changed[i] == '0') continue;
    if (!first) slot->text += ',';
    first = false;
    slot->text += assignments_[i];
  }
  slot->text += tail_;
  slot->query = {full_.name, slot->text};
  slot->statement = std::make_unique<Statement>(db_.handle(), slot->query);
  return *slot;
}

void PartialUpdate::run(std::span<const Value> before, std::span<const Value> after, int64_t key) {
  if (before.size() != assignments_.size() || after.size() != assignments_.size()) {
    throw not_in_parts(full_);
  }
  std::string changed(after.size(), '0');
  for (size_t i = 0; i < after.size(); ++i) {
    if (before[i] != after[i]) changed[i] = '1';
  }
  if (changed.find('1') == changed.npos) return;
  Statement& statement = *part(changed).statement;
  int index = 0;
  for (size_t i = 0; i < after.size(); ++i) {
    if (changed[i] == '0') continue;
    std::visit([&](const auto& each) { statement.bind(++index, each); }, after[i]);
  }
  statement.bind(++index, key);
  Rows(statement).next();
}

}  // namespace grid::sql
