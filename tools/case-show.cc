// case-show: a case and its events.
#include <grid/tool/case_desk.h>
#include <grid/tool/case_numbers.h>
#include <grid/tool/personal.h>
#include <grid/tool/program.h>

using namespace grid;
using namespace grid::tool;

namespace {

// How many of the cases named there are not.
int show(sql::Database& db, Session& session, const std::vector<text::Record>& wanted) {
  const Office office(db, session.now());
  const codec::CaseView view = case_view(session, office);
  store::CaseStore cases(db);
  int missing = 0;
  for (const text::Record& record : wanted) {
    const std::string no = record.text("no");
    const auto matter = cases.find(no);
    if (!matter) {
      session.messages().error(problem("case.unknown", "no", "there is no case {}", no));
      ++missing;
      continue;
    }
    // A CSV has one heading: it holds the events.
    if (session.output().format() != Format::csv) {
      set_case_columns(session.output());
      session.output().record(codec::write_case(*matter, view));
      session.output().set_columns(codec::whistle_columns());
      for (const domain::Whistle& whistle : matter->whistles) {
        session.output().record(codec::write_whistle(*matter, whistle, office.offset()));
      }
    }
    session.output().set_columns(codec::event_columns());
    for (const domain::Event& event : cases.events(no)) {
      session.output().record(codec::write_event(event, office.offset()));
    }
  }
  return missing;
}

}  // namespace

int main(int argc, char** argv) {
  Program program("case-show", "show cases with everything that happened to them",
                  Uses{.database = true, .personal = true});
  std::vector<std::string> numbers;
  program.options().operands("[NO]...", numbers);
  program.options().describe("Without numbers it reads JSON lines with the field `no`.");
  program.options().example("case-show 330782002-20261121-0001 --format table", "one case");
  program.options().example("case-list --overdue | case-show", "all that is late, with its events");
  program.options().example("case-show 330782002-20261121-0001 --reveal 回访",
                            "with the reporter's name and telephone; logged");
  return program.run(argc, argv, [&](Session& session) {
    const std::vector<text::Record> wanted = case_numbers(session, numbers);
    int missing = 0;
    read_personal(session, [&](sql::Database& db) { missing = show(db, session, wanted); });
    return missing == 0 ? exit_ok : exit_refused;
  });
}
