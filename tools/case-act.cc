// case-act: one step of a case's life.
#include <fmt/ranges.h>
#include <grid/base/nearest.h>
#include <grid/tool/case_desk.h>
#include <grid/tool/case_numbers.h>
#include <grid/tool/program.h>

#include <algorithm>

using namespace grid;
using namespace grid::tool;

namespace {

// What the options say for all records; a record's own fields come first.
struct Given {
  std::string org, staff, reason, text;
  std::vector<std::string> joint;
  std::optional<std::string> limit;
  std::optional<int64_t> level;
  std::string contacted, solved, satisfaction;
};

// The actions that people may name: every step of the table but filing and the ladder's own.
std::vector<std::string> action_names() {
  std::vector<std::string> names;
  for (const domain::Step& step : domain::all_steps()) {
    const std::string name(domain::code(step.action));
    const bool known = std::find(names.begin(), names.end(), name) != names.end();
    const bool other =
        step.action == domain::Action::report || step.action == domain::Action::escalate;
    if (!known && !other && domain::offered(step.action)) names.push_back(name);
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
  intent.org = given.org;
  intent.joint = given.joint;
  intent.staff = given.staff;
  intent.reason = given.reason;
  intent.text = given.text;
  if (given.level) intent.level = static_cast<int>(*given.level);
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

}  // namespace

int main(int argc, char** argv) {
  Program program("case-act", "take one step of a case's life",
                  Uses{.database = true, .writes = true, .batch = true, .happens = true});
  Options& options = program.options();
  Given given;
  std::vector<std::string> operands;
  options.operands("ACTION [NO]...", operands);
  options.value("--org", "CODE", "the lead it is dispatched to", given.org);
  options.value("--joint", "CODE", "a unit that helps the lead (repeatable)", given.joint);
  options.value("--staff", "LOGIN", "the person it is dispatched to", given.staff);
  options.value("--reason", "TEXT", "why", given.reason);
  options.value("--text", "TEXT", "the result, or a note", given.text);
  options.value("--limit", "LIMIT", "by how much (extend)", given.limit);
  options.value("--level", "N", "of supervision, 1 to 3 (supervise)", given.level);
  const std::vector<std::string> yes_no{"yes", "no"};
  options.value("--contacted", "yes|no", "reporter reached in time (rate)", given.contacted)
      .choices = yes_no;
  options.value("--solved", "yes|no", "by the reporter's answer (rate)", given.solved).choices =
      yes_no;
  options
      .value("--satisfaction", "CODE", "satisfied, basic, dissatisfied or unreachable (rate)",
             given.satisfaction)
      .choices = domain::codes<domain::Satisfaction>();
  options.names(message_id("Actions:"), action_names());
  options.describe("On the numbers named, or on the JSON lines read: a record's own fields win.");
  options.example("case-act dispatch 330782002-20261121-0001 --org CG --joint SQ",
                  "to a lead and a joint unit");
  options.example("case-list --state reported | case-act accept", "accept all that is new");
  options.example("case-act resolve --as cg.li --text 已清理 330782002-20261121-0001",
                  "hand in the result");
  domain::Intent intent;
  program.check([&]() -> Status {
    const auto wanted = intent_of(operands, given);
    if (!wanted) return wanted.problem();
    intent = *wanted;
    return Done{};
  });
  return program.run(argc, argv, [&](Session& session) {
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
