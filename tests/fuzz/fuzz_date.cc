// Any text as a date of a register, in both systems of spreadsheets. What is read is a date of
// the calendar, no later than today, and reads as itself.
#include <grid/domain/register_date.h>

#include <cstdint>

#include "require.h"

namespace {

using namespace grid;
using namespace grid::domain;

void check(std::string_view text, DateSystem system) {
  const Date today = *parse_date("2026-11-21");
  const auto date = parse_register_date(text, "birth", today, system);
  if (!date) {
    FUZZ_REQUIRE(date.problem().code.starts_with("date."));
    return;
  }
  FUZZ_REQUIRE(date->text.size() == 4 || date->text.size() == 7 || date->text.size() == 10);
  if (date->text.size() == 10) {
    const auto parsed = parse_date(date->text);
    FUZZ_REQUIRE(parsed && *parsed <= today);
  }
  FUZZ_REQUIRE(date->respelled == (date->text != text));
  const auto again = parse_register_date(date->text, "birth", today, system);
  FUZZ_REQUIRE(again && again->text == date->text && !again->respelled);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(text, DateSystem::from_1900);
  check(text, DateSystem::from_1904);
  return 0;
}
