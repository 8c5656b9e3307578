#include "xlsx_sheet.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "xlsx_limits.h"
#include "xlsx_xml.h"

namespace grid::text::xlsx {

namespace {

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// Of a reference such as AB12, from 0; npos: it has none.
size_t column_of(std::string_view reference) {
  size_t column = 0;
  for (const char c : reference.substr(0, 4)) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<size_t>(c - 'A' + 1);
  }
  return column - 1;
}

template <typename T>
bool parse(std::string_view digits, T& value) {
  const auto end = digits.data() + digits.size();
  const std::from_chars_result read = std::from_chars(digits.data(), end, value);
  return read.ec == std::errc() && read.ptr == end;
}

enum class CellType : uint8_t { number, shared, text, boolean, error, date };

CellType type_of(std::string_view name) {
  if (name == "s") return CellType::shared;
  if (name == "str" || name == "inlineStr") return CellType::text;
  if (name == "b") return CellType::boolean;
  if (name == "e") return CellType::error;
  if (name == "d") return CellType::date;
  return CellType::number;
}

// A number as a person would write it: whole ones with their digits as long as none is lost.
std::string plain_number(std::string_view written, double value) {
  constexpr double exact = 9007199254740992.0;  // 2^53
  if (value != std::floor(value)) return std::string(written);
  if (std::fabs(value) < exact) return fmt::format("{}", static_cast<int64_t>(value));
  return fmt::format("{:.15g}", value);
}

// Of a date in words of ISO 8601: midnight adds nothing.
std::string plain_date(std::string_view text) {
  std::string date(text.substr(0, text.find_first_of("zZ+")));
  if (date.size() > 10 && date[10] == 'T') date[10] = ' ';
  if (date.size() > 10 && date.find_first_not_of("0:.", 11) == std::string::npos) date.resize(10);
  return date;
}

class SheetHandler : public XmlHandler {
 public:
  SheetHandler(const SheetSource& source, const Workbook::Sink& sink)
      : source_(source), sink_(sink) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (behind_) return;
    if (name == "row") {
      start_row(attributes.get("r"));
    } else if (name == "c") {
      start_cell(attributes);
    } else if (name == "v") {
      in_value_ = true;
    } else if (name == "is") {
      in_string_ = true;
    } else if (in_string_) {
      run_.start(name);
    }
  }
  void end(std::string_view name) override {
    if (behind_) return;
    if (name == "v") {
      in_value_ = false;
    } else if (name == "c") {
      end_cell();
    } else if (name == "row") {
      end_row();
    } else if (name == "is") {
      in_string_ = false;
    } else if (in_string_) {
      run_.end(name);
    } else if (name == "sheetData") {
      behind_ = true;
    }
  }
  void text(std::string_view piece) override {
    if (in_value_) value_ += piece;
    if (value_.size() > max_cell || (in_string_ && !run_.add(piece))) refuse_large();
  }

 private:
  void refuse_large() { fail(too_large_part(source_.part)); }
  void refuse() { fail(damaged_part(source_.part)); }

  void start_row(std::string_view number) {
    const int64_t above = row_number_;
    if (number.empty()) {
      ++row_number_;
    } else if (!parse(number, row_number_)) {
      return refuse();
    }
    if (row_number_ <= above) return refuse();
    if (row_number_ > max_rows) return refuse_large();
    row_.cells.clear();
    row_.kinds.clear();
    row_size_ = 0;
    column_ = 0;
  }

  void start_cell(const XmlAttributes& attributes) {
    const std::string_view reference = attributes.get("r");
    if (!reference.empty()) {
      const size_t column = column_of(reference);
      if (column < column_) return refuse();
      column_ = column;
    }
    if (column_ >= max_columns) return refuse_large();
    type_ = type_of(attributes.get("t"));
    style_ = 0;
    const std::string_view style = attributes.get("s");
    if (!style.empty() && !parse(style, style_)) return refuse();
    value_.clear();
    run_.clear();
  }

  void end_cell() {
    const size_t column = column_++;
    if (type_ == CellType::text) {
      if (value_.find("_x") == std::string::npos) {
        return put(column, value_.empty() ? run_.text() : value_, CellKind::text);
      }
      run_.start("t");
      if (!run_.add(value_)) return refuse_large();
      return put(column, run_.text(), CellKind::text);
    }
    const std::string_view value = trimmed(value_);
    if (value.empty()) return;
    switch (type_) {
      case CellType::shared:
        return put_shared(column, value);
      case CellType::boolean:
        return put(column, value == "1" || value == "true" ? "TRUE" : "FALSE", CellKind::boolean);
      case CellType::error:
        return put(column, value, CellKind::error);
      case CellType::date:
        return put(column, plain_date(value), CellKind::date);
      case CellType::number:
      case CellType::text:
        return put_number(column, value);
    }
  }

  void put_shared(size_t column, std::string_view value) {
    size_t index = 0;
    if (!parse(value, index) || index >= source_.strings.size()) return refuse();
    put(column, source_.strings[index], CellKind::text);
  }

  void put_number(size_t column, std::string_view value) {
    double number = 0;
    if (!parse(value, number) || !std::isfinite(number)) return refuse();
    const NumberShape shape = source_.styles.shape(style_);
    if (shape != NumberShape::number) {
      if (const auto date = date_of(number, shape, source_.from_1904)) {
        return put(column, *date, CellKind::date);
      }
    }
    put(column, plain_number(value, number), CellKind::number);
  }

  void put(size_t column, std::string_view text, CellKind kind) {
    if (text.empty()) return;
    row_size_ += text.size();
    if (row_size_ > max_row) return refuse_large();
    row_.cells.resize(column + 1);
    row_.kinds.resize(column + 1, CellKind::text);
    row_.cells[column] = text;
    row_.kinds[column] = kind;
  }

  void end_row() {
    if (row_.cells.empty()) return;
    row_.row = row_.line = row_number_;
    if (!sink_(row_)) stop();
    row_.cells.clear();
  }

  const SheetSource& source_;
  const Workbook::Sink& sink_;
  CsvRow row_;
  int64_t row_number_ = 0;
  size_t row_size_ = 0;
  size_t column_ = 0;  // of the next cell
  CellType type_ = CellType::number;
  size_t style_ = 0;
  std::string value_;
  RunText run_;
  bool in_value_ = false;
  bool in_string_ = false;  // an inline one
  bool behind_ = false;     // the cells: what follows is read for its checksum only
};

}  // namespace

Status read_sheet(const SheetSource& source, const Workbook::Sink& sink) {
  SheetHandler handler(source, sink);
  return read_xml(source.archive, source.part, max_unpacked, handler);
}

}  // namespace grid::text::xlsx
