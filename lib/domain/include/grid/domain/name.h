// Names of people as registers hold them.
#pragma once

#include <grid/base/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

struct PersonName {
  std::string text;
  std::vector<std::string> warnings;  // name.private_use, name.question_mark
  bool repaired = false;              // the normal form differs from the text as it came
};

// Zero-width characters and outer spaces go; spaces between Chinese characters (张　三) go, those
// between other words become one; dots between the parts of a name (• ・ ． ‧) become · U+00B7.
// name.private_use: a character that no other machine knows, from an old font; name.question_mark:
// a rare character was lost on the way. Code: name.missing (nothing is left).
[[nodiscard]] Result<PersonName> parse_name(std::string_view text);

}  // namespace grid::domain
