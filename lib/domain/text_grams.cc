#include <grid/domain/text_grams.h>

#include <algorithm>

namespace grid::domain {

namespace {

bool belongs_to_run(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Bytes of the character at the front of `rest`: up to the next byte that begins one.
size_t character_size(std::string_view rest) {
  size_t size = 1;
  while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0U) == 0x80U) ++size;
  return size;
}

std::string folded(std::string_view gram) {
  std::string small(gram);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

// Calls `use` with each run of `text`.
template <typename Use>
void each_run(std::string_view text, Use use) {
  while (!text.empty()) {
    const auto first = std::find_if(text.begin(), text.end(), belongs_to_run);
    const auto last = std::find_if_not(first, text.end(), belongs_to_run);
    if (first != last) use(std::string_view(first, last));
    text = std::string_view(last, text.end());
  }
}

}  // namespace

std::vector<std::string> text_grams(std::string_view text) {
  std::vector<std::string> grams;
  each_run(text, [&](std::string_view run) {
    while (!run.empty()) {
      const size_t first = character_size(run);
      const size_t second = first < run.size() ? character_size(run.substr(first)) : 0;
      grams.push_back(folded(run.substr(0, first + second)));
      run.remove_prefix(first);
    }
  });
  return grams;
}

std::vector<SoughtGram> sought_grams(std::string_view sought) {
  std::vector<SoughtGram> grams;
  const auto want = [&](SoughtGram gram) {
    if (grams.size() == most_sought_grams) return;
    if (std::find(grams.begin(), grams.end(), gram) == grams.end()) {
      grams.push_back(std::move(gram));
    }
  };
  each_run(sought, [&](std::string_view run) {
    if (character_size(run) == run.size()) want({folded(run), true});
    while (character_size(run) < run.size()) {
      const size_t first = character_size(run);
      want({folded(run.substr(0, first + character_size(run.substr(first)))), false});
      run.remove_prefix(first);
    }
  });
  return grams;
}

}  // namespace grid::domain
