#include <grid/codec/household.h>
#include <grid/codec/register_count.h>

#include <algorithm>
#include <array>

namespace grid::codec {

namespace {

using domain::Household;
using domain::Person;
using domain::Residence;

const std::string person_fields[] = {"residence", "ethnic",     "nationality", "age",
                                     "sex",       "area",       "community",   "relation",
                                     "tags",      "education",  "politics",    "marriage",
                                     "id_kind",   "consistent", "birth_year",  "flow_reason"};

const std::string household_fields[] = {"area", "community", "building", "kind", "vacant"};

constexpr std::array<Column, 3> columns{
    {{"by", "By", "分组"}, {"value", "Value", "取值"}, {"count", "Count", "数量", nullptr, true}}};

std::string truth(const std::optional<bool>& value) {
  if (!value) return {};
  return *value ? "true" : "false";
}

std::string text_of(std::string_view field, const Person& p, const Residence& r) {
  if (field == "residence") return r.kind ? std::string(residence_kind_name(*r.kind)) : "";
  if (field == "id_kind") return std::string(id_kind_name(p.id_kind));
  if (field == "consistent") return truth(r.consistent);
  if (field == "birth_year") return p.birth.substr(0, 4);
  const struct {
    std::string_view name;
    const std::string& value;
  } plain[] = {{"ethnic", p.ethnic},
               {"nationality", p.nationality},
               {"sex", p.sex},
               {"area", r.area},
               {"community", r.community},
               {"relation", r.relation},
               {"education", p.education},
               {"politics", p.politics},
               {"marriage", p.marriage},
               {"flow_reason", r.flow_reason}};
  const auto found = std::ranges::find(plain, field, [](const auto& each) { return each.name; });
  return found == std::end(plain) ? "" : found->value;
}

std::string band_of(const CountTerms& terms, const std::string& birth) {
  const auto age = domain::age_on(birth, terms.today);
  if (!age) return {};
  const auto band = std::ranges::find_if(
      terms.bands, [&](const domain::AgeRange& each) { return each.contains(*age); });
  return band == terms.bands.end() ? "" : band->text();
}

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> list;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    list.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  if (list.empty()) list.emplace_back();
  return list;
}

}  // namespace

std::span<const std::string> person_count_fields() {
  return person_fields;
}

std::span<const std::string> household_count_fields() {
  return household_fields;
}

std::vector<std::string> count_values(const CountTerms& terms, const Person& person,
                                      const Residence& residence) {
  if (terms.field == "age") return {band_of(terms, person.birth)};
  if (terms.field == "tags") return words(person.tags);
  return {text_of(terms.field, person, residence)};
}

std::string count_value(const CountTerms& terms, const Household& household) {
  if (terms.field == "community") return household.community;
  if (terms.field == "building") return household.building;
  if (terms.field == "vacant") return household.vacant.value_or(false) ? "true" : "false";
  if (terms.field == "kind") {
    return std::string(household_kind_name(household.kind.value_or(domain::HouseholdKind::family)));
  }
  return household.area;
}

std::array<Column, 3> count_columns(std::string_view field) {
  std::array<Column, 3> counted = columns;
  for (const Columns all : {person_columns(), household_columns()}) {
    const auto found = std::ranges::find(all, field, &Column::field);
    if (found == all.end()) continue;
    counted[1].word = found->word;
    break;
  }
  return counted;
}

}  // namespace grid::codec
