#include <grid/base/nearest.h>
#include <grid/codec/register_file.h>
#include <grid/text/csv.h>
#include <grid/text/workbook.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "register_sheet.h"

namespace grid::codec {

namespace {

bool starts_as_json(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

// Web pages and XML that offices' systems call .xls: a spreadsheet opens them, and they hold the
// cells as mark-up.
bool is_markup(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  std::string head(text.substr(first, 16));
  std::ranges::transform(head, head.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  constexpr std::array<std::string_view, 8> beginnings{"<html",  "<!doctype", "<head", "<meta",
                                                       "<table", "<style",    "<?xml", "<!--"};
  return std::ranges::any_of(beginnings,
                             [&head](std::string_view mark) { return head.starts_with(mark); });
}

Problem web_page() {
  Problem p = problem("file.html", "", "this is a web page or XML, whatever its name says");
  p.hint = message_id("open it in the spreadsheet and save it as .xlsx, or as CSV");
  return p;
}

// By name, or by number from 1 where no sheet has that name; hidden ones count.
Result<size_t> find_sheet(const std::vector<text::WorkbookSheet>& sheets, const std::string& name) {
  const auto named = std::ranges::find(sheets, name, &text::WorkbookSheet::name);
  if (named != sheets.end()) return static_cast<size_t>(named - sheets.begin());
  size_t number = 0;
  const char* end = name.data() + name.size();
  const bool counted = std::from_chars(name.data(), end, number).ptr == end;
  if (counted && number >= 1 && number <= sheets.size()) return number - 1;
  std::vector<std::string> names;
  std::string all;
  for (const text::WorkbookSheet& sheet : sheets) {
    names.push_back(sheet.name);
    all += (all.empty() ? "" : ", ") + sheet.name;
  }
  Problem p = problem("sheet.unknown", "", "the workbook has no sheet {}, but {}", name, all);
  p.near = nearest(name, names);
  return p;
}

Result<std::vector<size_t>> choose_sheets(const text::Workbook& book,
                                          const std::optional<std::string>& wanted) {
  std::vector<size_t> chosen;
  if (wanted) {
    const Result<size_t> one = find_sheet(book.sheets(), *wanted);
    if (!one) return one.problem();
    chosen.push_back(*one);
    return chosen;
  }
  for (size_t i = 0; i < book.sheets().size(); ++i) {
    if (book.sheets()[i].visible) chosen.push_back(i);
  }
  return chosen;
}

// All rows, or those among which no headings stand.
Result<PackedRows> load_rows(text::Workbook& book, size_t sheet, const RegisterSource& source) {
  PackedRows rows;
  bool full = false;
  bool headed = source.header_row.has_value();
  Status done = book.read(sheet, [&](text::CsvRow& row) {
    if (row.row > heading_search && !headed) return false;
    headed = headed || RegisterColumns::from(row.cells, source.profile.get()).has_value();
    full = !rows.add(row);
    return !full;
  });
  if (!done) return done.problem();
  if (full) {
    return problem("xlsx.too_large", "", "the workbook is larger than any register: {}",
                   book.sheets()[sheet].name);
  }
  return rows;
}

}  // namespace

RegisterFile::RegisterFile() = default;
RegisterFile::RegisterFile(RegisterFile&&) noexcept = default;
RegisterFile& RegisterFile::operator=(RegisterFile&&) noexcept = default;
RegisterFile::~RegisterFile() = default;

Result<RegisterFile> RegisterFile::open(std::string content, const RegisterSource& source) {
  RegisterFile file;
  file.profile_ = source.profile;
  const bool workbook = text::Workbook::recognises(content);
  Status opened = workbook ? file.open_workbook(std::move(content), source)
                           : file.open_text(std::move(content), source);
  if (!opened) return opened.problem();
  file.describe();
  return file;
}

Status RegisterFile::open_text(std::string content, const RegisterSource& source) {
  // JSON lines are UTF-8, and each line stands alone: one that is not is refused by itself.
  const bool lines = !source.encoding && starts_as_json(content);
  const text::Encoding encoding = lines             ? text::Encoding::utf8
                                  : source.encoding ? *source.encoding
                                                    : text::detect_encoding(content);
  form_.encoding = text::encoding_name(encoding);
  if (lines) {
    form_.json = true;
    content_ = std::move(content);
    return Done{};
  }
  if (encoding == text::Encoding::utf8) {
    // Taken over without a copy.
    const size_t wrong = text::find_invalid_utf8(content);
    if (wrong != std::string_view::npos) {
      return problem("encoding.invalid", "", "byte {} does not fit UTF-8", wrong);
    }
  } else {
    Result<std::string> decoded = text::decode(content, encoding);
    if (!decoded) return decoded.problem();
    content = std::move(*decoded);
  }
  form_.json = starts_as_json(content);
  if (form_.json) {
    content_ = std::move(content);
    return Done{};
  }
  if (content.find_first_not_of(" \t\r\n") == std::string::npos) {
    return problem("file.empty", "", "there is nothing in this file");
  }
  if (is_markup(content)) return web_page();
  form_.delimiter =
      source.delimiter ? *source.delimiter : std::string(1, text::sniff_delimiter(content));
  auto sheet = std::make_unique<RegisterSheet>(std::move(content), form_.delimiter);
  if (Status s = sheet->find_headings(source); !s) return s;
  sheets_.push_back(std::move(sheet));
  return Done{};
}

Status RegisterFile::open_workbook(std::string content, const RegisterSource& source) {
  Result<text::Workbook> book = text::Workbook::open(std::move(content));
  if (!book) return book.problem();
  const Result<std::vector<size_t>> chosen = choose_sheets(*book, source.sheet);
  if (!chosen) return chosen.problem();
  const auto dates =
      book->dates_from_1904() ? domain::DateSystem::from_1904 : domain::DateSystem::from_1900;
  std::optional<Problem> headless;
  for (const size_t index : *chosen) {
    Result<PackedRows> rows = load_rows(*book, index, source);
    if (!rows) return rows.problem();
    auto sheet =
        std::make_unique<RegisterSheet>(book->sheets()[index].name, std::move(*rows), dates);
    Status found = sheet->find_headings(source);
    if (found) {
      sheets_.push_back(std::move(sheet));
    } else if (!headless) {
      headless = found.problem();
    }
  }
  if (!sheets_.empty()) return Done{};
  if (headless) return *headless;
  return problem("file.empty", "", "there is nothing in this file");
}

void RegisterFile::describe() {
  for (const auto& sheet : sheets_) {
    if (!form_.sheet.empty()) form_.sheet += ", ";
    form_.sheet += sheet->name();
    if (!form_.header_row) form_.header_row = sheet->header_row();
    form_.numbers_truncated |= sheet->numbers_truncated();
    note_unknown(sheet->columns());
  }
  form_.exported = !sheets_.empty() && std::ranges::all_of(sheets_, [](const auto& sheet) {
    return sheet->columns().are_exported();
  });
  if (form_.json) find_keys();
  if (keys_) note_unknown(*keys_);
}

void RegisterFile::note_unknown(const RegisterColumns& columns) {
  std::vector<std::string>& unknown = form_.unknown_headings;
  for (std::string& heading : columns.unknown()) {
    if (std::ranges::find(unknown, heading) == unknown.end()) unknown.push_back(std::move(heading));
  }
}

std::vector<RegisterMapping> RegisterFile::mapping() const {
  std::vector<RegisterMapping> all;
  const auto add = [&all](const std::string& sheet, int64_t row, const RegisterColumns& columns) {
    for (size_t i = 0; i < columns.headings().size(); ++i) {
      all.push_back({sheet, row, i, columns.headings()[i], columns.meaning(i)});
    }
  };
  for (const auto& sheet : sheets_) add(sheet->name(), sheet->header_row(), sheet->columns());
  if (keys_) add("", 0, *keys_);
  return all;
}

int64_t RegisterFile::read(RegisterChecker& checker, const Sink& sink, int64_t most) const {
  if (form_.json) return read_lines(checker, sink, most);
  int64_t skipped = 0;
  for (const auto& sheet : sheets_) {
    const std::string_view told = sheets_.size() > 1 ? sheet->name() : std::string_view();
    skipped += sheet->read(checker, told, sink, most);
  }
  return skipped;
}

}  // namespace grid::codec
