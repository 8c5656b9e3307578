#include <fcntl.h>
#include <grid/base/failure.h>
#include <grid/text/csv.h>
#include <grid/text/json_writer.h>
#include <grid/tool/export_file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace grid::tool {

namespace {

int make_file(const std::string& path) {
  const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd >= 0) return fd;
  if (errno == EEXIST) {
    throw Failure(
        FailureKind::cannot_create,
        problem("export.exists", "--output", "{} is there already and is not written over", path));
  }
  throw Failure(
      FailureKind::cannot_create,
      problem("export.create", "--output", "cannot make {}: {}", path, std::strerror(errno)));
}

}  // namespace

ExportFile::ExportFile(ExportTarget target, std::vector<codec::Column> columns)
    : target_(std::move(target)), columns_(std::move(columns)), encoder_(target_.encoding) {
  columns_.push_back({"_export", "_export", "_export"});
  fd_ = target_.file ? make_file(*target_.file) : STDOUT_FILENO;
  spool_ = std::make_unique<Spool>(fd_);
  if (!target_.held) spool_->let_through();
  heading();
}

ExportFile::~ExportFile() {
  if (!target_.file && !book_path_.empty()) unlink(book_path_.c_str());
  if (!target_.file || fd_ < 0) return;
  // Not finished: an unfinished export must not be taken for one.
  close(fd_);
  unlink(target_.file->c_str());
}

void ExportFile::heading() {
  if (target_.format == Format::jsonl) return;
  std::vector<std::string> names;
  std::vector<text::Column> columns;
  for (const codec::Column& column : columns_) {
    names.push_back(codec::heading(column, target_.words));
    columns.push_back({names.back(), column.number ? text::Align::right : text::Align::left, 60});
  }
  if (target_.format == Format::table) {
    table_ = std::make_unique<text::TableWriter>(std::move(columns));
    return;
  }
  if (target_.format == Format::xlsx) return start_book(names);
  spool_->buffer() += encoder_.byte_order_mark();
  csv_row(names, spool_->buffer());
}

// The library writes a file by its name: the export itself, or one that is copied from there to
// standard output.
void ExportFile::start_book(const std::vector<std::string>& names) {
  if (target_.file) {
    book_path_ = *target_.file;
  } else {
    const char* folder = std::getenv("TMPDIR");
    book_path_ = std::string(folder == nullptr || *folder == '\0' ? "/tmp" : folder);
    book_path_ += "/grid-XXXXXX";
    const int fd = mkostemp(book_path_.data(), O_CLOEXEC);  // mode 0600
    if (fd < 0) {
      book_path_.clear();
      throw Failure(FailureKind::io, problem("out.temporary", "", "cannot make a temporary file"));
    }
    close(fd);
  }
  book_ = std::make_unique<text::WorkbookWriter>(book_path_, names, target_.made);
}

void ExportFile::finish_book() {
  if (Status s = book_->finish(); !s) throw Failure(FailureKind::io, s.problem());
  if (target_.file) return;
  const int fd = open(book_path_.c_str(), O_RDONLY | O_CLOEXEC);
  unlink(book_path_.c_str());
  book_path_.clear();
  std::string piece(size_t{1} << 16, '\0');
  for (ssize_t n = 0; fd >= 0 && (n = read(fd, piece.data(), piece.size())) > 0;) {
    spool_->buffer().append(piece, 0, static_cast<size_t>(n));
    spool_->relieve();
  }
  if (fd >= 0) close(fd);
}

void ExportFile::csv_row(const std::vector<std::string>& cells, std::string& out) {
  // Spreadsheets of the office expect the line ends of RFC 4180.
  text::CsvStyle style;
  style.line_end = "\r\n";
  style.defend_spreadsheets = true;
  row_.clear();
  text::write_csv_row(cells, row_, style);
  if (Status s = encoder_.append(row_, out); !s) {
    throw Failure(FailureKind::bad_data, s.problem());
  }
}

// JSON lines keep the fixed order of their keys, whatever the order of the columns.
void ExportFile::json_line(const text::Record& record) {
  text::Record chosen = text::make_record(record.text("type"));
  for (const text::Field& field : record.fields()) {
    const auto named = [&](const codec::Column& column) { return column.field == field.name; };
    if (std::any_of(columns_.begin(), columns_.end(), named)) chosen.add(field.name, field.value);
  }
  chosen.add("_export", target_.mark);
  text::write_json(chosen, spool_->buffer());
}

std::vector<std::string> ExportFile::cells_of(const text::Record& record) const {
  std::vector<std::string> cells;
  for (const codec::Column& column : columns_) {
    cells.push_back(codec::cell(record, column, target_.words));
  }
  return cells;
}

void ExportFile::record(const text::Record& record) {
  if (!holds_records()) {
    std::vector<std::string> cells = cells_of(record);
    return row(cells);
  }
  ++records_;
  json_line(record);
  spool_->relieve();
}

void ExportFile::row(std::vector<std::string>& cells) {
  ++records_;
  cells.back() = target_.mark;
  if (book_) {
    if (Status s = book_->row(cells); !s) throw Failure(FailureKind::bad_data, s.problem());
  } else if (table_) {
    table_->add_row(cells);
  } else {
    csv_row(cells, spool_->buffer());
  }
  spool_->relieve();
}

void ExportFile::row(std::vector<std::string>& cells, const OrderedLines::Place& place) {
  ++records_;
  cells.back() = target_.mark;
  line_.clear();
  csv_row(cells, line_);
  lines_.add(place, line_);
}

void ExportFile::finish() {
  lines_.give([&](std::string_view line) {
    spool_->buffer() += line;
    spool_->relieve();
  });
  if (table_) table_->write(spool_->buffer());
  if (book_) finish_book();
  spool_->flush();
  closed_ = spool_->closed();
  if (!target_.file) return;
  const bool kept = fsync(fd_) == 0 && close(fd_) == 0;
  const int reason = errno;
  fd_ = -1;
  if (kept) return;
  unlink(target_.file->c_str());
  throw Failure(FailureKind::io, problem("export.write", "--output", "cannot write {}: {}",
                                         *target_.file, std::strerror(reason)));
}

}  // namespace grid::tool
