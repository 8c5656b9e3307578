#include <fmt/format.h>
#include <grid/codec/register_report.h>
#include <grid/text/csv.h>

#include <algorithm>
#include <array>

#include "batch_counts.h"

namespace grid::codec {

namespace {

// The last one only where several sheets are read.
constexpr std::array<const char*, 6> added_headings{"_row",  "_line",   "_field",
                                                    "_code", "_reason", "_sheet"};

std::string_view by_word(std::string_view code, bool chinese) {
  if (code == "heading") return chinese ? "表头" : "heading";
  if (code == "profile") return chinese ? "配置" : "profile";
  return chinese ? "未识别" : "unknown";
}

constexpr std::array<Column, 18> import_table{{
    {"file", "File", "文件"},
    {"batch", "Batch", "批次", nullptr, true},
    {"encoding", "Encoding", "编码"},
    {"delimiter", "Delimiter", "分隔符"},
    {"sheet", "Sheet", "工作表"},
    {"header_row", "Headings", "表头行", nullptr, true},
    {"read", "Read", "读取", nullptr, true},
    {"added", "Added", "新增", nullptr, true},
    {"changed", "Changed", "变更", nullptr, true},
    {"same", "Same", "相同", nullptr, true},
    {"rejected", "Rejected", "拒绝", nullptr, true},
    {"repaired", "Repaired", "修复", nullptr, true},
    {"warned", "Warned", "警告", nullptr, true},
    {"households", "Households", "户数", nullptr, true},
    {"persons", "Persons", "人数", nullptr, true},
    {"skipped", "Skipped", "跳过", nullptr, true},
    {"gone", "Gone", "疑似离开", nullptr, true},
    {"refusals", "Refused for", "拒绝原因"},
}};

constexpr std::array<Column, 9> mapping_table{{
    {"file", "File", "文件"},
    {"encoding", "Encoding", "编码"},
    {"delimiter", "Delimiter", "分隔符"},
    {"sheet", "Sheet", "工作表"},
    {"header_row", "Headings", "表头行", nullptr, true},
    {"column", "Column", "列"},
    {"heading", "Heading", "表头"},
    {"field", "Field", "字段"},
    {"by", "By", "依据", by_word},
}};

// As spreadsheets name columns: A … Z, AA …
std::string column_name(size_t column) {
  std::string name;
  for (++column; column > 0; column = (column - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return name;
}

text::List counts(const std::map<std::string, int64_t>& by_code) {
  text::List list;
  for (const auto& [code, count] : by_code) list.push_back(fmt::format("{}={}", code, count));
  return list;
}

void add_list(text::Record& record, const char* name, text::List list) {
  if (!list.empty()) record.add(name, std::move(list));
}

}  // namespace

text::Record write_import(const domain::RegisterBatch& batch) {
  text::Record record = text::make_record("import");
  record.add("file", batch.file);
  if (batch.id != 0) record.add("batch", std::to_string(batch.id));
  record.add_if("encoding", batch.encoding)
      .add_if("delimiter", batch.delimiter)
      .add_if("sheet", batch.sheet);
  record.add_if("header_row", batch.header_row);
  add_counts(record, batch)
      .add("households", batch.households)
      .add("persons", batch.persons)
      .add("skipped", batch.skipped);
  if (batch.whole) record.add("gone", batch.gone);
  add_list(record, "repairs", counts(batch.repairs));
  add_list(record, "warnings", counts(batch.warnings));
  add_list(record, "refusals", counts(batch.refusals));
  add_list(record, "unknown", batch.unknown_headings);
  return record;
}

Columns import_columns() {
  return import_table;
}

text::Record write_mapping(const std::string& file, const RegisterForm& form,
                           const RegisterMapping& column) {
  text::Record record = text::make_record("mapping");
  record.add("file", file)
      .add_if("encoding", form.encoding)
      .add_if("delimiter", form.delimiter)
      .add_if("sheet", column.sheet)
      .add("header_row", column.header_row)
      .add("column", column_name(column.column))
      .add_if("heading", column.heading);
  if (column.meaning) {
    const bool tag = column.meaning->field == RegisterField::tag_flag;
    record.add("field", tag ? "tag:" + column.meaning->tag
                            : std::string(register_field_name(column.meaning->field)));
  }
  const char* by = !column.meaning                ? "unknown"
                   : column.meaning->from_profile ? "profile"
                                                  : "heading";
  return record.add("by", std::string(by));
}

Columns mapping_columns() {
  return mapping_table;
}

std::string RegisterRejects::write(const RegisterRow& row, const std::string& reason) {
  // A file that is itself made of rejects carries these columns already.
  std::vector<size_t> kept;
  std::vector<std::string> headings;
  for (size_t i = 0; i < row.headings.size(); ++i) {
    if (std::ranges::find(added_headings, row.headings[i]) != added_headings.end()) continue;
    kept.push_back(i);
    headings.push_back(row.headings[i]);
  }
  headings.insert(headings.end(), added_headings.begin(),
                  added_headings.end() - (row.sheet.empty() ? 1 : 0));
  std::string bytes;
  if (headings != headings_) {
    headings_ = headings;
    text::write_csv_row(headings_, bytes);
  }
  std::vector<std::string> cells;
  for (const size_t i : kept) cells.push_back(i < row.cells.size() ? row.cells[i] : std::string());
  cells.push_back(std::to_string(row.row));
  cells.push_back(std::to_string(row.line));
  cells.push_back(row.problem->field);
  cells.push_back(row.problem->code);
  cells.push_back(reason);
  if (!row.sheet.empty()) cells.emplace_back(row.sheet);
  text::write_csv_row(cells, bytes);
  return bytes;
}

}  // namespace grid::codec
