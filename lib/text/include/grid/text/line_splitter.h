// Cuts a growing stream of bytes into lines.
//
//   LineSplitter lines;
//   while (read(bytes)) {
//     lines.feed(bytes);
//     while (auto line = lines.next()) ...
//   }
//   lines.finish();
//   while (auto line = lines.next()) ...
#pragma once

#include <grid/base/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace grid::text {

struct Line {
  int64_t number = 0;              // physical line, from 1
  std::string_view text;           // without line end; holds until the next feed()
  std::optional<Problem> problem;  // line.too_long; `text` is then empty
};

// A line ends with LF or CRLF; the last one needs no end. Blank lines (nothing but spaces and
// tabs) are counted but not given. A UTF-8 byte-order mark at the start of the stream is taken
// off. Other bytes, NUL among them, pass. A line of more than `max_line` bytes is given once,
// as a problem, and the rest of it is dropped as it comes: memory stays within `max_line` and
// one piece of input. Any cut of the stream into pieces gives the same lines.
class LineSplitter {
 public:
  static constexpr size_t default_max_line = size_t{1} << 20;

  explicit LineSplitter(size_t max_line = default_max_line) : max_line_(max_line) {}

  void feed(std::string_view bytes);
  // No more bytes will come: next() then gives the last line too.
  void finish() { finished_ = true; }
  // The next line that is complete; nothing where more input is needed, or at the end.
  [[nodiscard]] std::optional<Line> next();

 private:
  bool skip_byte_order_mark();
  std::optional<Line> take(size_t length, size_t end);

  size_t max_line_;
  std::string buffer_;
  size_t begin_ = 0;  // of the current line in buffer_
  size_t scan_ = 0;   // no LF stands in buffer_ before this
  int64_t number_ = 1;
  bool at_start_ = true;
  bool dropping_ = false;
  bool finished_ = false;
};

}  // namespace grid::text
