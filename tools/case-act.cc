// case-act: one step of a case's life.
#include <fmt/ranges.h>
#include <grid/base/nearest.h>
#include <grid/codec/steps.h>
#include <grid/tool/case_desk.h>
#include <grid/tool/case_numbers.h>
#include <grid/tool/language.h>
#include <grid/tool/program.h>

#include <algorithm>

using namespace grid;
using namespace grid::tool;

namespace {

// What the options say for all records; a record's own fields come first.
struct Given {
  std::string staff, reason, text, into, outcome;
  std::vector<std::string> org, joint;
  std::optional<std::string> limit;
  std::optional<int64_t> level, score;
  std::string contacted, solved, satisfaction;
  bool arrived = false;
  bool steps = false;  // print the table instead
};

// The actions that people may name: filing and escalating have tools of their own.
std::vector<std::string> action_names() {
  std::vector<std::string> names;
  for (const domain::Action action : domain::personal_actions()) {
    if (action == domain::Action::report || action == domain::Action::escalate) continue;
    names.emplace_back(domain::code(action));
  }
  return names;
}

Result<domain::Intent> intent_of(const std::vector<std::string>& operands, const Given& given) {
  const std::vector<std::string> names = action_names();
  const std::string name = operands.empty() ? "" : operands.front();
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    Problem p = name.empty() ? problem("usage.action", "", "name an action: {}",
                                       fmt::format("{}", fmt::join(names, ", ")))
                             : problem("usage.action", "", "there is no action {}", name);
    p.near = nearest(name, names);
    return p;
  }
  domain::Intent intent;
  intent.action = *domain::from_code<domain::Action>(name);
  if (!given.org.empty()) intent.org = given.org.back();
  intent.units = given.org;
  intent.into = given.into;
  intent.joint = given.joint;
  intent.staff = given.staff;
  intent.reason = given.reason;
  intent.text = given.text;
  if (given.level) intent.level = static_cast<int>(std::clamp<int64_t>(*given.level, -1, 99));
  intent.whistle.arrived = given.arrived;
  intent.whistle.outcome = given.outcome;
  if (given.score) {
    intent.whistle.score = static_cast<int>(std::clamp<int64_t>(*given.score, -1, 999));
  }
  if (given.limit) {
    const auto limit = domain::parse_limit(*given.limit);
    if (!limit) return limit.problem();
    intent.limit = *limit;
  }
  const text::Record rating = text::Record()
                                  .add_if("contacted", given.contacted)
                                  .add_if("solved", given.solved)
                                  .add_if("satisfaction", given.satisfaction);
  return codec::read_intent(rating, intent, UtcOffset{});
}

// The table of steps; nothing is opened for it.
int print_steps(Session& session) {
  session.output().set_columns(codec::step_columns());
  // JSON is the same in every language.
  const bool json = session.output().format() == Format::jsonl;
  const auto english = [](const char* words) { return words; };
  for (const domain::Step& step : domain::all_steps()) {
    session.output().record(codec::write_step(step, json ? +english : tr));
  }
  session.output().flush();
  return exit_ok;
}

void declare(Options& options, Given& given) {
  options.value("--org", "CODE", "the unit: lead, released, or called (repeatable)", given.org);
  options.value("--joint", "CODE", "a unit that helps the lead (repeatable)", given.joint);
  options.value("--staff", "LOGIN", "the person it is dispatched to", given.staff);
  options.value("--reason", "TEXT", "why", given.reason);
  options.value("--text", "TEXT", "the result, or a note", given.text);
  options.value("--limit", "LIMIT", "by how much (extend)", given.limit);
  options.value("--level", "N", "of supervision, 1 to 3 (supervise)", given.level);
  options.value("--into", "NO", "the case that it becomes part of (merge)", given.into);
  options.flag("--arrived", "the unit that was called has come (whistle)", given.arrived);
  options.value("--outcome", "TEXT", "what came of the call (whistle)", given.outcome);
  options.value("--score", "N", "for the unit that was called, 0 to 100 (whistle)", given.score);
  const std::vector<std::string> yes_no{"yes", "no"};
  options.value("--contacted", "yes|no", "reporter reached in time (rate)", given.contacted)
      .choices = yes_no;
  options.value("--solved", "yes|no", "by the reporter's answer (rate)", given.solved).choices =
      yes_no;
  options
      .value("--satisfaction", "CODE", "satisfied, basic, dissatisfied or unreachable (rate)",
             given.satisfaction)
      .choices = domain::codes<domain::Satisfaction>();
  options.flag("--steps", "print the table of steps, without a database", given.steps);
  options.names(message_id("Actions:"), action_names());
  options.describe("On the numbers named, or on the JSON lines read: a record's own fields win.");
  options.example("case-act dispatch 330782002-20261121-0001 --org CG --joint SQ",
                  "to a lead and a joint unit");
  options.example("case-list --state reported | case-act accept", "accept all that is new");
  options.example("case-act resolve --as cg.li --text 已清理 330782002-20261121-0001",
                  "hand in the result");
}

}  // namespace

int main(int argc, char** argv) {
  Program program("case-act", "take one step of a case's life",
                  Uses{.database = true, .writes = true, .batch = true, .happens = true});
  Options& options = program.options();
  Given given;
  std::vector<std::string> operands;
  options.operands("ACTION [NO]...", operands);
  declare(options, given);
  domain::Intent intent;
  program.check([&]() -> Status {
    if (given.steps) return Done{};
    const auto wanted = intent_of(operands, given);
    if (!wanted) return wanted.problem();
    intent = *wanted;
    return Done{};
  });
  return program.run(argc, argv, [&](Session& session) {
    if (given.steps) return print_steps(session);
    set_case_columns(session.output());
    sql::Database db = session.open(sql::Access::write);
    CaseDesk desk(session, db);
    Batch batch(session, db);
    batch.before_group([&] { desk.refresh(); });
    const Apply apply = [&](const text::Record& record) { return desk.act(record, intent); };
    operands.erase(operands.begin());
    return operands.empty() ? batch.run({}, apply)
                            : batch.run_records(number_records(operands), apply);
  });
}
