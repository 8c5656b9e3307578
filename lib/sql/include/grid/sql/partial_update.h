// PartialUpdate: an UPDATE of many columns of one row that sets only those that change.
//
//   PartialUpdate update(db, query::case_update);   // SET a = :a, b = :b … WHERE id = :id
//   update.run(values(1, "x"), values(1, "y"), id); // UPDATE … SET b = ? WHERE id = ?
//
// SQLite rewrites an index and looks for the row a column refers to whenever the column is named,
// changed or not: naming all columns of a case costs three times what it takes to name the few that
// a step changes. The query in its file stays the one place that lists the columns.
#pragma once

#include <grid/sql/database.h>

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace grid::sql {

using Value = std::variant<std::nullptr_t, int64_t, double, std::string>;

[[nodiscard]] inline Value value(std::string_view text) {
  return std::string(text);
}
[[nodiscard]] inline Value value(double number) {
  return number;
}
template <std::integral T>
[[nodiscard]] Value value(T number) {
  return static_cast<int64_t>(number);
}
template <typename T>
[[nodiscard]] Value value(const std::optional<T>& maybe) {
  return maybe ? value(*maybe) : Value(nullptr);
}

template <typename... Args>
[[nodiscard]] std::vector<Value> values(const Args&... args) {
  std::vector<Value> all;
  all.reserve(sizeof...(args));
  (all.push_back(value(args)), ...);
  return all;
}

class PartialUpdate {
 public:
  // `full`: one parameter an assignment, and one behind WHERE. It must outlive the object, as must
  // the database.
  PartialUpdate(Database& db, const Query& full);

  // One value an assignment, in their order: as the row is, and as it is to be. `key` is the
  // parameter behind WHERE. Failure defect where their numbers differ from the query's.
  void run(std::span<const Value> before, std::span<const Value> after, int64_t key);

 private:
  struct Part {
    std::string text;
    Query query;
    std::unique_ptr<Statement> statement;
  };
  Part& part(const std::string& changed);

  Database& db_;
  const Query& full_;
  std::string head_;  // UPDATE … SET
  std::vector<std::string> assignments_;
  std::string tail_;                                              // WHERE …
  std::unordered_map<std::string, std::unique_ptr<Part>> parts_;  // by "0110…"
};

}  // namespace grid::sql
