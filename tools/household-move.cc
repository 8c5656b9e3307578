// household-move: births, deaths, moves, changes of head, corrections of numbers, and decisions
// about rows of which no rule could tell whom they mean.
#include <grid/codec/household.h>
#include <grid/domain/register_date.h>
#include <grid/tool/move_desk.h>
#include <grid/tool/program.h>

#include <algorithm>
#include <charconv>

using namespace grid;
using namespace grid::tool;

namespace {

struct Typed {
  std::vector<std::string> operands, people;
  std::string date;
  codec::MoveRecord move;
};

Status fill(Typed& typed) {
  codec::MoveRecord& move = typed.move;
  if (!typed.operands.empty()) {
    move.action = typed.operands.front();
    if (!domain::move_action_named(move.action)) return MoveNames::no_action(move.action);
  }
  if (!typed.date.empty()) {
    const auto date = domain::parse_register_day(typed.date, "--date");
    if (!date) return date.problem();
    move.date = *date;
  }
  const bool judges = move.action == "same" || move.action == "different";
  if (typed.operands.size() > 1 && !judges) {
    return problem("usage.operand", "", "{} takes no operand", move.action);
  }
  return Done{};
}

// What the options name by themselves, without records: one candidate each, the people of one
// split, one person each, or a household that merges. None: records are read.
std::vector<text::Record> records_of(const Typed& typed) {
  std::vector<text::Record> records;
  const std::string& action = typed.move.action;
  for (size_t i = 1; i < typed.operands.size(); ++i) {
    records.push_back(text::Record().add("candidate", typed.operands[i]));
    if (!typed.people.empty()) records.back().add("person", typed.people);
  }
  if (!records.empty()) return records;
  if (action == "split" && !typed.people.empty()) {
    records.push_back(text::Record().add("person", typed.people));
  } else if (action == "merge" && !typed.move.household_no.empty()) {
    records.emplace_back();
  } else {
    for (const std::string& person : typed.people) {
      records.push_back(text::Record().add("person", person));
    }
  }
  return records;
}

void declare(Options& options, Typed& typed) {
  options.operands("[ACTION] [CANDIDATE]...", typed.operands);
  options.names(message_id("Actions:"), domain::move_action_names());
  options.describe(
      "On the people or the household named, or on the JSON lines read: a record's own fields win. "
      "A person who is born or moves in comes as a record, by the rules of an import.");
  options.value("--person", "N", "row number of a person, as --keys shows it (repeatable)",
                typed.people);
  options.value("--community", "CODE", "the community of the household", typed.move.community);
  options.value("--household", "NO", "the number of the household", typed.move.household_no);
  options.value("--to-community", "CODE", "the community of the other household",
                typed.move.to_community);
  options.value("--to-household", "NO", "the other household (in, split, merge)",
                typed.move.to_household);
  options.value("--date", "DATE", "from which day on; default: today", typed.date);
  options.value("--reason", "TEXT", "why; kept with the batch", typed.move.reason);
  options.value("--relation", "CODE", "to the head, GB/T 4761; of a new head: the former one's",
                typed.move.relation);
  options.example("household-list --keys --by person --no 17 | household-move out --reason 迁出",
                  "a whole household moves out");
  options.example("household-move head --person 12 --community 330782002005 --household 17",
                  "another member becomes the head");
  options.example("household-move same 3 --person 12", "candidate 3 is person 12");
}

}  // namespace

int main(int argc, char** argv) {
  Program program("household-move", "births, deaths and moves in the register",
                  Uses{.database = true, .writes = true, .batch = true});
  Typed typed;
  declare(program.options(), typed);
  program.check([&] { return fill(typed); });
  return program.run(argc, argv, [&](Session& session) {
    const bool of_homes = typed.move.action == "split" || typed.move.action == "merge";
    session.output().set_columns(of_homes ? codec::household_columns() : codec::person_columns());
    sql::Database db = session.open(sql::Access::write);
    MoveDesk desk(session, db);
    Batch batch(session, db);
    batch.before_group([&] { desk.refresh(); });
    batch.after_group([&] { desk.close(); });
    const Apply apply = [&](const text::Record& record) { return desk.act(record, typed.move); };
    const std::vector<text::Record> records = records_of(typed);
    return records.empty() ? batch.run({}, apply) : batch.run_records(records, apply);
  });
}
