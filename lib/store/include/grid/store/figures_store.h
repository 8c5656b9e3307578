// FiguresStore: the events from which figures are counted, and the counts of visits. Decides
// nothing.
#pragma once

#include <grid/domain/event.h>
#include <grid/domain/figures_visits.h>
#include <grid/sql/database.h>

#include <functional>
#include <span>
#include <vector>

namespace grid::store {

class FiguresStore {
 public:
  explicit FiguresStore(sql::Database& db) : db_(db) {}

  // All events of one case, first to last.
  using CaseEvents = std::function<void(std::span<const domain::Event>)>;
  // Every case that was reported before `until` and that is open, or to which something has
  // happened since `from`, in the order of filing.
  void each_case(Instant from, Instant until, const CaseEvents& sink);

  // By the codes of areas. As known at `as_of`: who was registered later does not exist yet; but
  // where a household lies, and whether it is vacant, is as it stands now.
  [[nodiscard]] std::vector<domain::HouseholdCount> households(const domain::VisitWindow& window,
                                                               Instant as_of);
  // By the codes of areas, then by logins.
  [[nodiscard]] std::vector<domain::VisitCount> visits(Instant from, Instant until, Instant as_of);

 private:
  sql::Database& db_;
};

}  // namespace grid::store
