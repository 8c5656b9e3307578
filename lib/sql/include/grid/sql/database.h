// Database, Statement, Transaction: three small handles over SQLite.
//
//   Database db = Database::open(path, Access::write, wait);
//   Transaction change(db);                      // BEGIN IMMEDIATE
//   db.run(query::org_insert, code, name);       // bind in order, step to the end
//   change.commit();                             // otherwise rolled back
//
//   for (Rows rows = db.select(query::org_all); rows.next();) use(rows.text(0));
//
// Every failure of the file is a Failure (see grid/base/failure.h): busy, read-only, full, of
// another program, of another version. Nothing here decides about the office's data.
#pragma once

#include <grid/base/failure.h>
#include <grid/sql/query.h>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace grid::sql {

inline constexpr int32_t application_id = 0x47524944;  // "GRID"

using Blob = std::vector<unsigned char>;

// A compiled statement; reset and its bindings cleared when a use of it ends.
class Statement {
 public:
  Statement(sqlite3* db, const Query& query);
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // Parameters are numbered from 1 in the order in which they first stand in the text.
  void bind(int index, std::nullptr_t);
  void bind(int index, std::nullopt_t) { bind(index, nullptr); }
  void bind(int index, int64_t value);
  void bind(int index, double value);
  void bind(int index, std::string_view value);  // the text must live until the use ends
  void bind(int index, std::span<const unsigned char> value);  // likewise
  void bind(int index, const Blob& value) { bind(index, std::span<const unsigned char>(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  template <std::integral T>
  void bind(int index, T value) {
    bind(index, static_cast<int64_t>(value));
  }
  template <typename T>
  void bind(int index, const std::optional<T>& value) {
    if (value) {
      bind(index, *value);
    } else {
      bind(index, nullptr);
    }
  }

  bool step();   // true: a row stands ready; false: finished
  void reset();  // ready for the next use; bindings cleared

  int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;       // "" for NULL
  std::string_view view(int column) const;  // valid until the next step
  Blob blob(int column) const;
  bool null(int column) const;
  std::optional<int64_t> maybe_integer(int column) const;
  std::optional<double> maybe_real(int column) const;

 private:
  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
  const Query* query_;
};

// One use of a statement; resets it when it ends.
class Rows {
 public:
  explicit Rows(Statement& statement) : statement_(&statement) {}
  Rows(Rows&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
  Rows& operator=(Rows&&) = delete;
  ~Rows() {
    if (statement_ != nullptr) statement_->reset();
  }
  bool next() { return statement_->step(); }
  int64_t integer(int column) const { return statement_->integer(column); }
  double real(int column) const { return statement_->real(column); }
  bool flag(int column) const { return statement_->integer(column) != 0; }
  std::string text(int column) const { return statement_->text(column); }
  std::string_view view(int column) const { return statement_->view(column); }
  Blob blob(int column) const { return statement_->blob(column); }
  bool null(int column) const { return statement_->null(column); }
  std::optional<int64_t> maybe_integer(int column) const {
    return statement_->maybe_integer(column);
  }
  std::optional<double> maybe_real(int column) const { return statement_->maybe_real(column); }

 private:
  Statement* statement_;
};

enum class Access { read, write };

class Database {
 public:
  // Opens a database of ours. Failures: db.missing (no_input), db.foreign (bad_data),
  // db.version (version), db.exposed (not_permitted: others may read the file), db.io.
  // `wait`: how long to wait for a lock.
  static Database open(const std::string& path, Access access, std::chrono::milliseconds wait);
  // Makes a new one, mode 0600, at the newest version. Failure db.exists (cannot_create).
  // Nothing stays behind when it fails. `prepare` fills it inside the same transaction.
  template <typename Prepare>
  static Database create(const std::string& path, std::chrono::milliseconds wait, Prepare prepare);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // Compiled once a query and kept.
  Statement& prepare(const Query& query);

  // Texts and blobs must live until the rows have been read: no temporaries.
  template <typename... Args>
  Rows select(const Query& query, Args&&... args) {
    static_assert(((!std::is_same_v<Args, std::string> && !std::is_same_v<Args, Blob>)&&...));
    Statement& statement = prepare(query);
    int index = 0;
    (statement.bind(++index, args), ...);
    return Rows(statement);
  }
  // For statements that return nothing; the number of rows changed.
  template <typename... Args>
  int64_t run(const Query& query, const Args&... args) {
    Rows rows = select(query, args...);
    rows.next();
    return changes();
  }
  int64_t last_id() const;  // row number of the last insert
  int64_t changes() const;

  // Plain statements without parameters (PRAGMA, BEGIN); for lib/sql and tests.
  void execute(const char* text);
  int32_t version();  // user_version
  bool read_only() const;
  sqlite3* handle() const { return db_; }

 private:
  friend class Transaction;
  Database(sqlite3* db, std::string path);
  friend Database open_any_version(const std::string& path, std::chrono::milliseconds wait);
  static Database connect_existing(const std::string& path, std::chrono::milliseconds wait);
  static Database start(const std::string& path, std::chrono::milliseconds wait);
  void finish(const std::string& path);  // commits, gives the file its name
  void abandon() noexcept;               // removes the unfinished file

  sqlite3* db_ = nullptr;
  std::string path_;
  std::unordered_map<const Query*, std::unique_ptr<Statement>> statements_;
  struct Patience;
  std::unique_ptr<Patience> patience_;
};

// BEGIN IMMEDIATE for writing, a consistent view for reading; rolled back unless committed.
class Transaction {
 public:
  enum class Kind { write, read };
  explicit Transaction(Database& db, Kind kind = Kind::write);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& db_;
  bool open_ = true;
};

// The newest version of the schema that this program knows: the number of migrations.
[[nodiscard]] int32_t newest_version();
// Brings an older database up to date, in one transaction. Returns the version it had before.
int32_t upgrade(Database& db);
// Opens without the check of the version (for grid-init --upgrade and grid-check).
[[nodiscard]] Database open_any_version(const std::string& path, std::chrono::milliseconds wait);

// A consistent copy at `path` (which must not exist): written, synced, verified, then given its
// name. Failures: db.exists, db.io.
void backup(Database& db, const std::string& path);

// What PRAGMA integrity_check and foreign_key_check find; empty: nothing.
[[nodiscard]] std::vector<std::string> integrity_problems(Database& db);

template <typename Prepare>
Database Database::create(const std::string& path, std::chrono::milliseconds wait,
                          Prepare prepare) {
  Database db = start(path, wait);
  try {
    prepare(db);
    db.finish(path);
  } catch (...) {
    db.abandon();
    throw;
  }
  return db;
}

}  // namespace grid::sql
