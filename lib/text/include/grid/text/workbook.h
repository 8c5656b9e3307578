// Reading workbooks of the XLSX kind (ECMA-376, Office Open XML), row by row.
//
//   Result<Workbook> book = Workbook::open(bytes);
//   if (!book) return book.problem();
//   Status read = book->read(0, [](CsvRow& row) { ...; return true; });
//
// A cell comes as text, whatever it is, and CellKind tells what it was. Shared and inline strings
// are joined from their runs without the phonetic ones; a number whose format shows a year, a
// month or a day is a date; a formula gives its last result. Empty cells and rows are left out.
//
// A workbook comes from anywhere, so everything about it is bounded: what a part unpacks to and
// how many times its packed size that is, the text of a cell and of a row, columns, rows, the
// nesting and the length of the XML's tags. A document type declaration is refused, so that no
// entity is ever expanded.
#pragma once

#include <grid/base/result.h>
#include <grid/text/csv.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace grid::text {

struct WorkbookSheet {
  std::string name;
  bool visible = true;
};

class Workbook {
 public:
  // False: it needs no more rows.
  using Sink = std::function<bool(CsvRow&)>;

  // Whether the bytes begin like a workbook of any kind, XLSX or its predecessor.
  [[nodiscard]] static bool recognises(std::string_view bytes);

  // Codes: file.xls (the old format), xlsx.encrypted, xlsx.not_workbook (a zip archive of
  // something else), xlsx.damaged, xlsx.dtd, xlsx.too_large.
  [[nodiscard]] static Result<Workbook> open(std::string bytes);
  Workbook(Workbook&&) noexcept;
  Workbook& operator=(Workbook&&) noexcept;
  ~Workbook();

  // In the order of their tabs; charts are none.
  [[nodiscard]] const std::vector<WorkbookSheet>& sheets() const;
  // Dates are counted from 1904-01-01 instead of 1900.
  [[nodiscard]] bool dates_from_1904() const;

  // Gives the rows of a sheet that hold anything; `row` and `line` are the number that the
  // spreadsheet shows. The sink may move the cells out. Codes: xlsx.damaged, xlsx.dtd,
  // xlsx.too_large; the sink has then had what stands before.
  [[nodiscard]] Status read(size_t sheet, const Sink& sink);

 private:
  struct Parts;
  explicit Workbook(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace grid::text
