// Columns: how a record becomes a row of a table or of a CSV.
//
// JSON carries codes; tables carry words. Every noun of the codec has one list of columns.
#pragma once

#include <grid/text/record.h>

#include <span>
#include <string>
#include <string_view>

namespace grid::codec {

enum class Words { codes, english, chinese };

struct Column {
  const char* field;  // name in the record
  const char* english;
  const char* chinese;
  // The word for a code; nullptr where the value is shown as it is, "" where it has no word.
  std::string_view (*word)(std::string_view code, bool chinese) = nullptr;
  bool number = false;  // aligned to the right
};

using Columns = std::span<const Column>;

// The heading: the field's name where codes are asked for.
[[nodiscard]] std::string heading(const Column& column, Words words);
// yes or no, in words or as true and false.
[[nodiscard]] std::string_view truth_word(bool value, Words words);
// The value of the column's field; "" where the record has none; lists are joined with ",".
[[nodiscard]] std::string cell(const text::Record& record, const Column& column, Words words);

}  // namespace grid::codec
