#include <grid/domain/clean_text.h>
#include <grid/domain/person_search.h>
#include <grid/domain/phone.h>

#include <algorithm>

namespace grid::domain {

namespace {

constexpr size_t fewest_digits = 4;         // of a telephone's end
constexpr size_t most_phone_digits = 15;    // ITU-T E.164
constexpr size_t fewest_local_digits = 7;   // of a landline without area code
constexpr size_t fewest_number_digits = 6;  // of the shortest passports
constexpr size_t most_elements = 16;
constexpr size_t most_patterns = 64;
constexpr size_t most_syllable = 6;

bool is_letter(char32_t c) {
  return c >= 'a' && c <= 'z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// ü is v, as on keyboards; the passports' lyu, nyu likewise.
std::string plain_letters(const std::u32string& run) {
  std::string letters;
  for (const char32_t c : run) letters += c == 0x00FC ? 'v' : static_cast<char>(c);
  for (const std::string_view spelling : {"lyu", "nyu"}) {
    for (size_t at = letters.find(spelling); at != std::string::npos; at = letters.find(spelling)) {
      letters.replace(at + 1, 2, "v");
    }
  }
  return letters;
}

NameElement reading(std::string_view letters, bool begins) {
  if (begins) return {0, syllables_beginning(letters)};
  return {0, {syllable_of(letters), syllable_of(letters)}};
}

// Every way to cut the letters into syllables; with `open` the last one need not be whole.
void cut(std::string_view letters, bool open, NamePattern& pattern,
         std::vector<NamePattern>& found) {
  if (found.size() >= most_patterns || pattern.size() >= most_elements) return;
  if (letters.empty()) {
    found.push_back(pattern);
    return;
  }
  for (size_t size = 1; size <= std::min(letters.size(), most_syllable); ++size) {
    const std::string_view part = letters.substr(0, size);
    const bool last = open && size == letters.size();
    if (last ? !begins_syllable(part) : !is_syllable(part)) continue;
    pattern.push_back(reading(part, last));
    cut(letters.substr(size), open, pattern, found);
    pattern.pop_back();
  }
}

// What letters without a break between them can mean: syllables; if they are none, syllables with
// an unfinished one; and the first letters of as many characters.
std::vector<NamePattern> read_letters(const std::string& letters) {
  std::vector<NamePattern> found;
  NamePattern pattern;
  cut(letters, false, pattern, found);
  const bool whole = !found.empty();
  if (!whole) cut(letters, true, pattern, found);
  NamePattern initials;
  for (size_t i = 0; i < letters.size(); ++i) {
    const std::string_view letter = std::string_view(letters).substr(i, 1);
    if (!begins_syllable(letter)) return found;
    initials.push_back(reading(letter, true));
  }
  const bool few = letters.size() <= name_places;  // more letters are initials only if nothing else
  if ((few || !whole) && letters.size() > 1) found.push_back(std::move(initials));
  return found;
}

// The patterns so far, each continued by each of `next`.
void continue_by(std::vector<NamePattern>& patterns, const std::vector<NamePattern>& next) {
  std::vector<NamePattern> longer;
  for (const NamePattern& pattern : patterns) {
    for (const NamePattern& more : next) {
      if (longer.size() >= most_patterns) break;
      longer.push_back(pattern);
      longer.back().insert(longer.back().end(), more.begin(), more.end());
    }
  }
  patterns = std::move(longer);
}

// Letters up to what ends a syllable: a space, an apostrophe, another character.
std::u32string take_letters(std::string_view& text) {
  std::u32string run;
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    char32_t c = half_width(point.value);
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    if (c == 0x00DC) c = 0x00FC;  // Ü
    if (!is_letter(c) && c != 0x00FC) break;
    run += c;
    text.remove_prefix(point.bytes);
  }
  return run;
}

std::vector<NamePattern> read_name(std::string_view text) {
  std::vector<NamePattern> patterns{{}};
  const std::string_view whole = text;
  while (!text.empty()) {
    if (const std::u32string run = take_letters(text); !run.empty()) {
      continue_by(patterns, read_letters(plain_letters(run)));
      continue;
    }
    const size_t bytes = first_code_point(text).bytes;
    for (const char32_t c : name_characters(text.substr(0, bytes))) {
      continue_by(patterns, {{NameElement{c, {}}}});
    }
    text.remove_prefix(bytes);
  }
  // Letters may stand for themselves, too: foreign names.
  NamePattern literal;
  for (const char32_t c : name_characters(whole)) literal.push_back({c, {}});
  if (std::ranges::find(patterns, literal) == patterns.end()) patterns.push_back(literal);
  std::erase_if(patterns, &NamePattern::empty);
  return patterns;
}

bool is_read(char32_t character, const SyllableRange& syllables) {
  const Readings read = readings(character);
  return std::ranges::any_of(read.list(), [&](Syllable each) { return syllables.contains(each); });
}

bool meets(const NamePattern& pattern, const std::u32string& name) {
  for (size_t at = 0; at + pattern.size() <= name.size(); ++at) {
    const bool here = std::ranges::equal(
        pattern, std::u32string_view(name).substr(at, pattern.size()),
        [](const NameElement& element, char32_t c) {
          return element.character != 0 ? element.character == c : is_read(c, element.syllables);
        });
    if (here) return true;
  }
  return false;
}

// The end of a number, or one that is kept without its area code.
bool same_phone(const std::string& number, const std::string& sought) {
  return number.ends_with(sought) ||
         (number.size() >= fewest_local_digits && sought.ends_with(number));
}

}  // namespace

PersonSearch parse_person_search(std::string_view line) {
  PersonSearch search;
  std::string id = clean_identifier(line);
  const auto digits = static_cast<size_t>(std::ranges::count_if(id, is_digit));
  const bool ascii =
      std::ranges::all_of(id, [](char c) { return static_cast<signed char>(c) > 0; });
  if (digits == 0 || !ascii) {
    search.patterns = read_name(line);
    return search;
  }
  std::erase_if(id, [](char c) { return c == '-' || c == '(' || c == ')'; });
  if (digits >= fewest_number_digits) search.number = id;
  if (const Result<Phone> phone = parse_phone(line)) {
    search.phone = phone_numbers(phone->number).front();
  } else if (id.size() == digits && digits >= fewest_digits && digits <= most_phone_digits) {
    search.phone = id;
  }
  return search;
}

bool meets(const PersonSearch& search, const Person& person) {
  if (!search.number.empty() && person.id_no == search.number) return true;
  if (!search.phone.empty()) {
    if (std::ranges::any_of(phone_numbers(person.phone), [&](const std::string& number) {
          return same_phone(number, search.phone);
        })) {
      return true;
    }
  }
  if (search.patterns.empty()) return false;
  const std::u32string name = name_characters(person.name);
  const std::u32string former = name_characters(person.former_name);
  return std::ranges::any_of(search.patterns, [&](const NamePattern& pattern) {
    return meets(pattern, name) || meets(pattern, former);
  });
}

}  // namespace grid::domain
