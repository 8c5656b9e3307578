// PersonCells: people as the cells of a table, without a record in between: for exports of many.
#pragma once

#include <grid/codec/household.h>
#include <grid/domain/person_parts.h>

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace grid::codec {

class PersonCells {
 public:
  // Of person_columns(). Keeps what `columns` spans.
  PersonCells(std::span<const Column> columns, Words words, const PersonView& view);
  ~PersonCells();

  // What must be known of the people.
  [[nodiscard]] domain::PersonParts parts() const;
  // Gives each column its cell, as cell() of write_person() would; `cells` keeps its room. Masks
  // the person and the spell themselves, so that nothing is copied.
  void write(domain::Person& person, domain::Residence& residence, std::vector<std::string>& cells);

 private:
  struct Source;
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Known = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;
  using Word = Known::value_type;
  const Word& word_of(const Column& column, std::string_view code, Known& known) const;

  Words words_;
  PersonView view_;
  std::vector<Source> sources_;
};

}  // namespace grid::codec
