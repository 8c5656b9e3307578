// The one place where damaged text from spreadsheets and forms is made plain: invisible spaces,
// full-width characters, look-alikes. Works on UTF-8, without a locale.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace grid::domain {

struct CodePoint {
  char32_t value = 0;  // U+FFFD for a byte that begins no valid UTF-8 sequence
  size_t bytes = 0;    // 1 to 4
};

// The first code point of `text`, which must not be empty.
[[nodiscard]] CodePoint first_code_point(std::string_view text);
void append_code_point(std::string& text, char32_t value);

// Zero-width spaces and joiners, byte order marks, soft hyphens, marks that set the direction of
// what follows (U+202A to U+202E, U+2066 to U+2069): nothing that is seen.
[[nodiscard]] bool is_zero_width(char32_t value);
// Characters of control that no text has, such as NUL, ESC or DEL (C0, C1), but for those that are
// spaces. Where one stands, the bytes around it are damaged, too.
[[nodiscard]] bool is_control(char32_t value);
// The first one of a text; nullopt: it has none.
[[nodiscard]] std::optional<char32_t> find_control(std::string_view text);
// Spaces of every width (no-break and ideographic ones too), tabs, line breaks.
[[nodiscard]] bool is_space(char32_t value);
// Full-width ASCII (U+FF01 to U+FF5E) as ASCII; other characters unchanged.
[[nodiscard]] char32_t half_width(char32_t value);

// The text of an identifier: all spaces and zero-width characters and a leading apostrophe
// removed, full-width characters made ASCII, Cyrillic Х made X, hyphens of all kinds made '-',
// ASCII letters in upper case. What is no ASCII after that stays for the caller to refuse.
[[nodiscard]] std::string clean_identifier(std::string_view text);

// A word from a list of codes: zero-width characters and a leading apostrophe removed, spaces
// trimmed, inner spaces made one plain space, full-width characters made ASCII.
[[nodiscard]] std::string clean_word(std::string_view text);

// Whether a cleaned text is what a spreadsheet shows of a long number: "3.30782E+17".
[[nodiscard]] bool is_scientific(std::string_view cleaned);

}  // namespace grid::domain
