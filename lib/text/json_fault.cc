#include "json_fault.h"

namespace grid::text {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// A recursive descent over the grammar. Each rule returns false at the first fault, which then
// stands in fault().
class Scanner {
 public:
  explicit Scanner(std::string_view line) : line_(line) {}

  bool scan() {
    skip_space();
    if (!value(1)) return false;
    skip_space();
    if (at_ < line_.size()) return fail("json.syntax", "text after the object at byte {}");
    return true;
  }
  const std::optional<JsonFault>& fault() const { return fault_; }

 private:
  bool fail(std::string_view code, const char* text) { return fail_at(at_, code, text); }
  bool fail_at(size_t offset, std::string_view code, const char* text) {
    fault_ = JsonFault{code, text, offset};
    return false;
  }
  bool more() const { return at_ < line_.size(); }
  char peek() const { return more() ? line_[at_] : '\0'; }
  void skip_space() {
    while (more() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) ++at_;
  }

  bool value(size_t depth) {
    switch (peek()) {
      case '{':
        return object(depth);
      case '[':
        return list(depth);
      case '"':
        return string();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        if (peek() == '-' || is_digit(peek())) return number();
        return fail("json.syntax", "a value is missing at byte {}");
    }
  }

  bool word(std::string_view expected) {
    if (line_.substr(at_, expected.size()) != expected) {
      return fail("json.syntax", "an unknown word at byte {}");
    }
    at_ += expected.size();
    return true;
  }

  bool object(size_t depth) {
    if (depth > json_max_depth) return fail("json.nested", "nested too deeply at byte {}");
    ++at_;
    skip_space();
    if (peek() == '}') return ++at_, true;
    for (;;) {
      if (peek() != '"') return fail("json.syntax", "a key in quotes is missing at byte {}");
      if (!string()) return false;
      skip_space();
      if (peek() != ':') return fail("json.syntax", "a colon is missing at byte {}");
      ++at_;
      skip_space();
      if (!value(depth + 1)) return false;
      skip_space();
      if (peek() == '}') return ++at_, true;
      if (peek() != ',') return fail("json.syntax", "a comma or brace is missing at byte {}");
      ++at_;
      skip_space();
    }
  }

  bool list(size_t depth) {
    if (depth > json_max_depth) return fail("json.nested", "nested too deeply at byte {}");
    ++at_;
    skip_space();
    if (peek() == ']') return ++at_, true;
    for (;;) {
      if (!value(depth + 1)) return false;
      skip_space();
      if (peek() == ']') return ++at_, true;
      if (peek() != ',') return fail("json.syntax", "a comma or bracket is missing at byte {}");
      ++at_;
      skip_space();
    }
  }

  bool string() {
    const size_t begin = at_++;
    while (more()) {
      const char c = peek();
      if (c == '"') return ++at_, true;
      if (static_cast<unsigned char>(c) < 0x20) {
        return fail("json.control", "an unescaped control character at byte {}");
      }
      if (c != '\\') {
        ++at_;
      } else if (!escape()) {
        return false;
      }
    }
    return fail_at(begin, "json.syntax", "no quote closes the text that begins at byte {}");
  }

  bool escape() {
    const char kind = at_ + 1 < line_.size() ? line_[at_ + 1] : '\0';
    if (kind == 'u') return unicode_escape();
    if (kind == '\0' || std::string_view("\"\\/bfnrt").find(kind) == std::string_view::npos) {
      return fail("json.syntax", "an unknown escape at byte {}");
    }
    at_ += 2;
    return true;
  }

  // The code unit of the escape \uXXXX at `offset`, or -1.
  int code_unit(size_t offset) const {
    if (line_.size() < offset + 6 || line_[offset] != '\\' || line_[offset + 1] != 'u') return -1;
    int unit = 0;
    for (size_t i = offset + 2; i < offset + 6; ++i) {
      const int digit = hex_digit(line_[i]);
      if (digit < 0) return -1;
      unit = unit * 16 + digit;
    }
    return unit;
  }

  bool unicode_escape() {
    const int unit = code_unit(at_);
    if (unit < 0) return fail("json.syntax", "\\u without four hexadecimal digits at byte {}");
    if (unit == 0) return fail("json.control", "the character U+0000 at byte {}");
    if (unit < 0xD800 || unit > 0xDFFF) return at_ += 6, true;
    const int low = unit <= 0xDBFF ? code_unit(at_ + 6) : -1;
    if (low < 0xDC00 || low > 0xDFFF) {
      return fail("json.surrogate", "half of a surrogate pair at byte {}");
    }
    at_ += 12;
    return true;
  }

  bool number() {
    const size_t begin = at_;
    const auto digits = [this] {
      const size_t first = at_;
      while (is_digit(peek())) ++at_;
      return at_ > first;
    };
    const auto wrong = [&] {
      return fail_at(begin, "json.number", "not a number of JSON at byte {}");
    };
    if (peek() == '-') ++at_;
    const bool zero = peek() == '0';
    const size_t first = at_;
    if (!digits() || (zero && at_ - first > 1)) return wrong();
    if (peek() == '.' && (++at_, !digits())) return wrong();
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      if (!digits()) return wrong();
    }
    return true;
  }

  std::string_view line_;
  size_t at_ = 0;
  std::optional<JsonFault> fault_;
};

}  // namespace

std::optional<JsonFault> find_json_fault(std::string_view line) {
  Scanner scanner(line);
  scanner.scan();
  return scanner.fault();
}

}  // namespace grid::text
