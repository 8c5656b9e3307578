#include "xlsx_strings.h"

#include <charconv>

#include "xlsx_limits.h"
#include "xlsx_xml.h"

namespace grid::text::xlsx {

namespace {

void append_utf8(unsigned unit, std::string& out) {
  if (unit < 0x80) {
    out += static_cast<char>(unit);
  } else if (unit < 0x800) {
    out += static_cast<char>(0xC0 | (unit >> 6));
    out += static_cast<char>(0x80 | (unit & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (unit >> 12));
    out += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (unit & 0x3F));
  }
}

// ECMA-376 22.9.2.19: a character that XML cannot hold is written _xHHHH_. Zero and halves of
// pairs stay as written.
std::string unescaped(std::string_view text) {
  constexpr size_t length = 7;
  std::string out;
  while (!text.empty()) {
    const size_t at = text.find("_x");
    out.append(text.substr(0, at));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    unsigned unit = 0;
    const char* digits = text.data() + 2;
    const bool whole = text.size() >= length && text[length - 1] == '_' &&
                       std::from_chars(digits, digits + 4, unit, 16).ptr == digits + 4;
    if (whole && unit != 0 && (unit < 0xD800 || unit > 0xDFFF)) {
      append_utf8(unit, out);
      text.remove_prefix(length);
    } else {
      out += '_';
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

void RunText::start(std::string_view name) {
  if (name == "rPh") phonetic_ = true;
  if (name == "t") within_ = !phonetic_;
}

void RunText::end(std::string_view name) {
  if (name == "rPh") phonetic_ = false;
  if (name == "t") within_ = false;
}

bool RunText::add(std::string_view piece) {
  if (within_) text_ += piece;
  return text_.size() <= max_cell;
}

const std::string& RunText::text() {
  if (text_.find("_x") != std::string::npos) text_ = unescaped(text_);
  return text_;
}

class SharedStrings::Handler : public XmlHandler {
 public:
  Handler(SharedStrings& strings, const std::string& part) : strings_(strings), part_(part) {}

  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "si") {
      run_.clear();
    } else {
      run_.start(name);
    }
  }
  void end(std::string_view name) override {
    run_.end(name);
    if (name != "si") return;
    strings_.bytes_ += run_.text();
    strings_.ends_.push_back(strings_.bytes_.size());
  }
  void text(std::string_view piece) override {
    if (!run_.add(piece)) fail(too_large_part(part_));
  }

 private:
  SharedStrings& strings_;
  const std::string& part_;
  RunText run_;
};

Status SharedStrings::read(ZipArchive& archive, const std::string& part) {
  Handler handler(*this, part);
  return read_xml(archive, part, max_strings, handler);
}

}  // namespace grid::text::xlsx
