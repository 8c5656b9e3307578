#include <grid/codec/batch.h>

#include <algorithm>
#include <array>

#include "batch_counts.h"

namespace grid::codec {

namespace {

struct Word {
  std::string_view code;
  std::string_view english;
  std::string_view chinese;
};

constexpr std::array<Word, 11> words{{
    {"import", "import", "导入"},
    {"move", "moves", "变动"},
    {"undo", "undoing", "撤销"},
    {"erase", "erasure", "删除"},
    {"dwelling", "dwellings", "房屋"},
    {"household", "households", "户"},
    {"person", "people", "人口"},
    {"residence", "spells", "居住"},
    {"added", "added", "新增"},
    {"changed", "changed", "变更"},
    {"removed", "removed", "移除"},
}};

std::string_view word_of(std::string_view code, bool chinese) {
  const auto found = std::ranges::find(words, code, &Word::code);
  if (found == words.end()) return "";
  return chinese ? found->chinese : found->english;
}

constexpr std::array<Column, 14> batch_table{{
    {"batch", "Batch", "批次", nullptr, true},
    {"kind", "Kind", "类型", word_of},
    {"file", "File", "文件"},
    {"at", "At", "时间"},
    {"actor", "By", "操作人"},
    {"read", "Read", "读取", nullptr, true},
    {"added", "Added", "新增", nullptr, true},
    {"changed", "Changed", "变更", nullptr, true},
    {"same", "Same", "相同", nullptr, true},
    {"rejected", "Rejected", "拒绝", nullptr, true},
    {"gone", "Gone", "疑似离开", nullptr, true},
    {"undoes", "Takes back", "撤销批次", nullptr, true},
    {"undone_by", "Taken back by", "被撤销于", nullptr, true},
    {"reason", "Reason", "原因"},
}};

constexpr std::array<Column, 6> change_table{{
    {"batch", "Batch", "批次", nullptr, true},
    {"noun", "Of", "对象", word_of},
    {"what", "What", "变动", word_of},
    {"field", "Field", "字段"},
    {"count", "Count", "数量", nullptr, true},
    {"rows", "Rows", "行号"},
}};

void add_number(text::Record& record, const char* name, int64_t number) {
  if (number != 0) record.add(name, std::to_string(number));
}

}  // namespace

text::Record write_batch(const domain::RegisterBatch& batch, const BatchOrigin& origin,
                         UtcOffset offset) {
  text::Record record = text::make_record("batch");
  record.add("batch", std::to_string(batch.id))
      .add("kind", std::string(domain::name_of(batch.kind)))
      .add("file", batch.file)
      .add("at", format_instant(origin.at, offset))
      .add("actor", origin.actor)
      .add("login", origin.login)
      .add_if("encoding", batch.encoding)
      .add_if("delimiter", batch.delimiter)
      .add_if("sheet", batch.sheet)
      .add_if("header_row", batch.header_row);
  if (batch.whole) record.add("full", true);
  add_counts(record, batch).add("skipped", batch.skipped);
  if (batch.gone != 0) record.add("gone", batch.gone);
  add_number(record, "undoes", batch.undoes);
  add_number(record, "undone_by", origin.undone_by);
  record.add_if("reason", batch.reason);
  return record;
}

Columns batch_columns() {
  return batch_table;
}

text::Record write_batch_change(int64_t batch, std::string_view noun, std::string_view what,
                                const std::string& field, int64_t count, const std::string& rows) {
  text::Record record = text::make_record("change");
  record.add("batch", std::to_string(batch))
      .add("noun", std::string(noun))
      .add("what", std::string(what))
      .add_if("field", field)
      .add("count", count)
      .add_if("rows", rows);
  return record;
}

Columns batch_change_columns() {
  return change_table;
}

}  // namespace grid::codec
