#include <fcntl.h>
#include <fmt/format.h>
#include <grid/sql/database.h>
#include <grid/sql/queries.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <thread>

#include "failures.h"

namespace grid::sql {

// How long one process waits for another's lock. Waiting is counted by what was slept: this
// layer has no clock. The pauses are uneven so that several waiters do not march in step.
struct Database::Patience {
  std::chrono::milliseconds limit{};
  std::chrono::milliseconds slept{};
  uint32_t seed = static_cast<uint32_t>(getpid()) * 2654435761U;

  static int wait(void* self, int attempt) {
    auto& patience = *static_cast<Patience*>(self);
    if (attempt == 0) patience.slept = std::chrono::milliseconds{0};
    if (patience.slept >= patience.limit) return 0;
    patience.seed = patience.seed * 1664525U + 1013904223U;
    const std::chrono::milliseconds pause{1 + (patience.seed >> 16) % (attempt < 10 ? 5 : 20)};
    std::this_thread::sleep_for(pause);
    patience.slept += pause;
    return 1;
  }
};

Database::Database(sqlite3* db, std::string path)
    : db_(db), path_(std::move(path)), patience_(std::make_unique<Patience>()) {}

Database::Database(Database&& other) noexcept
    : db_(std::exchange(other.db_, nullptr)),
      path_(std::move(other.path_)),
      statements_(std::move(other.statements_)),
      patience_(std::move(other.patience_)) {}

Database& Database::operator=(Database&& other) noexcept {
  std::swap(db_, other.db_);
  std::swap(path_, other.path_);
  std::swap(statements_, other.statements_);
  std::swap(patience_, other.patience_);
  return *this;
}

Database::~Database() {
  statements_.clear();
  sqlite3_close(db_);
}

namespace {

// Nobody reads SQLite's statistics of its memory; keeping them takes a lock at each allocation.
void configure() {
  static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(done);  // where another part of the program was first, it stays as it is
}

sqlite3* connect(const std::string& path, int flags) {
  configure();
  sqlite3* db = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &db, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code != SQLITE_OK) {
    sqlite3_close(db);
    throw Failure(FailureKind::io, problem("db.io", "", "cannot open {}", path));
  }
  sqlite3_extended_result_codes(db, 1);
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  return db;
}

constexpr const char* settings =
    // What was erased must be gone: freed bytes are overwritten.
    "PRAGMA secure_delete=ON;"
    "PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;"
    "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;";

// A reader comes by most pages once: a larger cache would only touch more memory, which takes as
// long as reading the page again.
constexpr const char* reader_settings = "PRAGMA query_only=ON; PRAGMA cache_size=-2000;";

Failure exists(const std::string& path) {
  Problem p = problem("db.exists", "", "{} is there already", path);
  p.hint = message_id("choose another name; an existing file is never overwritten");
  return Failure(FailureKind::cannot_create, std::move(p));
}

struct stat must_stat(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) {
    if (errno == EACCES) {
      throw Failure(FailureKind::not_permitted, problem("db.denied", "", "may not open {}", path));
    }
    Problem p = problem("db.missing", "", "no database at {}", path);
    p.hint = message_id("make one with grid-init, or name one with --db");
    throw Failure(FailureKind::no_input, std::move(p));
  }
  return info;
}

void require_private(const std::string& path, const struct stat& info) {
  if ((info.st_mode & (S_IRWXG | S_IRWXO)) == 0) return;
  Problem p = problem("db.exposed", "", "others may read {}", path);
  p.hint = message_id("take their access away: chmod 600");
  throw Failure(FailureKind::not_permitted, std::move(p));
}

int32_t pragma_number(sqlite3* db, const char* text) {
  sqlite3_stmt* statement = nullptr;
  check(db, sqlite3_prepare_v2(db, text, -1, &statement, nullptr), text);
  const int code = sqlite3_step(statement);
  const int32_t value = code == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;
  sqlite3_finalize(statement);
  if (code != SQLITE_ROW) check(db, code, text);
  return value;
}

// Not ours: another program's file, or no database at all.
void require_ours(sqlite3* db, const std::string& path) {
  bool ours = false;
  try {
    ours = pragma_number(db, "PRAGMA application_id") == application_id;
  } catch (const Failure& failure) {
    if (failure.kind() != FailureKind::bad_data) throw;
  }
  if (ours) return;
  throw Failure(FailureKind::bad_data,
                problem("db.foreign", "", "{} is not a database of grid", path));
}

