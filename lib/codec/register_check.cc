#include <grid/codec/register_check.h>
#include <grid/domain/clean_text.h>
#include <grid/domain/id_number.h>
#include <grid/domain/name.h>
#include <grid/domain/phone.h>
#include <grid/domain/register_date.h>

#include <algorithm>
#include <array>
#include <utility>

#include "register_words.h"

namespace grid::codec {

using domain::IdKind;
using domain::IdNumber;
using domain::RegisterEntry;
using domain::RegisterNotes;
using enum RegisterField;

struct RegisterChecker::Row {
  const RegisterCells& cells;
  RegisterNotes& notes;
  RegisterEntry entry;
  std::optional<IdNumber> number;

  domain::Person& person() { return *entry.person; }
  domain::Residence& residence() { return entry.residence; }
  void warn(std::string_view code, std::string_view field, const char* text) {
    notes.warnings.push_back(problem(code, field, text));
  }
  void repaired(const char* kind) { notes.repairs.push_back(kind); }
};

namespace {

constexpr Date far_future{std::chrono::local_days{std::chrono::year{2200} / 1 / 1}};

struct WarningText {
  std::string_view code;
  const char* text;
};

// What the warnings mean that the domain gives as codes alone.
constexpr std::array<WarningText, 10> warning_texts{{
    {"id.fifteen_digits", message_id("an old number of 15 digits was completed to 18")},
    {"id.area_unknown", message_id("the number names a county that no list has")},
    {"id.area_retired", message_id("the number names a county that was gone at the time of birth")},
    {"id.age_implausible", message_id("the number makes this person older than 120 years")},
    {"id.truncated", message_id("the number ends in 000, as after loss in a spreadsheet")},
    {"id.kind_differs", message_id("the number is of another kind than the row says")},
    {"id.checksum_doubtful", message_id("the check of the number is wrong")},
    {"id.country_unknown", message_id("the number names a country that no list has")},
    {"name.private_use", message_id("the name has a character that no other machine can show")},
    {"name.question_mark", message_id("the name has a question mark where a character was lost")},
}};

const char* warning_text(std::string_view code) {
  const auto found = std::ranges::find(warning_texts, code, &WarningText::code);
  return found == warning_texts.end() ? message_id("this is doubtful") : found->text;
}

Problem truncated_column() {
  Problem p = problem("id.truncated", "id_no",
                      "so many numbers of this column end in 000 that none can be trusted");
  p.hint = message_id("export the register again, with the column as text");
  return p;
}

Problem numeric_number() {
  Problem p = problem("id.numeric", "id_no",
                      "the cell holds a number, of which spreadsheets keep 15 digits");
  p.hint = message_id("format the column as text and enter the numbers again");
  return p;
}

// A failed check on a number that ends in 000 has a reason that can be told.
Problem explained(Problem refusal, std::string_view cell) {
  const std::string number = domain::clean_identifier(cell);
  if (refusal.code != "id.checksum" || number.size() != 18 || !number.ends_with("000")) {
    return refusal;
  }
  Problem p = problem("id.truncated", "id_no",
                      "the number ends in 000: a spreadsheet kept only its first 15 digits");
  p.hint = message_id("export the register again, with the column as text");
  return p;
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined.append(between);
    joined.append(part);
  }
  return joined;
}

}  // namespace

Result<std::string> RegisterChecker::code(const domain::CodeTable& table, std::string_view text,
                                          Memory& memory) {
  if (says_nothing(text)) return std::string();
  const auto known = memory.find(std::string(text));
  if (known != memory.end()) return known->second;
  Result<std::string> code = domain::parse_code(table, text);
  if (code) memory.emplace(text, *code);
  return code;
}

std::string RegisterChecker::free_text(Row& row, RegisterField field) {
  const std::string_view cell = row.cells[field];
  if (cell.empty()) return {};
  std::string text = plain_text(cell);
  if (text != cell) row.repaired(repair_kind(cell));
  return text;
}

Status RegisterChecker::read_name(Row& row) {
  Result<domain::PersonName> parsed = domain::parse_name(row.cells[name]);
  if (!parsed) {
    return problem("field.required", "name", "the name is missing");
  }
  if (parsed->text.find('*') != std::string::npos) {
    Problem p = problem("name.masked", "name", "the name is masked: this is nobody's name");
    p.hint = message_id("export it with --reveal, or take the name from the first source");
    return p;
  }
  for (const std::string& code : parsed->warnings) row.warn(code, "name", warning_text(code));
  if (parsed->repaired) {
    const char* kind = repair_kind(row.cells[name]);
    row.repaired(kind == std::string_view("text.spelling") ? "name.dot" : kind);
  }
  row.person().name = std::move(parsed->text);
  row.person().former_name = free_text(row, former_name);
  return Done{};
}

