// Telephone numbers as registers hold them, by shape.
#pragma once

#include <grid/base/result.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace grid::domain {

// local: a landline without its area code; service: 400 and 800 numbers.
enum class PhoneKind : uint8_t { mobile, landline, local, service, foreign };

struct Phone {
  PhoneKind kind = PhoneKind::mobile;
  // Digits only, without spaces, hyphens and +86; "+" and digits for foreign ones; a landline's
  // extension follows a hyphen: 057912345678-801.
  std::string number;
  bool repaired = false;  // the normal form differs from the text as it came
};

// One number. Codes: phone.format, phone.scientific (1.38E+10: a spreadsheet has cut it).
[[nodiscard]] Result<Phone> parse_phone(std::string_view text);

}  // namespace grid::domain
