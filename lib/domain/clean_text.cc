#include <grid/domain/clean_text.h>

#include <cstdint>

namespace grid::domain {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

uint8_t byte_at(std::string_view text, size_t i) {
  return static_cast<uint8_t>(text[i]);
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0xFF07;
}

bool is_hyphen(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const uint8_t lead = byte_at(text, 0);
  if (lead < 0x80) return {lead, 1};
  const size_t bytes = lead >= 0xF0 && lead < 0xF5   ? 4
                       : lead >= 0xE0 && lead < 0xF0 ? 3
                       : lead >= 0xC2 && lead < 0xE0 ? 2
                                                     : 1;
  if (bytes == 1 || bytes > text.size()) return {kReplacement, 1};
  char32_t value = lead & (0xFFU >> (bytes + 1));
  for (size_t i = 1; i < bytes; ++i) {
    if ((byte_at(text, i) & 0xC0U) != 0x80U) return {kReplacement, 1};
    value = (value << 6U) | (byte_at(text, i) & 0x3FU);
  }
  const bool overlong = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (overlong || surrogate || value > 0x10FFFF) return {kReplacement, 1};
  return {value, bytes};
}

void append_code_point(std::string& text, char32_t value) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6U));
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | (value >> 18U));
    put(0x80U | ((value >> 12U) & 0x3FU));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

bool is_zero_width(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0x00AD || c == 0x180E || c == 0x061C;
}

bool is_control(char32_t c) {
  return (c < 0x20 && !is_space(c)) || (c >= 0x7F && c < 0xA0 && c != 0x85);
}

std::optional<char32_t> find_control(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const uint8_t byte = byte_at(text, i);
    if (byte >= 0x20 && byte != 0x7F && byte != 0xC2) continue;  // 0xC2 begins U+0080 to U+00BF
    const char32_t value = first_code_point(text.substr(i)).value;
    if (is_control(value)) return value;
  }
  return std::nullopt;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

char32_t half_width(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

std::string clean_identifier(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    text.remove_prefix(point.bytes);
    if (is_space(point.value) || is_zero_width(point.value)) continue;
    if (clean.empty() && is_apostrophe(point.value)) continue;
    char32_t c = half_width(point.value);
    if (c == 0x0425 || c == 0x0445) c = 'X';  // Cyrillic Х, х
    if (is_hyphen(c)) c = '-';
    if (c >= 'a' && c <= 'z') c -= 'a' - 'A';
    append_code_point(clean, c);
  }
  return clean;
}

std::string clean_word(std::string_view text) {
  std::string clean;
  bool space = false;
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    text.remove_prefix(point.bytes);
    if (is_zero_width(point.value)) continue;
    if (clean.empty() && is_apostrophe(point.value)) continue;
    if (is_space(point.value)) {
      space = !clean.empty();
      continue;
    }
    if (space) clean += ' ';
    space = false;
    append_code_point(clean, half_width(point.value));
  }
  return clean;
}

bool is_scientific(std::string_view text) {
  size_t i = 0;
  while (i < text.size() && (is_digit(text[i]) || text[i] == '.')) ++i;
  if (i == 0 || i == text.size() || (text[i] != 'E' && text[i] != 'e')) return false;
  ++i;
  // Without a sign "1E5" might be a passport number; with a decimal point it is none.
  const bool sign = i < text.size() && (text[i] == '+' || text[i] == '-');
  if (!sign && text.find('.') == std::string_view::npos) return false;
  if (sign) ++i;
  if (i == text.size()) return false;
  while (i < text.size() && is_digit(text[i])) ++i;
  return i == text.size();
}

}  // namespace grid::domain
