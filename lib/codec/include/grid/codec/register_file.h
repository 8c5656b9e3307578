// RegisterFile: a register of households and people as a file, CSV, workbook or JSON lines: what
// it is found to be, and its rows one after the other.
//
//   Result<RegisterFile> file = RegisterFile::open(bytes, {});
//   if (!file) return file.problem();                 // no headings, bytes of another encoding …
//   int64_t skipped = file->read(checker, [&](RegisterRow& row) { ... });
//
// The whole content is in memory, so that nothing waits for input while the rows are taken. See
// register_headings.h for the headings, register_check.h for what is refused.
//
// Of a workbook every visible sheet with a row of headings is read, in the order of the tabs, or
// the one that the user names. All of it is unpacked and checked for damage before the first row
// is given.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/register_check.h>
#include <grid/codec/register_headings.h>
#include <grid/codec/register_profile.h>
#include <grid/text/encoding.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::codec {

// What the user says of the file; what is unset is found out.
struct RegisterSource {
  std::optional<text::Encoding> encoding;
  std::optional<std::string> delimiter;            // one character
  std::optional<int64_t> header_row;               // from 1, as a spreadsheet counts
  std::optional<std::string> sheet;                // its name, or its number from 1
  std::shared_ptr<const RegisterProfile> profile;  // headings and words of the office; may be null
};

// What the file was found to be.
struct RegisterForm {
  bool json = false;                  // JSON lines
  std::string encoding;               // name; empty for a workbook
  std::string delimiter;              // of a CSV
  std::string sheet;                  // of a workbook; several are joined with ", "
  std::optional<int64_t> header_row;  // of the first sheet
  std::vector<std::string> unknown_headings;
  bool exported = false;           // by list-export: it tells what was known, nothing new
  bool numbers_truncated = false;  // more than 1 % of the identity numbers end in 000
};

// One data row; valid until the sink returns.
struct RegisterRow {
  int64_t line = 0;        // physical line on which it begins
  int64_t row = 0;         // record's number in the file, as a spreadsheet counts; 0 in JSON lines
  std::string_view sheet;  // its name, where several sheets are read
  std::optional<domain::RegisterEntry> entry;
  std::optional<Problem> problem;  // set where there is no entry
  domain::RegisterNotes notes;
  std::span<const std::string> headings;  // of a sheet, in force for this row
  std::span<const std::string> cells;     // of a sheet; household cells filled down
  std::string_view input;                 // JSON lines: the line
};

// One record of a person or a household, as a line of JSON. Codes: those of the rules, json.*,
// record.type, field.unknown, field.type.
[[nodiscard]] Result<domain::RegisterEntry> read_entry(std::string_view line,
                                                       RegisterChecker& checker,
                                                       domain::RegisterNotes& notes);

class RegisterSheet;

// A column of a sheet, and what is taken from it.
struct RegisterMapping {
  std::string sheet;  // of a workbook
  int64_t header_row = 0;
  size_t column = 0;  // from 0
  std::string heading;
  std::optional<RegisterHeading> meaning;  // none: nothing is known of it
};

class RegisterFile {
 public:
  using Sink = std::function<void(RegisterRow&)>;
  static constexpr int64_t all_rows = std::numeric_limits<int64_t>::max();

  // Codes: encoding.invalid, heading.missing (no row of headings among the first 20),
  // heading.row (the row named is none), file.empty, file.html, sheet.unknown, and those of
  // text::Workbook.
  [[nodiscard]] static Result<RegisterFile> open(std::string content, const RegisterSource& source);
  RegisterFile(RegisterFile&&) noexcept;
  RegisterFile& operator=(RegisterFile&&) noexcept;
  ~RegisterFile();

  const RegisterForm& form() const { return form_; }
  // The columns of every sheet that is read; of JSON lines the keys of the first, where they are
  // headings.
  [[nodiscard]] std::vector<RegisterMapping> mapping() const;
  // Gives every data row to the sink, in order; the number of rows that were passed over: titles,
  // repeated headings, remarks under the headings, footers, blank rows. After `most` data rows
  // (of a sheet) it ends.
  int64_t read(RegisterChecker& checker, const Sink& sink, int64_t most = all_rows) const;

 private:
  RegisterFile();
  Status open_text(std::string content, const RegisterSource& source);
  Status open_workbook(std::string content, const RegisterSource& source);
  void describe();
  void note_unknown(const RegisterColumns& columns);
  // The keys of the first of the JSON lines, where they are headings.
  void find_keys();
  int64_t read_lines(RegisterChecker& checker, const Sink& sink, int64_t most) const;

  std::shared_ptr<const RegisterProfile> profile_;      // may be null
  std::string content_;                                 // JSON lines, in UTF-8
  std::optional<RegisterColumns> keys_;                 // of JSON lines that have headings
  std::vector<std::unique_ptr<RegisterSheet>> sheets_;  // one of a CSV
  RegisterForm form_;
};

}  // namespace grid::codec
