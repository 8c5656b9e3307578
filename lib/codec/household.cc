#include <grid/codec/household.h>
#include <grid/domain/code_tables.h>
#include <grid/domain/mask.h>

#include <algorithm>
#include <array>

#include "person_fields.h"

namespace grid::codec {

namespace {

std::string_view kind_word(std::string_view code, bool chinese) {
  if (code == "collective") return chinese ? "集体户" : "collective";
  return chinese ? "家庭户" : "family";
}

template <const domain::CodeTable& (*table)()>
std::string_view code_word(std::string_view code, bool chinese) {
  return domain::word(table(), code, !chinese);
}

constexpr std::array<Column, 11> household_table{{
    {"community", "Community", "所属社区"},
    {"no", "No.", "户号"},
    {"area", "Grid", "所属网格"},
    {"address", "Address", "地址"},
    {"building", "Building", "楼栋"},
    {"unit", "Unit", "单元"},
    {"room", "Room", "室"},
    {"dwelling_kind", "Dwelling", "住所类型"},
    {"kind", "Kind", "户类型", kind_word},
    {"vacant", "Vacant", "是否空挂"},
    {"members", "Members", "人数", nullptr, true},
}};

constexpr std::array<Column, 32> person_table{{
    {"community", "Community", "所属社区"},
    {"household_no", "Household", "户号"},
    {"area", "Grid", "所属网格"},
    {"relation", "Relation", "与户主关系", code_word<domain::relation_codes>},
    {"name", "Name", "姓名"},
    {"former_name", "Former name", "曾用名"},
    {"id_kind", "ID kind", "证件类型", code_word<domain::id_kind_codes>},
    {"id_no", "ID number", "证件号码"},
    {"sex", "Sex", "性别", code_word<domain::sex_codes>},
    {"birth", "Birth", "出生日期"},
    {"ethnic", "Ethnic group", "民族", code_word<domain::ethnic_codes>},
    {"nationality", "Nationality", "国籍", code_word<domain::country_codes>},
    {"phone", "Phone", "联系电话"},
    {"politics", "Politics", "政治面貌", code_word<domain::politics_codes>},
    {"education", "Education", "文化程度", code_word<domain::education_codes>},
    {"marriage", "Marriage", "婚姻状况", code_word<domain::marriage_codes>},
    {"residence", "Residence", "人口类型", code_word<domain::residence_codes>},
    {"consistent", "Consistent", "人户一致"},
    {"address", "Address", "现住址"},
    {"registered_address", "Registered address", "户籍地址"},
    {"since", "Since", "入住日期"},
    {"until", "Until", "离开日期"},
    {"tags", "Tags", "标签"},
    {"flow_reason", "Reason of coming", "流入原因", code_word<domain::floating_codes>},
    {"origin", "Came from", "流出地"},
    {"permit_no", "Permit", "居住证号"},
    {"registered_on", "Registered on", "登记日期"},
    {"permit_until", "Permit until", "到期日期"},
    {"died", "Died", "死亡日期"},
    {"ended_by", "Ended by", "离开原因", code_word<domain::ending_codes>},
    {"source", "Source", "来源系统"},
    {"source_ref", "Number there", "人员编号"},
}};

// With the row number, by which tools name people.
constexpr auto keyed_person_table = [] {
  std::array<Column, person_table.size() + 1> table{};
  table[0] = {"person", "Person", "登记编号"};
  std::ranges::copy(person_table, table.begin() + 1);
  return table;
}();

// What a registrar looks for on a terminal, in a hundred columns; and of stays that have ended,
// since when and why.
constexpr size_t stay_columns = 3;
constexpr auto brief_person_table = [] {
  constexpr std::array<std::string_view, 9 + stay_columns> names{
      "household_no", "relation",  "name", "sex",   "birth", "id_no",
      "phone",        "residence", "area", "since", "until", "ended_by"};
  std::array<Column, names.size() + 1> table{};
  table[0] = keyed_person_table[0];
  for (size_t i = 0; i < names.size(); ++i) {
    table[i + 1] = *std::ranges::find_if(
        person_table, [&](const Column& column) { return column.field == names[i]; });
  }
  return table;
}();

text::List split(std::string_view words) {
  text::List list;
  for (size_t begin = 0; begin < words.size();) {
    const size_t end = std::min(words.find(' ', begin), words.size());
    list.emplace_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return list;
}

text::Value value_of(std::string_view text, PersonField::Form form) {
  switch (form) {
    case PersonField::Form::truth:
      return text == "true";
    case PersonField::Form::words:
      return split(text);
    case PersonField::Form::text:
      break;
  }
  return std::string(text);
}

}  // namespace

text::Record write_household(const domain::Household& household, int64_t members) {
  text::Record record = text::make_record("household");
  const auto kind = household.kind.value_or(domain::HouseholdKind::family);
  record.add("community", household.community)
      .add("no", household.no)
      .add_if("area", household.area)
      .add_if("address", household.address)
      .add_if("building", household.building)
      .add_if("unit", household.unit)
      .add_if("room", household.room)
      .add_if("dwelling_kind", household.dwelling_kind)
      .add("kind", std::string(domain::household_kind_name(kind)))
      .add("vacant", household.vacant.value_or(false))
      .add("members", members);
  return record;
}

Columns household_columns() {
  return household_table;
}

text::Record write_person(const domain::Person& person, const domain::Residence& residence,
                          const PersonView& view) {
  if (view.mask != nullptr) {
    domain::Person shown = person;
    domain::Residence where = residence;
    domain::mask(shown, where, *view.mask, view.today);
    return write_person(shown, where, {});
  }
  text::Record record = text::make_record("person");
  for (const PersonField& field : person_fields()) {
    const std::string_view text = field.get(person, residence);
    if (field.always || !text.empty()) record.add(field.name, value_of(text, field.form));
  }
  return record;
}

text::Record with_key(text::Record record, int64_t person) {
  text::Record keyed = text::make_record(record.text("type"));
  keyed.add("person", std::to_string(person));
  for (const text::Field& field : record.fields()) {
    if (field.name != "type" && field.name != "v") keyed.add(field.name, field.value);
  }
  return keyed;
}

std::string personal_fields(std::span<const Column> columns) {
  std::string names;
  for (const PersonField& field : person_fields()) {
    if (!field.personal ||
        std::ranges::find(columns, field.name, &Column::field) == columns.end()) {
      continue;
    }
    if (!names.empty()) names += ',';
    names += field.name;
  }
  return names;
}

Columns person_columns() {
  return person_table;
}

Columns keyed_person_columns() {
  return keyed_person_table;
}

Columns brief_person_columns(bool keyed, bool stays) {
  const Columns all = brief_person_table;
  const size_t first = keyed ? 0 : 1;
  return all.subspan(first, all.size() - first - (stays ? 0 : stay_columns));
}

}  // namespace grid::codec
