#include <grid/base/failure.h>
#include <grid/text/encoding.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>

namespace grid::text {
namespace {

struct Name {
  std::string_view name;
  Encoding encoding;
};
// The first name of each encoding is the one that is printed.
constexpr std::array names{
    Name{"utf-8", Encoding::utf8},       Name{"utf-8-bom", Encoding::utf8_bom},
    Name{"utf-16le", Encoding::utf16le}, Name{"utf-16be", Encoding::utf16be},
    Name{"gb18030", Encoding::gb18030},  Name{"utf8", Encoding::utf8},
    Name{"utf-16", Encoding::utf16le},   Name{"gbk", Encoding::gb18030},
    Name{"gb2312", Encoding::gb18030},
};

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr std::array marks{
    Mark{"\xEF\xBB\xBF", Encoding::utf8_bom},
    Mark{"\xFF\xFE", Encoding::utf16le},
    Mark{"\xFE\xFF", Encoding::utf16be},
    Mark{"\x84\x31\x95\x33", Encoding::gb18030},
};

bool is_utf8(Encoding encoding) {
  return encoding == Encoding::utf8 || encoding == Encoding::utf8_bom;
}

const char* iconv_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf16le:
      return "UTF-16LE";
    case Encoding::utf16be:
      return "UTF-16BE";
    case Encoding::gb18030:
      return "GB18030";
    case Encoding::utf8:
    case Encoding::utf8_bom:
      break;
  }
  return "UTF-8";
}

size_t mark_size(std::string_view content, Encoding encoding) {
  for (const Mark& mark : marks) {
    const bool ours = mark.encoding == encoding || (is_utf8(mark.encoding) && is_utf8(encoding));
    if (ours && content.starts_with(mark.bytes)) return mark.bytes.size();
  }
  return 0;
}

// A converter of the C library, closed at the end.
class Iconv {
 public:
  Iconv(const char* to, const char* from) : handle_(iconv_open(to, from)) {
    if (handle_ == reinterpret_cast<iconv_t>(-1)) {
      throw Failure(FailureKind::defect,
                    problem("encoding.missing", "", "no converter from {} to {}", from, to));
    }
  }
  ~Iconv() { iconv_close(handle_); }
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;

  // Converts as much of `in` as fits into `out`, moves both forward, and gives 0, or errno:
  // E2BIG (out is full), EILSEQ (a wrong byte), EINVAL (in ends within a character).
  int convert(std::string_view& in, char*& out, size_t& room) {
    char* from = const_cast<char*>(in.data());  // iconv(3) does not write there
    size_t left = in.size();
    const size_t result = iconv(handle_, &from, &left, &out, &room);
    const int error = result == static_cast<size_t>(-1) ? errno : 0;
    in.remove_prefix(in.size() - left);
    return error;
  }
  void reset() { iconv(handle_, nullptr, nullptr, nullptr, nullptr); }

 private:
  iconv_t handle_;
};

constexpr size_t piece_size = size_t{1} << 20;

// The line (from 1) in which the byte at `offset` stands. No byte of a longer character of
// UTF-8 or GB18030 equals LF.
size_t line_at(std::string_view content, size_t offset, Encoding encoding) {
  if (encoding != Encoding::utf16le && encoding != Encoding::utf16be) {
    const auto* begin = content.data();
    return 1 + static_cast<size_t>(std::count(begin, begin + offset, '\n'));
  }
  const size_t low = encoding == Encoding::utf16le ? 0 : 1;
  size_t line = 1;
  for (size_t i = 0; i + 1 < offset; i += 2) {
    if (content[i + low] == '\n' && content[i + 1 - low] == '\0') ++line;
  }
  return line;
}

Problem invalid(std::string_view content, size_t offset, Encoding encoding) {
  return problem("encoding.invalid", "", "the byte at offset {} (line {}) does not fit {}", offset,
                 line_at(content, offset, encoding), encoding_name(encoding));
}

