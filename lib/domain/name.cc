#include <grid/domain/clean_text.h>
#include <grid/domain/name.h>

#include <algorithm>
#include <array>

namespace grid::domain {

namespace {

constexpr char32_t kMiddleDot = 0x00B7;

bool is_private_use(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007 || is_private_use(c);
}

// Dots that input methods and fonts offer in place of U+00B7.
bool is_dot(char32_t c) {
  static constexpr std::array<char32_t, 9> kDots = {0x00B7, 0x0387, 0x2022, 0x2027, 0x2219,
                                                    0x22C5, 0x30FB, 0xFF0E, 0xFF65};
  return std::ranges::find(kDots, c) != kDots.end();
}

bool is_question(char32_t c) {
  return c == '?' || c == 0xFF1F || c == 0xFFFD;
}

// The code points that count, runs of spaces as one ' ', none at either end.
std::u32string visible(std::string_view text) {
  std::u32string points;
  bool space = false;
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    text.remove_prefix(point.bytes);
    // A leading apostrophe is how spreadsheets keep a text from being a formula.
    if (is_zero_width(point.value) || (points.empty() && point.value == '\'')) continue;
    if (is_space(point.value)) {
      space = !points.empty();
      continue;
    }
    if (space) points += U' ';
    space = false;
    points += point.value;
  }
  return points;
}

bool joins(char32_t c) {
  return is_han(c) || is_dot(c);
}

// Spaces that stand beside a dot, or between two Chinese characters, carry nothing.
std::u32string without_padding(const std::u32string& points) {
  std::u32string kept;
  for (size_t i = 0; i < points.size(); ++i) {
    const bool inner = i > 0 && i + 1 < points.size();
    if (points[i] == U' ' && inner) {
      const char32_t before = points[i - 1];
      const char32_t after = points[i + 1];
      if (is_dot(before) || is_dot(after) || (joins(before) && joins(after))) continue;
    }
    kept += points[i];
  }
  return kept;
}

void unify_dots(std::u32string& points) {
  for (size_t i = 1; i + 1 < points.size(); ++i) {
    // A full stop may belong to initials (J. Smith), but not between Chinese characters.
    const bool full_stop = points[i] == U'.' && is_han(points[i - 1]) && is_han(points[i + 1]);
    if (full_stop || is_dot(points[i])) points[i] = kMiddleDot;
  }
}

}  // namespace

Result<PersonName> parse_name(std::string_view text) {
  std::u32string points = without_padding(visible(text));
  if (points.empty()) return problem("name.missing", "name", "the name is empty");
  unify_dots(points);
  PersonName name;
  for (const char32_t c : points) append_code_point(name.text, c);
  if (std::ranges::any_of(points, is_private_use)) name.warnings.emplace_back("name.private_use");
  if (std::ranges::any_of(points, is_question)) name.warnings.emplace_back("name.question_mark");
  name.repaired = name.text != text;
  return name;
}

}  // namespace grid::domain
