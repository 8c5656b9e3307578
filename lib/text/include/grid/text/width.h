// Columns of a terminal that a text takes, by the Unicode tables of utf8proc, so that the
// answer is the same under every locale.
#pragma once

#include <string>
#include <string_view>

namespace grid::text {

// East Asian wide and full-width characters (UAX #11) and emoji take two columns, combining
// marks and format characters none, everything else one; of a sequence joined by U+200D only
// the first picture counts, and a skin tone counts nothing. Ambiguous characters (· … ①) take
// one. Control characters take none: escape them first. A byte that is not UTF-8 takes one.
[[nodiscard]] int display_width(std::string_view text);

// The longest beginning of `text`, cut between user-perceived characters (UAX #29), that fits
// into `width` columns; where something is cut off, it ends with "…", which is counted.
// `width` is at least 1.
[[nodiscard]] std::string truncate_to_width(std::string_view text, int width);

enum class Align { left, right };

// `text` with spaces up to `width` columns; longer texts are left as they are.
[[nodiscard]] std::string pad_to_width(std::string_view text, int width, Align align = Align::left);

// What may stand on a terminal: newline, return and tab become \n, \r, \t; other C0 controls
// and DEL \x1b; C1 controls, line separators and marks that turn the direction of writing
// (U+061C, U+200E, U+200F, U+202A-202E, U+2066-2069) \u202e; bytes that are not UTF-8 \xff. A
// backslash stays as it is.
[[nodiscard]] std::string escape_for_terminal(std::string_view text);

}  // namespace grid::text
