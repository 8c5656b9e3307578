// AccessStore: the log of reads that showed personal data unmasked. It only grows.
#pragma once

#include <grid/base/time.h>
#include <grid/sql/database.h>

#include <string>
#include <vector>

namespace grid::store {

struct AccessRow {
  Instant at{};
  std::string actor, login, tool, purpose;
  int64_t records = 0;
};

class AccessStore {
 public:
  explicit AccessStore(sql::Database& db) : db_(db) {}
  void log(const AccessRow& access);
  // In the order of recording.
  [[nodiscard]] std::vector<AccessRow> all();

 private:
  sql::Database& db_;
};

}  // namespace grid::store
