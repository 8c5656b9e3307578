// grid-backup: a consistent, verified, synced copy of the office's file.
#include <grid/tool/program.h>
#include <sys/stat.h>

using namespace grid;
using namespace grid::tool;

namespace {

constexpr codec::Column columns[] = {{"file", "File", "文件"},
                                     {"bytes", "Bytes", "字节数", nullptr, true},
                                     {"version", "Version", "版本"}};

int64_t size_of(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 ? static_cast<int64_t>(info.st_size) : 0;
}

}  // namespace

int main(int argc, char** argv) {
  Program program("grid-backup", "make a consistent, verified copy of the database",
                  Uses{.database = true, .writes = true});
  std::vector<std::string> operands;
  program.options().operands("FILE", operands);
  program.options().example("grid-backup /srv/grid/$(date +%F).db", "a copy a day");
  program.options().example("grid-backup - </dev/null", "refused: a copy needs a name");
  program.options().example("grid-backup copy.db && grid-check --db copy.db",
                            "and look at what was copied");
  program.check([&]() -> Status {
    if (operands.size() == 1 && operands.front() != "-") return Done{};
    return problem("usage.operand", "", "name one file for the copy");
  });
  return program.run(argc, argv, [&](Session& session) {
    const std::string& file = operands.front();
    sql::Database db = session.open(sql::Access::read);
    if (!session.dry_run()) sql::backup(db, file);
    session.output().set_columns(columns);
    session.output().record(
        text::make_record("backup")
            .add("file", file)
            .add("bytes", size_of(session.dry_run() ? session.database_path() : file))
            .add("version", int64_t{db.version()})
            .add("outcome", std::string("added")));
    session.output().flush();
    return exit_ok;
  });
}
