// TextIndex: which cases may contain a text, by the grams of grid/domain/text_grams.h.
#pragma once

#include <grid/sql/database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::store {

class TextIndex {
 public:
  explicit TextIndex(sql::Database& db) : db_(db) {}

  // Enters a case, once; within the transaction that files it.
  void add(int64_t case_id, std::string_view title, std::string_view text);

  // What is amiss with it: numbers of cases whose entry is missing or not of their text, and how
  // many entries belong to no case. Reads all cases.
  struct Faults {
    std::vector<std::string> cases;
    int64_t strangers = 0;
  };
  [[nodiscard]] Faults faults();

 private:
  sql::Database& db_;
};

// The expression that finds what has the grams of `sought`; nullopt where grams do not help (see
// sought_grams()).
[[nodiscard]] std::optional<std::string> match_expression(std::string_view sought);

}  // namespace grid::store
