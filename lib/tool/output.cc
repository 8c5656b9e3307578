#include <fcntl.h>
#include <grid/base/failure.h>
#include <grid/text/csv.h>
#include <grid/text/json_writer.h>
#include <grid/text/width.h>
#include <grid/tool/output.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace grid::tool {

namespace {

Failure write_failed(int reason) {
  return Failure(FailureKind::io, problem("out.write", "", "cannot write to standard output: {}",
                                          std::strerror(reason)));
}

// A temporary file that has no name and is gone with the process.
int open_temporary() {
  const char* folder = std::getenv("TMPDIR");
  std::string path = std::string(folder == nullptr || *folder == '\0' ? "/tmp" : folder);
  const int fd = open(path.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0) return fd;
  path += "/grid-XXXXXX";
  const int named = mkostemp(path.data(), O_CLOEXEC);
  if (named < 0)
    throw Failure(FailureKind::io, problem("out.temporary", "", "cannot make a temporary file"));
  unlink(path.c_str());
  return named;
}

}  // namespace

// Room for all that may wait: memory that is not touched costs nothing, growing by doubling would
// touch three times as much.
Spool::Spool(int fd) : fd_(fd), terminal_(isatty(fd) == 1) {
  buffer_.reserve(bound + (size_t{1} << 16));
}

Spool::~Spool() {
  if (temporary_ >= 0) close(temporary_);
}

void Spool::let_through() {
  struct stat info {};
  through_ = fstat(fd_, &info) == 0 && S_ISREG(info.st_mode);
}

void Spool::relieve() {
  if (buffer_.size() <= (through_ ? through_bound : bound)) return;
  if (!through_) return spill();
  write_all(buffer_);
  buffer_.clear();
}

void Spool::spill() {
  if (temporary_ < 0) temporary_ = open_temporary();
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(temporary_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw write_failed(errno);
    rest.remove_prefix(static_cast<size_t>(written));
  }
  buffer_.clear();
}

void Spool::discard() {
  buffer_.clear();
  if (temporary_ >= 0) close(temporary_);
  temporary_ = -1;
}

// Control characters never reach a terminal, whatever the format; files and pipes get every byte.
void Spool::write_out(std::string_view bytes) {
  if (!terminal_) return write_all(bytes);
  std::string shown;
  while (!bytes.empty()) {
    const size_t end = bytes.find('\n');
    shown += text::escape_for_terminal(bytes.substr(0, end));
    if (end == bytes.npos) break;
    shown += '\n';
    bytes.remove_prefix(end + 1);
  }
  write_all(shown);
}

void Spool::write_all(std::string_view bytes) {
  while (!bytes.empty() && !closed_) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) {
      closed_ = true;
    } else if (written < 0) {
      throw write_failed(errno);
    } else {
      bytes.remove_prefix(static_cast<size_t>(written));
    }
  }
}

void Spool::flush() {
  if (temporary_ >= 0) {
    spill();
    lseek(temporary_, 0, SEEK_SET);
    std::string piece(size_t{1} << 16, '\0');
    for (ssize_t n = 0; (n = read(temporary_, piece.data(), piece.size())) > 0 && !closed_;) {
      write_out(std::string_view(piece).substr(0, static_cast<size_t>(n)));
    }
    close(temporary_);
    temporary_ = -1;
  }
  std::string bytes;
  bytes.swap(buffer_);
  write_out(bytes);
  bytes.clear();
  buffer_.swap(bytes);  // keeps the room
}

void Output::set_columns(codec::Columns columns) {
  if (table_ && columns.data() != columns_.data()) {
    end_table();
    spool_.buffer() += '\n';
    heading_done_ = false;
  }
  columns_ = columns;
}

void Output::record(const text::Record& record) {
  ++records_;
  switch (format_) {
    case Format::jsonl:
      text::write_json(record, spool_.buffer());
      break;
    case Format::csv:
      csv_row(record);
      break;
    case Format::table:
      table_row(record);
      break;
    case Format::xlsx:
      break;
  }
  spool_.relieve();
}

// For programs: names of fields and codes. Words and defused cells are list-export's (ExportFile).
void Output::csv_row(const text::Record& record) {
  std::vector<std::string> cells;
  if (!heading_done_) {
    for (const codec::Column& column : columns_) {
      cells.push_back(codec::heading(column, codec::Words::codes));
    }
    text::write_csv_row(cells, spool_.buffer());
    heading_done_ = true;
    cells.clear();
  }
  for (const codec::Column& column : columns_) {
    cells.push_back(codec::cell(record, column, codec::Words::codes));
  }
  text::write_csv_row(cells, spool_.buffer());
}

void Output::start_table() {
  std::vector<text::Column> columns;
  for (const codec::Column& column : columns_) {
    columns.push_back({heading_done_ ? std::string() : codec::heading(column, words_),
                       column.number ? text::Align::right : text::Align::left, 60});
  }
  table_ = std::make_unique<text::TableWriter>(std::move(columns));
}

void Output::table_row(const text::Record& record) {
  if (!table_) start_table();
  std::vector<std::string> cells;
  for (const codec::Column& column : columns_) cells.push_back(codec::cell(record, column, words_));
  table_->add_row(cells);
}

void Output::discard() {
  spool_.discard();
  table_.reset();
}

void Output::end_table() {
  table_->write(spool_.buffer());
  heading_done_ = true;
  table_.reset();
}

void Output::flush() {
  if (table_) end_table();
  spool_.flush();
}

}  // namespace grid::tool
