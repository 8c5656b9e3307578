// grid-backup: a consistent, verified, synced copy of the office's file, or one made anew out of
// its events.
#include <grid/tool/program.h>
#include <grid/tool/rebuilder.h>
#include <grid/tool/written_file.h>
#include <sys/stat.h>

using namespace grid;
using namespace grid::tool;

namespace {

constexpr codec::Column columns[] = {{"file", "File", "文件"},
                                     {"bytes", "Bytes", "字节数", nullptr, true},
                                     {"version", "Version", "版本"},
                                     {"cases", "Cases", "案件数", nullptr, true},
                                     {"events", "Events", "记录数", nullptr, true},
                                     {"mended", "Mended", "修正数", nullptr, true}};

int64_t size_of(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 ? static_cast<int64_t>(info.st_size) : 0;
}

text::Record backup_record(const Session& session, sql::Database& db, const std::string& file) {
  return text::make_record("backup")
      .add("file", file)
      .add("bytes", size_of(session.dry_run() ? session.database_path() : file))
      .add("version", int64_t{db.version()});
}

text::Record copy(Session& session, const std::string& file) {
  sql::Database db = session.open(sql::Access::read);
  if (!session.dry_run()) sql::backup(db, file);
  return backup_record(session, db, file);
}

text::Record make_anew(Session& session, const std::string& file) {
  sql::Database db = session.open(sql::Access::read);
  const sql::Transaction view(db, sql::Transaction::Kind::read);
  const Rebuilt made = rebuild(session, db, file);
  return backup_record(session, db, file)
      .add("cases", made.cases)
      .add("events", made.events)
      .add("mended", made.mended);
}

}  // namespace

int main(int argc, char** argv) {
  Program program("grid-backup", "make a consistent, verified copy of the database",
                  Uses{.database = true, .writes = true});
  std::vector<std::string> operands;
  bool anew = false;
  program.options().operands("FILE", operands);
  program.options().flag("--rebuild", "not a copy: cases made anew out of their events", anew);
  program.options().example("grid-backup /srv/grid/$(date +%F).db", "a copy a day");
  program.options().example("grid-backup copy.db && grid-check --db copy.db",
                            "and look at what was copied");
  program.options().example("grid-backup --rebuild anew.db",
                            "where grid-check says that a stored case is not what its events say");
  program.check([&]() -> Status {
    if (operands.size() != 1 || operands.front() == "-") {
      return problem("usage.operand", "", "name one file for the copy");
    }
    return apart_from_databases(operands.front(), "");
  });
  return program.run(argc, argv, [&](Session& session) {
    const std::string& file = operands.front();
    text::Record made = anew ? make_anew(session, file) : copy(session, file);
    session.output().set_columns(columns);
    session.output().record(made.add("outcome", std::string("added")));
    session.output().flush();
    return exit_ok;
  });
}
