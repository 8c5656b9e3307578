// FiguresStore: the events from which figures are counted. Decides nothing.
#pragma once

#include <grid/domain/event.h>
#include <grid/sql/database.h>

#include <functional>
#include <span>

namespace grid::store {

class FiguresStore {
 public:
  explicit FiguresStore(sql::Database& db) : db_(db) {}

  // All events of one case, first to last.
  using CaseEvents = std::function<void(std::span<const domain::Event>)>;
  // Every case that was reported before `until` and that is open, or to which something has
  // happened since `from`, in the order of filing.
  void each_case(Instant from, Instant until, const CaseEvents& sink);

 private:
  sql::Database& db_;
};

}  // namespace grid::store