void require_version(int32_t found) {
  if (found == newest_version()) return;
  Problem p =
      found < newest_version()
          ? problem("db.version", "", "the database is of version {}, this program of {}", found,
                    newest_version())
          : problem("db.version", "", "the database is of the newer version {}, this program of {}",
                    found, newest_version());
  p.hint = found < newest_version()
               ? message_id("bring it up to date with grid-init --upgrade")
               : message_id("use newer programs; grid-init --upgrade cannot go back");
  throw Failure(FailureKind::version, std::move(p));
}

}  // namespace

Database open_any_version(const std::string& path, std::chrono::milliseconds wait) {
  Database db = Database::connect_existing(path, wait);
  require_ours(db.handle(), path);
  require_private(path, must_stat(path));
  db.execute(settings);
  return db;
}

Database Database::connect_existing(const std::string& path, std::chrono::milliseconds wait) {
  must_stat(path);
  Database db(connect(path, SQLITE_OPEN_READWRITE), path);
  db.patience_->limit = wait;
  sqlite3_busy_handler(db.db_, Patience::wait, db.patience_.get());
  return db;
}

// A reader opens for writing too, where it may: only so can SQLite roll back what a killed
// writer left behind. `query_only` keeps it from writing anything itself.
Database Database::open(const std::string& path, Access access, std::chrono::milliseconds wait) {
  Database db = open_any_version(path, wait);
  require_version(db.version());
  if (access == Access::read) {
    db.execute(reader_settings);
  } else {
    db.execute("PRAGMA journal_mode=TRUNCATE");
  }
  return db;
}

Database Database::start(const std::string& path, std::chrono::milliseconds wait) {
  if (access(path.c_str(), F_OK) == 0) throw exists(path);
  std::string draft = path + ".new-XXXXXX";
  const int fd = mkstemp(draft.data());  // mode 0600
  if (fd < 0) {
    throw Failure(FailureKind::cannot_create, problem("db.create", "", "cannot make {}", path));
  }
  close(fd);
  Database db(nullptr, draft);
  try {
    db.db_ = connect(draft, SQLITE_OPEN_READWRITE);
    db.patience_->limit = wait;
    sqlite3_busy_handler(db.db_, Patience::wait, db.patience_.get());
    db.execute(settings);
    db.execute("PRAGMA journal_mode=TRUNCATE");
    db.execute("BEGIN IMMEDIATE");
    db.execute(fmt::format("PRAGMA application_id={}", application_id).c_str());
    migrate(db, 0);
  } catch (...) {
    unlink(draft.c_str());
    throw;
  }
  return db;
}

void Database::abandon() noexcept {
  statements_.clear();
  sqlite3_close(db_);
  db_ = nullptr;
  unlink(path_.c_str());
  unlink((path_ + "-journal").c_str());
}

void Database::finish(const std::string& path) {
  execute("COMMIT");
  statements_.clear();
  sqlite3_close(db_);
  db_ = nullptr;
  unlink((path_ + "-journal").c_str());  // journal_mode=TRUNCATE leaves it, empty
  give_name(path_, path);
  const std::chrono::milliseconds wait = patience_->limit;
  *this = open(path, Access::write, wait);
}

void give_name(const std::string& draft, const std::string& path) {
  const int linked = link(draft.c_str(), path.c_str());
  const int reason = errno;
  unlink(draft.c_str());
  if (linked != 0) {
    if (reason == EEXIST) throw exists(path);
    throw Failure(FailureKind::cannot_create, problem("db.create", "", "cannot make {}", path));
  }
  sync_folder_of(path);
}

Statement& Database::prepare(const Query& query) {
  auto& slot = statements_[&query];
  if (!slot) slot = std::make_unique<Statement>(db_, query);
  return *slot;
}

int64_t Database::last_id() const {
  return sqlite3_last_insert_rowid(db_);
}
int64_t Database::changes() const {
  return sqlite3_changes64(db_);
}

void Database::execute(const char* text) {
  check(db_, sqlite3_exec(db_, text, nullptr, nullptr, nullptr), text);
}

int32_t Database::version() {
  return pragma_number(db_, "PRAGMA user_version");
}
bool Database::read_only() const {
  return sqlite3_db_readonly(db_, "main") == 1;
}

Transaction::Transaction(Database& db, Kind kind) : db_(db) {
  db_.execute(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(db_.db_, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  db_.execute("COMMIT");
  open_ = false;
}

}  // namespace grid::sql
