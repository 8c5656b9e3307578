#include <grid/text/line_splitter.h>

#include <utility>

namespace grid::text {

void LineSplitter::feed(std::string_view bytes) {
  buffer_.erase(0, begin_);
  scan_ -= begin_;
  begin_ = 0;
  buffer_ += bytes;
}

// False while the bytes so far could still become a mark.
bool LineSplitter::skip_byte_order_mark() {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (buffer_.size() < mark.size() && !finished_ && mark.starts_with(buffer_)) return false;
  if (buffer_.starts_with(mark)) begin_ = scan_ = mark.size();
  at_start_ = false;
  return true;
}

// Consumes the current line, `length` bytes without its LF, up to `end`.
std::optional<Line> LineSplitter::take(size_t length, size_t end) {
  Line line;
  line.number = number_++;
  line.text = std::string_view(buffer_).substr(begin_, length);
  begin_ = scan_ = end;
  if (std::exchange(dropping_, false)) return std::nullopt;
  if (line.text.ends_with('\r')) line.text.remove_suffix(1);
  if (line.text.size() > max_line_) {
    line.text = {};
    line.problem = problem("line.too_long", "", "the line is longer than {} bytes", max_line_);
    return line;
  }
  if (line.text.find_first_not_of(" \t") == std::string_view::npos) return std::nullopt;
  return line;
}

std::optional<Line> LineSplitter::next() {
  if (at_start_ && !skip_byte_order_mark()) return std::nullopt;
  for (;;) {
    const size_t end = buffer_.find('\n', scan_);
    if (end != std::string::npos) {
      if (auto line = take(end - begin_, end + 1)) return line;
      continue;
    }
    scan_ = buffer_.size();
    const size_t pending = scan_ - begin_;
    if (finished_) {
      if (pending == 0 && !dropping_) return std::nullopt;
      return take(pending, scan_);
    }
    // One byte more than allowed may still be the CR of a line end.
    if (!dropping_ && pending > max_line_ + 1) {
      dropping_ = true;
      begin_ = scan_;
      Line line;
      line.number = number_;
      line.problem = problem("line.too_long", "", "the line is longer than {} bytes", max_line_);
      return line;
    }
    if (dropping_) begin_ = scan_;
    return std::nullopt;
  }
}

}  // namespace grid::text
