// OfficeStore: the office's own row, its policies and calendars in versions.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/calendar.h>
#include <grid/sql/database.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace grid::store {

struct OfficeRow {
  std::string uid;   // unique beyond this file
  sql::Blob secret;  // key of receipts and salts; never printed
  Instant created_at{};
  std::string created_by;
};

// A policy as it was applied: its document without the days, and the days beside it.
struct PolicyRow {
  int64_t version = 0;
  Instant since{};
  Instant applied_at{};
  std::string actor, login;
  std::string document;
  std::map<std::string, std::vector<domain::DayNotice>> days;  // by name of the calendar
};

class OfficeStore {
 public:
  explicit OfficeStore(sql::Database& db) : db_(db) {}

  [[nodiscard]] OfficeRow office();
  void found(const OfficeRow& office);  // once, when the file is made

  // In the order of versions, without their documents and days.
  [[nodiscard]] std::vector<PolicyRow> policies();
  // Failure bad_data (policy.version) where there is no such version.
  [[nodiscard]] PolicyRow policy(int64_t version);
  // The same without its days, which are most of it.
  [[nodiscard]] PolicyRow policy_document(int64_t version);
  void add_policy(const PolicyRow& policy);
  // Whether document and days are what was applied.
  [[nodiscard]] bool unaltered(int64_t version);

 private:
  sql::Database& db_;
};

}  // namespace grid::store
