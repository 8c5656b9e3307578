// RegisterGone: after a file was taken, who of a complete register is missing, and who is there
// again.
//
//   RegisterGone gone(db, office, full ? &area : nullptr);
//   RegisterImport import(book, {…, gone.named()});
//   gone.row(entry);                       // each row that could be read
//   Status s = gone.close(batch, …);        // register.too_many_gone: nothing may stay of the file
#pragma once

#include <grid/domain/register_batch.h>
#include <grid/domain/register_entry.h>
#include <grid/domain/register_gone.h>
#include <grid/tool/office.h>

#include <set>
#include <string>

namespace grid::tool {

class RegisterGone {
 public:
  // `whole`: the file is the whole register of the communities that it names; or, where `area` is a
  // grid, of that one.
  RegisterGone(sql::Database& db, const Office& office, bool whole, const std::string& area);

  domain::NamedPeople* named() { return &named_; }
  void row(const domain::RegisterEntry& entry);
  // Presumes gone, or not any more; counts in `batch.gone`.
  // `newcomers`: the first number of those whom the file itself brought; they do not count.
  [[nodiscard]] Status close(domain::RegisterBatch& batch, int64_t newcomers);

 private:
  sql::Database& db_;
  const Office& office_;
  bool whole_;
  std::string grid_;             // empty: communities
  std::set<std::string> areas_;  // codes
  domain::NamedPeople named_;
};

}  // namespace grid::tool
