#include <fcntl.h>
#include <fmt/format.h>
#include <grid/sql/database.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "failures.h"

namespace grid::sql {

int32_t newest_version() {
  return static_cast<int32_t>(migrations().size());
}

void migrate(Database& db, int from) {
  for (size_t i = static_cast<size_t>(from); i < migrations().size(); ++i) {
    db.execute(migrations()[i].text.data());
  }
  db.execute(fmt::format("PRAGMA user_version={}", newest_version()).c_str());
}

int32_t upgrade(Database& db) {
  Transaction change(db);
  const int32_t before = db.version();
  if (before > newest_version()) {
    throw Failure(
        FailureKind::version,
        problem("db.version", "", "the database is of the newer version {}, this program of {}",
                before, newest_version()));
  }
  if (before < newest_version()) migrate(db, before);
  change.commit();
  return before;
}

namespace {

std::vector<std::string> lines_of(Database& db, const Query& query, int columns) {
  std::vector<std::string> lines;
  Statement statement(db.handle(), query);
  while (statement.step()) {
    std::string line = statement.text(0);
    for (int i = 1; i < columns; ++i) line += " " + statement.text(i);
    lines.push_back(std::move(line));
  }
  return lines;
}

void sync_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  const bool synced = fd >= 0 && fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  if (!synced) {
    throw Failure(FailureKind::io, problem("db.io", "", "cannot sync {}", path));
  }
}

void copy_to(Database& db, const std::string& draft) {
  const Query query{"backup", "VACUUM INTO ?1"};
  Statement statement(db.handle(), query);
  statement.bind(1, draft);
  statement.step();
}

}  // namespace

std::vector<std::string> integrity_problems(Database& db) {
  static const Query integrity{"integrity_check", "PRAGMA integrity_check"};
  static const Query foreign_keys{"foreign_key_check", "PRAGMA foreign_key_check"};
  std::vector<std::string> found = lines_of(db, integrity, 1);
  if (found.size() == 1 && found.front() == "ok") found.clear();
  for (std::string& line : lines_of(db, foreign_keys, 3)) {
    found.push_back("foreign key: " + std::move(line));
  }
  return found;
}

// VACUUM INTO does not sync its target in SQLite 3.40: sync, verify, then give the name.
void backup(Database& db, const std::string& path) {
  if (access(path.c_str(), F_OK) == 0) {
    throw Failure(FailureKind::cannot_create,
                  problem("db.exists", "", "{} is there already", path));
  }
  std::string draft = path + ".new-XXXXXX";
  const int fd = mkstemp(draft.data());  // mode 0600; VACUUM INTO accepts an empty file
  if (fd < 0) {
    throw Failure(FailureKind::cannot_create, problem("db.create", "", "cannot make {}", path));
  }
  ::close(fd);
  try {
    db.execute("PRAGMA query_only=OFF");  // which forbids VACUUM INTO, too; it only reads `db`
    copy_to(db, draft);
    sync_file(draft);
    Database copy = open_any_version(draft, std::chrono::milliseconds{0});
    if (!integrity_problems(copy).empty()) {
      throw Failure(FailureKind::io, problem("db.backup", "", "the copy of {} is damaged", path));
    }
  } catch (...) {
    unlink(draft.c_str());
    throw;
  }
  give_name(draft, path);
}

}  // namespace grid::sql
