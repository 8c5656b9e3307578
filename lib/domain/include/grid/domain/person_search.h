// Searches for people: what a clerk types is a number, a telephone, a name or a part of one, in
// characters or in pinyin.
//
//   张三, 三          a name or a part of it, former names too
//   zhangsan, zhang   its readings (尉迟 yuchi), the last syllable perhaps not to its end
//   zs, wxm           their first letters
//   欧yang, li na     both mixed; a space or an apostrophe ends a syllable
//   13800000001, 0001 a telephone, with or without +86, hyphens or area code; its last digits
#pragma once

#include <grid/domain/person_terms.h>
#include <grid/domain/person.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// What one character of a name must be: this character, or read so.
struct NameElement {
  char32_t character = 0;  // 0: by its reading
  SyllableRange syllables;
  bool operator==(const NameElement&) const = default;
};

// Consecutive characters anywhere in a name.
using NamePattern = std::vector<NameElement>;

struct PersonSearch {
  std::string number;                 // in normal form; empty: it is no number
  std::string phone;                  // digits; empty: it is no telephone
  std::vector<NamePattern> patterns;  // one of them is enough; empty: it is no name
};

// The kinds of a line that may be several things are all looked for: nine digits are a passport or
// a telephone. A line of nothing but marks and spaces finds nobody.
[[nodiscard]] PersonSearch parse_person_search(std::string_view line);

// Whether the person is meant. Exact; `person` needs number, names and telephones.
[[nodiscard]] bool meets(const PersonSearch& search, const Person& person);

}  // namespace grid::domain
