// JSON lines: records of the types person and household, or objects whose keys are headings.
#include <grid/base/nearest.h>
#include <grid/codec/register_file.h>
#include <grid/text/json.h>
#include <grid/text/json_writer.h>
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
  Problem p = problem("field.unknown", name, "there is no field {}", name);
  const std::string near = nearest(name, names);
  p.near = near;
  return p;
}

// Objects of other systems have the headings of a table as their keys. One that has our names alone
// is a record of ours, even where it names no type: a mistyped field is told.
bool has_headings(const text::Record& record) {
  if (!record.text("type").empty()) return false;
  return std::ranges::any_of(record.fields(), [](const text::Field& field) {
    return !is_mark(field.name) && find_field(person_fields, field.name) == nullptr &&
           find_field(household_fields, field.name) == nullptr &&
           find_register_heading(field.name).has_value();
  });
}

std::vector<std::string> names_of(const text::Record& record) {
  std::vector<std::string> names;
  for (const text::Field& field : record.fields()) names.push_back(field.name);
  return names;
}

// A number is written out: not all that should be texts are.
std::string text_of(const text::Value& value) {
  if (const auto* number = std::get_if<int64_t>(&value)) return std::to_string(*number);
  std::string text;
  if (const auto* number = std::get_if<text::Decimal>(&value)) text::write_decimal(*number, text);
  return text;
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
  LineReader(const RegisterProfile* profile, RegisterChecker& checker,
             const RegisterFile::Sink& sink)
      : profile_(profile), checker_(checker), sink_(sink) {}

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
    if (finds_columns(*record)) return check_cells(*record, *columns_);
    return check_record(*record);
  }

  // Most lines have the keys of the one before.
  bool finds_columns(const text::Record& record) {
    if (!has_headings(record)) return false;
    const std::vector<std::string> names = names_of(record);
    if (!columns_) {
      columns_ = RegisterColumns::from(names, profile_);
    } else if (columns_->headings() != names) {
      // After the first such line all are of one table: empty values may be left out.
      columns_.emplace(names, profile_);
    }
    return columns_.has_value();
  }

  Result<domain::RegisterEntry> check_cells(const text::Record& record,
                                            const RegisterColumns& columns) {
    std::deque<std::string> made;
    std::vector<std::string> values;
    bool numeric = false;
    for (size_t i = 0; i < record.fields().size(); ++i) {
      const text::Value& value = record.fields()[i].value;
      const auto cell = cell_of(value, made);
      values.push_back(cell ? std::string(*cell) : text_of(value));
      const auto& meaning = columns.meaning(i);
      numeric |= !cell && meaning && meaning->field == id_no;
    }
    RegisterCells cells = columns.pick(values, phones_);
    cells.number_is_numeric = numeric;
    return columns.about_people() ? checker_.check_person(cells, row_.notes)
                                  : checker_.check_household(cells, row_.notes);
  }

  Result<domain::RegisterEntry> check_record(const text::Record& record) {
    const std::string type = record.text("type");
    if (!type.empty() && type != "person" && type != "household") {
      return problem("record.type", "type", "a register has records of person and household");
    }
    const bool about_household =
        type == "household" || (type.empty() && record.find("no") != nullptr);
    const std::span<const RecordField> fields = about_household
                                                    ? std::span<const RecordField>(household_fields)
                                                    : std::span<const RecordField>(person_fields);
    RegisterCells cells;
    std::deque<std::string> made;
    for (const text::Field& field : record.fields()) {
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

  const RegisterProfile* profile_;
  RegisterChecker& checker_;
  const RegisterFile::Sink& sink_;
  text::JsonReader json_;
  RegisterRow row_;
  std::optional<RegisterColumns> columns_;
  std::string phones_;
};

}  // namespace

void RegisterFile::find_keys() {
  std::string_view first = content_;
  first.remove_prefix(std::min(first.find_first_not_of(" \t\r\n"), first.size()));
  first = first.substr(0, first.find_first_of("\r\n"));
  if (const auto record = text::parse_json_line(first)) {
    form_.exported = record->find("_export") != nullptr;
    if (has_headings(*record)) keys_ = RegisterColumns::from(names_of(*record), profile_.get());
  }
}

Result<domain::RegisterEntry> read_entry(std::string_view line, RegisterChecker& checker,
                                         domain::RegisterNotes& notes) {
  std::optional<Result<domain::RegisterEntry>> entry;
  const RegisterFile::Sink keep = [&](RegisterRow& row) {
    notes = std::move(row.notes);
    entry = row.entry ? Result<domain::RegisterEntry>(*std::move(row.entry))
                      : Result<domain::RegisterEntry>(*row.problem);
  };
  LineReader(nullptr, checker, keep).take({1, line, {}});
  return *std::move(entry);
}

int64_t RegisterFile::read_lines(RegisterChecker& checker, const Sink& sink, int64_t most) const {
  LineReader reader(profile_.get(), checker, sink);
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
