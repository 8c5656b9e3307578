#include <grid/sql/queries.h>
#include <grid/store/batch_store.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "column_values.h"

namespace grid::store {

namespace query = sql::query;

namespace {

RowRange range_at(const sql::Rows& rows, int column) {
  return {rows.integer(column), rows.integer(column + 1)};
}

BatchRow batch_at(const sql::Rows& rows) {
  BatchRow row;
  domain::RegisterBatch& batch = row.batch;
  batch.id = rows.integer(0);
  batch.kind = domain::batch_kind_named(rows.view(1)).value_or(domain::BatchKind::import);
  batch.file = rows.text(2);
  row.at = Instant{Seconds{rows.integer(3)}};
  row.actor = rows.text(4);
  row.login = rows.text(5);
  batch.encoding = rows.text(6);
  batch.delimiter = rows.text(7);
  batch.sheet = rows.text(8);
  batch.header_row = rows.maybe_integer(9);
  batch.whole = rows.flag(10);
  int column = 10;
  for (int64_t* count :
       {&batch.read, &batch.added, &batch.changed, &batch.same, &batch.rejected, &batch.repaired,
        &batch.warned, &batch.skipped, &batch.gone, &batch.undoes}) {
    *count = rows.maybe_integer(++column).value_or(0);
  }
  batch.reason = rows.text(21);
  row.dwellings = range_at(rows, 22);
  row.households = range_at(rows, 24);
  row.people = range_at(rows, 26);
  row.spells = range_at(rows, 28);
  row.undone_by = rows.maybe_integer(30).value_or(0);
  row.undone_whole = row.undone_by != 0 && rows.integer(31) == 0;
  return row;
}

void add_row(std::vector<RowRange>& ranges, int64_t row) {
  if (ranges.empty() || ranges.back().below != row) {
    ranges.push_back({row, row});
  }
  ++ranges.back().below;
}

}  // namespace

std::vector<BatchRow> BatchStore::all() {
  std::vector<BatchRow> batches;
  for (sql::Rows rows = db_.select(query::batch_all); rows.next();) {
    batches.push_back(batch_at(rows));
  }
  return batches;
}

std::optional<BatchRow> BatchStore::find(int64_t id) {
  sql::Rows rows = db_.select(query::batch_by_id, id);
  if (!rows.next()) return std::nullopt;
  return batch_at(rows);
}

std::vector<BatchChange> BatchStore::changes(const BatchRow& batch) {
  using What = BatchChange::What;
  const std::array<std::pair<const char*, RowRange>, 4> added{{{"dwelling", batch.dwellings},
                                                               {"household", batch.households},
                                                               {"person", batch.people},
                                                               {"residence", batch.spells}}};
  std::vector<BatchChange> changes;
  for (const auto& [noun, range] : added) {
    if (range.empty()) continue;
    changes.push_back({What::added, noun, "", range.below - range.from, {range}});
  }
  const size_t whole_rows = changes.size();
  for (sql::Rows rows = db_.select(query::batch_changed_rows, batch.batch.id); rows.next();) {
    const What what = rows.flag(1) ? What::removed : What::changed;
    if (changes.size() == whole_rows || changes.back().noun != rows.view(0) ||
        changes.back().what != what) {
      changes.push_back({what, rows.text(0), "", 0, {}});
    }
    ++changes.back().count;
    add_row(changes.back().rows, rows.integer(2));
  }
  for (sql::Rows rows = db_.select(query::batch_changed_fields, batch.batch.id); rows.next();) {
    changes.push_back({What::changed, rows.text(0), rows.text(1), rows.integer(2), {}});
  }
  std::ranges::stable_sort(
      changes, {}, [](const BatchChange& change) { return std::tuple(change.noun, change.what); });
  return changes;
}

}  // namespace grid::store
