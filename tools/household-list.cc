// household-list: finds and lists households and people, or counts them.
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
  options.describe(
      "Names, identity numbers and phones to look for come on standard input, one a "
      "line, with --search; they are shown masked unless a purpose is given.");
  options.value("--by", "NOUN", "household or person; with --count also a field", choice.by);
  options.value("--community", "CODE", "of this community", choice.community);
  options.value("--area", "CODE", "of this grid", choice.area);
  options.value("--under", "CODE", "in this area", choice.under);
  options.value("--no", "NO", "with this household number", choice.no);
  options.value("--building", "TEXT", "in this building", choice.building);
  options.value("--residence", "KIND", "with people who live there so", choice.residence)
      .choices = {"registered", "permanent", "floating", "lodging", "foreign"};
  options.value("--tag", "WORD", "with people who have this tag", choice.tag);
  options.value("--missing", "FIELD", "only those without it", choice.missing);
  options.flag("--expired", "people whom the policy no longer keeps, to be erased", choice.expired);
  options.flag("--search", "who is looked for stands on standard input", choice.search);
  options.flag("--count", "only how many there are", choice.count);
  options.example("household-list --under 330782002005 --missing area", "households without grid");
  options.example("echo 张三 | household-list --by person --search", "people by name");
  options.example("household-list --count --by residence", "people by kind of residence");
  program.check([&] { return choice.check(); });
  return program.run(argc, argv, [&](Session& session) {
    session.output().set_columns(choice.columns());
    if (choice.search) choice.wanted = read_searches();
    read_personal(session, [&](sql::Database& db) { HouseholdFinder(db, session, choice).list(); });
    return exit_ok;
  });
}
