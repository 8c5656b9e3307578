// Writing JSON lines: the inverse of json.h.
#pragma once

#include <grid/text/record.h>

#include <string>
#include <string_view>

namespace grid::text {

// Appends the record as one line with its '\n'. UTF-8 stands as it is; only what RFC 8259
// section 7 demands is escaped (quote, backslash, U+0000 to U+001F). A Decimal is rounded to
// its places and loses trailing zeros (0.98, 1, 0); one that is not finite becomes null. The
// texts must be valid UTF-8: nothing is checked here.
void write_json(const Record& record, std::string& out);

// Appends `text` as a JSON string with its quotes.
void write_json_text(std::string_view text, std::string& out);

// Appends a decimal as described above, without exponent; also what tables and CSV show.
void write_decimal(Decimal decimal, std::string& out);

}  // namespace grid::text
