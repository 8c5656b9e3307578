// ExportFile: a list on its way out of the office (导出): chosen columns, in the encoding that the
// reader's spreadsheet opens, each row marked with who exported it and when.
//
//   ExportFile file(target, columns);      // makes the file, so that a bad name shows at once
//   file.record(record); …                  // collected
//   file.finish();                         // after the database is closed
#pragma once

#include <grid/codec/columns.h>
#include <grid/text/encoding.h>
#include <grid/text/record.h>
#include <grid/text/table.h>
#include <grid/text/workbook_writer.h>
#include <grid/tool/ordered_lines.h>
#include <grid/tool/output.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grid::tool {

struct ExportTarget {
  Format format = Format::csv;
  codec::Words words = codec::Words::english;      // of headings and cells; not of JSON lines
  text::Encoding encoding = text::Encoding::utf8;  // of a CSV; all else is UTF-8
  std::optional<std::string> file;                 // unset: standard output
  std::string mark;   // `_export`, the last column or field of every row
  Instant made{};     // when
  bool held = false;  // nothing may be seen before finish(): what is shown is logged first
};

class ExportFile {
 public:
  // A file is made new, mode 0600; one that is there already is never written over: Failure
  // cannot_create (export.exists, export.create). Removed again unless finish() succeeds.
  ExportFile(ExportTarget target, std::vector<codec::Column> columns);
  ~ExportFile();
  ExportFile(const ExportFile&) = delete;
  ExportFile& operator=(const ExportFile&) = delete;

  // Keeps the chosen fields: in the order of the columns; in JSON lines in that of the record.
  void record(const text::Record& record);
  // The same where only cells are wanted: one for each of columns(), in their order; takes room for
  // the mark. Not for JSON lines.
  void row(std::vector<std::string>& cells);
  // Likewise, in any order: finish() puts the rows into that of their places. Of CSV only.
  void row(std::vector<std::string>& cells, const OrderedLines::Place& place);
  bool holds_lines() const { return target_.format == Format::csv; }
  bool holds_records() const { return target_.format == Format::jsonl; }
  // What was chosen; behind it the mark.
  const std::vector<codec::Column>& columns() const { return columns_; }
  codec::Words words() const { return target_.words; }
  int64_t records() const { return records_; }

  // Writes what waits, and syncs a file. Failure io (out.write, export.write).
  void finish();
  // True where the reader of standard output has left.
  bool closed() const { return closed_; }

 private:
  void heading();
  void start_book(const std::vector<std::string>& names);
  void finish_book();
  void csv_row(const std::vector<std::string>& cells, std::string& out);
  void json_line(const text::Record& record);
  std::vector<std::string> cells_of(const text::Record& record) const;

  ExportTarget target_;
  std::vector<codec::Column> columns_;
  text::Encoder encoder_;
  std::unique_ptr<text::TableWriter> table_;
  std::unique_ptr<text::WorkbookWriter> book_;
  std::string book_path_;  // of the workbook while it is made; of standard output a temporary file
  int fd_ = -1;            // -1: finished
  std::unique_ptr<Spool> spool_;
  std::string row_;   // of a CSV, before it is encoded
  std::string line_;  // the same in the encoding
  OrderedLines lines_;
  int64_t records_ = 0;
  bool closed_ = false;
};

}  // namespace grid::tool
