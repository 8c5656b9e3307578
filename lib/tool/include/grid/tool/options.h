// Options: what a tool takes on its command line, declared once for parsing and for --help.
//
//   Options options("grid-list", "list areas, staff and organisations");
//   options.value("--under", "CODE", "only what lies below this area", under);
//   options.flag("--tree", "indent by level", tree);
//   options.operands("area|staff|org", kinds);
//   options.example("grid-list staff", "who works here");
//
// The text of help is English and the id of its translation. CLI11 parses; it stays inside
// options.cc.
#pragma once

#include <grid/base/result.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace grid::tool {

struct OptionSpec {
  using Target = std::variant<bool*, std::string*, std::optional<std::string>*,
                              std::vector<std::string>*, std::optional<int64_t>*>;
  std::string name;       // "--under", or "-q,--quiet"
  std::string value;      // name of the value in help; empty for a flag
  const char* help = "";  // English
  Target target;
  std::vector<std::string> choices;  // where only these are allowed
  bool common = false;               // shared by all tools; shown in a group of its own
  bool shown = true;                 // in --help
};

class Options {
 public:
  Options(std::string tool, const char* purpose) : tool_(std::move(tool)), purpose_(purpose) {}

  OptionSpec& flag(std::string name, const char* help, bool& target);
  // The last of several wins; a vector keeps all.
  template <typename T>
  OptionSpec& value(std::string name, std::string value, const char* help, T& target) {
    return add(OptionSpec{std::move(name), std::move(value), help, &target, {}, false, true});
  }
  // What stands without a name; `usage` shows it in help, e.g. "[FILE]...".
  void operands(std::string usage, std::vector<std::string>& target);
  void example(std::string command, const char* meaning) {
    examples_.push_back({std::move(command), meaning});
  }
  // Names to choose from, such as the steps of a case; `heading` is translated.
  void names(const char* heading, std::vector<std::string> names) {
    names_heading_ = heading;
    names_ = std::move(names);
  }
  // A paragraph under the purpose.
  void describe(const char* text) { description_ = text; }

  // Fills the targets. Codes: usage.option (unknown, with the nearest name), usage.value (not
  // one of the choices, or not a number), usage.missing (an option without its value),
  // usage.operand (one too many).
  [[nodiscard]] Status parse(std::span<char* const> arguments);
  [[nodiscard]] std::string help() const;
  // What was chosen, for the access log: operands and the tool's own options as typed, without
  // those that every tool has.
  [[nodiscard]] std::string chosen() const;
  const std::string& tool() const { return tool_; }
  std::span<const OptionSpec> specs() const { return specs_; }

 private:
  struct Example {
    std::string command;
    const char* meaning;
  };
  OptionSpec& add(OptionSpec spec);
  Result<std::vector<std::string>> normalise(std::span<char* const> arguments) const;
  const OptionSpec* find(std::string_view name) const;

  std::string tool_;
  const char* purpose_;
  const char* description_ = "";
  const char* names_heading_ = "";
  std::vector<std::string> names_;
  std::string operand_usage_;
  std::vector<std::string>* operands_ = nullptr;
  std::vector<OptionSpec> specs_;
  std::vector<Example> examples_;
};

}  // namespace grid::tool
