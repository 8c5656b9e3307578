#include <grid/domain/register_policy.h>

#include <algorithm>

namespace grid::domain {

namespace {

constexpr std::array<std::string_view, 3> rule_names{"newest", "fill", "locked"};

}  // namespace

std::string_view name_of(FieldRule rule) {
  return rule_names[static_cast<size_t>(rule)];
}

std::optional<FieldRule> field_rule_named(std::string_view text) {
  const auto found = std::ranges::find(rule_names, text);
  if (found == rule_names.end()) return std::nullopt;
  return static_cast<FieldRule>(found - rule_names.begin());
}

FieldRule RegisterPolicy::rule(std::string_view field) const {
  const auto found = fields.find(std::string(field));
  return found == fields.end() ? FieldRule::newest : found->second;
}

}  // namespace grid::domain
