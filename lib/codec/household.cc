#include <grid/codec/household.h>
#include <grid/domain/code_tables.h>
#include <grid/domain/mask.h>

#include <algorithm>
#include <array>

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

text::List split(const std::string& words) {
  text::List list;
  for (size_t begin = 0; begin < words.size();) {
    const size_t end = std::min(words.find(' ', begin), words.size());
    list.push_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return list;
}

// Several telephones are masked one by one.
std::string mask_phones(const std::string& phones, domain::ShownEnds shown) {
  std::string masked;
  for (size_t begin = 0; begin < phones.size();) {
    const size_t end = std::min(phones.find('/', begin), phones.size());
    if (!masked.empty()) masked += '/';
    masked += domain::mask_ends(std::string_view(phones).substr(begin, end - begin), shown);
    begin = end + 1;
  }
  return masked;
}

domain::Residence masked(domain::Residence residence, const domain::Mask& mask) {
  residence.permit_no = domain::mask_ends(residence.permit_no, mask.id_no);
  return residence;
}

domain::Person masked(domain::Person person, const domain::Mask& mask) {
  person.id_no = domain::mask_ends(person.id_no, mask.id_no);
  person.phone = mask_phones(person.phone, mask.phone);
  person.name = domain::mask_name(person.name, mask.name);
  person.former_name = domain::mask_name(person.former_name, mask.name);
  return person;
}

text::Record write_plain(const domain::Person& person, const domain::Residence& residence) {
  text::Record record = text::make_record("person");
  record.add("id_kind", std::string(domain::id_kind_name(person.id_kind)))
      .add_if("id_no", person.id_no)
      .add("name", person.name)
      .add_if("former_name", person.former_name)
      .add_if("sex", person.sex)
      .add_if("birth", person.birth)
      .add_if("ethnic", person.ethnic)
      .add_if("nationality", person.nationality)
      .add_if("phone", person.phone)
      .add_if("politics", person.politics)
      .add_if("education", person.education)
      .add_if("marriage", person.marriage)
      .add_if("relation", residence.relation)
      .add_if("community", residence.community)
      .add_if("household_no", residence.no)
      .add_if("area", residence.area);
  if (residence.kind) {
    record.add("residence", std::string(domain::residence_kind_name(*residence.kind)));
  }
  record.add_if("consistent", residence.consistent)
      .add_if("address", residence.address)
      .add_if("registered_address", person.registered_address)
      .add_if("since", residence.since)
      .add_if("until", residence.until);
  if (!person.tags.empty()) record.add("tags", split(person.tags));
  record.add_if("flow_reason", residence.flow_reason)
      .add_if("origin", residence.origin)
      .add_if("permit_no", residence.permit_no)
      .add_if("registered_on", residence.registered_on)
      .add_if("permit_until", residence.permit_until)
      .add_if("died", person.died)
      .add_if("ended_by", residence.ended_by)
      .add_if("source", person.source)
      .add_if("source_ref", person.source_ref);
  return record;
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
                          const domain::Mask* mask) {
  return mask == nullptr ? write_plain(person, residence)
                         : write_plain(masked(person, *mask), masked(residence, *mask));
}

Columns person_columns() {
  return person_table;
}

}  // namespace grid::codec
