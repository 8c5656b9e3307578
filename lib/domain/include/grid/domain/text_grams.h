// Grams: what the text index of the cases is made of.
//
// Chinese is written without spaces, so words cannot be cut out of it; every two neighbouring
// characters are kept instead (二元), and the last character of a run alone. A run ends at ASCII
// that is neither letter nor digit. Capitals of ASCII count as small letters.
//
//   "路灯 不亮" → 路灯 灯 不亮 亮
//
// A text that contains what is sought has all its grams, but not the other way round: who finds a
// text by grams has to look whether it really contains the sought text. Texts are UTF-8 of any
// plane; nothing here fails.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// The grams of a text in their order, repeated where they stand in it more than once.
[[nodiscard]] std::vector<std::string> text_grams(std::string_view text);

// A gram that a text must have to contain what is sought.
struct SoughtGram {
  std::string gram;
  bool begins = false;  // one character of which it is not known what follows: any gram that
                        // begins with it will do
  bool operator==(const SoughtGram&) const = default;
};

// At most this many grams are asked for: more make no answer shorter.
inline constexpr size_t most_sought_grams = 32;

// Each gram once. Empty: what is sought has neither letters, digits nor Chinese characters, and
// grams do not help to find it.
[[nodiscard]] std::vector<SoughtGram> sought_grams(std::string_view sought);

}  // namespace grid::domain
