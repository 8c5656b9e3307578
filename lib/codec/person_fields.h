// The fields of a person's record and where each comes from (an own header of lib/codec): the one
// place that says so, for records and for the cells of exports.
#pragma once

#include <grid/domain/person.h>

#include <span>
#include <string_view>

namespace grid::codec {

struct PersonField {
  enum class Form { text, truth, words };  // truth: "true" or "false"; words: between single spaces
  std::string_view name;
  // One of these says where it comes from.
  std::string domain::Person::*of_person = nullptr;
  std::string domain::Residence::*of_residence = nullptr;
  std::string_view (*made)(const domain::Person&, const domain::Residence&) = nullptr;
  Form form = Form::text;
  bool always = false;    // stands in every record; the others only where there is something to say
  bool personal = false;  // its showing in the clear is logged

  std::string_view get(const domain::Person& person, const domain::Residence& residence) const {
    if (of_person != nullptr) return person.*of_person;
    return of_residence != nullptr ? residence.*of_residence : made(person, residence);
  }
};

// In the order of the record's keys.
[[nodiscard]] std::span<const PersonField> person_fields();

}  // namespace grid::codec
