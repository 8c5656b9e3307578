// Session: what one run of a tool works with, put together from flags, variables and
// configuration (flag beats variable beats the user's file beats the system's).
#pragma once

#include <grid/base/time.h>
#include <grid/sql/database.h>
#include <grid/tool/access_note.h>
#include <grid/tool/clock.h>
#include <grid/tool/language.h>
#include <grid/tool/messages.h>
#include <grid/tool/options.h>
#include <grid/tool/output.h>
#include <grid/tool/status.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace grid::tool {

// The options of contract section 1.1, as typed. Every tool accepts all of them.
struct CommonOptions {
  std::optional<std::string> db, format, lang, as, at, now, rejects, reveal, wait;
  bool dry_run = false;
  bool atomic = false;
  bool quiet = false;
  bool help = false;
  bool version = false;
  bool workbook = false;  // of the tool: --format xlsx
};

// Which of the common options --help shows, by what the tool does.
struct Uses {
  bool database = true;   // --db, --wait
  bool writes = false;    // --as, --dry-run
  bool batch = false;     // --atomic, --rejects
  bool happens = false;   // --at
  bool personal = false;  // --reveal
  bool workbook = false;  // --format xlsx
};

void declare_common(Options& options, CommonOptions& common, Uses uses);

class Session {
 public:
  // Codes: config.* (exit 78), usage.value (exit 2).
  [[nodiscard]] static Result<std::unique_ptr<Session>> start(std::string tool,
                                                              const CommonOptions& common,
                                                              Messages& messages);

  const std::string& tool() const { return tool_; }
  Messages& messages() { return messages_; }
  Output& output() { return *output_; }
  Language language() const { return language_; }
  Instant now() const { return clock_.now(); }
  // Who acts, and as whom the operating system knows the person at the keyboard.
  const std::string& login() const { return login_; }
  const std::string& system_login() const { return system_login_; }
  bool dry_run() const { return dry_run_; }
  bool atomic() const { return atomic_; }
  bool quiet() const { return quiet_; }
  // Nothing is printed before all is decided, and one transaction spans the whole input.
  bool one_transaction() const { return dry_run_ || atomic_; }
  const std::optional<std::string>& rejects() const { return rejects_; }
  const std::optional<std::string>& at() const { return at_; }
  // The purpose given with --reveal; unset: personal data stays masked.
  const std::optional<std::string>& reveal() const { return reveal_; }
  // What is shown unmasked, for the access log; whoever reads notes it.
  AccessNote& access() { return access_; }
  const AccessNote& access() const { return access_; }
  const std::string& database_path() const { return database_; }
  std::chrono::milliseconds wait() const { return wait_; }

  [[nodiscard]] sql::Database open(sql::Access access) const {
    return sql::Database::open(database_, access, wait_);
  }

  // For readers of what is not personal: `collect(db)` puts records into output() within one
  // consistent view; the database is closed, and only then anything printed. Tools that can
  // show personal data read through read_personal() (grid/tool/personal.h).
  template <typename Collect>
  void read(Collect collect) {
    {
      sql::Database db = open(sql::Access::read);
      sql::Transaction view(db, sql::Transaction::Kind::read);
      collect(db);
    }
    output_->flush();
  }

  // --at, or now. Codes: event.at_future (also in a record's own `at`), time.format.
  [[nodiscard]] Result<Instant> happened(UtcOffset offset) const;

 private:
  Session(std::string tool, Messages& messages) : tool_(std::move(tool)), messages_(messages) {}
  std::string tool_;
  Messages& messages_;
  Clock clock_;
  Language language_ = Language::en;
  std::unique_ptr<Output> output_;
  std::string database_, login_, system_login_;
  std::optional<std::string> rejects_, reveal_, at_;
  AccessNote access_;
  std::chrono::milliseconds wait_{10000};
  bool dry_run_ = false, atomic_ = false, quiet_ = false;
};

// "10s", "500ms", "2m", "1h", or seconds without a unit. Code: usage.value.
[[nodiscard]] Result<std::chrono::milliseconds> parse_wait(std::string_view text);

}  // namespace grid::tool
