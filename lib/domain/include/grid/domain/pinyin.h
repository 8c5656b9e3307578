// Pinyin (拼音): how Chinese characters are read, without tones, ü as v.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace grid::domain {

// A syllable as a number: five bits a letter, a = 1, the first one highest, six letters at most.
// So syllables are in alphabetical order, and those that begin alike stand together.
using Syllable = uint32_t;

// The syllables from `from` to `last`, both of them among them.
struct SyllableRange {
  Syllable from = 0, last = 0;
  bool operator==(const SyllableRange&) const = default;
  [[nodiscard]] bool contains(Syllable syllable) const {
    return from <= syllable && syllable <= last;
  }
};

// Six letters a to z at most.
[[nodiscard]] Syllable syllable_of(std::string_view letters);
// Those that begin with the letters.
[[nodiscard]] SyllableRange syllables_beginning(std::string_view letters);

// Whether a character is read so; whether a reading begins so.
[[nodiscard]] bool is_syllable(std::string_view letters);
[[nodiscard]] bool begins_syllable(std::string_view letters);

// A character has few readings: the usual one first, then those of surnames. Empty: it has none,
// or is too rare to be known.
inline constexpr size_t most_readings = 4;
struct Readings {
  Syllable all[most_readings] = {};
  size_t count = 0;
  [[nodiscard]] std::span<const Syllable> list() const { return {all, count}; }
};
[[nodiscard]] Readings readings(char32_t character);

}  // namespace grid::domain
