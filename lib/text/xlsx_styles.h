// What the formats of a workbook say about numbers: which are dates. For the XLSX files of this
// layer.
#pragma once

#include <grid/base/result.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx_zip.h"

namespace grid::text::xlsx {

enum class NumberShape : uint8_t {
  number,
  day,
  month,
  year
};  // the last three: a date, how precise

// By a format as it is written: yyyy"年"m"月" is a month. Times of day alone are numbers.
[[nodiscard]] NumberShape shape_of_format(std::string_view format);
// By the number of a format that every spreadsheet knows (ECMA-376 18.8.30, with those of
// Chinese spreadsheets).
[[nodiscard]] NumberShape shape_of_builtin(int64_t format);

// A day's number as a date: 32875 is 1990-01-02. nullopt: 29 February 1900, which never was, or
// beyond 9999. A month or a year is kept as such where the day is the first of it: that is how
// spreadsheets keep "1990年1月". A time of day stands behind the date.
[[nodiscard]] std::optional<std::string> date_of(double serial, NumberShape shape, bool from_1904);

// By the index of a cell's style.
class Styles {
 public:
  [[nodiscard]] Status read(ZipArchive& archive, const std::string& part);
  [[nodiscard]] NumberShape shape(size_t style) const {
    return style < shapes_.size() ? shapes_[style] : NumberShape::number;
  }

 private:
  class Handler;
  std::vector<NumberShape> shapes_;
};

}  // namespace grid::text::xlsx
