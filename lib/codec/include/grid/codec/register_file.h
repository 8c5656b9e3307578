// RegisterFile: a register of households and people as a file, CSV or JSON lines: what it is
// found to be, and its rows one after the other.
//
//   Result<RegisterFile> file = RegisterFile::open(bytes, {});
//   if (!file) return file.problem();                 // no headings, bytes of another encoding …
//   int64_t skipped = file->read(checker, [&](RegisterRow& row) { ... });
//
// The whole content is in memory, so that nothing waits for input while the rows are taken. See
// register_headings.h for the headings, register_check.h for what is refused.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/register_check.h>
#include <grid/codec/register_headings.h>
#include <grid/text/encoding.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::codec {

// What the user says of the file; what is unset is found out.
struct RegisterSource {
  std::optional<text::Encoding> encoding;
  std::optional<char> delimiter;
  std::optional<int64_t> header_row;  // from 1, as a spreadsheet counts
};

// What the file was found to be.
struct RegisterForm {
  bool json = false;      // JSON lines
  std::string encoding;   // name
  std::string delimiter;  // of a CSV
  std::optional<int64_t> header_row;
  std::vector<std::string> unknown_headings;
  bool numbers_truncated = false;  // more than 1 % of the identity numbers end in 000
};

// One data row; valid until the sink returns.
struct RegisterRow {
  int64_t line = 0;  // physical line on which it begins
  int64_t row = 0;   // record's number in the file, as a spreadsheet counts; 0 in JSON lines
  std::optional<domain::RegisterEntry> entry;
  std::optional<Problem> problem;  // set where there is no entry
  domain::RegisterNotes notes;
  std::span<const std::string> headings;  // of a CSV, in force for this row
  std::span<const std::string> cells;     // of a CSV; household cells filled down
  std::string_view input;                 // JSON lines: the line
};

class RegisterFile {
 public:
  using Sink = std::function<void(RegisterRow&)>;

  // Codes: encoding.invalid, heading.missing (no row of headings among the first 20),
  // heading.row (the row named is none), file.empty.
  [[nodiscard]] static Result<RegisterFile> open(std::string content, const RegisterSource& source);

  const RegisterForm& form() const { return form_; }
  // Gives every data row to the sink, in order; the number of rows that were passed over: titles,
  // repeated headings, remarks under the headings, footers, blank rows.
  int64_t read(RegisterChecker& checker, const Sink& sink) const;

 private:
  class SheetReader;
  RegisterFile() = default;
  Status find_headings(const RegisterSource& source);
  bool numbers_truncated() const;
  int64_t read_sheet(RegisterChecker& checker, const Sink& sink) const;
  int64_t read_lines(RegisterChecker& checker, const Sink& sink) const;

  std::string content_;  // UTF-8
  char delimiter_ = ',';
  std::optional<RegisterColumns> columns_;
  int64_t heading_rows_ = 1;  // 2: with a second line of headings
  RegisterForm form_;
};

}  // namespace grid::codec
