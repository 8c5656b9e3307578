// Identity numbers of people (证件号码): parsed, checked and brought into one form.
//
//   Result<IdNumber> id = parse_id_number(IdKind::resident_id, "33078219900104003x", today);
//   if (!id) return id.problem();      // a code such as id.checksum; never the number itself
//   store(id->number, id->birth);
//
// Refusals: id.length, id.characters, id.checksum, id.birth_date (no real day, or later than
// today), id.area (no province; no permit is issued there), id.scientific (a spreadsheet has
// cut it), id.format (not the shape of its kind), id.kind (the number of another kind).
// Warnings: id.fifteen_digits, id.area_unknown, id.area_retired (born after the code's last
// year), id.age_implausible (over 120 years), id.truncated (ends in 000: a spreadsheet keeps 15
// digits), id.kind_differs, id.checksum_doubtful, id.country_unknown.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// resident_id 居民身份证, hmt_permit 港澳台居民居住证, foreign_pr 外国人永久居留身份证,
// passport 护照; none: the person has no number, or none is known.
enum class IdKind : uint8_t { resident_id, hmt_permit, foreign_pr, passport, none };

// "resident_id", …; as records carry them.
[[nodiscard]] std::string_view id_kind_name(IdKind kind);
// The kind of a name, Chinese word or GA/T 517 number ("居民身份证", "111"). Code: id_kind.unknown.
[[nodiscard]] Result<IdKind> parse_id_kind(std::string_view text);

// Only the parse functions below make valid ones; treat it as read-only.
struct IdNumber {
  IdKind kind = IdKind::none;
  std::string number;         // normal form: upper case, no spaces; 18 digits for resident numbers
  std::optional<Date> birth;  // what the number says; unset where it says nothing
  char sex = 0;               // '1' male, '2' female (GB/T 2261.1); 0 where it says nothing
  std::vector<std::string> warnings;  // codes, in the order found
  bool repaired = false;              // the normal form differs from the text as it came
};

// Dispatches on the kind. `today` bounds the birth date.
[[nodiscard]] Result<IdNumber> parse_id_number(IdKind kind, std::string_view text, Date today);

// GB 11643: 18 characters, or the 15 digits in use until 1999 (1999年前), which become 18 with a
// warning. A residence permit of Hong Kong, Macao or Taiwan has the same form and is often written
// under the same heading: it is taken, with its own kind and a warning.
[[nodiscard]] Result<IdNumber> parse_resident_id(std::string_view text, Date today);
// Residence permits: 810000 Hong Kong, 820000 Macao, 830000 Taiwan; otherwise as GB 11643.
[[nodiscard]] Result<IdNumber> parse_hmt_permit(std::string_view text, Date today);
// 18 digits beginning with 9 (since 2023-12), or three letters and 12 digits.
[[nodiscard]] Result<IdNumber> parse_foreign_pr(std::string_view text, Date today);
// By shape only: 5 to 17 letters and digits; those of China are among them.
[[nodiscard]] Result<IdNumber> parse_passport(std::string_view text);
// "", "0", "无", "-": no number. Anything else is refused.
[[nodiscard]] Result<IdNumber> parse_no_id(std::string_view text);

// The kind that the shape of `text` speaks for; resident_id where it speaks for none.
[[nodiscard]] IdKind detect_id_kind(std::string_view text);

// The check character of GB 11643 (ISO 7064 MOD 11-2) for 17 digits: '0'–'9' or 'X'.
[[nodiscard]] char resident_check(std::string_view seventeen_digits);

}  // namespace grid::domain
