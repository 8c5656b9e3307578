// grid-check: verifies the office's file; one record a problem.
#include <grid/tool/inspector.h>
#include <grid/tool/program.h>

using namespace grid;
using namespace grid::tool;

int main(int argc, char** argv) {
  Program program("grid-check", "verify the database: one record a problem, status 1 if any",
                  Uses{.database = true});
  Options& options = program.options();
  options.describe(
      "Integrity of the file, the chain of events, stored cases against their replay, the policy "
      "against the directory, and vacant posts. Doubtful sizes of grids only warn.");
  options.example("grid-check", "is the file sound?");
  options.example("grid-check --format table", "the same, to read");
  options.example("grid-check -q && grid-backup copy.db", "copy only a sound file");
  return program.run(argc, argv, [&](Session& session) {
    session.output().set_columns(problem_columns());
    session.read([&](sql::Database& db) { Inspector(db, session).inspect(); });
    return session.output().records() == 0 ? exit_ok : exit_negative;
  });
}
