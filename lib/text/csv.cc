#include <csv.h>
#include <grid/text/csv.h>

#include <algorithm>
#include <new>
#include <utility>

namespace grid::text {
namespace {

int no_space(unsigned char) {
  return 0;
}

// Bytes of the first physical line with its end; npos where its end has not come. A CR that
// is the last byte may be half of a CRLF.
size_t line_size(std::string_view bytes, size_t from, bool at_end) {
  const size_t end = bytes.find_first_of("\r\n", from);
  if (end == std::string_view::npos) return end;
  if (bytes[end] == '\n') return end + 1;
  if (end + 1 == bytes.size()) return at_end ? end + 1 : std::string_view::npos;
  return bytes[end + 1] == '\n' ? end + 2 : end + 1;
}

std::string_view without_line_end(std::string_view line) {
  return line.substr(0, line.find_first_of("\r\n"));
}

}  // namespace

// libcsv's parser and the cells of the row that it is in. Its callbacks only collect: an
// exception must not pass through C.
class CsvReader::Cells {
 public:
  enum class State { open, complete, wrong };

  explicit Cells(char delimiter) : delimiter_(static_cast<unsigned char>(delimiter)) { start(); }
  ~Cells() { csv_free(&parser_); }
  Cells(const Cells&) = delete;
  Cells& operator=(const Cells&) = delete;

  void restart() {
    csv_free(&parser_);
    start();
  }

  State take(std::string_view bytes) {
    const size_t taken = csv_parse(&parser_, bytes.data(), bytes.size(), on_cell, on_row, this);
    return state(taken == bytes.size());
  }
  // The end of the input: what is open is complete, unless it is within quotes.
  State end() { return state(csv_fini(&parser_, on_cell, on_row, this) == 0); }

  std::vector<std::string> release() {
    complete_ = false;
    return std::exchange(cells_, {});
  }

 private:
  void start() {
    constexpr unsigned char options = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL;
    if (csv_init(&parser_, options) != 0) throw std::bad_alloc();
    csv_set_delim(&parser_, delimiter_);
    csv_set_space_func(&parser_, no_space);  // by itself it would trim
    cells_.clear();
    complete_ = out_of_memory_ = false;
  }
  State state(bool taken) {
    if (out_of_memory_) throw std::bad_alloc();
    if (!taken) {
      if (csv_error(&parser_) == CSV_ENOMEM) throw std::bad_alloc();
      return State::wrong;
    }
    return complete_ ? State::complete : State::open;
  }
  static void on_cell(void* text, size_t size, void* self) {
    auto& cells = *static_cast<Cells*>(self);
    try {
      cells.cells_.emplace_back(size == 0 ? "" : static_cast<const char*>(text), size);
    } catch (const std::bad_alloc&) {
      cells.out_of_memory_ = true;
    }
  }
  static void on_row(int, void* self) { static_cast<Cells*>(self)->complete_ = true; }

  csv_parser parser_{};
  unsigned char delimiter_;
  std::vector<std::string> cells_;
  bool complete_ = false;
  bool out_of_memory_ = false;
};

CsvReader::CsvReader(char delimiter, Sink sink, size_t max_row)
    : cells_(std::make_unique<Cells>(delimiter)), sink_(std::move(sink)), max_row_(max_row) {}
CsvReader::~CsvReader() = default;

void CsvReader::feed(std::string_view bytes) {
  size_t scanned = buffer_.ends_with('\r') ? buffer_.size() - 1 : buffer_.size();
  buffer_ += bytes;
  std::string_view rest = buffer_;
  for (;;) {
    const size_t size = line_size(rest, scanned, false);
    if (size == std::string_view::npos) break;
    take_line(rest.substr(0, size), std::exchange(dropping_, false));
    rest.remove_prefix(size);
    scanned = 0;
  }
  if (rest.size() > max_row_ + 1 || (dropping_ && !rest.empty())) {
    dropping_ = true;
    // A CR is kept: its LF may come.
    rest = rest.ends_with('\r') ? rest.substr(rest.size() - 1) : std::string_view();
  }
  buffer_.erase(0, buffer_.size() - rest.size());
}

void CsvReader::finish() {
  const std::string last = std::exchange(buffer_, {});
  if (!last.empty() || dropping_) take_line(last, std::exchange(dropping_, false));
  while (!record_.empty()) {
    if (cells_->end() == Cells::State::complete) {
      give_row();
    } else {
      refuse(problem("csv.quote", "", "no quote closes a cell of the row"), true);
    }
  }
}

// Takes one physical line with its end; `too_long` where most of it was dropped.
void CsvReader::take_line(std::string_view line, bool too_long) {
  const std::string_view content = without_line_end(line);
  const auto long_row = [&] {
    return problem("csv.too_long", "", "the row is longer than {} bytes", max_row_);
  };
  too_long = too_long || content.size() > max_row_;
  // The row in progress gives up its lines until this one has room.
  while (!record_.empty() && (too_long || record_.size() + content.size() > max_row_)) {
    refuse(long_row(), true);
  }
  if (record_.empty()) record_line_ = next_line_;
  ++next_line_;
  if (too_long) {
    refuse(long_row(), false);
    return;
  }
  record_ += line;
  auto state = cells_->take(content);
  // Of CRLF, the CR already ends the row, unless it stands within quotes.
  for (size_t i = content.size(); i < line.size() && state == Cells::State::open; ++i) {
    state = cells_->take(line.substr(i, 1));
  }
  if (state == Cells::State::complete) give_row();
  if (state == Cells::State::wrong) {
    refuse(problem("csv.quote", "", "a quote stands within a cell of the row"), true);
  }
}

void CsvReader::give_row() {
  row_.line = record_line_;
  row_.row = next_row_++;
  row_.cells = cells_->release();
  row_.problem.reset();
  row_.input.clear();
  record_.clear();
  sink_(row_);
}

// Refuses the first line of the row in progress and reads the others again, as rows of their
// own. That happens once a line: the lines behind a stray quote hold an even number of quotes
// each, up to the one that showed the fault, so that none of them opens another row.
void CsvReader::refuse(Problem problem, bool keep_input) {
  const std::string record = std::exchange(record_, {});
  const size_t size = std::min(line_size(record, 0, true), record.size());
  cells_->restart();
  row_.line = record_line_;
  row_.row = next_row_++;
  row_.cells.clear();
  row_.problem = std::move(problem);
  row_.input = keep_input ? without_line_end(record) : std::string_view();
  next_line_ = record_line_ + 1;
  sink_(row_);

  std::string_view rest = std::string_view(record).substr(size);
  while (!rest.empty()) {
    const size_t next = std::min(line_size(rest, 0, true), rest.size());
    take_line(rest.substr(0, next), false);
    rest.remove_prefix(next);
  }
}

}  // namespace grid::text
