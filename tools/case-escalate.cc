// case-escalate: to the level above, by hand; or the ladder for all that is late; or the notices
// that the ladder gave rise to.
#include <grid/codec/firing.h>
#include <grid/store/ladder_store.h>
#include <grid/tool/case_desk.h>
#include <grid/tool/case_numbers.h>
#include <grid/tool/escalation.h>
#include <grid/tool/program.h>

using namespace grid;
using namespace grid::tool;

namespace {

// Every step that has been reached and has not fired. Safe to run twice: a step fires once.
int climb(Session& session) {
  session.output().set_columns(codec::firing_columns());
  sql::Database db = session.open(sql::Access::write);
  Escalation escalation(session, db);
  std::vector<text::Record> candidates;
  {
    sql::Transaction view(db, sql::Transaction::Kind::read);
    escalation.refresh();
    candidates = escalation.candidates();
  }
  Batch batch(session, db);
  batch.before_group([&] { escalation.refresh(); });
  return batch.run_records(candidates,
                           [&](const text::Record& record) { return escalation.climb(record); });
}

// What was to be sent in a span of time, once more. A moment that is not given does not restrict.
int notices(Session& session, const std::string& since, const std::string& until) {
  session.output().set_columns(codec::firing_columns());
  session.read([&](sql::Database& db) {
    const Office office(db, session.now());
    const UtcOffset offset = office.offset();
    const auto moment = [&](const std::string& text, const char* option, Instant otherwise) {
      if (text.empty()) return otherwise;
      const auto at = parse_moment(text, offset);
      if (at) return *at;
      Problem wrong = at.problem();
      wrong.field = option;
      session.messages().error(wrong);
      throw Ended{exit_usage};
    };
    store::LadderStore(db).notices(moment(since, "--since", Instant::min()),
                                   moment(until, "--until", Instant::max()),
                                   [&](const domain::FiredStep& step) {
                                     session.output().record(codec::write_firing(step, offset));
                                   });
  });
  return exit_ok;
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
  std::string reason, since, until;
  bool overdue = false, told = false;
  options.operands("[NO]...", numbers);
  options.value("--reason", "TEXT", "why this level cannot solve it", reason);
  options.flag("--overdue", "the ladder for all that is late: each step fires once", overdue);
  options.flag("--notices", "the notices recorded before, by when they may be sent", told);
  options.value("--since", "TIME", "with --notices: to be sent at or after", since);
  options.value("--until", "TIME", "with --notices: to be sent before", until);
  options.describe("On the numbers named, or on the JSON lines read; or with --overdue on all.");
  options.example("case-escalate 330782002-20261121-0001 --reason 权属不清", "by hand");
  options.example("case-escalate --overdue --dry-run", "what the night would do");
  options.example("case-escalate --overdue", "the night job; safe to run twice");
  program.check([&]() -> Status {
    if (overdue && told) {
      return problem("usage.option", "--notices", "--overdue and --notices exclude each other");
    }
    if (!told && (!since.empty() || !until.empty())) {
      return problem("usage.option", "--notices", "--since and --until go with --notices");
    }
    if ((!overdue && !told) || (numbers.empty() && reason.empty())) return Done{};
    return problem("usage.option", "--overdue",
                   "--overdue and --notices take neither numbers nor a reason");
  });
  return program.run(argc, argv, [&](Session& session) {
    if (told) return notices(session, since, until);
    return overdue ? climb(session) : by_hand(session, numbers, reason);
  });
}
