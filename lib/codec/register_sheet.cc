#include "register_sheet.h"

#include <grid/domain/clean_text.h>

#include <algorithm>

#include "register_sheet_reader.h"

namespace grid::codec {

namespace {

constexpr size_t piece = size_t{64} << 10;
// Stands for a delimiter of several bytes: U+001F, "unit separator".
constexpr char stand_in = '\x1F';

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

// What a look without parsing tells: runs of 18 digits (or 17 and X), and how many end in 000.
struct LongNumbers {
  int64_t all = 0;
  int64_t suspect = 0;
};

// Goes on by 17 bytes while it meets no digit: in a run of 18 it must meet one.
void count_long_numbers(std::string_view text, LongNumbers& found) {
  constexpr size_t stride = 17;
  for (size_t at = stride; at < text.size();) {
    if (!is_digit(text[at])) {
      at += stride;
      continue;
    }
    size_t begin = at;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const size_t digits = end - begin;
    const bool with_x = digits == 17 && end < text.size() && (text[end] == 'X' || text[end] == 'x');
    if (digits == 18 || with_x) ++found.all;
    if (digits == 18 && text.substr(begin, digits).ends_with("000")) ++found.suspect;
    at = end + stride;
  }
}

Problem no_headings() {
  Problem p =
      problem("heading.missing", "", "no row of headings among the first {} rows", heading_search);
  p.hint = message_id("at least three known headings make one; name its row with --header-row");
  return p;
}

}  // namespace

RegisterSheet::RegisterSheet(std::string csv, std::string delimiter) : csv_(std::move(csv)) {
  if (delimiter.size() == 1) {
    delimiter_ = delimiter.front();
    return;
  }
  delimiter_ = stand_in;
  wide_delimiter_ = std::move(delimiter);
  std::string narrow;
  narrow.reserve(csv_.size());
  for (size_t from = 0; from <= csv_.size();) {
    const size_t at = std::min(csv_.find(wide_delimiter_, from), csv_.size());
    narrow.append(csv_, from, at - from);
    if (at < csv_.size()) narrow += stand_in;
    from = at + wide_delimiter_.size();
  }
  csv_ = std::move(narrow);
}

RegisterSheet::RegisterSheet(std::string name, PackedRows rows, domain::DateSystem dates)
    : name_(std::move(name)), rows_(std::move(rows)), packed_(true), dates_(dates) {}

void RegisterSheet::each(const RowSink& sink) const {
  if (packed_) {
    rows_.each(sink);
  } else {
    each_csv(sink);
  }
}

void RegisterSheet::each_csv(const RowSink& sink) const {
  bool done = false;
  text::CsvReader reader(delimiter_, [&](text::CsvRow& row) {
    if (done) return;
    if (!wide_delimiter_.empty()) {
      const std::string_view narrow(&delimiter_, 1);
      for (std::string& cell : row.cells) replace_all(cell, narrow, wide_delimiter_);
      replace_all(row.input, narrow, wide_delimiter_);
    }
    done = !sink(row);
  });
  for (std::string_view rest = csv_; !rest.empty() && !done;) {
    const size_t length = std::min(piece, rest.size());
    reader.feed(rest.substr(0, length));
    rest.remove_prefix(length);
  }
  if (!done) reader.finish();
}

Status RegisterSheet::find_headings(const RegisterSource& source) {
  profile_ = source.profile;
  const int64_t last = source.header_row ? *source.header_row : heading_search;
  each([&](text::CsvRow& row) {
    if (columns_) {
      if (row.row == header_row_ + 1 && columns_->extend(row.cells)) heading_rows_ = 2;
      return false;
    }
    if (row.row > last) return false;
    if (!source.header_row) {
      columns_ = RegisterColumns::from(row.cells, profile_.get());
    } else if (row.row == last) {
      columns_.emplace(row.cells, profile_.get());
    }
    if (columns_) header_row_ = row.row;
    return true;
  });
  if (!columns_) return no_headings();
  if (columns_->known() == 0) {
    return problem("heading.row", "", "row {} has no heading that is known", last);
  }
  numbers_truncated_ = find_truncated_numbers();
  return Done{};
}

// Spreadsheets keep 15 digits of a number. One number in a thousand ends in 000 by nature; more
// than one in a hundred, and at least three, tell of a column that went through one.
bool RegisterSheet::find_truncated_numbers() const {
  constexpr int64_t least = 3;
  const auto column = columns_->column_of(RegisterField::id_no);
  // Of rows that were refused, many were refused for just that: they tell nothing of the others.
  const bool refused =
      std::ranges::find(columns_->headings(), "_code") != columns_->headings().end();
  if (!column || refused) return false;
  LongNumbers seen;
  if (!packed_) count_long_numbers(csv_, seen);
  for (const std::string& chunk : rows_.chunks()) count_long_numbers(chunk, seen);
  // Twice as strict, since other columns may have such numbers too.
  if (seen.suspect < least || seen.suspect * 200 <= seen.all) return false;
  int64_t numbers = 0;
  int64_t suspect = 0;
  each([&](text::CsvRow& row) {
    if (*column >= row.cells.size()) return true;
    const std::string& cell = row.cells[*column];
    if (cell.size() < 15 || !std::ranges::any_of(cell, is_digit)) return true;
    const std::string number = domain::clean_identifier(cell);
    if (number.size() != 18) return true;
    ++numbers;
    if (number.ends_with("000")) ++suspect;
    return true;
  });
  return suspect >= least && suspect * 100 > numbers;
}

int64_t RegisterSheet::read(RegisterChecker& checker, std::string_view told,
                            const RegisterFile::Sink& sink, int64_t most) const {
  RegisterSheetReader reader(
      {*columns_, profile_.get(), header_row_, heading_rows_, numbers_truncated_, dates_, told},
      checker, sink);
  each([&](text::CsvRow& row) {
    reader.take(row);
    return reader.given() < most;
  });
  return reader.skipped();
}

}  // namespace grid::codec
