#include <grid/codec/person_cells.h>
#include <grid/domain/mask.h>

#include <algorithm>

#include "person_fields.h"

namespace grid::codec {

// Where a column comes from, and the words of its codes that were asked for so far.
struct PersonCells::Source {
  const Column* column = nullptr;
  const PersonField* field = nullptr;  // nullptr: no field of a person
  Known known;
  const Word* last = nullptr;  // of `known`
};

PersonCells::PersonCells(std::span<const Column> columns, Words words, const PersonView& view)
    : words_(words), view_(view) {
  const auto fields = person_fields();
  for (const Column& column : columns) {
    const auto field = std::ranges::find(fields, column.field, &PersonField::name);
    sources_.push_back({&column, field == fields.end() ? nullptr : &*field, {}});
  }
}
PersonCells::~PersonCells() = default;

domain::PersonParts PersonCells::parts() const {
  domain::PersonParts parts;
  for (const Source& source : sources_) {
    if (source.field == nullptr) continue;
    if (source.field->of_person != nullptr) parts.person.push_back(source.field->of_person);
    if (source.field->of_residence != nullptr) {
      parts.residence.push_back(source.field->of_residence);
    }
  }
  if (view_.mask != nullptr) parts.person.push_back(&domain::Person::birth);
  return parts;
}

const PersonCells::Word& PersonCells::word_of(const Column& column, std::string_view code,
                                              Known& known) const {
  const auto found = known.find(code);
  if (found != known.end()) return *found;
  const std::string_view word = column.word(code, words_ == Words::chinese);
  return *known.emplace(code, word.empty() ? code : word).first;
}

void PersonCells::write(domain::Person& person, domain::Residence& residence,
                        std::vector<std::string>& cells) {
  if (view_.mask != nullptr) domain::mask(person, residence, *view_.mask, view_.today);
  cells.resize(sources_.size());
  for (size_t i = 0; i < sources_.size(); ++i) {
    Source& source = sources_[i];
    std::string& cell = cells[i];
    cell.clear();
    if (source.field == nullptr) continue;
    const std::string_view text = source.field->get(person, residence);
    if (source.field->form == PersonField::Form::words) {
      cell = text;
      std::ranges::replace(cell, ' ', ',');
    } else if (source.field->form == PersonField::Form::truth && !text.empty()) {
      cell = truth_word(text == "true", words_);
    } else if (words_ != Words::codes && source.column->word != nullptr && !text.empty()) {
      if (source.last == nullptr || source.last->first != text) {
        source.last = &word_of(*source.column, text, source.known);
      }
      cell = source.last->second;
    } else {
      cell = text;
    }
  }
}

}  // namespace grid::codec
