#include <grid/domain/clean_text.h>
#include <grid/domain/person_terms.h>

#include <algorithm>

namespace grid::domain {

namespace {

constexpr unsigned value_bits = 30;
constexpr unsigned place_bits = 2;
enum class Sort : uint8_t { character, syllable, phone, number };

PersonTerm term(Sort sort, size_t place, uint32_t value) {
  const auto at = static_cast<PersonTerm>(std::min(place, name_places - 1));
  return (static_cast<PersonTerm>(sort) << (value_bits + place_bits)) | (at << value_bits) | value;
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

void append(std::vector<PersonTerm>& terms, std::string_view name) {
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

PersonTerm character_term(size_t place, char32_t character) {
  return term(Sort::character, place, character);
}

PersonTermRange syllable_terms(size_t place, const SyllableRange& syllables) {
  return {term(Sort::syllable, place, syllables.from), term(Sort::syllable, place, syllables.last)};
}

PersonTerm phone_term(std::string_view digits) {
  uint32_t end = 0;
  for (const char c : digits.substr(digits.size() - 4)) {
    end = end * 10 + static_cast<uint32_t>(c - '0');
  }
  return term(Sort::phone, 0, end);
}

// FNV-1a of 64 bits, folded to the 32 of place and value.
PersonTerm number_term(std::string_view id_no) {
  uint64_t digest = 0xCBF29CE484222325ULL;
  for (const char c : id_no) {
    digest ^= static_cast<unsigned char>(c);
    digest *= 0x100000001B3ULL;
  }
  constexpr unsigned bits = place_bits + value_bits;
  constexpr uint64_t mask = (uint64_t{1} << bits) - 1;
  return (static_cast<PersonTerm>(Sort::number) << bits) | ((digest ^ (digest >> bits)) & mask);
}

bool is_number_term(PersonTerm term) {
  return term >> (place_bits + value_bits) == static_cast<PersonTerm>(Sort::number);
}

std::vector<PersonTerm> person_terms(std::string_view id_no, std::string_view name,
                                     std::string_view former_name, std::string_view phone) {
  std::vector<PersonTerm> terms;
  terms.reserve(16);
  append(terms, name);
  append(terms, former_name);
  for (const std::string& number : phone_numbers(phone)) {
    if (number.size() >= 4) terms.push_back(phone_term(number));
  }
  if (!id_no.empty()) terms.push_back(number_term(id_no));
  std::ranges::sort(terms);
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

}  // namespace grid::domain