Status RegisterChecker::read_number(Row& row, bool truncated) {
  const std::string_view cell = row.cells[id_no];
  const std::string_view kind_cell = row.cells[id_kind];
  if (says_nothing(cell)) {
    const bool told = domain::clean_word(kind_cell) == "none";
    if (!told) row.warn("id.missing", "id_no", "there is no number");
    return Done{};
  }
  if (truncated) return truncated_column();
  if (row.cells.number_is_numeric) return numeric_number();
  IdKind kind = domain::detect_id_kind(cell);
  if (!says_nothing(kind_cell)) {
    Result<IdKind> told = domain::parse_id_kind(kind_cell);
    if (!told) return told.problem();
    if (*told != IdKind::none) kind = *told;
  }
  Result<IdNumber> number = domain::parse_id_number(kind, cell, rules_.today);
  if (!number) return explained(number.problem(), cell);
  for (const std::string& code : number->warnings) row.warn(code, "id_no", warning_text(code));
  if (number->repaired) {
    const bool fifteen =
        std::ranges::find(number->warnings, "id.fifteen_digits") != number->warnings.end();
    row.repaired(fifteen ? "id.fifteen_digits" : repair_kind(cell));
  }
  row.person().id_kind = number->kind;
  row.person().id_no = number->number;
  row.number = std::move(*number);
  return Done{};
}

Status RegisterChecker::read_birth(Row& row) {
  const std::string_view cell = row.cells[birth];
  const bool told = row.number && row.number->birth;
  std::string& value = row.person().birth;
  if (told) value = format_date(*row.number->birth);
  if (says_nothing(cell)) return Done{};
  Result<domain::RegisterDate> date =
      domain::parse_register_date(cell, "birth", rules_.today, row.cells.dates);
  if (!date && !told) return date.problem();
  if (!date) {
    row.warn(date.problem().code, "birth", "the birth date cannot be read; the number's counts");
    return Done{};
  }
  if (date->respelled) row.repaired("date.spelling");
  if (!told) {
    value = std::move(date->text);
  } else if (!domain::births_agree(value, date->text)) {
    row.warn("birth.conflict", "birth", "the birth date contradicts the number, which counts");
  }
  return Done{};
}

Status RegisterChecker::read_sex(Row& row) {
  const std::string_view cell = row.cells[sex];
  const std::string told =
      row.number && row.number->sex != 0 ? std::string(1, row.number->sex) : "";
  std::string& value = row.person().sex;
  value = told;
  if (says_nothing(cell) && domain::clean_word(cell) != "0") return Done{};
  Result<std::string> code = domain::parse_code(domain::sex_codes(), cell);
  if (!code && told.empty()) return code.problem();
  if (!code) {
    row.warn(code.problem().code, "sex", "the sex cannot be read; the number's counts");
  } else if (told.empty()) {
    value = std::move(*code);
  } else if (*code != told && (*code == "1" || *code == "2")) {
    row.warn("sex.conflict", "sex", "the sex contradicts the number, which counts");
  }
  return Done{};
}

Status RegisterChecker::read_phone(Row& row) {
  const std::string_view cell = row.cells[phone];
  if (says_nothing(cell)) return Done{};
  std::vector<std::string> numbers;
  for (const std::string& part : split_phones(cell)) {
    if (says_nothing(part)) continue;
    Result<domain::Phone> parsed = domain::parse_phone(part);
    if (!parsed) return parsed.problem();
    if (parsed->repaired) row.repaired("phone.spelling");
    if (std::ranges::find(numbers, parsed->number) == numbers.end()) {
      numbers.push_back(std::move(parsed->number));
    }
  }
  row.person().phone = join(numbers, "/");
  return Done{};
}

Status RegisterChecker::read_codes(Row& row) {
  struct Item {
    RegisterField field;
    const domain::CodeTable& table;
    Memory& memory;
    std::string& value;
  };
  domain::Person& person = row.person();
  const Item items[] = {
      {ethnic, domain::ethnic_codes(), ethnic_, person.ethnic},
      {nationality, domain::country_codes(), nationality_, person.nationality},
      {politics, domain::politics_codes(), politics_, person.politics},
      {education, domain::education_codes(), education_, person.education},
      {marriage, domain::marriage_codes(), marriage_, person.marriage},
  };
  for (const Item& item : items) {
    Result<std::string> found = code(item.table, row.cells[item.field], item.memory);
    if (!found) return found.problem();
    item.value = std::move(*found);
  }
  const std::string_view cell = row.cells[relation];
  // On the census form 0 is the head.
  if (says_nothing(cell) && domain::clean_word(cell) != "0") return Done{};
  const char person_sex = person.sex.empty() ? '\0' : person.sex.front();
  std::string key(cell);
  key += person_sex;
  const auto known = relation_.find(key);
  if (known != relation_.end()) {
    row.residence().relation = known->second;
    return Done{};
  }
  Result<std::string> found = domain::parse_relation(cell, rules_.relation_codes, person_sex);
  if (!found) return found.problem();
  relation_.emplace(std::move(key), *found);
  row.residence().relation = std::move(*found);
  return Done{};
}

