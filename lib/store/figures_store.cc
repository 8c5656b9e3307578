#include <grid/sql/queries.h>
#include <grid/store/figures_store.h>

#include <vector>

#include "column_values.h"
#include "event_rows.h"

namespace grid::store {

void FiguresStore::each_case(Instant from, Instant until, const CaseEvents& sink) {
  std::vector<domain::Event> events;
  const auto give = [&] {
    if (!events.empty()) sink(events);
    events.clear();
  };
  for (sql::Rows rows = db_.select(sql::query::stat_events, seconds(until), seconds(from));
       rows.next();) {
    domain::Event event = event_at(rows);
    if (event.seq == 1) give();
    events.push_back(std::move(event));
  }
  give();
}

std::vector<domain::HouseholdCount> FiguresStore::households(const domain::VisitWindow& window,
                                                             Instant as_of) {
  std::vector<domain::HouseholdCount> counts;
  const std::string day = format_date(window.day);
  for (sql::Rows rows = db_.select(sql::query::stat_households, seconds(window.since),
                                   seconds(window.until), seconds(as_of), day);
       rows.next();) {
    counts.push_back({rows.text(0), rows.integer(1), rows.integer(2)});
  }
  return counts;
}

std::vector<domain::VisitCount> FiguresStore::visits(Instant from, Instant until, Instant as_of) {
  std::vector<domain::VisitCount> counts;
  for (sql::Rows rows =
           db_.select(sql::query::stat_visits, seconds(from), seconds(until), seconds(as_of));
       rows.next();) {
    const auto kind = domain::from_code<domain::VisitKind>(rows.view(2));
    counts.push_back(
        {rows.text(0), rows.text(1), kind.value_or(domain::VisitKind::patrol), rows.integer(3)});
  }
  return counts;
}

}  // namespace grid::store
