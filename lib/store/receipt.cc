#include "receipt.h"

namespace grid::store {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr size_t letters = 16;
constexpr size_t group = 4;

std::string grouped(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % group == 0) out.push_back('-');
    out.push_back(text[i]);
  }
  return out;
}

char capital(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') return '0';
  if (c == 'I' || c == 'L') return '1';
  return c;
}

}  // namespace

std::string write_receipt(const sql::Blob& digest) {
  std::string text;
  unsigned bits = 0;
  unsigned held = 0;
  for (size_t i = 0; text.size() < letters; ++i) {
    bits = (bits << 8U) | digest[i];
    for (held += 8; held >= 5 && text.size() < letters; held -= 5) {
      text.push_back(alphabet[(bits >> (held - 5)) & 31U]);
    }
    bits &= (1U << held) - 1U;
  }
  return grouped(text);
}

std::string normal_receipt(std::string_view typed) {
  std::string text;
  for (const char c : typed) {
    if (c == '-' || c == ' ') continue;
    const char letter = capital(c);
    if (alphabet.find(letter) == alphabet.npos || text.size() == letters) return {};
    text.push_back(letter);
  }
  return text.size() == letters ? grouped(text) : std::string();
}

}  // namespace grid::store
