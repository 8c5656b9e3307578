// RegisterSheet: one table of a register, from a CSV or a workbook alike: its headings, and its
// rows down to the last. For the files of the register codec.
#pragma once

#include <grid/codec/register_file.h>
#include <grid/text/csv.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "packed_rows.h"

namespace grid::codec {

inline constexpr int64_t heading_search = 20;  // rows among which the headings must stand

class RegisterSheet {
 public:
  // Of a CSV in UTF-8; the delimiter is one character.
  RegisterSheet(std::string csv, std::string delimiter);
  // Of a workbook.
  RegisterSheet(std::string name, PackedRows rows, domain::DateSystem dates);

  // Codes: heading.missing, heading.row.
  [[nodiscard]] Status find_headings(const RegisterSource& source);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const RegisterColumns& columns() const { return *columns_; }
  [[nodiscard]] int64_t header_row() const { return header_row_; }
  [[nodiscard]] bool numbers_truncated() const { return numbers_truncated_; }

  // As RegisterFile::read(); `told` stands as the sheet of each row.
  int64_t read(RegisterChecker& checker, std::string_view told,
               const RegisterFile::Sink& sink, int64_t most) const;

 private:
  // False from the sink: it needs no more.
  using RowSink = std::function<bool(text::CsvRow&)>;
  void each(const RowSink& sink) const;
  void each_csv(const RowSink& sink) const;
  bool find_truncated_numbers() const;

  std::string name_;
  std::string csv_;
  char delimiter_ = ',';
  std::string wide_delimiter_;  // of several bytes, for which delimiter_ stands in csv_
  PackedRows rows_;
  bool packed_ = false;
  domain::DateSystem dates_ = domain::DateSystem::from_1900;
  std::optional<RegisterColumns> columns_;
  std::shared_ptr<const RegisterProfile> profile_;
  int64_t header_row_ = 0;
  int64_t heading_rows_ = 1;  // 2: with a second line of headings
  bool numbers_truncated_ = false;
};

}  // namespace grid::codec
