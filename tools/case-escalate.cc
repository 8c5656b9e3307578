// case-escalate: to the level above, by hand; or the ladder for all that is late.
#include <grid/tool/case_desk.h>
#include <grid/tool/case_numbers.h>
#include <grid/tool/program.h>

using namespace grid;
using namespace grid::tool;

namespace {

// Every step that has been reached and has not fired. Safe to run twice: a step fires once.
int climb(Session& session) {
  session.output().set_columns(firing_columns());
  sql::Database db = session.open(sql::Access::write);
  CaseDesk desk(session, db);
  std::vector<text::Record> candidates;
  {
    sql::Transaction view(db, sql::Transaction::Kind::read);
    desk.refresh();
    candidates = desk.ladder_candidates();
  }
  Batch batch(session, db);
  batch.before_group([&] { desk.refresh(); });
  return batch.run_records(candidates,
                           [&](const text::Record& record) { return desk.climb(record); });
}

int by_hand(Session& session, const std::vector<std::string>& numbers, const std::string& reason) {
  set_case_columns(session.output());
  sql::Database db = session.open(sql::Access::write);
  CaseDesk desk(session, db);
  Batch batch(session, db);
  batch.before_group([&] { desk.refresh(); });
  domain::Intent intent;
  intent.action = domain::Action::escalate;
  intent.reason = reason;
  const Apply apply = [&](const text::Record& record) { return desk.act(record, intent); };
  return numbers.empty() ? batch.run({}, apply) : batch.run_records(number_records(numbers), apply);
}

}  // namespace

int main(int argc, char** argv) {
  Program program("case-escalate", "take cases to the level above",
                  Uses{.database = true, .writes = true, .batch = true, .happens = true});
  Options& options = program.options();
  std::vector<std::string> numbers;
  std::string reason;
  bool overdue = false;
  options.operands("[NO]...", numbers);
  options.value("--reason", "TEXT", "why this level cannot solve it", reason);
  options.flag("--overdue", "the ladder for all that is late: each step fires once", overdue);
  options.describe("On the numbers named, or on the JSON lines read; or with --overdue on all.");
  options.example("case-escalate 330782002-20261121-0001 --reason 权属不清", "by hand");
  options.example("case-escalate --overdue --dry-run", "what the night would do");
  options.example("case-escalate --overdue", "the night job; safe to run twice");
  program.check([&]() -> Status {
    if (!overdue || (numbers.empty() && reason.empty())) return Done{};
    return problem("usage.option", "--overdue", "--overdue takes neither numbers nor a reason");
  });
  return program.run(argc, argv, [&](Session& session) {
    return overdue ? climb(session) : by_hand(session, numbers, reason);
  });
}
