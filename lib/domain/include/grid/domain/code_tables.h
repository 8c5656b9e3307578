// The lists of codes that registers use: each list stands once, with its words in Chinese and
// English and the other spellings under which registers write them.
//
//   Result<std::string> ethnic = parse_code(ethnic_codes(), "汉族");   // "01"
//   word(ethnic_codes(), "01", false);                                  // "汉"
#pragma once

#include <grid/base/result.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace grid::domain {

struct CodeEntry {
  std::string_view code, zh, en;
};

// Another spelling: a word, a short form, a code of an older edition.
struct CodeAlias {
  std::string_view text, code;
};

struct CodeTable {
  std::string_view field;  // the record's field, also the noun of the refusal: "sex" → sex.unknown
  std::span<const CodeEntry> entries;
  std::span<const CodeAlias> aliases;
  std::string_view suffix;           // may end a word and adds nothing: 汉族, 男性
  bool one_digit_ambiguous = false;  // one digit has several meanings; see parse_relation
};

[[nodiscard]] const CodeTable& sex_codes();        // 性别, GB/T 2261.1
[[nodiscard]] const CodeTable& ethnic_codes();     // 民族, GB/T 3304
[[nodiscard]] const CodeTable& marriage_codes();   // 婚姻状况, GB/T 2261.2
[[nodiscard]] const CodeTable& politics_codes();   // 政治面貌, GB/T 4762
[[nodiscard]] const CodeTable& education_codes();  // 学历, GB/T 4658
[[nodiscard]] const CodeTable& relation_codes();   // 与户主关系, GB/T 4761
[[nodiscard]] const CodeTable& floating_codes();   // 流入原因
[[nodiscard]] const CodeTable& ending_codes();     // 离开原因: why a stay ended
[[nodiscard]] const CodeTable& residence_codes();  // 人口类型: registered, permanent, floating …
[[nodiscard]] const CodeTable& country_codes();  // 国籍, ISO 3166-1; the code is alpha-3
[[nodiscard]] const CodeTable& id_kind_codes();  // 证件类型; GA/T 517 numbers as aliases

// The code meant by `text`: the code itself with or without its leading zeros, a word of either
// language, a word with the usual suffix, another spelling. Spaces and full-width characters do
// not matter, nor does the case of letters. Code: <field>.unknown; relation.ambiguous for one
// digit where one_digit_ambiguous says so.
[[nodiscard]] Result<std::string> parse_code(const CodeTable& table, std::string_view text);

// The word for a code; "" when the table has no such code.
[[nodiscard]] std::string_view word(const CodeTable& table, std::string_view code, bool english);

// What one digit means under "relation to the head of the household" (与户主关系): in GB/T 4761
// 2 is a son and 3 a daughter; on the census form of 2020 2 is a child and 3 a parent.
enum class RelationCodes : uint8_t { unset, gbt4761, census2020 };
// "gbt4761", "census2020", "" (unset). Code: relation_codes.unknown.
[[nodiscard]] Result<RelationCodes> parse_relation_codes(std::string_view text);

// The two-digit code of GB/T 4761. `sex` ('1', '2', else unknown) decides where the text says only
// "child" or "child's spouse". Codes: relation.unknown; relation.ambiguous (one digit without a
// choice of codes, or the sex is needed and not known).
[[nodiscard]] Result<std::string> parse_relation(std::string_view text, RelationCodes codes,
                                                 char sex = 0);

}  // namespace grid::domain
