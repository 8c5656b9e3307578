#include <grid/text/width.h>
#include <grid/text/workbook_writer.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace grid::text {

namespace {

constexpr int narrowest = 6;
constexpr int widest = 60;
constexpr size_t measured_rows = 1000;  // those further down are rarely wider

Problem not_written(lxw_error error) {
  return problem("workbook.write", "", "cannot write the workbook: {}", lxw_strerror(error));
}

}  // namespace

class WorkbookWriter::Book {
 public:
  Book(std::string path, Instant made) : path_(std::move(path)) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(path_.c_str(), &options);
    lxw_doc_properties properties{};
    properties.created = static_cast<time_t>(made.time_since_epoch().count());
    workbook_set_properties(book_, &properties);
    sheet_ = workbook_add_worksheet(book_, nullptr);
    worksheet_freeze_panes(sheet_, 1, 0);
    text_ = workbook_add_format(book_);
    format_set_num_format(text_, "@");
    bold_ = workbook_add_format(book_);
    format_set_num_format(bold_, "@");
    format_set_bold(bold_);
  }
  ~Book() {
    if (book_ != nullptr) lxw_workbook_free(book_);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  lxw_error put(int64_t row, size_t column, const std::string& text) {
    return worksheet_write_string(sheet_, static_cast<lxw_row_t>(row),
                                  static_cast<lxw_col_t>(column), text.c_str(),
                                  row == 0 ? bold_ : text_);
  }
  void set_width(size_t column, int width) {
    const auto at = static_cast<lxw_col_t>(column);
    worksheet_set_column(sheet_, at, at, width, text_);
  }
  // Frees the book, whatever comes of it.
  lxw_error close() { return workbook_close(std::exchange(book_, nullptr)); }

 private:
  std::string path_;  // the library keeps no copy
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* bold_ = nullptr;
};

WorkbookWriter::WorkbookWriter(std::string path, std::span<const std::string> headings,
                               Instant made)
    : book_(std::make_unique<Book>(std::move(path), made)), widths_(headings.size(), narrowest) {
  for (size_t i = 0; i < headings.size(); ++i) {
    book_->put(0, i, headings[i]);
    widths_[i] = std::max(widths_[i], display_width(headings[i]));
  }
}
WorkbookWriter::~WorkbookWriter() = default;

Status WorkbookWriter::row(std::span<const std::string> cells) {
  if (rows_ == most_rows) {
    return problem("workbook.rows", "", "a sheet holds {} rows and no more; choose fewer, or CSV",
                   most_rows);
  }
  ++rows_;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    if (book_->put(rows_, i, cells[i]) != LXW_NO_ERROR) {
      return problem("workbook.cell", "", "row {} has a text too long for a cell", rows_ + 1);
    }
    if (rows_ > static_cast<int64_t>(measured_rows)) continue;
    widths_[i] = std::max(widths_[i], display_width(cells[i]));
  }
  return Done{};
}

Status WorkbookWriter::finish() {
  constexpr int margin = 2;
  for (size_t i = 0; i < widths_.size(); ++i) {
    book_->set_width(i, std::min(widths_[i] + margin, widest));
  }
  const lxw_error error = book_->close();
  if (error != LXW_NO_ERROR) return not_written(error);
  return Done{};
}

}  // namespace grid::text
