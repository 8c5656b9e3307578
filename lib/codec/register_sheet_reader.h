// Goes down the rows of a sheet below its headings: which of them are data, what is filled down,
// what a workbook's cells are. For the files of the register codec.
#pragma once

#include <grid/codec/register_file.h>
#include <grid/text/csv.h>

#include <string>
#include <string_view>
#include <vector>

namespace grid::codec {

struct SheetForm {
  RegisterColumns columns;
  const RegisterProfile* profile = nullptr;
  int64_t header_row = 1;
  int64_t heading_rows = 1;
  bool numbers_truncated = false;
  domain::DateSystem dates = domain::DateSystem::from_1900;
  std::string_view told;  // name of the sheet, for each row
};

class RegisterSheetReader {
 public:
  RegisterSheetReader(SheetForm form, RegisterChecker& checker, const RegisterFile::Sink& sink)
      : form_(std::move(form)), ours_(form_.columns.are_ours()), checker_(checker), sink_(sink) {}

  void take(text::CsvRow& row);
  int64_t skipped() const { return skipped_; }
  int64_t given() const { return given_; }

 private:
  bool passes_over(const text::CsvRow& row, bool first);
  bool is_heading(const text::CsvRow& row);
  void refuse_broken(text::CsvRow& row);
  void give(text::CsvRow& row);
  void begin_row(const text::CsvRow& row);
  bool read_kinds(text::CsvRow& row);
  void warn_of_extra_cells(const std::vector<std::string>& cells);
  void fill_down(std::vector<std::string>& cells);
  bool same_place(const std::vector<std::string>& cells) const;
  bool fill_cell(std::vector<std::string>& cells, RegisterField field) const;

  SheetForm form_;
  bool ours_;  // a list of ours has no merged cells, remarks and footers: what is empty is empty
  RegisterChecker& checker_;
  const RegisterFile::Sink& sink_;
  std::vector<std::string> above_;  // the row above, filled down; empty: none
  std::string phones_;
  RegisterRow row_;
  bool number_is_numeric_ = false;
  int64_t next_row_ = 1;
  int64_t skipped_ = 0;
  int64_t given_ = 0;
};

}  // namespace grid::codec
