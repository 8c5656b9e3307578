// PersonParts: which texts of people and spells somebody needs, so that a list of many reads no
// others.
#pragma once

#include <grid/domain/person.h>

#include <algorithm>
#include <string>
#include <vector>

namespace grid::domain {

struct PersonParts {
  std::vector<std::string Person::*> person;
  std::vector<std::string Residence::*> residence;

  bool has(std::string Person::*part) const {
    return std::ranges::find(person, part) != person.end();
  }
  bool has(std::string Residence::*part) const {
    return std::ranges::find(residence, part) != residence.end();
  }
};

}  // namespace grid::domain
