#include "register_values.h"

#include <grid/base/nearest.h>
#include <grid/domain/clean_text.h>
#include <grid/domain/household.h>
#include <grid/domain/id_number.h>
#include <grid/domain/person.h>
#include <grid/domain/phone.h>
#include <grid/domain/register_date.h>

#include <vector>

#include "register_words.h"

namespace grid::codec {

namespace {

using enum RegisterField;

// The list of codes that a field has; nullptr: it has none.
const domain::CodeTable* table_of(RegisterField field) {
  switch (field) {
    case sex:
      return &domain::sex_codes();
    case ethnic:
      return &domain::ethnic_codes();
    case nationality:
      return &domain::country_codes();
    case politics:
      return &domain::politics_codes();
    case education:
      return &domain::education_codes();
    case marriage:
      return &domain::marriage_codes();
    case relation:
      return &domain::relation_codes();
    case residence:
      return &domain::residence_codes();
    case flow_reason:
      return &domain::floating_codes();
    case ended_by:
      return &domain::ending_codes();
    case id_kind:
      return &domain::id_kind_codes();
    default:
      return nullptr;
  }
}

bool is_date(RegisterField field) {
  return field == birth || field == since || field == until || field == registered_on ||
         field == permit_until || field == died;
}

template <typename T>
Status status_of(const Result<T>& parsed) {
  if (!parsed) return parsed.problem();
  return Done{};
}

Status unknown(RegisterField field) {
  const std::string_view name = register_field_name(field);
  return problem(std::string(name) + ".unknown", name,
                 "the value is not in the list of codes for {}", name);
}

Status check_code(RegisterField field, const domain::CodeTable& table, std::string_view value,
                  domain::RelationCodes relations) {
  if (field == residence) {
    if (home_status(domain::clean_word(value))) return Done{};
    return status_of(domain::parse_residence_kind(value));
  }
  if (field == id_kind) return status_of(domain::parse_id_kind(value));
  if (field != relation) return status_of(domain::parse_code(table, value));
  const auto parsed = domain::parse_relation(value, relations);
  if (!parsed && parsed.problem().code == "relation.ambiguous") return Done{};
  return status_of(parsed);
}

Status check(RegisterField field, std::string_view value, domain::RelationCodes relations) {
  constexpr Date last{std::chrono::local_days{std::chrono::year{2200} / 1 / 1}};
  const std::string word = domain::clean_word(value);
  if (const auto* table = table_of(field)) return check_code(field, *table, value, relations);
  if (is_date(field)) {
    return status_of(domain::parse_register_date(value, register_field_name(field), last));
  }
  if (field == phone) return status_of(domain::parse_phone(value));
  const bool known = field == household_kind ? domain::find_household_kind(word).has_value()
                     : field == consistent   ? says_yes(word) || home_status(word)
                     : field == separated || field == vacant ? says_yes(word).has_value()
                                                             : true;
  return known ? Status(Done{}) : unknown(field);
}

std::vector<std::string> words_of(RegisterField field) {
  if (field == household_kind) return {"family", "collective"};
  std::vector<std::string> words;
  const domain::CodeTable* table = table_of(field);
  if (table == nullptr) return words;
  for (const domain::CodeEntry& entry : table->entries) {
    const bool named = entry.code.front() >= 'A';  // a number near another one tells nothing
    if (named) words.emplace_back(entry.code);
    words.emplace_back(entry.zh);
    words.emplace_back(entry.en);
  }
  return words;
}

}  // namespace

Status check_register_value(RegisterField field, std::string_view value,
                            domain::RelationCodes relations) {
  if (says_nothing(value)) return Done{};
  Status checked = check(field, value, relations);
  if (checked) return checked;
  Problem p = checked.problem();
  p.near = nearest(value, words_of(field));
  return p;
}

}  // namespace grid::codec
