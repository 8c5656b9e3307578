// The texts of a workbook: runs joined, and the strings that its sheets share. For the XLSX files
// of this layer.
#pragma once

#include <grid/base/result.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx_zip.h"

namespace grid::text::xlsx {

// Collects the <t> of a string item, whatever runs they stand in, without phonetic ones.
class RunText {
 public:
  void clear() { text_.clear(), within_ = false, phonetic_ = false; }
  void start(std::string_view name);
  void end(std::string_view name);
  // False: longer than any cell.
  [[nodiscard]] bool add(std::string_view piece);
  // With _x000D_ as the character that it stands for.
  [[nodiscard]] const std::string& text();

 private:
  std::string text_;
  bool within_ = false;    // a <t>
  bool phonetic_ = false;  // a <rPh>
};

class SharedStrings {
 public:
  [[nodiscard]] Status read(ZipArchive& archive, const std::string& part);
  [[nodiscard]] size_t size() const { return ends_.size(); }
  // The index must be below size().
  [[nodiscard]] std::string_view operator[](size_t index) const {
    const size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(begin, ends_[index] - begin);
  }

 private:
  class Handler;
  std::string bytes_;         // one string behind the other
  std::vector<size_t> ends_;  // of each
};

}  // namespace grid::text::xlsx
