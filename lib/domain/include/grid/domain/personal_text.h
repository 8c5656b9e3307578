// Numbers of people within free text: what was typed where it does not belong.
#pragma once

#include <grid/base/result.h>

#include <string>
#include <string_view>

namespace grid::domain {

// An identity number (18 characters, with a date where the birth stands) or the number of a
// mobile phone stands in the text, by itself or between other characters than letters and digits.
[[nodiscard]] bool holds_personal_number(std::string_view text);

// What personal data is shown for, as given with --reveal. Codes: access.purpose (nothing but
// space, or with a number of a person in it: the log is read by others).
[[nodiscard]] Status check_purpose(std::string_view purpose);

// Why something was done, as it is kept with a batch and shown to all. Code: reason.personal.
[[nodiscard]] Status check_reason(std::string_view reason);

}  // namespace grid::domain
