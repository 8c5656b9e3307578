// Problem: what is wrong with one piece of data, as a value.
//
// A Problem carries a stable code (`noun.problem`, ASCII, never translated), the field it is
// about, and an English message with its arguments kept apart, so that the message can be
// translated where it is printed. Personal data never goes into a message.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grid {

// An argument that is a code, with the word that Chinese messages say for it. JSON and English keep
// the code.
struct Spoken {
  std::string code;
  std::string zh;
};
// Several, with commas between them.
[[nodiscard]] Spoken listed(const std::vector<Spoken>& words);

struct [[nodiscard]] Problem {
  std::string code;               // e.g. "id.checksum"
  std::string field;              // e.g. "id_no"; empty: the whole record
  const char* text = "";          // message id: an fmt pattern with {} only; a string literal
  std::vector<std::string> args;  // fill the pattern, in order
  std::string near;               // a known name that may have been meant; may be empty
  std::string hint;               // what to do: a message_id() without arguments; may be empty
  std::vector<std::string> zh{};  // in place of the argument of the same number; empty: the same

  // The message in English. The tools translate `text` first and call fill().
  [[nodiscard]] std::string message() const;
};

// Fills an fmt pattern that holds only {} with `args`; missing arguments become "".
[[nodiscard]] std::string fill(std::string_view pattern, const std::vector<std::string>& args);

// Marks a literal that is translated where it is printed: p.hint = message_id("add it first").
[[nodiscard]] constexpr const char* message_id(const char* text) {
  return text;
}

namespace spelling {

template <typename T>
std::string code_of(const T& arg) {
  return fmt::format("{}", arg);
}
inline std::string code_of(const Spoken& arg) {
  return arg.code;
}
template <typename T>
std::string zh_of(const T&) {
  return {};
}
inline std::string zh_of(const Spoken& arg) {
  return arg.zh;
}

}  // namespace spelling

// problem("limit.unit", "limit", "{} is not a unit of time", "x"): the usual way to make one.
template <typename... Args>
[[nodiscard]] Problem problem(std::string_view code, std::string_view field, const char* text,
                              const Args&... args) {
  return Problem{
      std::string(code),         std::string(field), text, {spelling::code_of(args)...}, {}, {},
      {spelling::zh_of(args)...}};
}

}  // namespace grid
