// A small office and the reading of register files, for the tests of the register codec.
#pragma once

#include <fmt/format.h>
#include <grid/codec/register_file.h>
#include <grid/text/encoding.h>

#include <string>
#include <vector>

namespace grid::codec {

inline domain::AreaTree register_areas() {
  const auto area = [](const char* code, const char* kind, const char* name, const char* parent) {
    return domain::Area{code, kind, {}, {}, {domain::AreaSpell{{}, {}, name, parent}}};
  };
  return domain::AreaTree({
      area("330782002", "street", "江东街道", ""),
      area("330782002005", "community", "鸡鸣山社区", "330782002"),
      area("330782002005001", "grid", "鸡鸣山社区第一网格", "330782002005"),
      area("330782002005002", "grid", "鸡鸣山社区第二网格", "330782002005"),
      area("330782002006", "community", "商苑社区", "330782002"),
  });
}

// What became of one row, in a form that is easy to compare.
struct ReadRow {
  int64_t line = 0;
  int64_t row = 0;
  std::string sheet;
  domain::RegisterEntry entry;
  std::string code;  // of the refusal; empty: taken
  std::string field;
  std::vector<std::string> warnings;  // codes
  std::vector<std::string> repairs;
  std::vector<std::string> cells;

  const domain::Person& person() const { return *entry.person; }
};

struct ReadFile {
  RegisterForm form;
  std::vector<RegisterMapping> mapping;
  std::vector<ReadRow> rows;
  int64_t skipped = 0;
  std::string problem;  // code; the file was refused as a whole
};

inline ReadFile read_register(std::string content, const RegisterSource& source = {},
                              std::string area = "330782002005",
                              domain::RelationCodes relations = domain::RelationCodes::unset,
                              std::string system = "") {
  ReadFile result;
  auto file = RegisterFile::open(std::move(content), source);
  if (!file) {
    result.problem = file.problem().code;
    return result;
  }
  const domain::AreaTree areas = register_areas();
  const Date today = *parse_date("2026-11-21");
  domain::RegisterPlaces places(areas, today, std::move(area));
  RegisterChecker checker(places, {today, relations, std::move(system)});
  result.form = file->form();
  result.mapping = file->mapping();
  result.skipped = file->read(checker, [&](RegisterRow& row) {
    ReadRow& read = result.rows.emplace_back();
    read.line = row.line;
    read.row = row.row;
    read.sheet = row.sheet;
    if (row.entry) read.entry = *row.entry;
    if (row.problem) read.code = row.problem->code;
    if (row.problem) read.field = row.problem->field;
    for (const Problem& warning : row.notes.warnings) read.warnings.push_back(warning.code);
    for (const char* repair : row.notes.repairs) read.repairs.emplace_back(repair);
    read.cells.assign(row.cells.begin(), row.cells.end());
  });
  return result;
}

// The same text in another encoding.
inline std::string encoded(const std::string& text, text::Encoding encoding) {
  text::Encoder encoder(encoding);
  std::string out(encoder.byte_order_mark());
  const Status done = encoder.append(text, out);
  return done ? out : std::string();
}

}  // namespace grid::codec
