// PackedRows: rows of a workbook kept compactly, so that a damaged one is found out before
// anything is imported and its XML is read but once. For the files of the register codec.
#pragma once

#include <grid/text/csv.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace grid::codec {

class PackedRows {
 public:
  static constexpr size_t most = size_t{384} << 20;  // bytes

  // False: there is no more room.
  [[nodiscard]] bool add(const text::CsvRow& row);
  // False from the sink: it needs no more.
  void each(const std::function<bool(text::CsvRow&)>& sink) const;
  // The cells' texts stand in these, a row's one behind the other, with a few bytes between them.
  [[nodiscard]] const std::vector<std::string>& chunks() const { return chunks_; }

 private:
  std::vector<std::string> chunks_;  // of whole rows
  size_t size_ = 0;
};

}  // namespace grid::codec
