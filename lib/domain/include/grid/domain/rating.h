// Rating (回访评价): what a call-back to the reporter has found. A valid one is where he gave a
// definite answer; the three rates count such answers. The first valid rating of a case stands.
#pragma once

#include <grid/base/result.h>
#include <grid/domain/case_words.h>

#include <optional>
#include <string>
#include <string_view>

namespace grid::domain {

struct Case;

// Unset: not said.
struct Rating {
  std::optional<bool> contacted;             // the reporter was reached in time
  std::optional<bool> solved;                // he says that the matter is settled
  std::optional<Satisfaction> satisfaction;  // unreachable: no definite answer
  bool valid() const { return satisfaction && *satisfaction != Satisfaction::unreachable; }
  bool operator==(const Rating&) const = default;
};

// Complete and without contradiction: who was reached answered, with solved and satisfaction, or
// gave no definite answer (unreachable); who was not reached said nothing. Codes: field.required,
// case.rating.
[[nodiscard]] Status check_rating(const Rating& rating);

// As data of an event, see event_data.h. One who was not reached is written as unreachable.
void add_rating(std::string& data, const Rating& rating);
[[nodiscard]] Rating read_rating(std::string_view data);

// Lays a rating over what earlier ones have left in the case: nothing any more where one of them
// was valid. A reporter once reached stays so, though a later call finds nobody.
void take_rating(Case& matter, const Rating& rating);

}  // namespace grid::domain
