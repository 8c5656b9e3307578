#include <grid/domain/pinyin.h>

#include <algorithm>
#include <array>

namespace grid::domain {

namespace {

struct Line {
  std::string_view letters, usual, other;
};

constexpr Line lines[] = {
#include "pinyin.inc"
};

constexpr char32_t first_character = 0x3400;
constexpr char32_t last_character = 0x9FFF;
constexpr unsigned letter_bits = 5;
constexpr size_t most_letters = 6;

constexpr Syllable pack(std::string_view letters) {
  Syllable packed = 0;
  for (size_t i = 0; i < most_letters; ++i) {
    packed <<= letter_bits;
    if (i < letters.size()) packed |= static_cast<Syllable>(letters[i] - 'a' + 1);
  }
  return packed;
}

// The characters of the table have three bytes.
template <typename Use>
constexpr void each_character(std::string_view text, Use use) {
  for (size_t i = 0; i < text.size(); i += 3) {
    const auto byte = [&](size_t at) { return static_cast<unsigned char>(text[i + at]); };
    use(static_cast<char32_t>((byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U |
                              (byte(2) & 0x3FU)));
  }
}

constexpr size_t count_others() {
  size_t count = 0;
  for (const Line& line : lines) count += line.other.size() / 3;
  return count;
}

struct Table {
  std::array<uint16_t, last_character - first_character + 1> usual{};  // line + 1; 0: none
  struct Other {
    char32_t character = 0;
    uint16_t line = 0;
  };
  std::array<Other, count_others()> other{};  // in the order of characters
};

constexpr Table make_table() {
  Table table;
  uint16_t line = 0;
  size_t others = 0;
  for (const Line& each : lines) {
    each_character(each.usual, [&](char32_t c) {
      table.usual[c - first_character] = static_cast<uint16_t>(line + 1);
    });
    each_character(each.other, [&](char32_t c) { table.other[others++] = {c, line}; });
    ++line;
  }
  std::sort(table.other.begin(), table.other.end(),
            [](const Table::Other& a, const Table::Other& b) { return a.character < b.character; });
  return table;
}

constexpr Table table = make_table();

constexpr auto packed = [] {
  std::array<Syllable, std::size(lines)> all{};
  for (size_t i = 0; i < all.size(); ++i) all[i] = pack(lines[i].letters);
  return all;
}();
static_assert(std::is_sorted(packed.begin(), packed.end()));

}  // namespace

Syllable syllable_of(std::string_view letters) {
  return pack(letters);
}

SyllableRange syllables_beginning(std::string_view letters) {
  const Syllable from = pack(letters);
  const auto open = static_cast<unsigned>(letter_bits * (most_letters - letters.size()));
  return {from, from | ((Syllable{1} << open) - 1)};
}

bool is_syllable(std::string_view letters) {
  return letters.size() <= most_letters &&
         std::binary_search(packed.begin(), packed.end(), pack(letters));
}

bool begins_syllable(std::string_view letters) {
  if (letters.size() > most_letters) return false;
  const SyllableRange range = syllables_beginning(letters);
  const auto first = std::lower_bound(packed.begin(), packed.end(), range.from);
  return first != packed.end() && range.contains(*first);
}

Readings readings(char32_t character) {
  Readings found;
  const auto add = [&](size_t line) {
    if (found.count < most_readings) found.all[found.count++] = packed[line];
  };
  if (character >= first_character && character <= last_character) {
    const uint16_t line = table.usual[character - first_character];
    if (line != 0) add(line - 1U);
  }
  auto other = std::lower_bound(
      table.other.begin(), table.other.end(), character,
      [](const Table::Other& each, char32_t sought) { return each.character < sought; });
  for (; other != table.other.end() && other->character == character; ++other) add(other->line);
  return found;
}

}  // namespace grid::domain
