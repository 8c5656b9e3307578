// Reading and writing CSV (RFC 4180) with any one-byte delimiter. UTF-8 on both sides; see
// encoding.h for what files really hold.
#pragma once

#include <grid/base/result.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::text {

// What a cell is beside its text: only workbooks tell.
enum class CellKind : uint8_t {
  text,
  number,   // as written where it is whole and below 2^53, else in scientific notation
  date,     // YYYY-MM-DD, or less precise where its format shows less; a time may follow
  boolean,  // TRUE, FALSE
  error     // #N/A, #REF! …
};

struct CsvRow {
  int64_t line = 0;                // physical line on which the row begins, from 1
  int64_t row = 0;                 // number of the row in the file, from 1, as a spreadsheet counts
  std::vector<std::string> cells;  // as written, untrimmed; none for a blank line
  std::vector<CellKind> kinds;     // of a workbook's row, as many as cells; else none: all text
  std::optional<Problem> problem;  // set: the row is refused, and `cells` is empty
  std::string input;               // of a refused row: its line, without the line end
};

// A push parser:
//
//   CsvReader reader(',', [&](CsvRow& row) { ... });
//   while (read(bytes)) reader.feed(bytes);
//   reader.finish();
//
// - Lines end with LF, CRLF or CR. Within quotes a line end belongs to the cell, as written.
// - A blank line outside quotes is a row without cells and counts, so that `row` is the number
//   that a spreadsheet shows beside it.
// - Quotes are strict: a quote opens a cell only as its first byte, and after the closing one
//   comes a delimiter or a line end. Otherwise, and where the input ends within quotes, the row
//   is refused (csv.quote). Only its first line is lost: reading resumes on the next one, so a
//   stray quote does not swallow the rest of a register.
// - A row of more than `max_row` bytes is refused in the same way (csv.too_long; `input` is
//   empty where a single line is that long). Memory stays within a few times `max_row`.
// - A byte-order mark must be gone (decode() takes it off). NUL bytes are kept.
class CsvReader {
 public:
  // The sink may move the cells out; the row is reused after it returns.
  using Sink = std::function<void(CsvRow&)>;
  static constexpr size_t default_max_row = size_t{1} << 20;

  // `delimiter` must not be a quote, CR or LF.
  CsvReader(char delimiter, Sink sink, size_t max_row = default_max_row);
  ~CsvReader();
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  // Any cut of the input into pieces gives the same rows.
  void feed(std::string_view bytes);
  // The end of the input: gives the last row, which needs no line end. Call it once.
  void finish();

 private:
  class Cells;  // libcsv's parser
  void take_line(std::string_view line, bool too_long);
  void give_row();
  void refuse(Problem problem, bool keep_input);

  std::unique_ptr<Cells> cells_;
  Sink sink_;
  size_t max_row_;
  std::string buffer_;       // bytes whose line end has not come yet
  bool dropping_ = false;    // within a line longer than max_row
  std::string record_;       // the lines of the row being read
  int64_t record_line_ = 1;  // where it begins
  int64_t next_line_ = 1;
  int64_t next_row_ = 1;
  CsvRow row_;
};

struct CsvStyle {
  char delimiter = ',';
  std::string_view line_end = "\n";
  // Prefixes ' to a cell that begins with = + - @ tab or CR, which a spreadsheet would take
  // for a formula. The importer removes it again; plain CSV readers see it.
  bool defend_spreadsheets = false;
};

// Appends one row. Cells are quoted only where needed; a row of one empty cell is written ""
// so that it is no blank line, and so is a row without cells.
void write_csv_row(std::span<const std::string> cells, std::string& out,
                   const CsvStyle& style = {});

// The delimiter of a text in UTF-8: that of , tab ; | which cuts the most of its first rows
// into the same number (more than one) of cells; quotes respected; ',' where none does.
[[nodiscard]] char sniff_delimiter(std::string_view text);

}  // namespace grid::text
