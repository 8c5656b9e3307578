// Reading JSON lines: one flat object a line, strict RFC 8259.
//
//   JsonReader reader;                       // keeps its buffers: one for all lines of a stream
//   Result<Record> record = reader.parse(line);
//   if (!record) return record.problem();
//
// Beyond the grammar, a record must be what every format of ours can carry and every program
// can read back: no key twice, no U+0000, no whole number beyond 2^53, nothing nested but
// lists of texts. A number without a fraction (3, 3.0, 3e0) is a whole number; any other is a
// Decimal with as many places as it takes to write it exactly.
#pragma once

#include <grid/base/result.h>
#include <grid/text/record.h>

#include <memory>
#include <string_view>

namespace grid::text {

// The problems, all without personal data; "byte" counts from 1 within the line:
//   json.object         the line holds no object (nor does an empty line)
//   json.syntax         not JSON, or more text after the object
//   json.utf8           bytes that are not UTF-8
//   json.surrogate      \uD800 to \uDFFF without its other half
//   json.control        a raw control character in a text, or U+0000 in any spelling
//   json.number         not a number of JSON, beyond 2^53, or too large for a double
//   json.nested         an object within the record, or a list of anything but texts
//   json.duplicate_key  `field` names the key
class JsonReader {
 public:
  JsonReader();
  ~JsonReader();
  JsonReader(JsonReader&&) noexcept;
  JsonReader& operator=(JsonReader&&) noexcept;

  // `line` is copied: the record owns all its texts. Not for two threads at once.
  [[nodiscard]] Result<Record> parse(std::string_view line);

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

// For a single line; allocates a reader each time.
[[nodiscard]] Result<Record> parse_json_line(std::string_view line);

}  // namespace grid::text
