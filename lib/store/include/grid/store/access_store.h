// AccessStore: the log of reads that showed personal data unmasked. It only grows.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/access.h>
#include <grid/sql/database.h>

#include <functional>
#include <optional>
#include <string>

namespace grid::store {

struct AccessFilter {
  std::optional<Instant> since, until;  // at or after; before
  std::string actor;                    // login that acted or was logged in; empty: everybody
};

class AccessStore {
 public:
  explicit AccessStore(sql::Database& db) : db_(db) {}
  void log(const domain::Access& access);
  // In the order of recording.
  void list(const AccessFilter& filter, const std::function<void(const domain::Access&)>& sink);

 private:
  sql::Database& db_;
};

}  // namespace grid::store
