// WorkbookWriter: one sheet of an XLSX file, for the spreadsheets of the office. Every cell is
// text and stays text when somebody types into it, so that no program takes a number of 18 digits
// for one of 15, a room for a date or a leading = for a formula.
//
//   WorkbookWriter book(path, headings, made);   // the heading stays in sight
//   book.row(cells); …
//   book.finish();
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace grid::text {

class WorkbookWriter {
 public:
  // A sheet has 1,048,576 rows, the first of which is the heading.
  static constexpr int64_t most_rows = 1'048'575;

  // The file is written when finish() is called; what waits lies in a temporary file without a
  // name. `made`: the moment that the file tells, so that the same rows give the same bytes.
  WorkbookWriter(std::string path, std::span<const std::string> headings, Instant made);
  ~WorkbookWriter();
  WorkbookWriter(const WorkbookWriter&) = delete;
  WorkbookWriter& operator=(const WorkbookWriter&) = delete;

  // Codes: workbook.rows (the sheet is full), workbook.cell (longer than 32,767 characters).
  [[nodiscard]] Status row(std::span<const std::string> cells);
  // Code: workbook.write.
  [[nodiscard]] Status finish();

 private:
  class Book;
  std::unique_ptr<Book> book_;
  std::vector<int> widths_;  // of the widest cell of each column
  int64_t rows_ = 0;
};

}  // namespace grid::text
