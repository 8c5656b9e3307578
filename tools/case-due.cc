// case-due: the working-time calculator: when a limit ends, and how much office time lies
// between two moments.
#include <grid/base/nearest.h>
#include <grid/codec/due.h>
#include <grid/tool/answers.h>
#include <grid/tool/configuration.h>
#include <grid/tool/office.h>
#include <grid/tool/policy_file.h>
#include <grid/tool/program.h>
#include <unistd.h>

#include <map>

using namespace grid;
using namespace grid::tool;

namespace {

struct Choice {
  std::optional<std::string> from, limit, until, calendar, policy, known_on;
  std::vector<std::string> files;
  bool single() const { return from || limit || until; }
};

// What can be seen without a policy; moments mean the same grammar on every clock.
Status check_choice(const Choice& choice) {
  if (choice.known_on) {
    if (const auto day = parse_date(*choice.known_on); !day) return day.problem();
  }
  if (!choice.single()) return Done{};
  if (!choice.files.empty()) {
    return problem("usage.operand", "", "either --from or files, not both");
  }
  text::Record record;
  record.add_if("from", choice.from).add_if("limit", choice.limit).add_if("until", choice.until);
  const auto question = codec::read_due_question(record, UtcOffset{0});
  if (!question) return question.problem();
  return Done{};
}

// The policy named by --policy, else the office's; where no database is named and none lies at
// the usual place, the one that grid-init starts from.
domain::Policy choose_policy(Session& session, const std::optional<std::string>& file) {
  if (file) return read_policy_file(session, *file, {});
  const std::string& path = session.database_path();
  if (path == default_database() && access(path.c_str(), F_OK) != 0) {
    return codec::default_policy();
  }
  sql::Database db = session.open(sql::Access::read);
  sql::Transaction view(db, sql::Transaction::Kind::read);
  return Office(db, session.now()).policy();
}

class Calculator {
 public:
  Calculator(domain::Policy policy, std::optional<Date> known_on, std::string calendar)
      : policy_(std::move(policy)), known_on_(known_on), usual_(std::move(calendar)) {}

  UtcOffset offset() const { return policy_.office.utc_offset; }

  Status check_calendar(const std::string& name) const {
    if (policy_.calendars.contains(name)) return Done{};
    std::vector<std::string> names;
    for (const auto& [known, rule] : policy_.calendars) names.push_back(known);
    Problem p = problem("calendar.unknown", "calendar", "the policy has no calendar {}", name);
    if (const std::string near = nearest(name, names); !near.empty()) {
      p.near = near;
    }
    return p;
  }

  Result<text::Record> answer(const text::Record& record) {
    auto question = codec::read_due_question(record, offset());
    if (!question) return question.problem();
    if (question->calendar.empty()) question->calendar = usual_;
    if (Status s = check_calendar(question->calendar); !s) return s.problem();
    return codec::answer_due(*question, compiled(question->calendar));
  }

 private:
  // Failure configuration (calendar.empty …) where it cannot be compiled.
  const domain::Calendar& compiled(const std::string& name) {
    if (const auto found = compiled_.find(name); found != compiled_.end()) return found->second;
    const auto calendar =
        domain::Calendar::compile(policy_.calendars.at(name), offset(), known_on_);
    if (!calendar) throw Failure(FailureKind::configuration, calendar.problem());
    return compiled_.emplace(name, *calendar).first->second;
  }

  domain::Policy policy_;
  std::optional<Date> known_on_;
  std::string usual_;
  std::map<std::string, domain::Calendar> compiled_;
};

int refuse(Session& session, const Problem& problem) {
  session.messages().error(problem);
  return exit_usage;
}

int calculate(Session& session, const Choice& choice) {
  std::optional<Date> known_on;
  if (choice.known_on) known_on = *parse_date(*choice.known_on);
  Calculator calculator(choose_policy(session, choice.policy), known_on,
                        choice.calendar.value_or(""));
  if (Status s = calculator.check_calendar(choice.calendar.value_or("")); !s) {
    return refuse(session, s.problem());
  }
  session.output().set_columns(codec::due_columns());
  if (!choice.single()) {
    Answers answers(session);
    return answers.run(choice.files, [&](const InputLine& line) -> Result<text::Record> {
      const auto record = answers.parse(line);
      if (!record) return record.problem();
      return calculator.answer(*record);
    });
  }
  text::Record record;
  record.add_if("from", choice.from).add_if("limit", choice.limit).add_if("until", choice.until);
  const auto answer = calculator.answer(record);
  if (!answer) return refuse(session, answer.problem());
  session.output().record(*answer);
  session.output().flush();
  return exit_ok;
}

}  // namespace

int main(int argc, char** argv) {
  Program program("case-due", "calculate limits and office time",
                  Uses{.database = true, .batch = true});
  Options& options = program.options();
  Choice choice;
  options.operands("[FILE]...", choice.files);
  options.value("--from", "TIME", "where the time begins", choice.from);
  options.value("--limit", "LIMIT", "whole number and m, h, wm, wh, wd or d: when does it end?",
                choice.limit);
  options.value("--until", "TIME", "how much office time lies before it?", choice.until);
  options.value("--calendar", "NAME", "another calendar of the policy", choice.calendar);
  options.value("--policy", "FILE", "the policy in this file, not the office's", choice.policy);
  options.value("--known-on", "DATE", "only with the holiday notices published by that day",
                choice.known_on);
  options.describe(
      "With --from it answers one question; otherwise JSON lines with from, limit or until, and "
      "calendar. Without a database it counts by the built-in policy.");
  options.example("case-due --from '2026-02-13 10:00' --limit 5wd", "over the Spring Festival");
  options.example("case-due --from 2026-11-20T16:30:00+08:00 --until '2026-11-23 09:00'",
                  "office time between two moments");
  options.example("case-due --policy new.toml questions.jsonl", "under a policy not yet applied");
  program.check([&] { return check_choice(choice); });
  return program.run(argc, argv, [&](Session& session) { return calculate(session, choice); });
}
