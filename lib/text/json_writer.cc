#include <grid/text/json_writer.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace grid::text {
namespace {

void write_escape(char c, std::string& out) {
  constexpr char hex[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default: {
      const auto byte = static_cast<unsigned char>(c);
      out += "\\u00";
      out += hex[byte >> 4];
      out += hex[byte & 15];
    }
  }
}

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// How many bytes at the front of `text` stand for themselves. Eight at a time: a byte of a word is
// zero, or below a bound, where subtracting borrows into its highest bit although that was not set.
size_t plain_bytes(std::string_view text) {
  constexpr uint64_t each = 0x0101010101010101U;
  constexpr uint64_t high = 0x80 * each;
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    const uint64_t quote = word ^ ('"' * each);
    const uint64_t backslash = word ^ ('\\' * each);
    const uint64_t found = ((word - 0x20 * each) & ~word) | ((quote - each) & ~quote) |
                           ((backslash - each) & ~backslash);
    if ((found & high) != 0) break;
  }
  while (at < text.size() && !needs_escape(text[at])) ++at;
  return at;
}

struct ValueWriter {
  std::string& out;

  void operator()(const std::string& text) const { write_json_text(text, out); }
  void operator()(int64_t number) const {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  }
  void operator()(Decimal decimal) const { write_decimal(decimal, out); }
  void operator()(bool truth) const { out += truth ? "true" : "false"; }
  void operator()(Null) const { out += "null"; }
  void operator()(const List& texts) const {
    out += '[';
    bool first = true;
    for (const std::string& text : texts) {
      if (!first) out += ',';
      first = false;
      write_json_text(text, out);
    }
    out += ']';
  }
};

}  // namespace

void write_json_text(std::string_view text, std::string& out) {
  out += '"';
  while (!text.empty()) {
    const size_t plain = plain_bytes(text);
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    write_escape(text.front(), out);
    text.remove_prefix(1);
  }
  out += '"';
}

void write_decimal(Decimal decimal, std::string& out) {
  if (!std::isfinite(decimal.value)) {
    out += "null";
    return;
  }
  // The largest double has 309 digits before the point, the smallest 1,074 behind it.
  char digits[1400];
  const int places = std::min(std::max(decimal.places, 0), 1074);
  const auto end = std::to_chars(digits, digits + sizeof digits, decimal.value,
                                 std::chars_format::fixed, places);
  std::string_view text(digits, static_cast<size_t>(end.ptr - digits));
  if (places > 0) {
    text.remove_suffix(text.size() - 1 - text.find_last_not_of('0'));
    if (text.ends_with('.')) text.remove_suffix(1);
  }
  out += text == "-0" ? "0" : text;
}

void write_json(const Record& record, std::string& out) {
  out += '{';
  bool first = true;
  for (const Field& field : record.fields()) {
    if (!first) out += ',';
    first = false;
    write_json_text(field.name, out);
    out += ':';
    std::visit(ValueWriter{out}, field.value);
  }
  out += "}\n";
}

}  // namespace grid::text
