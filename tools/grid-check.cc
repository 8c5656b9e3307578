// grid-check: verifies the office's file; one record a problem. Prints and compares the head of the
// chain of events; tells which households were missed, and who saw personal data.
#include <grid/codec/access.h>
#include <grid/codec/anchor.h>
#include <grid/codec/visit.h>
#include <grid/tool/access_list.h>
#include <grid/tool/inspector.h>
#include <grid/tool/kept_anchors.h>
#include <grid/tool/missed_visits.h>
#include <grid/tool/program.h>

using namespace grid;
using namespace grid::tool;

namespace {

void print_anchor(sql::Database& db, Session& session) {
  const Office office(db, session.now());
  session.output().set_columns(codec::anchor_columns());
  session.output().record(
      codec::write_anchor(store::anchor_of(db), session.now(), office.offset()));
}

// Who saw personal data: read by those who answer for it.
int print_access(Session& session, const AccessChoice& choice) {
  session.output().set_columns(codec::access_columns());
  session.read([&](sql::Database& db) { list_access(db, session, choice); });
  return exit_ok;
}

// An anchor is printed only where nothing is wrong with what it stands for.
int check(Session& session, const std::vector<domain::Anchor>& kept, bool anchor) {
  bool sound = false;
  session.output().set_columns(problem_columns());
  session.read([&](sql::Database& db) {
    Inspector inspector(db, session);
    if (anchor) {
      inspector.look_at_chain();
    } else {
      inspector.inspect();
    }
    inspector.compare(kept);
    sound = session.output().records() == 0;
    if (anchor && sound) print_anchor(db, session);
  });
  return sound ? exit_ok : exit_negative;
}

int check_visits(Session& session) {
  const bool people = session.output().format() == Format::table;
  session.output().set_columns(people ? codec::missed_table_columns() : codec::missed_columns());
  session.read([&](sql::Database& db) { tell_missed(db, session); });
  return session.output().records() == 0 ? exit_ok : exit_negative;
}

}  // namespace

int main(int argc, char** argv) {
  Program program("grid-check", "verify the database: one record a problem, status 1 if any",
                  Uses{.database = true});
  Options& options = program.options();
  bool anchor = false;
  bool visits = false;
  std::optional<std::string> against;
  options.flag("--anchor", "only the chain of events; print its head, to keep it elsewhere",
               anchor);
  options.value("--against", "FILE", "are the heads that were kept in FILE still in the chain?",
                against);
  options.flag("--visits", "only households that nobody has visited in the policy's days", visits);
  bool access = false;
  AccessChoice choice;
  options.flag("--access", "who saw personal data unmasked, when and what for", access);
  options.value("--since", "TIME", "with --access: at or after", choice.since);
  options.value("--until", "TIME", "with --access: before", choice.until);
  options.value("--actor", "LOGIN", "with --access: by this person", choice.actor);
  options.describe(
      "Integrity of the file, the chain of events, stored cases against their replay, the policy "
      "against the directory, and vacant posts. Doubtful sizes of grids only warn.");
  options.example("grid-check --format table", "is the file sound?");
  options.example("grid-check --anchor >> anchors.jsonl", "keep the head of the chain elsewhere");
  options.example("grid-check --access --since 2026-11-01", "who looked, this month");
  program.check([&]() -> Status {
    if (visits && (anchor || against)) {
      return problem("usage.value", "--visits", "--visits stands alone");
    }
    return choice.check(access, anchor || against || visits);
  });
  return program.run(argc, argv, [&](Session& session) {
    if (visits) return check_visits(session);
    if (access) return print_access(session, choice);
    std::vector<domain::Anchor> kept;
    if (against) kept = kept_anchors(session, *against);
    return check(session, kept, anchor);
  });
}
