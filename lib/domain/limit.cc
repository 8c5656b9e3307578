#include <fmt/format.h>
#include <grid/domain/limit.h>

#include <array>
#include <cstddef>
#include <utility>

namespace grid::domain {

namespace {

constexpr int64_t most = 1'000'000;

constexpr std::array<std::pair<std::string_view, LimitUnit>, 6> units{{
    {"m", LimitUnit::m},
    {"h", LimitUnit::h},
    {"wm", LimitUnit::wm},
    {"wh", LimitUnit::wh},
    {"wd", LimitUnit::wd},
    {"d", LimitUnit::d},
}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

Problem not_a_limit(std::string_view text) {
  return problem("limit.format", "limit",
                 "{} is not a limit; write a whole number and a unit, like 4wh or 5wd", text);
}

}  // namespace

Result<Limit> parse_limit(std::string_view text) {
  size_t digits = 0;
  int64_t count = 0;
  bool too_many = false;
  for (; digits < text.size() && is_digit(text[digits]); ++digits) {
    if (too_many) continue;
    count = count * 10 + (text[digits] - '0');
    too_many = count > most;
  }
  const std::string_view word = text.substr(digits);
  if (digits == 0 || word.empty()) return not_a_limit(text);
  for (char c : word) {
    if (!is_letter(c)) return not_a_limit(text);
  }
  for (const auto& [name, unit] : units) {
    if (name != word) continue;
    if (too_many) {
      return problem("limit.range", "limit", "{} is more than 1000000 units", text);
    }
    return Limit{count, unit};
  }
  return problem("limit.unit", "limit", "{} is not a unit of time; known are m, h, wm, wh, wd, d",
                 word);
}

std::string format_limit(Limit limit) {
  for (const auto& [name, unit] : units) {
    if (unit == limit.unit) return fmt::format("{}{}", limit.count, name);
  }
  return {};
}

}  // namespace grid::domain
