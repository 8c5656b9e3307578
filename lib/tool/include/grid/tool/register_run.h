// RegisterRun: takes registers of households and people, one file after the other, each as one
// batch in one transaction. What it does with a file is decided in domain and codec; it reads
// whole files first, so that no lock is held while waiting for input, and prints after the commit.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/register_file.h>
#include <grid/codec/register_report.h>
#include <grid/domain/code_tables.h>
#include <grid/domain/register_import.h>
#include <grid/store/import_store.h>
#include <grid/tool/office.h>
#include <grid/tool/register_gone.h>
#include <grid/tool/rejects.h>
#include <grid/tool/session.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grid::tool {

// How many rows of a file may be refused before the others are not taken either (--max-rejects).
struct MaxRejects {
  std::optional<int64_t> rows;
  std::optional<int64_t> percent;
  [[nodiscard]] bool allows(const domain::RegisterBatch& batch) const;
};
// "20" rows, or "5%". Code: usage.value.
[[nodiscard]] Result<MaxRejects> parse_max_rejects(const std::string& text);

// What the user says about the files.
struct RegisterOptions {
  codec::RegisterSource source;
  std::string area;  // code of the community or grid of rows that tell none
  domain::RelationCodes relation_codes = domain::RelationCodes::unset;
  MaxRejects max_rejects;
  bool full = false;  // each file is the whole register of what it names
  std::string name;   // of the system that the files come from, under which the batch is recorded
                      // too; empty: the batch has the file's own name
  std::string profile_text;  // as it was read; empty: none

  // Tells this way of reading from others: with another one, the same bytes are another batch.
  [[nodiscard]] std::string label() const;
};

// Where a row stands. Where several sheets are read, its own is named behind the file.
[[nodiscard]] Place place_of(const std::string& file, const domain::RowPlace& row);

class RegisterRun {
 public:
  RegisterRun(Session& session, sql::Database& db, RegisterOptions options)
      : session_(session), db_(db), options_(std::move(options)) {}

  // The files named ("-": standard input); the exit status.
  [[nodiscard]] int run(const std::vector<std::string>& files);

 private:
  struct Loaded {
    std::string name;  // as the user named it
    codec::RegisterFile file;
    sql::Blob digest;
    size_t size = 0;    // bytes
    int64_t lines = 0;  // to tell how far it is; 0: not known
  };
  // What the rows of one file are taken with.
  struct Work;

  std::optional<Loaded> load(const std::string& name);
  domain::RegisterBatch describe(const Loaded& loaded) const;
  bool answer_known(const Loaded& loaded, store::ImportStore& book, int64_t known);
  void tell(const domain::RegisterBatch& batch);
  void refuse_file(const Loaded& loaded, Problem problem);
  void take_file(const Loaded& loaded, Office& office);
  void take_rows(const Loaded& loaded, codec::RegisterChecker& checker, Work& work);
  void take_row(codec::RegisterRow& row, Work& work);
  void keep_candidate(const codec::RegisterRow& row, Work& work);
  void warn(const Problem& problem, const Place& place, domain::RegisterBatch& batch);
  void refuse(codec::RegisterRow& row, Work& work);
  void close_batch(Work& work);
  bool commit(const std::vector<Loaded>& files);
  void print();
  int finish(bool unreadable);

  Session& session_;
  sql::Database& db_;
  RegisterOptions options_;
  std::unique_ptr<Rejects> rejects_;
  codec::RegisterRejects table_;
  HeldMessages held_;
  Summary total_;
  bool spoiled_ = false;        // too many rows of a file in this transaction were refused
  bool refused_files_ = false;  // so it was with a transaction before
};

}  // namespace grid::tool
