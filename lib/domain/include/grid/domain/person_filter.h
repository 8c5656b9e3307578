// Conditions on people and households, as household-list takes them.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/domain/household.h>
#include <grid/domain/person.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// Years of age, both ends among them.
struct AgeRange {
  int64_t from = 0;
  std::optional<int64_t> to;  // unset: no end
  bool operator==(const AgeRange&) const = default;
  [[nodiscard]] bool contains(int64_t age) const { return from <= age && (!to || age <= *to); }
  // "18-59", "80+".
  [[nodiscard]] std::string text() const;
};

// "18-59", "65-" and "65+" and ">=65", "-17" and "<18", "<=17", ">64", "40". Code: age.format.
[[nodiscard]] Result<AgeRange> parse_ages(std::string_view text);
// Several, separated by commas, that do not overlap. Codes: age.format, age.overlap.
[[nodiscard]] Result<std::vector<AgeRange>> parse_age_bands(std::string_view text);
// 0-17, 18-59, 60-64, 65-79, 80+.
[[nodiscard]] std::vector<AgeRange> usual_age_bands();

// Completed years on `day`, as many as are certain: of a birth known by year or month its last day
// counts. nullopt: the birth is unknown or later.
[[nodiscard]] std::optional<int64_t> age_on(std::string_view birth, Date day);

// Not of the Han (汉族), whose code is 01, nor of unknown or foreign descent (97, 98).
[[nodiscard]] bool is_minority(std::string_view ethnic);
// Of another state (外国人); not of Hong Kong, Macau or Taiwan.
[[nodiscard]] bool is_foreign(std::string_view nationality);

// Whether `tags`, words between single spaces, hold this one: as it is, or by its name where it has
// a value (低保:二级 is found by 低保, too).
[[nodiscard]] bool has_tag(std::string_view tags, std::string_view wanted);

// Born by that day (YYYY-MM-DD), and not dead yet: a day of death counts as one without the person,
// as the first day of a stay's end does. What is known by year or month counts as its beginning.
[[nodiscard]] bool is_alive_on(const Person& person, std::string_view day);

// What is unset or empty asks for nothing.
struct PersonFilter {
  std::optional<ResidenceKind> kind;
  std::string tag;
  std::string sex, ethnic, nationality, relation;  // codes
  bool minority = false, foreign = false, head = false;
  std::optional<AgeRange> ages;
  bool operator==(const PersonFilter&) const = default;
};

// `day`: for the age.
[[nodiscard]] bool fits(const PersonFilter& filter, const Person& person,
                        const Residence& residence, Date day);

}  // namespace grid::domain
