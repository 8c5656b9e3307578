// Query: one statement of schema/queries, with the name of its file for error messages.
#pragma once

#include <span>
#include <string_view>

namespace grid::sql {

struct Query {
  std::string_view name;  // "case/by_no"
  std::string_view text;  // one SQL statement with named parameters
};

// All queries of schema/queries; and the migrations in order. Made at build time.
[[nodiscard]] std::span<const Query* const> all_queries();
[[nodiscard]] std::span<const Query> migrations();

}  // namespace grid::sql
