#include <grid/codec/erasure.h>

#include <charconv>

namespace grid::codec {

namespace {

constexpr Column columns[] = {{"person", "Person", "人员序号"},
                              {"case", "Case", "案件编号"},
                              {"batch", "Batch", "批次"},
                              {"outcome", "Outcome", "结果"}};

}  // namespace

Result<int64_t> read_person_key(const text::Record& record) {
  const std::string text = record.text("person");
  if (text.empty()) return problem("field.required", "person", "person is missing");
  int64_t id = 0;
  const char* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, id);
  if (error != std::errc() || end != last || id < 1) {
    return problem("field.value", "person", "person takes the number that household-list gives");
  }
  return id;
}

text::Record write_erasure(const domain::Erasure& erasure) {
  text::Record record = text::make_record("erasure");
  record.add_if("person", erasure.person).add_if("case", erasure.case_no);
  if (erasure.batch != 0) record.add("batch", std::to_string(erasure.batch));
  record.add("outcome", std::string(erasure.batch != 0 ? "changed" : "same"));
  return record;
}

Columns erasure_columns() {
  return columns;
}

}  // namespace grid::codec
