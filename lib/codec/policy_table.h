// Reading one TOML table key by key: the wrong kind of value, a missing key and an unknown one
// each become a problem with its line, and reading goes on.
#pragma once

#include <grid/base/problem.h>
#include <grid/base/result.h>
#include <grid/codec/policy.h>
#include <grid/text/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grid::codec {

// What was found wrong while reading, and in which tables.
struct PolicyReport {
  std::vector<PolicyProblem> problems;
  std::set<std::string> spoiled;  // paths of the tables that hold a problem
};

class PolicyTable {
 public:
  // `path` as in domain::PolicyFinding; `at` is where the table begins. All must outlive it.
  PolicyTable(const text::TomlTable& table, std::string path, text::TomlPosition at,
              PolicyReport& report)
      : table_(table), path_(std::move(path)), at_(at), report_(report) {}

  // Each gives the value of `key`, or nothing where it is absent or of another kind; the latter
  // is reported.
  std::optional<std::string> text(std::string_view key);
  std::optional<bool> truth(std::string_view key);
  std::optional<double> number(std::string_view key);
  std::optional<int64_t> whole(std::string_view key, int64_t least, int64_t most);
  std::vector<std::string> texts(std::string_view key);
  const text::TomlNode* any(std::string_view key);
  const text::TomlArray* list(std::string_view key);
  // The table of `key`, and its position.
  const text::TomlEntry* table(std::string_view key);

  // A text that must be there and not be empty.
  std::string required(std::string_view key);

  // Reads a text by `read` (text → Result<T>) into `out`.
  template <typename T, typename Parse>
  void parse(std::string_view key, T& out, Parse read) {
    if (const auto value = text(key)) {
      auto result = read(*value);
      if (result) {
        out = *std::move(result);
      } else {
        wrong(key, result.problem());
      }
    }
  }
  // Reads a text that is one of some names by `named` (text → optional<T>) into `out`.
  template <typename T, typename Named>
  void one_of(std::string_view key, T& out, Named named, std::vector<std::string> names) {
    if (const auto value = text(key)) {
      if (const auto found = named(*value)) {
        out = *found;
      } else {
        unknown_value(key, *value, std::move(names));
      }
    }
  }

  // Reports a problem of the value of `key`; where there is no such key, of the whole table.
  void wrong(std::string_view key, Problem problem);
  void wrong_at(text::TomlPosition at, Problem problem);
  void unknown_value(std::string_view key, std::string_view value, std::vector<std::string> names);
  // Reports the keys that nobody asked for. Call it last.
  void refuse_other_keys();

  [[nodiscard]] const text::TomlTable& entries() const { return table_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] bool has(std::string_view key) const { return table_.find(key) != nullptr; }
  [[nodiscard]] PolicyReport& report() { return report_; }

 private:
  void wrong_kind(const text::TomlNode& node, std::string_view key, const char* expected);

  const text::TomlTable& table_;
  std::string path_;
  text::TomlPosition at_;
  PolicyReport& report_;
  std::vector<std::string> known_;  // keys that were asked for
};

}  // namespace grid::codec
