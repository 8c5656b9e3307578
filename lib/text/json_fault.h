// Where and why a line is not JSON. simdjson says only that it is not; this slower scanner is
// asked afterwards, for the message.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace grid::text {

struct JsonFault {
  std::string_view code;  // json.*
  const char* text;       // message with one {} for the byte
  size_t offset;          // from 0
};

// Objects and lists may be nested this deep before the line is refused unread. A record needs
// two levels; the rest lets the message name the field that is nested.
inline constexpr size_t json_max_depth = 16;

// The first fault of `line` against RFC 8259, or a U+0000 spelled \u0000; nothing where there
// is none. `line` is valid UTF-8.
[[nodiscard]] std::optional<JsonFault> find_json_fault(std::string_view line);

}  // namespace grid::text
