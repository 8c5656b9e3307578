// household-list: finds and lists households and people, or counts them.
#include <grid/tool/candidate_list.h>
#include <grid/tool/household_finder.h>
#include <grid/tool/personal.h>
#include <grid/tool/program.h>

using namespace grid;
using namespace grid::tool;

int main(int argc, char** argv) {
  Program program("household-list", "find and list households and people",
                  Uses{.database = true, .personal = true});
  Options& options = program.options();
  HouseholdChoice choice;
  bool candidates = false;
  options.describe(
      "Who is looked for comes on standard input, one a line, with --search: a name or a part of "
      "one, in characters or pinyin, an identity number, a telephone or its last digits. People "
      "are shown masked unless a purpose is given.");
  choice.declare(options);
  options.flag("--candidates", "rows that wait for household-move same or different", candidates);
  options.example("household-list --under 330782002005 --problem no-grid",
                  "households without grid");
  options.example("echo zhangsan | household-list --by person --search", "people by name");
  options.example("household-list --count --by age --ethnic minority", "how old minorities are");
  program.check([&] { return choice.check(); });
  return program.run(argc, argv, [&](Session& session) {
    if (candidates) {
      read_personal(session, [&](sql::Database& db) { list_candidates(session, db); });
      return exit_ok;
    }
    session.output().set_columns(choice.columns(session.output().format()));
    if (choice.search) choice.wanted = read_searches();
    read_personal(session, [&](sql::Database& db) { HouseholdFinder(db, session, choice).list(); });
    return exit_ok;
  });
}