bool RegisterChecker::says_head(std::string_view cell) {
  if (cell.empty()) return false;
  const Result<std::string> found = domain::parse_relation(cell, rules_.relation_codes);
  return found && domain::is_head(*found);
}

// The status words say several things at once.
Status RegisterChecker::read_residence(Row& row) {
  domain::Residence& stay = row.residence();
  std::optional<bool> empty_home;
  const auto read_status = [&](std::string_view word) {
    const auto told = home_status(word);
    if (!told) return false;
    stay.consistent = told->consistent;
    if (told->without_dwelling) empty_home = true;
    return true;
  };
  const std::string kind = domain::clean_word(row.cells[residence]);
  if (read_status(kind)) {
    stay.kind = domain::ResidenceKind::registered;
  } else if (!says_nothing(kind)) {
    Result<domain::ResidenceKind> parsed = domain::parse_residence_kind(kind);
    if (!parsed) return parsed.problem();
    stay.kind = *parsed;
  }
  const std::string status = domain::clean_word(row.cells[consistent]);
  const std::optional<bool> yes = says_yes(status);
  if (yes) {
    stay.consistent = yes;
  } else if (!read_status(status) && !status.empty()) {
    row.warn("consistent.unknown", "consistent", "this status is not known; it was left out");
  }
  if (const std::optional<bool> apart = says_yes(row.cells[separated])) stay.consistent = !*apart;
  if (const std::optional<bool> bare = says_yes(row.cells[vacant])) empty_home = bare;
  if (row.entry.household) row.entry.household->vacant = empty_home;
  return Done{};
}

Status RegisterChecker::read_date(Row& row, RegisterField field, Date last, std::string& value) {
  const std::string_view cell = row.cells[field];
  if (says_nothing(cell)) return Done{};
  Result<domain::RegisterDate> date =
      domain::parse_register_date(cell, register_field_name(field), last, row.cells.dates);
  if (!date) return date.problem();
  if (date->respelled) row.repaired("date.spelling");
  value = std::move(date->text);
  return Done{};
}

Status RegisterChecker::read_spell(Row& row) {
  domain::Residence& stay = row.residence();
  stay.address = free_text(row, address);
  if (Status s = read_date(row, since, rules_.today, stay.since); !s) return s;
  if (Status s = read_date(row, until, far_future, stay.until); !s) return s;
  Result<std::string> why = code(domain::ending_codes(), row.cells[ended_by], ended_by_);
  if (!why) return why.problem();
  stay.ended_by = std::move(*why);
  return Done{};
}

// Where floating people (流动人口) come from, why, and with which permit.
Status RegisterChecker::read_floating(Row& row) {
  domain::Residence& stay = row.residence();
  Result<std::string> why = code(domain::floating_codes(), row.cells[flow_reason], flow_reason_);
  if (!why) return why.problem();
  stay.flow_reason = std::move(*why);
  stay.origin = free_text(row, origin);
  const std::string_view cell = row.cells[permit_no];
  if (!says_nothing(cell)) {
    stay.permit_no = domain::clean_identifier(cell);
    if (domain::is_scientific(stay.permit_no)) {
      return problem("permit_no.scientific", "permit_no",
                     "the number was cut by a spreadsheet and cannot be recovered");
    }
    if (stay.permit_no != cell) row.repaired(repair_kind(cell));
  }
  if (Status s = read_date(row, registered_on, rules_.today, stay.registered_on); !s) return s;
  return read_date(row, permit_until, far_future, stay.permit_until);
}

// The key that another system names the person by. Without that system's name it would be taken
// for the key of any other.
void RegisterChecker::read_source(Row& row) {
  const std::string_view key = row.cells[source_ref];
  if (says_nothing(key)) return;
  std::string system = plain_text(row.cells[source]);
  if (system.empty()) system = rules_.source;
  if (!system.empty()) {
    row.person().source = std::move(system);
    row.person().source_ref = domain::clean_identifier(key);
  } else if (!std::exchange(told_of_source_, true)) {
    row.warn("source.unnamed", "source_ref",
             "the numbers that people have in another system are kept with --source only");
  }
}

