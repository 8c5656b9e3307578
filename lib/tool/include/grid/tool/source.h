// LineSource: lines from the files named, or from standard input, in groups.
//
// A group ends when it is large enough, when the producer pauses, or at the end: what a slow
// producer wrote is acted upon at once, what a fast one writes is committed in large groups.
#pragma once

#include <grid/text/line_splitter.h>

#include <optional>
#include <string>
#include <vector>

namespace grid::tool {

struct InputLine {
  size_t file = 0;  // index into the names
  int64_t number = 0;
  std::string text;
  std::optional<Problem> problem;
};

class LineSource {
 public:
  // No names: standard input; "-" names it too. All files are opened here, so that a missing
  // one is noticed before anything is done: Failure no_input (input.missing).
  explicit LineSource(std::vector<std::string> names);
  ~LineSource();
  LineSource(const LineSource&) = delete;
  LineSource& operator=(const LineSource&) = delete;

  // The next lines; empty at the end of the last file. Waits only for the first of them.
  // Failure io (input.read).
  [[nodiscard]] std::vector<InputLine> next_group(size_t most);
  const std::string& name(size_t file) const { return names_[file]; }

 private:
  bool fill();  // reads once from the current file; false at its end
  bool wait_for_more(double started) const;
  void take_lines(std::vector<InputLine>& group, size_t most);

  std::vector<std::string> names_;
  std::vector<int> files_;
  size_t current_ = 0;
  text::LineSplitter splitter_;
  bool ended_ = false;  // the current file has no more bytes
};

// Opens a named input ("-": standard input, duplicated). Failure no_input (input.missing).
[[nodiscard]] int open_input(const std::string& name);
// The whole of a named input, for formats that are read as a whole.
[[nodiscard]] std::string read_whole(const std::string& name);

}  // namespace grid::tool
