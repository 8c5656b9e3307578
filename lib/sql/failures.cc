#include "failures.h"

#include <fcntl.h>
#include <grid/base/failure.h>
#include <sqlite3.h>
#include <unistd.h>

namespace grid::sql {

namespace {

Failure failure_for(sqlite3* db, int code, const char* context) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: {
      Problem p = problem("db.busy", "", "another process holds the database");
      p.hint = message_id("try again, or wait longer with --wait");
      return Failure(FailureKind::busy, std::move(p));
    }
    case SQLITE_READONLY:
      return Failure(FailureKind::not_permitted,
                     problem("db.read_only", "", "the database may not be written"));
    case SQLITE_FULL:
      return Failure(FailureKind::io, problem("db.full", "", "the disk is full"));
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return Failure(FailureKind::io, problem("db.io", "", "cannot read or write the database ({})",
                                              sqlite3_errstr(code)));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: {
      Problem p = problem("db.corrupt", "", "the database is damaged");
      p.hint = message_id("restore a backup; grid-check tells what is damaged");
      return Failure(FailureKind::bad_data, std::move(p));
    }
    default:
      return Failure(FailureKind::defect,
                     problem("db.statement", "", "{}: {}", context, sqlite3_errmsg(db)));
  }
}

}  // namespace

void check(sqlite3* db, int code, const char* context) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  throw failure_for(db, code, context);
}

void sync_folder_of(const std::string& path) {
  const size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  fsync(fd);
  ::close(fd);
}

}  // namespace grid::sql
