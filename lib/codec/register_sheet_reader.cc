#include "register_sheet_reader.h"

#include <grid/domain/clean_text.h>

#include <algorithm>
#include <array>

#include "register_sheet_rows.h"

namespace grid::codec {

namespace {

constexpr std::array<RegisterField, 6> shared_fields{
    RegisterField::community, RegisterField::area, RegisterField::address,
    RegisterField::building,  RegisterField::unit, RegisterField::room};

bool is_blank(const std::string& cell) {
  return cell.empty() || domain::clean_identifier(cell).empty();
}

// "3-2" typed into a spreadsheet becomes the second of March.
bool spoiled_by_dates(RegisterField field) {
  using enum RegisterField;
  return field == household_no || field == building || field == unit || field == room;
}

}  // namespace

void RegisterSheetReader::take(text::CsvRow& row) {
  // Blank rows that a workbook leaves out.
  skipped_ += row.row - next_row_;
  next_row_ = row.row + 1;
  if (row.row < form_.header_row) {
    ++skipped_;
    return;
  }
  const int64_t first = form_.header_row + form_.heading_rows;
  if (row.row < first) return;
  if (row.problem) {
    refuse_broken(row);
  } else if (passes_over(row, row.row == first)) {
    ++skipped_;
  } else {
    give(row);
  }
}

bool RegisterSheetReader::passes_over(const text::CsvRow& row, bool first) {
  if (is_blank_row(row.cells)) return true;
  if (!ours_ && is_footer(form_.columns, row.cells)) return true;
  if (!ours_ && first && is_remark(form_.columns, row.cells)) return true;
  return is_heading(row);
}

// Headings are repeated on each page; where files were put together, others may follow.
bool RegisterSheetReader::is_heading(const text::CsvRow& row) {
  const auto column = form_.columns.column_of(RegisterField::name);
  if (column && *column < row.cells.size() && !form_.columns.find(row.cells[*column])) {
    return false;
  }
  auto found = RegisterColumns::from(row.cells, form_.profile);
  if (!found) return false;
  if (found->headings() != form_.columns.headings()) {
    form_.columns = std::move(*found);
    ours_ = form_.columns.are_ours();
  }
  above_ = {};
  return true;
}

void RegisterSheetReader::begin_row(const text::CsvRow& row) {
  ++given_;
  row_.line = row.line;
  row_.row = row.row;
  row_.sheet = form_.told;
  row_.notes.clear();
  row_.problem.reset();
  row_.entry.reset();
  row_.headings = form_.columns.headings();
}

void RegisterSheetReader::refuse_broken(text::CsvRow& row) {
  const std::vector<std::string> cells{row.input};
  begin_row(row);
  row_.problem = row.problem;
  row_.cells = cells;
  sink_(row_);
}

void RegisterSheetReader::give(text::CsvRow& row) {
  begin_row(row);
  const bool sound = read_kinds(row);
  if (!ours_) fill_down(row.cells);
  warn_of_extra_cells(row.cells);
  if (sound) {
    RegisterCells cells = form_.columns.pick(row.cells, phones_);
    cells.number_is_numeric = number_is_numeric_;
    cells.dates = form_.dates;
    Result<domain::RegisterEntry> entry =
        form_.columns.about_people()
            ? checker_.check_person(cells, row_.notes, form_.numbers_truncated)
            : checker_.check_household(cells, row_.notes);
    if (entry) {
      row_.entry = std::move(*entry);
    } else {
      row_.problem = entry.problem();
    }
  }
  row_.cells = row.cells;
  sink_(row_);
}

// What the cells of a workbook are beside their text; false where that refuses the row.
bool RegisterSheetReader::read_kinds(text::CsvRow& row) {
  number_is_numeric_ = false;
  const size_t count = std::min(row.kinds.size(), form_.columns.headings().size());
  for (size_t i = 0; i < count; ++i) {
    const text::CellKind kind = row.kinds[i];
    if (kind == text::CellKind::text || !form_.columns.meaning(i)) continue;
    const RegisterField field = form_.columns.meaning(i)->field;
    if (kind == text::CellKind::error && field != RegisterField::ignored) {
      row.cells[i].clear();
      row_.notes.warnings.push_back(
          problem("cell.error", register_field_name(field),
                  "the spreadsheet could not work out this cell; it was left out"));
    } else if (kind == text::CellKind::date && spoiled_by_dates(field)) {
      Problem p = problem("cell.date", register_field_name(field),
                          "a spreadsheet made a date of what was typed");
      p.hint = message_id("enter it again in a column that is formatted as text");
      row_.problem = std::move(p);
    }
    number_is_numeric_ |= field == RegisterField::id_no;
  }
  return !row_.problem;
}

// A delimiter too many shifts the cells behind it: the row is taken as it reads, and told.
void RegisterSheetReader::warn_of_extra_cells(const std::vector<std::string>& cells) {
  const size_t known = form_.columns.headings().size();
  if (cells.size() <= known || is_blank_row(std::span(cells).subspan(known))) return;
  row_.notes.warnings.push_back(
      problem("row.extra_cells", "", "the row has cells behind the last heading"));
}

// Merged cells: only the household's first row has its fields. The number is filled down to
// those who are no heads and whose other household cells do not speak of another place.
void RegisterSheetReader::fill_down(std::vector<std::string>& cells) {
  const auto no_column = form_.columns.column_of(RegisterField::household_no);
  if (!no_column) return;
  cells.resize(std::max(cells.size(), form_.columns.headings().size()));
  std::string& no = cells[*no_column];
  bool filled = false;
  if (is_blank(no)) {
    const auto relation = form_.columns.column_of(RegisterField::relation);
    const bool head = relation && checker_.says_head(cells[*relation]);
    if (!head && !above_.empty() && !is_blank(above_[*no_column]) && same_place(cells)) {
      no = above_[*no_column];
      filled = true;
    }
  }
  const auto community = form_.columns.column_of(RegisterField::community);
  const bool same_community = !community || above_.empty() || is_blank(cells[*community]) ||
                              cells[*community] == above_[*community];
  if (!is_blank(no) && !above_.empty() && no == above_[*no_column] && same_community) {
    for (const RegisterField field : shared_fields) filled |= fill_cell(cells, field);
  }
  if (filled) row_.notes.repairs.push_back("household.filled_down");
  above_ = cells;
}

bool RegisterSheetReader::same_place(const std::vector<std::string>& cells) const {
  return std::ranges::all_of(shared_fields, [&](RegisterField field) {
    const auto column = form_.columns.column_of(field);
    return !column || is_blank(cells[*column]) || cells[*column] == above_[*column];
  });
}

bool RegisterSheetReader::fill_cell(std::vector<std::string>& cells, RegisterField field) const {
  const auto column = form_.columns.column_of(field);
  if (!column || !is_blank(cells[*column]) || is_blank(above_[*column])) return false;
  cells[*column] = above_[*column];
  return true;
}

}  // namespace grid::codec
