#include <grid/codec/fields.h>
#include <grid/codec/id_record.h>

#include <array>

namespace grid::codec {

namespace {

struct KindWord {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<KindWord, 9> kind_words{{
    {"resident_id", "居民身份证", "resident number"},
    {"resident_id15", "15位居民身份证", "resident number of 15 digits"},
    {"resident_id_strict", "居民身份证（严格）", "resident number, strictly"},
    {"hmt_permit", "港澳台居民居住证", "residence permit"},
    {"foreign_pr", "外国人永久居留身份证", "foreigner's permanent residence"},
    {"passport", "护照", "passport"},
    {"none", "无证件", "none"},
    {"uscc", "统一社会信用代码", "social credit code"},
    {"phone", "电话", "telephone"},
}};

std::string_view kind_word(std::string_view code, bool chinese) {
  for (const KindWord& word : kind_words) {
    if (word.code == code) return chinese ? word.zh : word.en;
  }
  return {};
}

// `normal` is last, so that the others alone are a prefix.
constexpr std::array<Column, 6> columns{{
    {"line", "Line", "行", nullptr, true},
    {"kind", "Kind", "证件类型", kind_word},
    {"valid", "Valid", "有效"},
    {"warnings", "Warnings", "提示"},
    {"code", "Refused for", "不合格原因"},
    {"normal", "Number", "号码"},
}};

}  // namespace

Result<IdQuestion> read_id_question(const text::Record& record, const std::string& kind) {
  FieldReader fields(record);
  IdQuestion question;
  question.kind = fields.has("kind") ? fields.text("kind") : kind;
  // An empty value is a question too: it is the number of nobody (kind none).
  if (record.find("value") == nullptr) fields.required("value");
  question.value = fields.text("value");
  if (fields.problem()) return *fields.problem();
  return question;
}

text::Record write_id(const domain::CheckedId& checked, int64_t line, ShowNormal show) {
  text::Record record = text::make_record("id");
  if (line > 0) record.add("line", line);
  record.add("kind", checked.kind).add("valid", checked.valid).add("warnings", checked.warnings);
  record.add_if("code", checked.code);
  if (show == ShowNormal::yes) record.add_if("normal", checked.normal);
  return record;
}

Columns id_columns(ShowNormal show) {
  const Columns all = columns;
  return show == ShowNormal::yes ? all : all.first(all.size() - 1);
}

}  // namespace grid::codec