// Bytes of the UTF-8 character that begins `text` (RFC 3629 section 4), or 0.
size_t character_size(std::string_view text) {
  const auto byte = [&](size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto follows = [&](size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !follows(1)) return 0;
  if (first < 0xE0) return 2;
  if (!follows(2)) return 0;
  if (first < 0xF0) {
    const bool overlong = first == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = first == 0xED && byte(1) > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool overlong = first == 0xF0 && byte(1) < 0x90;
  const bool beyond = first == 0xF4 && byte(1) > 0x8F;
  return !follows(3) || overlong || beyond ? 0 : 4;
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  return std::find_if(names.begin(), names.end(),
                      [&](const Name& name) { return name.encoding == encoding; })
      ->name;
}

Result<Encoding> parse_encoding(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const Name& name : names) {
    if (name.name == lower) return name.encoding;
  }
  return problem("encoding.unknown", "encoding", "{} is not an encoding that is known here", text);
}

size_t find_invalid_utf8(std::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    uint64_t eight;
    if (bytes.size() - at >= sizeof eight) {  // skips ASCII by the word
      std::memcpy(&eight, bytes.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const size_t size = character_size(bytes.substr(at, 4));
    if (size == 0) return at;
    at += size;
  }
  return std::string_view::npos;
}

namespace {

// UTF-16 without its mark: of each ASCII character (a delimiter, a digit, a line end) one byte is
// zero, before or behind the other. Characters such as U+4E00 have one on the other side.
std::optional<Encoding> detect_utf16(std::string_view content) {
  constexpr size_t sample = size_t{1} << 16;
  constexpr size_t fewest = 32;  // of so many bytes one is such a zero
  content = content.substr(0, sample);
  std::array<size_t, 2> zeros{};  // at even places, at odd places
  for (size_t i = 0; i < content.size(); ++i) {
    if (content[i] == '\0') ++zeros[i % 2];
  }
  if ((zeros[0] + zeros[1]) * fewest < content.size()) return std::nullopt;
  if (zeros[1] > 4 * zeros[0]) return Encoding::utf16le;
  if (zeros[0] > 4 * zeros[1]) return Encoding::utf16be;
  return std::nullopt;
}

}  // namespace

Encoding detect_encoding(std::string_view content) {
  for (const Mark& mark : marks) {
    if (content.starts_with(mark.bytes)) return mark.encoding;
  }
  if (const auto wide = detect_utf16(content)) return *wide;
  return valid_utf8(content) ? Encoding::utf8 : Encoding::gb18030;
}

Status decode(std::string_view content, Encoding encoding,
              const std::function<void(std::string_view)>& sink) {
  std::string_view rest = content.substr(mark_size(content, encoding));
  if (is_utf8(encoding)) {
    const size_t marked = content.size() - rest.size();
    const size_t wrong = find_invalid_utf8(rest);
    for (rest = rest.substr(0, wrong); !rest.empty();) {
      sink(rest.substr(0, piece_size));
      rest.remove_prefix(std::min(piece_size, rest.size()));
    }
    if (wrong != std::string_view::npos) return invalid(content, marked + wrong, encoding);
    return Done{};
  }
  Iconv converter("UTF-8", iconv_name(encoding));
  std::string piece(std::min(piece_size, 2 * rest.size() + 16), '\0');
  for (;;) {
    char* out = piece.data();
    size_t room = piece.size();
    const int error = converter.convert(rest, out, room);
    if (room < piece.size()) sink(std::string_view(piece.data(), piece.size() - room));
    if (error == 0) return Done{};
    if (error != E2BIG) return invalid(content, content.size() - rest.size(), encoding);
  }
}

Result<std::string> decode(std::string_view content, Encoding encoding) {
  std::string text;
  text.reserve(content.size());
  const Status done = decode(content, encoding, [&](std::string_view piece) { text += piece; });
  if (!done) return done.problem();
  return text;
}

class Encoder::Converter : public Iconv {
 public:
  using Iconv::Iconv;
};

Encoder::Encoder(Encoding encoding) : encoding_(encoding) {
  if (!is_utf8(encoding)) {
    converter_ = std::make_unique<Converter>(iconv_name(encoding), "UTF-8");
  }
}
Encoder::~Encoder() = default;

std::string_view Encoder::byte_order_mark() const {
  if (encoding_ == Encoding::gb18030) return {};  // unusual, and Excel would show it
  for (const Mark& mark : marks) {
    if (mark.encoding == encoding_) return mark.bytes;
  }
  return {};
}

Status Encoder::append(std::string_view text, std::string& out) {
  if (const size_t wrong = find_invalid_utf8(text); wrong != std::string_view::npos) {
    return invalid(text, wrong, Encoding::utf8);
  }
  if (!converter_) {
    out += text;
    return Done{};
  }
  const size_t before = out.size();
  // At most twice the bytes: ASCII in UTF-16, and four of GB18030 for two-byte characters.
  out.resize(before + 2 * text.size());
  char* end = out.data() + before;
  size_t room = out.size() - before;
  std::string_view rest = text;
  converter_->reset();
  const int error = converter_->convert(rest, end, room);
  out.resize(error == 0 ? out.size() - room : before);
  if (error != 0) return invalid(text, text.size() - rest.size(), Encoding::utf8);
  return Done{};
}

}  // namespace grid::text
