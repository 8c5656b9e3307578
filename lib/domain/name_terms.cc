#include <grid/domain/clean_text.h>
#include <grid/domain/name_terms.h>

#include <algorithm>

namespace grid::domain {

namespace {

constexpr unsigned value_bits = 30;
constexpr unsigned place_bits = 2;
enum class Sort : uint8_t { character, syllable, phone };

NameTerm term(Sort sort, size_t place, uint32_t value) {
  const auto at = static_cast<NameTerm>(std::min(place, name_places - 1));
  return (static_cast<NameTerm>(sort) << (value_bits + place_bits)) | (at << value_bits) | value;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Spaces, ASCII punctuation and the dots between the parts of foreign names say nothing.
bool counts(char32_t c) {
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  return c != 0x00B7 && !is_space(c) && !is_zero_width(c) && (c < 0x2010 || c > 0x206F) &&
         (c < 0x3000 || c > 0x3003) && c != 0x30FB;
}

void append(std::vector<NameTerm>& terms, std::string_view name) {
  size_t place = 0;
  for (const char32_t c : name_characters(name)) {
    terms.push_back(term(Sort::character, place, c));
    const Readings read = readings(c);
    for (const Syllable each : read.list()) terms.push_back(term(Sort::syllable, place, each));
    ++place;
  }
}

}  // namespace

std::u32string name_characters(std::string_view name) {
  std::u32string characters;
  while (!name.empty()) {
    const CodePoint point = first_code_point(name);
    name.remove_prefix(point.bytes);
    char32_t c = half_width(point.value);
    if (!counts(c)) continue;
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    characters += c;
  }
  return characters;
}

std::vector<std::string> phone_numbers(std::string_view phones) {
  std::vector<std::string> numbers;
  while (!phones.empty()) {
    const std::string_view each = phones.substr(0, phones.find('/'));
    phones.remove_prefix(std::min(phones.size(), each.size() + 1));
    std::string digits(each.substr(0, each.find('-')));
    std::erase_if(digits, [](char c) { return !is_digit(c); });
    if (!digits.empty()) numbers.push_back(std::move(digits));
  }
  return numbers;
}

NameTerm character_term(size_t place, char32_t character) {
  return term(Sort::character, place, character);
}

NameTermRange syllable_terms(size_t place, const SyllableRange& syllables) {
  return {term(Sort::syllable, place, syllables.from), term(Sort::syllable, place, syllables.last)};
}

NameTerm phone_term(std::string_view digits) {
  uint32_t end = 0;
  for (const char c : digits.substr(digits.size() - 4)) {
    end = end * 10 + static_cast<uint32_t>(c - '0');
  }
  return term(Sort::phone, 0, end);
}

std::vector<NameTerm> name_terms(std::string_view name, std::string_view former_name,
                                 std::string_view phone) {
  std::vector<NameTerm> terms;
  terms.reserve(16);
  append(terms, name);
  append(terms, former_name);
  for (const std::string& number : phone_numbers(phone)) {
    if (number.size() >= 4) terms.push_back(phone_term(number));
  }
  std::ranges::sort(terms);
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

}  // namespace grid::domain
