// Unified social credit code (统一社会信用代码, GB 32100): the number of an organisation.
#pragma once

#include <grid/base/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

struct Uscc {
  std::string code;                   // 18 characters, upper case
  std::vector<std::string> warnings;  // uscc.org_checksum, uscc.area_unknown
  bool repaired = false;              // the normal form differs from the text as it came
};

// Codes: uscc.scientific, uscc.length, uscc.characters (I, O, S, V, Z are not used; the area is
// of digits), uscc.checksum. The check of the organisation code inside (GB 11714) only warns,
// uscc.org_checksum: codes that fail it have been issued.
[[nodiscard]] Result<Uscc> parse_uscc(std::string_view text);

}  // namespace grid::domain
