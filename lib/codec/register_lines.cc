// JSON lines of the types person and household.
#include <grid/base/nearest.h>
#include <grid/codec/register_file.h>
#include <grid/text/json.h>
#include <grid/text/line_splitter.h>

#include <algorithm>
#include <array>
#include <deque>

namespace grid::codec {

namespace {

using enum RegisterField;

struct RecordField {
  std::string_view name;
  RegisterField field;
};

constexpr std::array<RecordField, 34> person_fields{{
    {"id_kind", id_kind},
    {"id_no", id_no},
    {"name", name},
    {"former_name", former_name},
    {"sex", sex},
    {"birth", birth},
    {"ethnic", ethnic},
    {"nationality", nationality},
    {"phone", phone},
    {"politics", politics},
    {"education", education},
    {"marriage", marriage},
    {"relation", relation},
    {"community", community},
    {"household_no", household_no},
    {"area", area},
    {"residence", residence},
    {"consistent", consistent},
    {"address", address},
    {"registered_address", registered_address},
    {"since", since},
    {"until", until},
    {"tags", tags},
    {"flow_reason", flow_reason},
    {"origin", origin},
    {"permit_no", permit_no},
    {"registered_on", registered_on},
    {"permit_until", permit_until},
    {"died", died},
    {"ended_by", ended_by},
    {"source", source},
    {"source_ref", source_ref},
    {"person", ignored},
    {"outcome", ignored},
}};

constexpr std::array<RecordField, 12> household_fields{{
    {"community", community},
    {"no", household_no},
    {"area", area},
    {"address", address},
    {"building", building},
    {"unit", unit},
    {"room", room},
    {"dwelling_kind", dwelling_kind},
    {"kind", household_kind},
    {"vacant", vacant},
    {"members", ignored},
    {"outcome", ignored},
}};

// What lists and exports put beside the fields of a record.
bool is_mark(std::string_view name) {
  return name == "type" || name == "v" || name == "_export";
}

const RecordField* find_field(std::span<const RecordField> fields, std::string_view name) {
  for (const RecordField& field : fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

Problem unknown_field(std::span<const RecordField> fields, const std::string& name) {
  std::vector<std::string> names;
  for (const RecordField& field : fields) names.emplace_back(field.name);
  Problem p = problem("field.unknown", name, "there is no such field");
  const std::string near = nearest(name, names);
  p.near = near;
  return p;
}

// A value as a cell; texts made for it live in `made`. nullopt: a value of the wrong type.
std::optional<std::string_view> cell_of(const text::Value& value, std::deque<std::string>& made) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
  if (std::holds_alternative<text::Null>(value)) return "";
  if (const auto* list = std::get_if<text::List>(&value)) {
    std::string& joined = made.emplace_back();
    for (const std::string& word : *list) joined += (joined.empty() ? "" : " ") + word;
    return joined;
  }
  return std::nullopt;
}

class LineReader {
 public:
  LineReader(RegisterChecker& checker, const RegisterFile::Sink& sink)
      : checker_(checker), sink_(sink) {}

  void take(const text::Line& line) {
    row_ = RegisterRow{};
    row_.line = line.number;
    row_.input = line.text;
    if (line.problem) {
      row_.problem = line.problem;
    } else {
      Result<domain::RegisterEntry> entry = check(line.text);
      if (entry) {
        row_.entry = std::move(*entry);
      } else {
        row_.problem = entry.problem();
      }
    }
    sink_(row_);
  }

 private:
  Result<domain::RegisterEntry> check(std::string_view text) {
    Result<text::Record> record = json_.parse(text);
    if (!record) return record.problem();
    const std::string type = record->text("type");
    if (!type.empty() && type != "person" && type != "household") {
      return problem("record.type", "type", "a register has records of person and household");
    }
    const bool about_household =
        type == "household" || (type.empty() && record->find("no") != nullptr);
    const std::span<const RecordField> fields = about_household
                                                    ? std::span<const RecordField>(household_fields)
                                                    : std::span<const RecordField>(person_fields);
    RegisterCells cells;
    std::deque<std::string> made;
    for (const text::Field& field : record->fields()) {
      if (is_mark(field.name)) continue;
      const RecordField* known = find_field(fields, field.name);
      if (known == nullptr) return unknown_field(fields, field.name);
      if (known->field == ignored) continue;
      const auto cell = cell_of(field.value, made);
      if (!cell) return problem("field.type", field.name, "this field takes a text");
      cells[known->field] = *cell;
    }
    if (about_household) return checker_.check_household(cells, row_.notes);
    return checker_.check_person(cells, row_.notes);
  }

  RegisterChecker& checker_;
  const RegisterFile::Sink& sink_;
  text::JsonReader json_;
  RegisterRow row_;
};

}  // namespace

int64_t RegisterFile::read_lines(RegisterChecker& checker, const Sink& sink, int64_t most) const {
  LineReader reader(checker, sink);
  text::LineSplitter lines;
  std::string_view rest = content_;
  constexpr size_t piece = size_t{1} << 20;
  while (!rest.empty() && most > 0) {
    const size_t length = std::min(piece, rest.size());
    lines.feed(rest.substr(0, length));
    rest.remove_prefix(length);
    if (rest.empty()) lines.finish();
    for (auto line = most > 0 ? lines.next() : std::nullopt; line;
         line = --most > 0 ? lines.next() : std::nullopt) {
      reader.take(*line);
    }
  }
  return 0;
}

}  // namespace grid::codec
