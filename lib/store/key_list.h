// KeyList: the keys of a set of rows as the one argument of a query, which takes it apart with
// json_each (an own header of lib/store).
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace grid::store {

class KeyList {
 public:
  void add(int64_t key) {
    separate();
    fmt::format_to(std::back_inserter(text_), "{}", key);
  }
  void add(std::string_view key) {
    separate();
    text_ += '"';
    for (const char c : key) {
      if (c == '"' || c == '\\') text_ += '\\';
      if (static_cast<unsigned char>(c) < 0x20) {
        fmt::format_to(std::back_inserter(text_), "\\u{:04x}", static_cast<unsigned>(c));
      } else {
        text_ += c;
      }
    }
    text_ += '"';
  }
  [[nodiscard]] bool empty() const { return text_.size() == 1; }
  [[nodiscard]] std::string text() const { return text_ + "]"; }

 private:
  void separate() {
    if (!empty()) text_ += ',';
  }
  std::string text_ = "[";
};

}  // namespace grid::store
