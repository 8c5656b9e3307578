// Person terms: what the index of the register's people is made of.
//
// Of a name its characters count that are no spaces, dots or marks (张·三 is 张三), capitals of
// ASCII as small letters; each is a term with its place in the name, and so is each of its
// readings in pinyin. Of a telephone its last four digits are a term, and of the number of a
// document a digest. A person has the terms of the number, the name, the former name and every
// telephone.
#pragma once

#include <grid/domain/person.h>
#include <grid/domain/pinyin.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// 34 bits: two of the sort, two of the place, thirty of what it is. They stay as they are: indexes
// that were written once hold them.
using PersonTerm = uint64_t;
inline constexpr unsigned person_term_bits = 34;

struct PersonTermRange {
  PersonTerm from = 0, last = 0;
};

// Places from 0; all from the fourth character on are one.
inline constexpr size_t name_places = 4;

[[nodiscard]] PersonTerm character_term(size_t place, char32_t character);
[[nodiscard]] PersonTermRange syllable_terms(size_t place, const SyllableRange& syllables);
// `digits`: at least four.
[[nodiscard]] PersonTerm phone_term(std::string_view digits);
// Of a document's number in normal form, whatever kind it is of; two numbers may share one.
[[nodiscard]] PersonTerm number_term(std::string_view id_no);
[[nodiscard]] bool is_number_term(PersonTerm term);

// Every term of a person once, in order. Without number, `id_no` is empty.
[[nodiscard]] std::vector<PersonTerm> person_terms(std::string_view id_no, std::string_view name,
                                                   std::string_view former_name,
                                                   std::string_view phone);

// The characters of a name that count.
[[nodiscard]] std::u32string name_characters(std::string_view name);
// The digits of each of the telephones that are joined by "/", without an extension.
[[nodiscard]] std::vector<std::string> phone_numbers(std::string_view phones);

}  // namespace grid::domain
