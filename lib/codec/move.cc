#include <grid/codec/fields.h>
#include <grid/codec/household.h>
#include <grid/codec/move.h>
#include <grid/codec/register_file.h>
#include <grid/domain/code_tables.h>
#include <grid/domain/id_number.h>
#include <grid/domain/personal_text.h>
#include <grid/domain/register_date.h>
#include <grid/text/json_writer.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace grid::codec {

namespace {

// Of a move, and not of the person who comes.
constexpr std::array<std::string_view, 12> move_fields{
    "action", "date",         "reason",       "person",    "candidate", "outcome",
    "type",   "to_community", "to_household", "new_id_no", "v",         "new_id_kind"};

Result<int64_t> row_number(const std::string& text, const char* code, const char* field) {
  int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault == std::errc() && end == text.data() + text.size() && number > 0) return number;
  return problem(code, field, "{} is no row number", field);
}

// What a list shows masked names nobody.
bool masked(const std::string& text) {
  return text.find('*') != std::string::npos;
}

Result<std::optional<domain::IdNumber>> read_number(FieldReader& fields, const char* number_field,
                                                    const char* kind_field, Date today) {
  const std::string number = fields.text(number_field);
  if (number.empty() || masked(number)) return std::optional<domain::IdNumber>();
  domain::IdKind kind = domain::detect_id_kind(number);
  if (const std::string told = fields.text(kind_field); !told.empty()) {
    const auto parsed = domain::parse_id_kind(told);
    if (!parsed) return parsed.problem();
    kind = *parsed;
  }
  auto parsed = domain::parse_id_number(kind, number, today);
  if (!parsed) {
    Problem refused = parsed.problem();
    refused.field = number_field;
    return refused;
  }
  return std::optional(*std::move(parsed));
}

void take(std::string& value, std::string text) {
  if (!text.empty()) value = std::move(text);
}

Status read_rows(FieldReader& fields, MoveRecord& move) {
  if (fields.has("person")) {
    move.people.clear();
    for (const std::string& text : fields.list("person")) {
      const auto row = row_number(text, "person.row", "person");
      if (!row) return row.problem();
      move.people.push_back(*row);
    }
  }
  if (const std::string text = fields.text("candidate"); !text.empty()) {
    const auto row = row_number(text, "candidate.row", "candidate");
    if (!row) return row.problem();
    move.candidate = *row;
  }
  return Done{};
}

}  // namespace

Result<MoveRecord> read_move(const text::Record& record, MoveRecord given, Date today) {
  FieldReader fields(record);
  MoveRecord move = std::move(given);
  take(move.action, fields.text("action"));
  if (Status s = read_rows(fields, move); !s) return s.problem();
  auto number = read_number(fields, "id_no", "id_kind", today);
  if (!number) return number.problem();
  move.number = *std::move(number);
  auto corrected = read_number(fields, "new_id_no", "new_id_kind", today);
  if (!corrected) return corrected.problem();
  if (*corrected && (*corrected)->number.empty()) {
    return problem("field.required", "new_id_no", "the right number is missing");
  }
  move.new_number = *std::move(corrected);
  move.name = fields.text("name");
  move.birth = fields.text("birth");
  take(move.community, fields.text("community"));
  take(move.household_no, fields.text(record.text("type") == "household" ? "no" : "household_no"));
  take(move.to_community, fields.text("to_community"));
  take(move.to_household, fields.text("to_household"));
  take(move.relation, fields.text("to_relation"));
  if (!move.relation.empty()) {
    auto relation = domain::parse_code(domain::relation_codes(), move.relation);
    if (!relation) return relation.problem();
    move.relation = *std::move(relation);
  }
  take(move.reason, fields.text("reason"));
  if (Status s = domain::check_reason(move.reason); !s) return s.problem();
  if (const std::string text = fields.text("date"); !text.empty()) {
    const auto date = domain::parse_register_day(text, "date");
    if (!date) return date.problem();
    move.date = *date;
  }
  if (fields.problem()) return *fields.problem();
  return move;
}

Result<domain::RegisterEntry> read_newcomer(const text::Record& record, const MoveRecord& move,
                                            RegisterChecker& checker,
                                            domain::RegisterNotes& notes) {
  text::Record person = text::make_record("person");
  for (const text::Field& field : record.fields()) {
    if (std::ranges::find(move_fields, field.name) != move_fields.end()) continue;
    // Where the person was before says nothing of where a move leads.
    if (!move.to_household.empty() && field.name == "household_no") continue;
    if (!move.to_community.empty() && (field.name == "community" || field.name == "area")) continue;
    person.add(field.name, field.value);
  }
  if (person.find("community") == nullptr) person.add_if("community", move.community);
  if (person.find("household_no") == nullptr) person.add_if("household_no", move.household_no);
  std::string line;
  text::write_json(person, line);
  return read_entry(line, checker, notes);
}

namespace {

constexpr std::array<Column, 9> candidate_table{{
    {"candidate", "Candidate", "待认定", nullptr, true},
    {"batch", "Batch", "批次", nullptr, true},
    {"code", "Code", "原因"},
    {"persons", "People", "可能是"},
    {"community", "Community", "所属社区"},
    {"household_no", "Household", "户号"},
    {"name", "Name", "姓名"},
    {"id_no", "ID number", "证件号码"},
    {"birth", "Birth", "出生日期"},
}};

}  // namespace

text::Record write_candidate(int64_t id, int64_t batch, std::string_view code,
                             const domain::RegisterEntry* entry, const std::vector<int64_t>& people,
                             const PersonView& view) {
  text::Record record = text::make_record("candidate");
  record.add("candidate", std::to_string(id))
      .add("batch", std::to_string(batch))
      .add("code", std::string(code));
  text::List persons;
  for (const int64_t person : people) persons.push_back(std::to_string(person));
  record.add("persons", std::move(persons));
  if (entry == nullptr || !entry->person) return record;
  const text::Record person = write_person(*entry->person, entry->residence, view);
  for (const text::Field& field : person.fields()) {
    if (record.find(field.name) == nullptr) record.add(field.name, field.value);
  }
  return record;
}

Columns candidate_columns() {
  return candidate_table;
}

}  // namespace grid::codec
