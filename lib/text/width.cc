#include <fmt/format.h>
#include <grid/text/width.h>
#include <utf8proc.h>

#include <algorithm>
#include <iterator>

namespace grid::text {
namespace {

struct Character {
  utf8proc_int32_t code = 0;  // -1: not UTF-8, one byte
  size_t size = 0;
};

Character first_character(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  Character character;
  const auto size =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &character.code);
  if (size <= 0) return {-1, 1};
  character.size = static_cast<size_t>(size);
  return character;
}

bool is_picture(utf8proc_int32_t code) {
  return utf8proc_get_property(code)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

int character_width(utf8proc_int32_t code) {
  if (code < 0) return 1;
  // Vowels and final consonants of Hangul complete a syllable that has its two columns already.
  if ((code >= 0x1160 && code <= 0x11FF) || (code >= 0xD7B0 && code <= 0xD7FF)) return 0;
  // UAX #11: planes 2 and 3 are wide, also where nothing is assigned yet (names of people come
  // from the newest extensions).
  if (code >= 0x20000 && code <= 0x3FFFD) return 2;
  return utf8proc_charwidth(code);
}

// A user-perceived character at the beginning of a text.
struct Cluster {
  size_t size = 0;
  int width = 0;
};

Cluster first_cluster(std::string_view text) {
  constexpr utf8proc_int32_t joiner = 0x200D;
  Character last = first_character(text);
  Cluster cluster{last.size, character_width(last.code)};
  utf8proc_int32_t state = 0;
  while (cluster.size < text.size() && last.code >= 0) {
    const Character next = first_character(text.substr(cluster.size));
    if (next.code < 0 || utf8proc_grapheme_break_stateful(last.code, next.code, &state)) break;
    const bool joined = last.code == joiner && is_picture(next.code);
    const bool skin_tone = next.code >= 0x1F3FB && next.code <= 0x1F3FF;
    if (!joined && !skin_tone) cluster.width += character_width(next.code);
    cluster.size += next.size;
    last = next;
  }
  return cluster;
}

bool is_plain(char c) {
  return c >= 0x20 && c < 0x7F;
}

bool needs_escape(utf8proc_int32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C ||
         (code >= 0x200E && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

void write_escape(Character character, char byte, std::string& out) {
  const auto unsigned_byte = static_cast<unsigned>(static_cast<unsigned char>(byte));
  if (byte == '\n') {
    out += "\\n";
  } else if (byte == '\r') {
    out += "\\r";
  } else if (byte == '\t') {
    out += "\\t";
  } else if (character.code < 0x80) {  // also a byte that is not UTF-8
    fmt::format_to(std::back_inserter(out), "\\x{:02x}", unsigned_byte);
  } else {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", character.code);
  }
}

}  // namespace

int display_width(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return static_cast<int>(text.size());
  int width = 0;
  while (!text.empty()) {
    const Cluster cluster = first_cluster(text);
    width += cluster.width;
    text.remove_prefix(cluster.size);
  }
  return width;
}

std::string truncate_to_width(std::string_view text, int width) {
  constexpr std::string_view ellipsis = "…";  // one column
  size_t fits = 0;                            // bytes that leave room for the ellipsis
  int used = 0;
  for (size_t at = 0; at < text.size();) {
    const Cluster cluster = first_cluster(text.substr(at));
    used += cluster.width;
    if (used > width) return std::string(text.substr(0, fits)).append(ellipsis);
    at += cluster.size;
    if (used < width) fits = at;
  }
  return std::string(text);
}

std::string pad_to_width(std::string_view text, int width, Align align) {
  const int missing = std::max(0, width - display_width(text));
  std::string padded;
  padded.reserve(text.size() + static_cast<size_t>(missing));
  if (align == Align::right) padded.append(static_cast<size_t>(missing), ' ');
  padded += text;
  if (align == Align::left) padded.append(static_cast<size_t>(missing), ' ');
  return padded;
}

std::string escape_for_terminal(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Character character = first_character(text);
    if (needs_escape(character.code)) {
      write_escape(character, text.front(), out);
    } else {
      out += text.substr(0, character.size);
    }
    text.remove_prefix(character.size);
  }
  return out;
}

}  // namespace grid::text
