// TOML as a small tree that knows where each key and value stands, for files that people write:
// the policy, profiles, the user's configuration.
#pragma once

#include <grid/base/problem.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace grid::text {

// Both count from 1; columns in characters.
struct TomlPosition {
  int line = 0;
  int column = 0;
  bool operator==(const TomlPosition&) const = default;
};

struct TomlEntry;
struct TomlNode;

// The entries of a table in the order in which they are written; no key comes twice.
struct TomlTable {
  std::vector<TomlEntry> entries;
  // nullptr where the table has no such key.
  [[nodiscard]] const TomlEntry* find(std::string_view key) const;
};
using TomlArray = std::vector<TomlNode>;
// A date or a time, which no file of ours uses: they are written as strings.
struct TomlMoment {};

struct TomlNode {
  std::variant<std::string, int64_t, double, bool, TomlMoment, TomlArray, TomlTable> value;
  TomlPosition at;

  template <typename T>
  [[nodiscard]] const T* get() const {
    return std::get_if<T>(&value);
  }
  // "a text", "a whole number", "a number", "a truth value", "a time", "a list", "a table".
  [[nodiscard]] const char* kind() const;
};

struct TomlEntry {
  std::string key;
  TomlPosition at;  // of the key
  TomlNode node;
};

struct TomlFault {
  Problem problem;
  TomlPosition at;
};

// Codes: toml.syntax, toml.depth (tables or lists nested more than 64 deep), toml.size (more than
// 16 MiB).
[[nodiscard]] std::variant<TomlTable, TomlFault> parse_toml(std::string_view text);

// `text` as a TOML basic string, quotes included.
[[nodiscard]] std::string quote_toml(std::string_view text);
// `key` bare where TOML allows it, else quoted.
[[nodiscard]] std::string quote_toml_key(std::string_view key);

}  // namespace grid::text
