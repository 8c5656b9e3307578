#include <grid/domain/case_number.h>
#include <grid/domain/doubles.h>
#include <grid/domain/replay.h>
#include <grid/sql/copy.h>
#include <grid/store/anchor.h>
#include <grid/store/case_store.h>
#include <grid/tool/inspector.h>
#include <grid/tool/ladder_clock.h>
#include <grid/tool/office.h>
#include <grid/tool/rebuilder.h>

#include <string>

namespace grid::tool {

namespace {

struct Rehearsed {};

// What the events make: the tables of the case engine. Every other table is copied.
bool made_of_events(std::string_view table) {
  return table == "event" || table.starts_with("event_") || table.starts_with("case_");
}

void require_chain(sql::Database& from) {
  const auto broken = store::verify_chain(from);
  if (!broken) return;
  Problem p = chain_problem(*broken);
  p.hint = message_id("events cannot be made up: restore a backup");
  throw Failure(FailureKind::bad_data, std::move(p));
}

[[noreturn]] void differs(std::string_view no) {
  throw Failure(FailureKind::bad_data,
                problem("db.rebuild", "", "the events do not give case {} its place again", no));
}

// Files every event again; how many cases and events there are.
Rebuilt file_again(sql::Database& from, sql::Database& to, const Office& office) {
  const domain::CaseRules& rules = office.rules();
  store::CaseReader source(from);
  store::CaseStore target(to);
  target.set_ladder_clock(ladder_clock(to, office));
  Rebuilt done;
  source.recording([&](store::RecordedEvent& recorded) {
    domain::Event& event = recorded.event;
    const sql::Blob erased = event.personal.empty() ? recorded.personal : sql::Blob();
    const auto before = target.find(event.case_no);
    const domain::Case after = domain::apply(before ? &*before : nullptr, event, rules);
    if (before) {
      target.append(*before, after, event, erased);
    } else {
      if (++done.cases != recorded.case_row) differs(event.case_no);
      const Date day = rules.day(after.reported_at);
      target.file(after, event, domain::community_of(rules.areas(), after.area, day), erased);
      if (const auto number = domain::number_of_day(event.case_no)) {
        target.keep_number(number->day, number->sequence);
      }
    }
    ++done.events;
  });
  return done;
}

// What the old file says of a case; a row that cannot be read says something else than its events.
bool same_in(store::CaseReader& old, const domain::Case& matter) {
  try {
    return old.find(matter.no) == matter;
  } catch (const Failure& failure) {
    if (failure.kind() != FailureKind::bad_data) throw;
    return false;
  }
}

int64_t count_mended(sql::Database& from, sql::Database& to) {
  store::CaseReader old(from);
  int64_t mended = 0;
  store::CaseReader(to).all([&](const domain::Case& matter) {
    if (!same_in(old, matter)) ++mended;
  });
  return mended;
}

}  // namespace

Rebuilt rebuild(const Session& session, sql::Database& from, const std::string& path) {
  require_chain(from);
  Rebuilt done;
  const auto fill = [&](sql::Database& to) {
    to.execute("PRAGMA defer_foreign_keys=ON");  // what the ladder fired names cases still to come
    for (const std::string& table : sql::table_names(from)) {
      if (!made_of_events(table)) sql::copy_table(from, to, table);
    }
    const Office office(to, session.now());
    done = file_again(from, to, office);
    const domain::Anchor head = store::anchor_of(to);
    if (head.hash != store::anchor_of(from).hash) differs(head.case_no);
    done.mended = count_mended(from, to);
    if (session.dry_run()) throw Rehearsed{};
  };
  try {
    sql::Database::create(path, session.wait(), fill);
  } catch (const Rehearsed&) {
    // A rehearsal leaves no file behind.
  }
  return done;
}

}  // namespace grid::tool
