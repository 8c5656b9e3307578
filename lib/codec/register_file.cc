#include <grid/codec/register_file.h>
#include <grid/domain/clean_text.h>
#include <grid/text/csv.h>

#include <algorithm>

#include "register_sheet_rows.h"

namespace grid::codec {

namespace {

constexpr int64_t heading_search = 20;  // rows
constexpr size_t piece = size_t{64} << 10;

// Feeds the reader until `enough` says so or the text ends.
template <typename Enough>
void feed(text::CsvReader& reader, std::string_view text, Enough enough) {
  while (!text.empty() && !enough()) {
    const size_t length = std::min(piece, text.size());
    reader.feed(text.substr(0, length));
    text.remove_prefix(length);
  }
  if (!enough()) reader.finish();
}

bool starts_as_json(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// 15 digits and 000, at the least: what can be seen without parsing.
int64_t numbers_that_look_truncated(std::string_view text) {
  constexpr size_t kept = 15;
  int64_t count = 0;
  size_t at = text.find("000");
  while (at != std::string_view::npos) {
    const bool ends = at + 3 >= text.size() || !is_digit(text[at + 3]);
    const bool long_enough =
        at >= kept && std::ranges::all_of(text.substr(at - kept, kept), is_digit);
    if (ends && long_enough) ++count;
    at = text.find("000", at + (ends ? 3 : 1));
  }
  return count;
}

Problem no_headings() {
  Problem p =
      problem("heading.missing", "", "no row of headings among the first {} rows", heading_search);
  p.hint = message_id("at least three known headings make one; name its row with --header-row");
  return p;
}

}  // namespace

Result<RegisterFile> RegisterFile::open(std::string content, const RegisterSource& source) {
  RegisterFile file;
  const text::Encoding encoding =
      source.encoding ? *source.encoding : text::detect_encoding(content);
  file.form_.encoding = text::encoding_name(encoding);
  if (encoding == text::Encoding::utf8) {
    // Taken over without a copy.
    const size_t wrong = text::find_invalid_utf8(content);
    if (wrong != std::string_view::npos) {
      return problem("encoding.invalid", "", "byte {} does not fit UTF-8", wrong);
    }
    file.content_ = std::move(content);
  } else {
    Result<std::string> decoded = text::decode(content, encoding);
    if (!decoded) return decoded.problem();
    file.content_ = std::move(*decoded);
  }
  file.form_.json = starts_as_json(file.content_);
  if (file.form_.json) return file;
  if (file.content_.find_first_not_of(" \t\r\n") == std::string::npos) {
    return problem("file.empty", "", "there is nothing in this file");
  }
  file.delimiter_ = source.delimiter ? *source.delimiter : text::sniff_delimiter(file.content_);
  file.form_.delimiter = std::string(1, file.delimiter_);
  if (Status s = file.find_headings(source); !s) return s.problem();
  file.form_.unknown_headings = file.columns_->unknown();
  file.form_.numbers_truncated = file.numbers_truncated();
  return file;
}

Status RegisterFile::find_headings(const RegisterSource& source) {
  const int64_t last = source.header_row ? *source.header_row : heading_search;
  bool done = false;
  text::CsvReader reader(delimiter_, [&](text::CsvRow& row) {
    if (done) return;
    if (columns_) {
      if (columns_->extend(row.cells)) heading_rows_ = 2;
      done = true;
      return;
    }
    if (source.header_row) {
      if (row.row == *source.header_row) columns_ = RegisterColumns(row.cells);
    } else {
      columns_ = RegisterColumns::from(row.cells);
    }
    if (columns_) form_.header_row = row.row;
    done = !columns_ && row.row >= last;
  });
  feed(reader, content_, [&] { return done; });
  if (!columns_) return no_headings();
  if (columns_->known() == 0) {
    return problem("heading.row", "", "row {} has no heading that is known", last);
  }
  return Done{};
}

// Spreadsheets keep 15 digits of a number. One number in a thousand ends in 000 by nature; more
// than one in a hundred, and at least three, tell of a column that went through one.
bool RegisterFile::numbers_truncated() const {
  constexpr int64_t least = 3;
  const auto column = columns_->column_of(RegisterField::id_no);
  const int64_t most = column ? numbers_that_look_truncated(content_) : 0;
  if (most < least) return false;
  int64_t numbers = 0;
  int64_t suspect = 0;
  text::CsvReader reader(delimiter_, [&](text::CsvRow& row) {
    if (*column >= row.cells.size()) return;
    const std::string& cell = row.cells[*column];
    if (cell.size() < 15 || !std::ranges::any_of(cell, is_digit)) return;
    const std::string number = domain::clean_identifier(cell);
    if (number.size() != 18) return;
    ++numbers;
    if (number.ends_with("000")) ++suspect;
  });
  // So many numbers that all that look so would not be enough.
  feed(reader, content_, [&] { return numbers > most * 100; });
  return suspect >= least && suspect * 100 > numbers;
}

int64_t RegisterFile::read(RegisterChecker& checker, const Sink& sink) const {
  return form_.json ? read_lines(checker, sink) : read_sheet(checker, sink);
}

// Goes down the rows of a sheet below its headings.
class RegisterFile::SheetReader {
 public:
  SheetReader(const RegisterFile& file, RegisterChecker& checker, const Sink& sink)
      : file_(file), checker_(checker), sink_(sink), columns_(*file.columns_) {}

