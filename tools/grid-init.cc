// grid-init: makes the office's file, or brings an older one up to date.
#include <fmt/format.h>
#include <grid/codec/policy.h>
#include <grid/store/digest.h>
#include <grid/tool/office.h>
#include <grid/tool/policy_file.h>
#include <grid/tool/program.h>
#include <sys/random.h>
#include <sys/stat.h>

using namespace grid;
using namespace grid::tool;

namespace {

constexpr codec::Column columns[] = {{"file", "File", "文件"},
                                     {"version", "Version", "版本"},
                                     {"admin", "Administrator", "管理员"},
                                     {"backup", "Backup", "备份"}};

sql::Blob random_bytes(size_t count) {
  sql::Blob bytes(count);
  if (getentropy(bytes.data(), bytes.size()) != 0) {
    throw Failure(FailureKind::io, problem("random.none", "", "the system gives no random bytes"));
  }
  return bytes;
}

// The folders above the file, private to their owner where they are made.
void make_folders(const std::string& file) {
  for (size_t slash = file.find('/', 1); slash != file.npos; slash = file.find('/', slash + 1)) {
    mkdir(file.substr(0, slash).c_str(), 0700);
  }
}

text::Record office_record(const Session& session, const char* outcome) {
  return text::make_record("office")
      .add("file", session.database_path())
      .add("version", int64_t{sql::newest_version()})
      .add("outcome", std::string(outcome));
}

struct Rehearsed {};

int make(Session& session, const std::string& policy_name) {
  const domain::Policy policy =
      policy_name.empty() ? codec::default_policy() : read_policy_file(session, policy_name, {});
  const auto fill = [&](sql::Database& db) {
    store::OfficeStore office(db);
    office.found({store::hexadecimal(random_bytes(16)), random_bytes(32), session.now(),
                  session.system_login()});
    office.add_policy(policy_row(policy, 1, session));
    domain::StaffEntry admin;
    admin.login = session.login();
    admin.name = session.login();
    admin.role = "admin";
    store::DirectoryStore(db).put(admin);
    if (session.dry_run()) throw Rehearsed{};
  };
  if (!session.dry_run()) make_folders(session.database_path());
  try {
    sql::Database::create(session.database_path(), session.wait(), fill);
  } catch (const Rehearsed&) {
    // A rehearsal leaves no file behind.
  }
  session.output().record(office_record(session, "added").add("admin", session.login()));
  session.output().flush();
  return exit_ok;
}

int upgrade(Session& session) {
  sql::Database db = sql::open_any_version(session.database_path(), session.wait());
  const int32_t before = db.version();
  text::Record record =
      office_record(session, before == sql::newest_version() ? "same" : "changed");
  if (before < sql::newest_version() && !session.dry_run()) {
    const std::string copy = fmt::format("{}.v{}", session.database_path(), before);
    sql::backup(db, copy);
    record.add("backup", copy);
  }
  if (!session.dry_run()) sql::upgrade(db);
  session.output().record(record);
  session.output().flush();
  return exit_ok;
}

}  // namespace

int main(int argc, char** argv) {
  Program program("grid-init", "make an office's database, or bring an older one up to date",
                  Uses{.database = true, .writes = true});
  Options& options = program.options();
  std::string policy;
  bool upgrading = false;
  options.value("--policy", "FILE", "the office's rules; without it, a default policy", policy);
  options.flag("--upgrade", "bring an older database up to date, after a verified backup",
               upgrading);
  options.example("grid-init", "a new office in the user's data folder");
  options.example("grid-init --db jiangdong.db --policy policy.toml", "with its own rules");
  options.example("grid-init --upgrade", "after an update of the programs");
  return program.run(argc, argv, [&](Session& session) {
    session.output().set_columns(columns);
    return upgrading ? upgrade(session) : make(session, policy);
  });
}
