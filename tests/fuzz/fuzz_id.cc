// Any bytes as an identifier. A verdict is a yes with a normal form or a no with a code; the
// normal form of what is accepted is accepted again, as itself.
#include <grid/domain/id_check.h>

#include <array>
#include <cstdint>
#include <string>

#include "require.h"

namespace {

using namespace grid;
using namespace grid::domain;

constexpr std::array<std::string_view, 12> kinds{
    "",           "resident_id", "resident_id15", "resident_id_strict",
    "hmt_permit", "foreign_pr",  "fpr_id",        "passport",
    "none",       "uscc",        "phone",         "no such kind"};

bool is_code(const std::string& code) {
  return code.find('.') != code.npos &&
         code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.0123456789") == code.npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const Date today = *parse_date("2026-11-21");
  const std::string_view kind = kinds[data[0] % kinds.size()];
  const std::string_view value(reinterpret_cast<const char*>(data) + 1, size - 1);
  const CheckedId checked = check_identifier(kind, value, today);
  FUZZ_REQUIRE(checked.valid == checked.code.empty());
  FUZZ_REQUIRE(checked.valid || checked.normal.empty());
  FUZZ_REQUIRE(!checked.kind.empty());
  for (const std::string& warning : checked.warnings) FUZZ_REQUIRE(is_code(warning));
  if (!checked.valid) {
    FUZZ_REQUIRE(is_code(checked.code));
    return 0;
  }
  // Fifteen digits become eighteen, which are no fifteen any more.
  const std::string again = checked.kind == "resident_id15" ? "resident_id" : checked.kind;
  const CheckedId twice = check_identifier(again, checked.normal, today);
  FUZZ_REQUIRE(twice.valid);
  FUZZ_REQUIRE(twice.normal == checked.normal);
  return 0;
}