  void take(text::CsvRow& row) {
    const int64_t heading = *file_.form_.header_row;
    if (row.row < heading) {
      ++skipped_;
      return;
    }
    if (row.row < heading + file_.heading_rows_) return;
    if (row.problem) {
      refuse_broken(row);
    } else if (passes_over(row, row.row == heading + file_.heading_rows_)) {
      ++skipped_;
    } else {
      give(row);
    }
  }
  int64_t skipped() const { return skipped_; }

 private:
  bool passes_over(const text::CsvRow& row, bool first) {
    if (is_blank_row(row.cells) || is_footer(columns_, row.cells)) return true;
    if (first && is_remark(columns_, row.cells)) return true;
    return is_heading(row);
  }

  // Headings are repeated on each page; where files were put together, others may follow.
  bool is_heading(const text::CsvRow& row) {
    const auto column = columns_.column_of(RegisterField::name);
    if (column && *column < row.cells.size() && !find_register_heading(row.cells[*column])) {
      return false;
    }
    auto found = RegisterColumns::from(row.cells);
    if (!found) return false;
    if (found->headings() != columns_.headings()) columns_ = std::move(*found);
    above_ = {};
    return true;
  }

  void refuse_broken(text::CsvRow& row) {
    const std::vector<std::string> cells{row.input};
    row_ = RegisterRow{};
    row_.line = row.line;
    row_.row = row.row;
    row_.problem = row.problem;
    row_.headings = columns_.headings();
    row_.cells = cells;
    sink_(row_);
  }

  void give(text::CsvRow& row) {
    row_.line = row.line;
    row_.row = row.row;
    row_.notes.clear();
    row_.problem.reset();
    row_.entry.reset();
    fill_down(row.cells);
    warn_of_extra_cells(row.cells);
    const RegisterCells cells = columns_.pick(row.cells, phones_);
    Result<domain::RegisterEntry> entry =
        checker_.check_person(cells, row_.notes, file_.form_.numbers_truncated);
    if (entry) {
      row_.entry = std::move(*entry);
    } else {
      row_.problem = entry.problem();
    }
    row_.headings = columns_.headings();
    row_.cells = row.cells;
    sink_(row_);
  }

  static constexpr std::array<RegisterField, 6> shared_fields{
      RegisterField::community, RegisterField::area, RegisterField::address,
      RegisterField::building,  RegisterField::unit, RegisterField::room};

  // A delimiter too many shifts the cells behind it: the row is taken as it reads, and told.
  void warn_of_extra_cells(const std::vector<std::string>& cells) {
    const size_t known = columns_.headings().size();
    if (cells.size() <= known || is_blank_row(std::span(cells).subspan(known))) return;
    row_.notes.warnings.push_back(
        problem("row.extra_cells", "", "the row has cells behind the last heading"));
  }

  // Merged cells: only the household's first row has its fields. The number is filled down to
  // those who are no heads and whose other household cells do not speak of another place.
  void fill_down(std::vector<std::string>& cells) {
    const auto no_column = columns_.column_of(RegisterField::household_no);
    if (!no_column) return;
    cells.resize(std::max(cells.size(), columns_.headings().size()));
    std::string& no = cells[*no_column];
    bool filled = false;
    if (is_blank(no)) {
      const auto relation = columns_.column_of(RegisterField::relation);
      const bool head = relation && checker_.says_head(cells[*relation]);
      if (!head && !above_.empty() && !is_blank(above_[*no_column]) && same_place(cells)) {
        no = above_[*no_column];
        filled = true;
      }
    }
    if (!is_blank(no) && !above_.empty() && no == above_[*no_column]) {
      for (const RegisterField field : shared_fields) filled |= fill_cell(cells, field);
    }
    if (filled) row_.notes.repairs.push_back("household.filled_down");
    above_ = cells;
  }

  bool same_place(const std::vector<std::string>& cells) const {
    return std::ranges::all_of(shared_fields, [&](RegisterField field) {
      const auto column = columns_.column_of(field);
      return !column || is_blank(cells[*column]) || cells[*column] == above_[*column];
    });
  }

  bool fill_cell(std::vector<std::string>& cells, RegisterField field) const {
    const auto column = columns_.column_of(field);
    if (!column || !is_blank(cells[*column]) || is_blank(above_[*column])) return false;
    cells[*column] = above_[*column];
    return true;
  }

  static bool is_blank(const std::string& cell) {
    return cell.empty() || domain::clean_identifier(cell).empty();
  }

  const RegisterFile& file_;
  RegisterChecker& checker_;
  const Sink& sink_;
  RegisterColumns columns_;
  std::vector<std::string> above_;  // the row above, filled down; empty: none
  std::string phones_;
  RegisterRow row_;
  int64_t skipped_ = 0;
};

int64_t RegisterFile::read_sheet(RegisterChecker& checker, const Sink& sink) const {
  SheetReader sheet(*this, checker, sink);
  text::CsvReader reader(delimiter_, [&sheet](text::CsvRow& row) { sheet.take(row); });
  feed(reader, content_, [] { return false; });
  return sheet.skipped();
}

}  // namespace grid::codec
