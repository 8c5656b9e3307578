// RegisterProfile: how one office writes its registers, as a TOML file beside them. See
// grid-profile(5).
#pragma once

#include <grid/base/problem.h>
#include <grid/codec/register_headings.h>
#include <grid/domain/code_tables.h>
#include <grid/text/encoding.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::codec {

struct RegisterProfile {
  std::optional<text::Encoding> encoding;
  std::optional<std::string> delimiter;
  std::optional<std::string> sheet;
  std::optional<int64_t> header_row;
  std::string name;  // of the system that the registers come from
  std::string area;  // community, grid or street of rows that name none
  domain::RelationCodes relation_codes = domain::RelationCodes::unset;
  std::map<std::string, RegisterHeading, std::less<>> headings;  // by plain_heading()
  // What the office's words mean, by field and clean word.
  std::map<RegisterField, std::map<std::string, std::string, std::less<>>> values;

  // Puts the meaning in the place of each word that has one.
  void translate(RegisterCells& cells) const;
};

struct ProfileProblem {
  Problem problem;
  int line = 1;
};

struct ProfileReading {
  RegisterProfile profile;
  std::vector<ProfileProblem> problems;  // in the order of their lines; empty: it is right
};

// Codes: toml.*, profile.unknown_key, profile.type, profile.value, profile.field (a heading is
// given a field that there is not), profile.value (a word is given what its field does not take),
// encoding.unknown, relation_codes.unknown.
[[nodiscard]] ProfileReading read_register_profile(std::string_view toml);

// "tab" or one character; nullopt: something else, or one that CSV needs itself.
[[nodiscard]] std::optional<std::string> parse_delimiter(std::string_view text);

}  // namespace grid::codec
