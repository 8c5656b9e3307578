#include <fmt/format.h>
#include <grid/text/toml.h>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <toml++/toml.h>
#pragma GCC diagnostic pop

#include <algorithm>
#include <utility>

namespace grid::text {

namespace {

constexpr size_t most_bytes = size_t{16} << 20;
constexpr int most_deep = 64;

TomlPosition position(const toml::source_position& at) {
  return {static_cast<int>(at.line), static_cast<int>(at.column)};
}

// Finds what would nest too deeply before a tree is made of it: freeing a deep tree takes as
// much stack as it is deep. Knows just enough of TOML to tell strings and comments from the rest;
// where it is misled the text is not TOML, and parsing stops there too.
class DepthScan {
 public:
  explicit DepthScan(std::string_view text) : text_(text) {}

  // The line on which the nesting goes too deep, or 0.
  int run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (c == '"' || c == '\'') {
        skip_string(c);
      } else {
        take(c);
        ++at_;
      }
      if (dots_ > most_deep || open_ > most_deep || dots_ + open_ > most_deep) return line_;
    }
    return 0;
  }

 private:
  void take(char c) {
    switch (c) {
      case '\n':
        ++line_;
        [[fallthrough]];
      case '=':
      case ',':
        dots_ = 0;
        break;
      case '.':
        ++dots_;
        break;
      case '[':
      case '{':
        ++open_;
        dots_ = 0;
        break;
      case ']':
      case '}':
        open_ = std::max(0, open_ - 1);
        dots_ = 0;
        break;
      default:
        break;
    }
  }

  void skip_string(char quote) {
    const std::string triple(3, quote);
    const bool multiline = text_.substr(at_, 3) == triple;
    at_ += multiline ? 3 : 1;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\' && quote == '"') {
        ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++line_;
      } else if (multiline && text_.substr(at_, 3) == triple) {
        at_ += 3;
        // Up to two quotes may stand before the closing three.
        while (at_ < text_.size() && text_[at_] == quote) ++at_;
        return;
      } else if (!multiline && (c == quote || c == '\n')) {
        if (c == quote) ++at_;
        return;
      } else if (c == '\n') {
        ++line_;
      }
      ++at_;
    }
  }

  std::string_view text_;
  size_t at_ = 0;
  int line_ = 1;
  int open_ = 0;
  int dots_ = 0;
};

TomlNode convert(const toml::node& from);

TomlTable convert_table(const toml::table& from) {
  TomlTable table;
  table.entries.reserve(from.size());
  for (const auto& [key, value] : from) {
    table.entries.push_back({std::string(key.str()), position(key.source().begin), convert(value)});
  }
  // toml++ keeps keys in the order of their bytes.
  std::stable_sort(table.entries.begin(), table.entries.end(),
                   [](const TomlEntry& a, const TomlEntry& b) {
                     return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
                   });
  return table;
}

TomlNode convert(const toml::node& from) {
  TomlNode node;
  node.at = position(from.source().begin);
  if (const auto* text = from.as_string()) {
    node.value = text->get();
  } else if (const auto* integer = from.as_integer()) {
    node.value = integer->get();
  } else if (const auto* number = from.as_floating_point()) {
    node.value = number->get();
  } else if (const auto* truth = from.as_boolean()) {
    node.value = truth->get();
  } else if (const auto* array = from.as_array()) {
    TomlArray list;
    list.reserve(array->size());
    for (const toml::node& each : *array) list.push_back(convert(each));
    node.value = std::move(list);
  } else if (const auto* table = from.as_table()) {
    node.value = convert_table(*table);
  } else {
    node.value = TomlMoment{};
  }
  return node;
}

}  // namespace

const TomlEntry* TomlTable::find(std::string_view key) const {
  const auto at = std::find_if(entries.begin(), entries.end(),
                               [&](const TomlEntry& entry) { return entry.key == key; });
  return at == entries.end() ? nullptr : &*at;
}

const char* TomlNode::kind() const {
  constexpr const char* names[] = {message_id("a text"),   message_id("a whole number"),
                                   message_id("a number"), message_id("a truth value"),
                                   message_id("a time"),   message_id("a list"),
                                   message_id("a table")};
  return names[value.index()];
}

std::variant<TomlTable, TomlFault> parse_toml(std::string_view text) {
  if (text.size() > most_bytes) {
    return TomlFault{problem("toml.size", "", "the file is larger than 16 MiB"), {1, 1}};
  }
  if (const int line = DepthScan(text).run(); line != 0) {
    return TomlFault{problem("toml.depth", "", "nested more than {} deep", most_deep), {line, 1}};
  }
  try {
    return convert_table(toml::parse(text));
  } catch (const toml::parse_error& error) {
    return TomlFault{problem("toml.syntax", "", "not TOML: {}", error.description()),
                     position(error.source().begin)};
  }
}

std::string quote_toml(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      quoted += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string quote_toml_key(std::string_view key) {
  const auto bare = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  };
  const bool plain = !key.empty() && std::all_of(key.begin(), key.end(), bare);
  return plain ? std::string(key) : quote_toml(key);
}

}  // namespace grid::text
