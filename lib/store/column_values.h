// Domain values as the columns of the tables keep them (an own header of lib/store): what is empty
// or unset is NULL, a moment is seconds since 1970, a list of codes is one text.
#pragma once

#include <fmt/ranges.h>
#include <grid/base/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::store {

[[nodiscard]] inline std::optional<std::string_view> or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

[[nodiscard]] inline std::optional<int64_t> flag_or_null(const std::optional<bool>& flag) {
  return flag ? std::optional<int64_t>(*flag ? 1 : 0) : std::nullopt;
}

[[nodiscard]] inline int64_t seconds(Instant at) {
  return at.time_since_epoch().count();
}
[[nodiscard]] inline std::optional<int64_t> seconds(const std::optional<Instant>& at) {
  return at ? std::optional(seconds(*at)) : std::nullopt;
}
[[nodiscard]] inline std::optional<int64_t> seconds(const std::optional<Seconds>& span) {
  return span ? std::optional<int64_t>(span->count()) : std::nullopt;
}

// None of the parts holds the separator: codes and logins have neither spaces nor commas.
[[nodiscard]] inline std::string joined(const std::vector<std::string>& parts, char separator) {
  return fmt::format("{}", fmt::join(parts, std::string_view(&separator, 1)));
}
[[nodiscard]] inline std::vector<std::string> split(std::string_view list, char separator) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const size_t end = list.find(separator);
    parts.emplace_back(list.substr(0, end));
    list = end == list.npos ? std::string_view() : list.substr(end + 1);
  }
  return parts;
}

}  // namespace grid::store
