#include <fmt/format.h>
#include <grid/base/nearest.h>
#include <grid/text/encoding.h>
#include <grid/tool/language.h>
#include <grid/tool/options.h>

#include <CLI/CLI.hpp>
#include <algorithm>

namespace grid::tool {

namespace {

std::vector<std::string> names_of(const OptionSpec& spec) {
  std::vector<std::string> names;
  size_t from = 0;
  while (from <= spec.name.size()) {
    const size_t comma = std::min(spec.name.find(',', from), spec.name.size());
    names.push_back(spec.name.substr(from, comma - from));
    from = comma + 1;
  }
  return names;
}

std::string long_name(const OptionSpec& spec) {
  return names_of(spec).back();
}

bool is_flag(const OptionSpec& spec) {
  return std::holds_alternative<bool*>(spec.target);
}

Problem with_nearest(Problem p, std::string_view typed, std::span<const std::string> known) {
  p.near = nearest(typed, known);
  return p;
}

Problem unknown_option(std::string_view typed, std::span<const OptionSpec> specs) {
  std::vector<std::string> known{"--help", "--version"};
  for (const OptionSpec& spec : specs) known.push_back(long_name(spec));
  return with_nearest(problem("usage.option", "", "unknown option {}", typed), typed, known);
}

Status check_choice(const OptionSpec& spec, const std::string& value) {
  if (spec.choices.empty()) return Done{};
  if (std::find(spec.choices.begin(), spec.choices.end(), value) != spec.choices.end()) {
    return Done{};
  }
  return with_nearest(
      problem("usage.value", long_name(spec), "{} takes {}, not {}", long_name(spec),
              fmt::format("{}", fmt::join(spec.choices, "|")), value),
      value, spec.choices);
}

// Puts the last (or every) value where the tool wants it.
struct Store {
  const OptionSpec& spec;
  const std::vector<std::string>& values;

  Status operator()(bool* target) const {
    *target = true;
    return Done{};
  }
  Status operator()(std::string* target) const {
    *target = values.back();
    return check_choice(spec, *target);
  }
  Status operator()(std::optional<std::string>* target) const {
    *target = values.back();
    return check_choice(spec, values.back());
  }
  Status operator()(std::vector<std::string>* target) const {
    *target = values;
    for (const std::string& value : values) {
      if (Status s = check_choice(spec, value); !s) return s;
    }
    return Done{};
  }
  Status operator()(std::optional<int64_t>* target) const {
    int64_t number = 0;
    if (!CLI::detail::lexical_cast(values.back(), number)) {
      return problem("usage.value", long_name(spec), "{} takes a whole number, not {}",
                     long_name(spec), values.back());
    }
    *target = number;
    return Done{};
  }
};

}  // namespace

OptionSpec& Options::add(OptionSpec spec) {
  specs_.push_back(std::move(spec));
  return specs_.back();
}

OptionSpec& Options::flag(std::string name, const char* help, bool& target) {
  return add(OptionSpec{std::move(name), "", help, &target, {}, false, true});
}

void Options::operands(std::string usage, std::vector<std::string>& target) {
  operand_usage_ = std::move(usage);
  operands_ = &target;
}

const OptionSpec* Options::find(std::string_view name) const {
  for (const OptionSpec& spec : specs_) {
    for (const std::string& known : names_of(spec)) {
      if (known == name) return &spec;
    }
  }
  return nullptr;
}

// Writes --name=value as two arguments, so that an empty value stays one, and refuses what is
// unknown with the nearest name.
Result<std::vector<std::string>> Options::normalise(std::span<char* const> arguments) const {
  std::vector<std::string> out;
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (text::valid_utf8(arguments[i])) continue;
    return problem("usage.utf8", "", "argument {} is not UTF-8", i + 1);
  }
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--") {
      for (; i < arguments.size(); ++i) out.emplace_back(arguments[i]);
      break;
    }
    if (argument.size() < 2 || argument.front() != '-') {
      out.emplace_back(argument);
      continue;
    }
    const size_t equals = argument.starts_with("--") ? argument.find('=') : argument.npos;
    const std::string_view name = argument.substr(0, equals);
    const OptionSpec* spec = find(name);
    if (spec == nullptr) return unknown_option(name, specs_);
    if (is_flag(*spec) && equals != argument.npos) {
      return problem("usage.value", std::string(name), "{} takes no value", name);
    }
    out.emplace_back(name);
    if (is_flag(*spec)) continue;
    if (equals != argument.npos) {
      out.emplace_back(argument.substr(equals + 1));
    } else if (i + 1 < arguments.size()) {
      out.emplace_back(arguments[++i]);
    } else {
      return problem("usage.missing", std::string(name), "{} needs a value", name);
    }
  }
  return out;
}

