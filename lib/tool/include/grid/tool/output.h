// Output: records on standard output, in the format asked for.
//
// Nothing is written before flush(): readers close the database first, writers commit first.
// What waits is kept in memory, and beyond a bound in a temporary file without a name.
#pragma once

#include <grid/codec/columns.h>
#include <grid/text/record.h>
#include <grid/text/table.h>

#include <memory>
#include <string>
#include <string_view>

namespace grid::tool {

// xlsx: only of tools that say so (Uses::workbook); Output itself writes none.
enum class Format { jsonl, csv, table, xlsx };

// Bytes on their way to a file descriptor. Readers put and then flush once; writers flush after
// each commit. After the other side has left (EPIPE), everything is dropped.
class Spool {
 public:
  explicit Spool(int fd);
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;
  ~Spool();

  std::string& buffer() { return buffer_; }
  // Moves the buffer to the temporary file when it has grown beyond the bound.
  void relieve();
  // Bytes beyond the bound may go out at once where that is a file on disk, which keeps nobody
  // waiting; not where something must be done before any of it is seen.
  void let_through();
  // Writes what waits. Failure io (out.write) on anything but a reader that left.
  void flush();
  // Forgets what waits.
  void discard();
  bool closed() const { return closed_; }

 private:
  void write_out(std::string_view bytes);  // escaped where a terminal shows it
  void write_all(std::string_view bytes);
  void spill();

  static constexpr size_t bound = size_t{16} << 20;
  static constexpr size_t through_bound = size_t{1} << 18;
  int fd_;
  int temporary_ = -1;
  bool closed_ = false;
  bool terminal_ = false;
  bool through_ = false;
  std::string buffer_;
};

class Output {
 public:
  Output(Format format, codec::Words words) : format_(format), words_(words), spool_(1) {}

  // What the table and the CSV show; must be set before the first record. Other columns later
  // begin another table below the first.
  void set_columns(codec::Columns columns);

  void record(const text::Record& record);
  // Bytes that are no record: a policy as TOML.
  void text(std::string_view bytes) { spool_.buffer() += bytes; }
  // Takes back what was put since the last flush (a transaction that was rolled back).
  void discard();
  void flush();
  bool closed() const { return spool_.closed(); }
  int64_t records() const { return records_; }
  Format format() const { return format_; }
  codec::Words words() const { return words_; }

 private:
  void csv_row(const text::Record& record);
  void table_row(const text::Record& record);
  void start_table();
  void end_table();

  Format format_;
  codec::Words words_;
  codec::Columns columns_;
  bool heading_done_ = false;
  int64_t records_ = 0;
  std::unique_ptr<text::TableWriter> table_;
  Spool spool_;
};

}  // namespace grid::tool
