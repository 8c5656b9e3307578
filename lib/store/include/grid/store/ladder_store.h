// LadderStore: the ladder's steps that fired and when it looks at a case next, as rows. Decides
// nothing: what is written comes from domain::climb() and domain::ladder_at().
#pragma once

#include <grid/domain/climb.h>
#include <grid/sql/database.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::store {

class LadderStore {
 public:
  explicit LadderStore(sql::Database& db) : db_(db) {}

  // Numbers of the cases at which the ladder has to look by `now`, in the order of filing.
  [[nodiscard]] std::vector<std::string> candidates(Instant now);
  // When it looks at a case next; nullopt: never.
  [[nodiscard]] std::optional<Instant> look_at(std::string_view no);
  void set_look(std::string_view no, std::optional<Instant> at);

  // What has fired in the case's present cycle.
  [[nodiscard]] domain::FiredKeys fired(const domain::Case& matter);
  // A step that has fired already is a Failure (the row's key): read fired() in the same
  // transaction.
  void add(const domain::FiredStep& step);

  // Everything that fired for a case, in the order of firing.
  [[nodiscard]] std::vector<domain::FiredStep> of_case(std::string_view no);
  // Those whose notice is to be sent in [since, until), in the order of sending.
  void notices(Instant since, Instant until,
               const std::function<void(const domain::FiredStep&)>& sink);

 private:
  sql::Database& db_;
};

}  // namespace grid::store