Status Options::parse(std::span<char* const> arguments) {
  auto normal = normalise(arguments);
  if (!normal) return normal.problem();

  CLI::App app;
  app.set_help_flag("");
  std::vector<std::vector<std::string>> values(specs_.size());
  std::vector<CLI::Option*> parsed(specs_.size());
  for (size_t i = 0; i < specs_.size(); ++i) {
    parsed[i] = is_flag(specs_[i])
                    ? app.add_flag(specs_[i].name)
                    : app.add_option(specs_[i].name, values[i])->expected(1)->take_all();
    parsed[i]->allow_extra_args(false);
  }
  std::vector<std::string> operands;
  app.add_option("operands", operands);
  try {
    std::vector<std::string> reversed(normal->rbegin(), normal->rend());
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    return problem("usage.option", "", "{}", error.what());
  }
  for (size_t i = 0; i < specs_.size(); ++i) {
    if (parsed[i]->count() == 0) continue;
    if (Status s = std::visit(Store{specs_[i], values[i]}, specs_[i].target); !s) return s;
  }
  if (!operands.empty() && operands_ == nullptr) {
    return problem("usage.operand", "", "unexpected argument {}", operands.front());
  }
  if (operands_ != nullptr) *operands_ = std::move(operands);
  return Done{};
}

namespace {

std::string left_column(const OptionSpec& spec) {
  std::string names;
  for (const std::string& name : names_of(spec)) names += (names.empty() ? "" : ", ") + name;
  if (!spec.value.empty()) names += " " + spec.value;
  return names;
}

void write_group(std::string& out, std::span<const OptionSpec> specs, bool common,
                 const char* heading) {
  bool any = false;
  for (const OptionSpec& spec : specs) {
    if (spec.common != common || !spec.shown) continue;
    if (!any) out += fmt::format("\n{}\n", heading);
    any = true;
    out += fmt::format("  {:<24} {}\n", left_column(spec), tr(spec.help));
  }
}

// In lines of a terminal's width, indented by two.
std::string wrapped(std::span<const std::string> names) {
  std::string out;
  size_t column = 0;
  for (const std::string& name : names) {
    if (column == 0 || column + name.size() > 78) {
      out += out.empty() ? "  " : "\n  ";
      column = 2;
    }
    out += name + " ";
    column += name.size() + 1;
  }
  return out + "\n";
}

}  // namespace

std::string Options::help() const {
  std::string out =
      fmt::format("{} - {}\n\n{} {} {}{}\n", tool_, tr(purpose_), tr("Usage:"), tool_,
                  tr("[OPTION]..."), operand_usage_.empty() ? "" : " " + operand_usage_);
  if (*description_ != '\0') out += fmt::format("\n{}\n", tr(description_));
  if (!names_.empty()) out += fmt::format("\n{}\n{}", tr(names_heading_), wrapped(names_));
  write_group(out, specs_, false, tr("Options:"));
  write_group(out, specs_, true, tr("Common options (see grid(7)):"));
  if (!examples_.empty()) out += fmt::format("\n{}\n", tr("Examples:"));
  for (const Example& example : examples_) {
    out += fmt::format("  {}\n      {}\n", example.command, tr(example.meaning));
  }
  return out;
}

namespace {

void add_word(std::string& line, std::string_view word) {
  if (!line.empty()) line += ' ';
  line += word;
}

}  // namespace

std::string Options::chosen() const {
  std::string line;
  if (operands_ != nullptr) {
    for (const std::string& operand : *operands_) add_word(line, operand);
  }
  for (const OptionSpec& spec : specs_) {
    if (spec.common) continue;
    const auto add = [&](const std::string& value) { add_word(line, spec.name + "=" + value); };
    if (auto* const* flag = std::get_if<bool*>(&spec.target); flag != nullptr && **flag) {
      add_word(line, spec.name);
    }
    if (auto* const* text = std::get_if<std::string*>(&spec.target)) {
      if (!(*text)->empty()) add(**text);
    }
    if (auto* const* text = std::get_if<std::optional<std::string>*>(&spec.target)) {
      if (**text) add(***text);
    }
    if (auto* const* texts = std::get_if<std::vector<std::string>*>(&spec.target)) {
      for (const std::string& text : **texts) add(text);
    }
    if (auto* const* number = std::get_if<std::optional<int64_t>*>(&spec.target)) {
      if (**number) add(std::to_string(***number));
    }
  }
  return line;
}

}  // namespace grid::tool
