#include <grid/text/json.h>
#include <grid/tool/case_numbers.h>
#include <grid/tool/source.h>

namespace grid::tool {

std::vector<text::Record> number_records(const std::vector<std::string>& operands) {
  std::vector<text::Record> records;
  for (const std::string& no : operands) records.push_back(text::Record().add("no", no));
  return records;
}

std::vector<text::Record> case_numbers(Session& session, const std::vector<std::string>& operands) {
  if (!operands.empty()) return number_records(operands);
  LineSource source({});
  text::JsonReader reader;
  std::vector<text::Record> records;
  bool bad = false;
  for (auto lines = source.next_group(10000); !lines.empty(); lines = source.next_group(10000)) {
    for (const InputLine& line : lines) {
      auto record = line.problem ? Result<text::Record>(*line.problem) : reader.parse(line.text);
      if (record && record->text("no").empty()) {
        record = problem("field.required", "no", "no is missing");
      }
      if (record) {
        records.push_back(std::move(*record));
      } else {
        session.messages().error(record.problem(), Place{"-", line.number, 0});
        bad = true;
      }
    }
  }
  if (bad) throw Ended{exit_bad_data};
  return records;
}

}  // namespace grid::tool
