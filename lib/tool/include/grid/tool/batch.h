// Batch: the record loop of every tool that writes.
//
//   Batch batch(session, db);
//   batch.before_group([&] { desk.refresh(); });
//   return batch.run(files, [&](const Record& record) { return desk.file(record); });
//
// Lines are read and parsed without a lock, applied in groups of one transaction each, and
// printed when the group is committed. A bad record is refused and the rest go on; with
// --atomic or --dry-run there is one transaction for all.
#pragma once

#include <grid/text/json.h>
#include <grid/tool/rejects.h>
#include <grid/tool/session.h>
#include <grid/tool/source.h>

#include <functional>
#include <string>
#include <vector>

namespace grid::tool {

enum class Outcome { added, changed, same };
[[nodiscard]] const char* outcome_name(Outcome outcome);  // "added", "changed", "same"

// What became of one record: the records to print (usually one) and what to warn about.
struct Applied {
  Outcome outcome = Outcome::added;
  std::vector<text::Record> records;
  std::vector<Problem> warnings;
};

// Applies one record inside the group's transaction. It must decide before it writes: when it
// returns a Problem, it has changed nothing.
using Apply = std::function<Result<Applied>(const text::Record&)>;

class Batch {
 public:
  Batch(Session& session, sql::Database& db) : session_(session), db_(db) {}

  // Called inside each transaction before its first record: other processes may have changed
  // what was loaded before.
  void before_group(std::function<void()> hook) { before_group_ = std::move(hook); }
  // Called inside each transaction after its last record.
  void after_group(std::function<void()> hook) { after_group_ = std::move(hook); }

  // Reads JSON lines from the files, or from standard input; the exit status.
  [[nodiscard]] int run(const std::vector<std::string>& files, const Apply& apply);
  // For records that come from options or operands; they have no line.
  [[nodiscard]] int run_records(const std::vector<text::Record>& records, const Apply& apply);
  // For records that are found in the file, inside the transaction.
  [[nodiscard]] int run_found(const std::function<std::vector<text::Record>()>& find,
                              const Apply& apply);

 private:
  void refuse(const Problem& problem, const Place& place, std::string_view input);
  void apply_one(const Result<text::Record>& record, const Place& place, std::string_view input,
                 const Apply& apply);
  void apply_group(const std::vector<InputLine>& lines, const LineSource& source,
                   const Apply& apply);
  Result<text::Record> parse(std::string_view line);
  void in_transaction(const std::function<void()>& work);
  void print();
  int finish();

  Session& session_;
  sql::Database& db_;
  std::function<void()> before_group_, after_group_;
  text::JsonReader reader_;
  std::unique_ptr<Rejects> rejects_;
  Summary total_;
  HeldMessages held_;  // of the group, told after its commit
};

}  // namespace grid::tool
