#include "person_fields.h"

#include <array>

namespace grid::codec {

namespace {

using domain::Person;
using domain::Residence;
using enum PersonField::Form;

std::string_view id_kind(const Person& person, const Residence&) {
  return domain::id_kind_name(person.id_kind);
}

std::string_view kind(const Person&, const Residence& residence) {
  return residence.kind ? domain::residence_kind_name(*residence.kind) : std::string_view();
}

std::string_view consistent(const Person&, const Residence& residence) {
  if (!residence.consistent) return {};
  return *residence.consistent ? "true" : "false";
}

constexpr std::array<PersonField, 32> fields{{
    {"id_kind", nullptr, nullptr, id_kind, text, true},
    {"id_no", &Person::id_no, nullptr, nullptr, text, false, true},
    {"name", &Person::name, nullptr, nullptr, text, true, true},
    {"former_name", &Person::former_name, nullptr, nullptr, text, false, true},
    {"sex", &Person::sex, nullptr, nullptr},
    {"birth", &Person::birth, nullptr, nullptr, text, false, true},
    {"ethnic", &Person::ethnic, nullptr, nullptr},
    {"nationality", &Person::nationality, nullptr, nullptr},
    {"phone", &Person::phone, nullptr, nullptr, text, false, true},
    {"politics", &Person::politics, nullptr, nullptr},
    {"education", &Person::education, nullptr, nullptr},
    {"marriage", &Person::marriage, nullptr, nullptr},
    {"relation", nullptr, &Residence::relation, nullptr},
    {"community", nullptr, &Residence::community, nullptr},
    {"household_no", nullptr, &Residence::no, nullptr},
    {"area", nullptr, &Residence::area, nullptr},
    {"residence", nullptr, nullptr, kind},
    {"consistent", nullptr, nullptr, consistent, truth},
    {"address", nullptr, &Residence::address, nullptr},
    {"registered_address", &Person::registered_address, nullptr, nullptr},
    {"since", nullptr, &Residence::since, nullptr},
    {"until", nullptr, &Residence::until, nullptr},
    {"tags", &Person::tags, nullptr, nullptr, words, false, true},
    {"flow_reason", nullptr, &Residence::flow_reason, nullptr},
    {"origin", nullptr, &Residence::origin, nullptr},
    {"permit_no", nullptr, &Residence::permit_no, nullptr, text, false, true},
    {"registered_on", nullptr, &Residence::registered_on, nullptr},
    {"permit_until", nullptr, &Residence::permit_until, nullptr},
    {"died", &Person::died, nullptr, nullptr},
    {"ended_by", nullptr, &Residence::ended_by, nullptr},
    {"source", &Person::source, nullptr, nullptr},
    {"source_ref", &Person::source_ref, nullptr, nullptr},
}};

}  // namespace

std::span<const PersonField> person_fields() {
  return fields;
}

}  // namespace grid::codec
