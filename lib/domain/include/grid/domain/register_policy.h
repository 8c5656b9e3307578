// What the office's policy says about its registers (登记簿规则).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace grid::domain {

// What an import may do with a field that is known already. An empty cell never erases.
enum class FieldRule : uint8_t {
  newest,  // what comes is taken over
  fill,    // taken over only where nothing is known
  locked,  // never changed by an import, not even filled in
};
[[nodiscard]] std::string_view name_of(FieldRule rule);
[[nodiscard]] std::optional<FieldRule> field_rule_named(std::string_view text);

// The fields of people, spells and households that may have a rule, by their names in records.
inline constexpr std::array<std::string_view, 24> ruled_fields{
    "name",     "former_name", "sex",         "birth",         "ethnic",    "nationality",
    "phone",    "politics",    "education",   "marriage",      "tags",      "registered_address",
    "address",  "consistent",  "flow_reason", "origin",        "permit_no", "registered_on",
    "building", "unit",        "room",        "dwelling_kind", "kind",      "permit_until"};

struct RegisterPolicy {
  double gone_share = 0.05;       // a complete register may miss this share of the known, 0 to 1
  int visit_days = 90;            // every household is visited within so many days; 0: no such rule
  int keep_left_days = 1095;      // people are kept so long after they left or died
  int keep_reporter_days = 1095;  // reporters of cases, after those ended
  std::map<std::string, FieldRule> fields;  // by name; the others are `newest`
  [[nodiscard]] FieldRule rule(std::string_view field) const;
  bool operator==(const RegisterPolicy&) const = default;
};

}  // namespace grid::domain
