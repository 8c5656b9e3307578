#include <grid/domain/text_grams.h>
#include <grid/sql/queries.h>
#include <grid/store/text_index.h>

namespace grid::store {

namespace query = sql::query;

namespace {

void append_grams(std::string& grams, std::string_view text) {
  for (const std::string& gram : domain::text_grams(text)) {
    if (!grams.empty()) grams += ' ';
    grams += gram;
  }
}

// FTS5 keeps the number of tokens of a row as a varint of SQLite: seven bits a byte, the highest
// bit set in all but the last.
uint64_t number_of(const sql::Blob& varint) {
  uint64_t number = 0;
  for (const unsigned char byte : varint) number = (number << 7U) | (byte & 0x7FU);
  return number;
}

}  // namespace

void TextIndex::add(int64_t case_id, std::string_view title, std::string_view text) {
  std::string grams;
  grams.reserve(3 * (title.size() + text.size()));
  append_grams(grams, title);
  append_grams(grams, text);
  db_.run(query::text_insert, case_id, grams);
}

TextIndex::Faults TextIndex::faults() {
  Faults found;
  for (sql::Rows rows = db_.select(query::text_entries); rows.next();) {
    const size_t expected =
        domain::text_grams(rows.view(1)).size() + domain::text_grams(rows.view(2)).size();
    if (rows.null(3) || number_of(rows.blob(3)) != expected) found.cases.push_back(rows.text(0));
  }
  sql::Rows strangers = db_.select(query::text_strangers);
  if (strangers.next()) found.strangers = strangers.integer(0);
  return found;
}

// Grams have no character that means something to FTS5 inside quotation marks.
std::optional<std::string> match_expression(std::string_view sought) {
  std::string expression;
  for (const domain::SoughtGram& each : domain::sought_grams(sought)) {
    if (!expression.empty()) expression += " AND ";
    expression.append("\"").append(each.gram).append(each.begins ? "\" *" : "\"");
  }
  if (expression.empty()) return std::nullopt;
  return expression;
}

}  // namespace grid::store
