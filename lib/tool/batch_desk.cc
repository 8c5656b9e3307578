#include <fmt/format.h>
#include <fmt/ranges.h>
#include <grid/codec/batch.h>
#include <grid/store/import_store.h>
#include <grid/tool/batch_desk.h>
#include <grid/tool/clock.h>
#include <grid/tool/office.h>
#include <grid/tool/office_view.h>
#include <grid/tool/rejects.h>

#include <charconv>

namespace grid::tool {

using domain::BatchKind;
using store::BatchChange;
using store::BatchRow;
using store::BatchStore;
using store::KeptRow;
using store::RowRange;

namespace {

constexpr size_t most_runs = 200;  // of row numbers that one record tells

store::BatchRow require_batch(BatchStore& batches, int64_t number) {
  auto found = batches.find(number);
  if (!found) {
    throw Failure(FailureKind::no_input,
                  problem("batch.unknown", "batch", "there is no batch {}", number));
  }
  return *std::move(found);
}

int64_t number_of(const std::string& text) {
  int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size()) {
    throw Failure(FailureKind::no_input,
                  problem("batch.unknown", "batch", "there is no batch {}", text));
  }
  return number;
}

std::string runs_of(const std::vector<RowRange>& ranges) {
  std::vector<std::string> runs;
  for (const RowRange& range : ranges) {
    if (runs.size() == most_runs) {
      runs.emplace_back("...");
      break;
    }
    const int64_t last = range.below - 1;
    runs.push_back(last == range.from ? std::to_string(last)
                                      : fmt::format("{}-{}", range.from, last));
  }
  return fmt::format("{}", fmt::join(runs, ","));
}

const char* name_of(BatchChange::What what) {
  switch (what) {
    case BatchChange::What::added:
      return "added";
    case BatchChange::What::changed:
      return "changed";
    case BatchChange::What::removed:
      break;
  }
  return "removed";
}

void require_undoable(const BatchRow& row) {
  const auto refuse = [&](const char* code, const char* text) {
    throw Failure(FailureKind::bad_data, problem(code, "batch", text, row.batch.id));
  };
  if (row.batch.kind == BatchKind::erase) {
    refuse("batch.erased", "batch {} erased personal data: that is never taken back");
  }
  if (row.batch.kind == BatchKind::undo) {
    refuse("batch.undo", "batch {} took another one back; import or move again instead");
  }
  if (row.undone_whole) refuse("batch.undone", "batch {} was taken back already");
}

// How many rows it takes back at least: those that the batch brought.
int64_t rows_of(const BatchRow& row) {
  int64_t rows = 0;
  for (const RowRange& range : {row.dwellings, row.households, row.people, row.spells}) {
    rows += range.below - range.from;
  }
  return rows;
}

Problem of_others(int64_t number) {
  return problem("actor.not_permitted", "batch",
                 "batch {} is somebody else's: who made it takes it back, or an administrator",
                 number);
}

Problem kept(const KeptRow& row) {
  if (row.later == 0) {
    return problem("batch.visited", row.noun, "{} {} stays: it was visited since", row.noun,
                   row.row);
  }
  return problem("batch.later_change", row.noun, "{} {} stays: batch {} stands on it", row.noun,
                 row.row, row.later);
}

}  // namespace

void BatchDesk::put(const BatchRow& row, UtcOffset offset) {
  session_.output().record(
      codec::write_batch(row.batch, {row.at, row.actor, row.login, row.undone_by}, offset));
}

void BatchDesk::put_changes(BatchStore& batches, const BatchRow& row) {
  session_.output().set_columns(codec::batch_change_columns());
  for (const BatchChange& change : batches.changes(row)) {
    session_.output().record(codec::write_batch_change(row.batch.id, change.noun,
                                                       name_of(change.what), change.field,
                                                       change.count, runs_of(change.rows)));
  }
}

int BatchDesk::show(const std::vector<std::string>& numbers) {
  session_.read([&](sql::Database& db) {
    const UtcOffset offset = OfficeView(db, session_.now()).offset();
    BatchStore batches(db);
    session_.output().set_columns(codec::batch_columns());
    if (numbers.empty()) {
      for (const BatchRow& row : batches.all()) put(row, offset);
    }
    for (const std::string& number : numbers) {
      session_.output().set_columns(codec::batch_columns());
      const BatchRow row = require_batch(batches, number_of(number));
      put(row, offset);
      put_changes(batches, row);
    }
  });
  return exit_ok;
}

int BatchDesk::undo(int64_t number, const std::string& reason) {
  Rejects rejects(session_.rejects());
  HeldMessages held;
  Summary summary;
  {
    sql::Database db = session_.open(sql::Access::write);
    sql::Transaction change(db);
    Office office(db, session_.now());
    const domain::Actor actor = require_actor(session_, db, office.today());
    require_role(actor, {domain::Role::head, domain::Role::worker, domain::Role::clerk});
    BatchStore batches(db);
    const BatchRow row = require_batch(batches, number);
    if (!actor.admin && row.actor != actor.login)
      throw Failure(FailureKind::not_permitted, of_others(number));
    require_undoable(row);
    store::ImportStore book(db, office.areas(), office.today());
    domain::RegisterBatch batch;
    batch.kind = BatchKind::undo;
    batch.file = session_.tool();
    batch.undoes = number;
    batch.reason = reason;
    batch.id = book.begin(batch, {},
                          {session_.now(), session_.login(), session_.system_login(),
                           store::OfficeStore(db).office().uid});
    const double started = steady_seconds();
    const store::TakenBack taken = batches.take_back(row, batch.id, [&](int64_t rows) {
      session_.messages().progress(rows, steady_seconds() - started, rows_of(row));
    });
    batch.changed = taken.rows;
    batch.rejected = static_cast<int64_t>(taken.kept.size());
    batch.read = batch.changed + batch.rejected;
    book.finish(batch);
    summary = {0, batch.changed, 0, batch.rejected};
    for (const KeptRow& each : taken.kept) {
      const Problem problem = kept(each);
      held.error(problem, {});
      rejects.add(problem, 0, fmt::format(R"({{"noun":"{}","row":"{}"}})", each.noun, each.row));
    }
    session_.output().set_columns(codec::batch_columns());
    put(require_batch(batches, batch.id), office.offset());
    const bool spoiled = session_.atomic() && batch.rejected > 0;
    if (spoiled) {
      session_.output().discard();
      summary = {0, 0, 0, batch.read};
    }
    if (!spoiled && !session_.dry_run()) change.commit();
  }
  rejects.flush();
  held.release(session_.messages());
  session_.output().flush();
  session_.messages().summary(summary);
  if (summary.rejected == 0) return exit_ok;
  return session_.atomic() ? exit_bad_data : exit_refused;
}

}  // namespace grid::tool
