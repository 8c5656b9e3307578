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

}  // namespace grid::store
