#include <grid/codec/columns.h>
#include <grid/text/json_writer.h>

namespace grid::codec {

namespace {

struct CellText {
  const Column& column;
  Words words;

  std::string operator()(const std::string& value) const {
    if (words == Words::codes || column.word == nullptr) return value;
    const std::string_view word = column.word(value, words == Words::chinese);
    return word.empty() ? value : std::string(word);
  }
  std::string operator()(int64_t value) const { return std::to_string(value); }
  std::string operator()(const text::Decimal& value) const {
    std::string out;
    text::write_decimal(value, out);
    return out;
  }
  std::string operator()(bool value) const { return std::string(truth_word(value, words)); }
  std::string operator()(const text::Null&) const { return words == Words::codes ? "" : "-"; }
  std::string operator()(const text::List& values) const {
    std::string out;
    for (const std::string& value : values) {
      if (!out.empty()) out += ',';
      out += (*this)(value);
    }
    return out;
  }
};

}  // namespace

std::string_view truth_word(bool value, Words words) {
  if (words == Words::chinese) return value ? "是" : "否";
  if (words == Words::english) return value ? "yes" : "no";
  return value ? "true" : "false";
}

std::string heading(const Column& column, Words words) {
  switch (words) {
    case Words::chinese:
      return column.chinese;
    case Words::english:
      return column.english;
    case Words::codes:
      break;
  }
  return column.field;
}

std::string cell(const text::Record& record, const Column& column, Words words) {
  const text::Value* value = record.find(column.field);
  return value == nullptr ? std::string() : std::visit(CellText{column, words}, *value);
}

}  // namespace grid::codec