Status RegisterChecker::read_household(Row& row, bool required) {
  Result<domain::RegisterPlace> place = places_.find(row.cells[community], row.cells[area]);
  if (!place) return place.problem();
  if (place->grid_unknown) {
    row.warn("grid.unknown", "area", "the community has no such grid; it was left out");
    if (!std::exchange(told_of_grids_, true)) {
      row.notes.warnings.back().hint = message_id(
          "add the grid with grid-add, or tell in a profile, under [values.area], which one is "
          "meant");
    }
  }
  row.residence().community = place->community;
  row.residence().area = place->grid;
  const std::string_view cell = row.cells[household_no];
  if (says_nothing(cell)) {
    if (required) return problem("field.required", "no", "the household's number is missing");
    if (row.cells.has_household_column) {
      row.warn("household.missing", "household_no", "the row names no household");
    }
    return Done{};
  }
  std::string no = domain::clean_identifier(cell);
  if (domain::is_scientific(no)) {
    return problem("household_no.scientific", "household_no",
                   "the number was cut by a spreadsheet and cannot be recovered");
  }
  if (no != cell) row.repaired(repair_kind(cell));
  domain::Household home;
  home.community = place->community;
  home.no = no;
  home.area = place->grid;
  home.building = free_text(row, building);
  home.unit = free_text(row, unit);
  home.room = free_text(row, room);
  home.dwelling_kind = free_text(row, dwelling_kind);
  const std::string_view kind = row.cells[household_kind];
  if (!says_nothing(kind)) {
    home.kind = domain::find_household_kind(domain::clean_word(kind));
    if (!home.kind) {
      return problem("household_kind.unknown", "kind", "this kind of household is not known");
    }
  }
  row.residence().no = std::move(no);
  row.entry.household = std::move(home);
  return Done{};
}

// Of remarks (备注) only what is a list of short words counts as tags: sentences would end up in
// searches and counts, and often hold what a register must not keep.
void RegisterChecker::read_remark(Row& row, std::vector<std::string>& words) {
  const std::string_view cell = row.cells[remark];
  if (says_nothing(cell)) return;
  if (reads_as_tags(cell)) {
    for (std::string& word : split_words(cell)) {
      if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
    }
  } else if (!std::exchange(told_of_remarks_, true)) {
    row.warn("remark.left_out", "tags", "remarks that are no list of tags are not kept");
  }
}

void RegisterChecker::read_tags(Row& row) {
  std::vector<std::string> words;
  if (!says_nothing(row.cells[tags])) words = split_words(row.cells[tags]);
  read_remark(row, words);
  for (const auto& [tag, cell] : row.cells.flags) {
    const std::optional<bool> yes = says_yes(cell);
    if (yes && !*yes) continue;
    // A word other than yes tells more than the heading: 残疾 → 二级.
    for (const std::string& word : yes ? std::vector<std::string>{std::string(tag)}
                                       : split_words(std::string(tag) + ":" + std::string(cell))) {
      if (std::ranges::find(words, word) == words.end()) words.push_back(word);
    }
  }
  row.person().tags = join(words, " ");
}

Result<RegisterEntry> RegisterChecker::check_person(const RegisterCells& cells,
                                                    RegisterNotes& notes, bool truncated) {
  Row row{cells, notes, {}, {}};
  row.entry.person.emplace();
  if (Status s = refuse_controls(cells); !s) return s.problem();
  if (Status s = read_name(row); !s) return s.problem();
  if (Status s = read_number(row, truncated); !s) return s.problem();
  if (Status s = read_birth(row); !s) return s.problem();
  if (Status s = read_sex(row); !s) return s.problem();
  if (Status s = read_phone(row); !s) return s.problem();
  if (Status s = read_codes(row); !s) return s.problem();
  if (Status s = read_household(row, false); !s) return s.problem();
  if (Status s = read_residence(row); !s) return s.problem();
  if (Status s = read_spell(row); !s) return s.problem();
  if (Status s = read_floating(row); !s) return s.problem();
  if (Status s = read_date(row, died, rules_.today, row.person().died); !s) return s.problem();
  read_source(row);
  row.person().registered_address = free_text(row, registered_address);
  read_tags(row);
  if (row.entry.household) {
    // Where people live elsewhere, their address is not the household's.
    const bool elsewhere = row.residence().consistent == false;
    row.entry.household->address =
        elsewhere ? row.person().registered_address : row.residence().address;
  }
  return std::move(row.entry);
}

Result<RegisterEntry> RegisterChecker::check_household(const RegisterCells& cells,
                                                       RegisterNotes& notes) {
  Row row{cells, notes, {}, {}};
  if (Status s = refuse_controls(cells); !s) return s.problem();
  if (Status s = read_household(row, true); !s) return s.problem();
  row.entry.household->address = free_text(row, address);
  row.entry.household->vacant = says_yes(cells[vacant]);
  return std::move(row.entry);
}

}  // namespace grid::codec
