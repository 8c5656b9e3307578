#include <grid/domain/clean_text.h>
#include <grid/domain/personal_text.h>

#include <algorithm>

namespace grid::domain {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_personal(std::string_view word) {
  if (word.size() == 11) {
    return word[0] == '1' && word[1] >= '3' && std::ranges::all_of(word, is_digit);
  }
  if (word.size() != 18 || !std::ranges::all_of(word.substr(0, 17), is_digit)) return false;
  const std::string_view year = word.substr(6, 4);
  const std::string_view month = word.substr(10, 2);
  const std::string_view day = word.substr(12, 2);
  return year >= "1900" && year <= "2099" && month >= "01" && month <= "12" && day >= "01" &&
         day <= "31";
}

}  // namespace

bool holds_personal_number(std::string_view text) {
  while (!text.empty()) {
    const auto begin = std::ranges::find_if(text, is_word);
    text.remove_prefix(static_cast<size_t>(begin - text.begin()));
    const auto end = std::ranges::find_if_not(text, is_word);
    const auto size = static_cast<size_t>(end - text.begin());
    if (is_personal(text.substr(0, size))) return true;
    text.remove_prefix(size);
  }
  return false;
}

Status check_purpose(std::string_view purpose) {
  if (clean_word(purpose).empty()) {
    return problem("access.purpose", "--reveal", "say in words what the personal data is for");
  }
  if (holds_personal_number(clean_word(purpose))) {
    return problem("access.purpose", "--reveal",
                   "a purpose is kept in the log: no number of a person may stand in it");
  }
  return Done{};
}

Status check_reason(std::string_view reason) {
  if (!holds_personal_number(clean_word(reason))) return Done{};
  return problem("reason.personal", "reason",
                 "a reason is shown to all: no number of a person may stand in it");
}

}  // namespace grid::domain
