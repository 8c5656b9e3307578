#include "register_words.h"

#include <grid/domain/clean_text.h>

#include <algorithm>
#include <array>

namespace grid::codec {

namespace {

using domain::CodePoint;
using domain::first_code_point;
using domain::is_space;
using domain::is_zero_width;

bool is_latin(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_phone_separator(char32_t c) {
  return c == '/' || c == ',' || c == ';' || c == '|' || c == 0x3001 || c == 0xFF0C ||
         c == 0xFF1B || c == 0xFF0F || c == '\n' || c == '\r';
}

bool is_word_separator(char32_t c) {
  return is_space(c) || c == ',' || c == ';' || c == '|' || c == 0x3001 || c == 0xFF0C ||
         c == 0xFF1B;
}

void add_word(std::vector<std::string>& words, std::string word) {
  if (!word.empty() && std::ranges::find(words, word) == words.end()) {
    words.push_back(std::move(word));
  }
}

template <typename Separator>
std::vector<std::string> split(std::string_view cell, Separator is_separator) {
  std::vector<std::string> words;
  std::string word;
  while (!cell.empty()) {
    const CodePoint point = first_code_point(cell);
    if (is_separator(point.value)) {
      add_word(words, std::move(word));
      word.clear();
    } else if (!is_zero_width(point.value)) {
      word.append(cell.substr(0, point.bytes));
    }
    cell.remove_prefix(point.bytes);
  }
  add_word(words, std::move(word));
  return words;
}

// What most cells show by how they begin, so that they need no cleaning: a letter or digit that
// begins none of the words, or a Chinese character that begins none.
bool surely_says_something(std::string_view cell) {
  const char first = cell.front();
  if (first > '0' && first <= '9') return true;
  if (first == '0') return cell.size() > 1 && cell[1] >= '0' && cell[1] <= '9';
  constexpr size_t bytes = 3;  // of the characters from U+4E00 to U+9FFF, which begin with E4 to E9
  if (static_cast<unsigned char>(first) < 0xE4 || static_cast<unsigned char>(first) > 0xE9) {
    return false;
  }
  static constexpr std::string_view beginnings = "无没暂不未空";
  return beginnings.find(cell.substr(0, bytes)) == std::string_view::npos;
}

Problem control_character(std::string_view field) {
  return problem("field.control", field, "{} holds a control character", field);
}

}  // namespace

Status refuse_controls(const RegisterCells& cells) {
  for (size_t i = 0; i < cells.text.size(); ++i) {
    const auto field = static_cast<RegisterField>(i);
    if (field != RegisterField::ignored && domain::find_control(cells.text[i])) {
      return control_character(register_field_name(field));
    }
  }
  for (const auto& [tag, cell] : cells.flags) {
    if (domain::find_control(cell)) return control_character("tags");
  }
  return Done{};
}

bool says_nothing(std::string_view cell) {
  static constexpr std::array<std::string_view, 20> words{
      "",     "无",   "0",      "-",      "/",      "--", "没有", "暂无", "不详", "未知",
      "不明", "未办", "未办理", "未提供", "未登记", "空", "none", "N/A",  "n/a",  "无证件"};
  if (cell.empty()) return true;
  if (surely_says_something(cell)) return false;
  const std::string word = domain::clean_word(cell);
  return std::ranges::find(words, word) != words.end();
}

std::optional<bool> says_yes(std::string_view cell) {
  static constexpr std::array<std::string_view, 12> yes{"是", "有", "√",    "✓",    "✔", "对",
                                                        "y",  "Y",  "true", "TRUE", "1", "yes"};
  static constexpr std::array<std::string_view, 12> no{"否", "无", "没有",  "×",     "不是", "非",
                                                       "n",  "no", "false", "FALSE", "0",    "-"};
  const std::string word = domain::clean_word(cell);
  if (std::ranges::find(yes, word) != yes.end()) return true;
  if (std::ranges::find(no, word) != no.end()) return false;
  return std::nullopt;
}

std::optional<HomeStatus> home_status(std::string_view word) {
  if (word == "人户一致" || word == "一致") return HomeStatus{};
  if (word == "人户分离" || word == "分离" || word == "不一致") return HomeStatus{false, false};
  if (word == "空挂户" || word == "空挂") return HomeStatus{false, true};
  return std::nullopt;
}

std::string plain_text(std::string_view cell) {
  std::string text;
  bool gap = false;   // white space since the last character
  bool wide = false;  // of a kind that nobody types on purpose
  while (!cell.empty()) {
    const CodePoint point = first_code_point(cell);
    const std::string_view bytes = cell.substr(0, point.bytes);
    cell.remove_prefix(point.bytes);
    if (is_zero_width(point.value) || (text.empty() && point.value == '\'')) continue;
    if (is_space(point.value)) {
      gap = true;
      wide |= point.value != ' ';
      continue;
    }
    const bool latin = !text.empty() && is_latin(text.back()) && is_latin(bytes.front());
    if (gap && !text.empty() && (!wide || latin)) text += ' ';
    gap = wide = false;
    text.append(bytes);
  }
  return text;
}

std::vector<std::string> split_words(std::string_view cell) {
  return split(cell, is_word_separator);
}

bool reads_as_tags(std::string_view cell) {
  // What these say alone is a tag beyond doubt; 电话未接 is as short, and none.
  static constexpr std::array<std::string_view, 22> known{
      "党员",   "低保",   "残疾",   "独居",   "空巢",     "退役",     "退役军人", "五保",
      "特困",   "优抚",   "失独",   "孤儿",   "留守儿童", "留守老人", "独居老人", "空巢老人",
      "残疾人", "低保户", "志愿者", "楼栋长", "困境儿童", "高龄老人"};
  constexpr ptrdiff_t longest = 6;  // characters of a word in a list
  const bool separated = cell.find_first_of(",;|") != std::string_view::npos ||
                         cell.find("、") != std::string_view::npos ||
                         cell.find("，") != std::string_view::npos ||
                         cell.find("；") != std::string_view::npos;
  return std::ranges::all_of(split_words(cell), [&](const std::string& word) {
    if (std::ranges::find(known, word) != known.end()) return true;
    const bool han = std::ranges::all_of(word, [](char c) { return !is_latin(c); });
    const auto characters = std::ranges::count_if(
        word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return separated && han && characters <= longest && word.find("。") == std::string::npos;
  });
}

std::vector<std::string> split_phones(std::string_view cell) {
  std::vector<std::string> phones;
  for (const std::string& part : split(cell, is_phone_separator)) {
    constexpr size_t shortest = 7;  // of a number that stands for itself
    const std::vector<std::string> pieces = split(part, [](char32_t c) { return is_space(c); });
    const bool several =
        pieces.size() > 1 && std::ranges::all_of(pieces, [](const std::string& piece) {
          return piece.size() >= shortest;
        });
    if (several) {
      for (const std::string& piece : pieces) add_word(phones, piece);
    } else if (!domain::clean_identifier(part).empty()) {
      add_word(phones, part);
    }
  }
  return phones;
}

const char* repair_kind(std::string_view cell) {
  bool spaces = false;
  bool letters = false;
  if (cell.starts_with('\'')) return "text.apostrophe";
  while (!cell.empty()) {
    const CodePoint point = first_code_point(cell);
    cell.remove_prefix(point.bytes);
    if (domain::half_width(point.value) != point.value) return "text.full_width";
    spaces |= is_space(point.value) || is_zero_width(point.value);
    letters |= (point.value >= 'a' && point.value <= 'z') || point.value == 0x0425 ||
               point.value == 0x0445;
  }
  return spaces ? "text.spaces" : letters ? "text.letters" : "text.spelling";
}

}  // namespace grid::codec
