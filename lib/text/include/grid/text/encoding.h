// Encodings of files as offices have them: a byte-order mark decides, then strict UTF-8, then
// GB18030 (国标 GB 18030-2022; never GBK, which lacks the rare characters of names).
//
// Whether a file is UTF-8 may show only in its last line: detection looks at all of it. JSON
// lines are always UTF-8 and need none of this; lines may be cut out of UTF-8 before they are
// checked, since no byte of a longer character equals LF or CR.
#pragma once

#include <grid/base/result.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace grid::text {

enum class Encoding { utf8, utf8_bom, utf16le, utf16be, gb18030 };

// "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "gb18030".
[[nodiscard]] std::string_view encoding_name(Encoding encoding);
// The inverse, in any case; also "utf8", "utf-16" (little-endian), "gbk" and "gb2312" (which
// GB18030 contains). Code: encoding.unknown.
[[nodiscard]] Result<Encoding> parse_encoding(std::string_view name);

// Where the first byte stands that is not UTF-8 by RFC 3629 (no overlong forms, no surrogates,
// nothing beyond U+10FFFF); npos where all is well.
[[nodiscard]] size_t find_invalid_utf8(std::string_view bytes);
[[nodiscard]] inline bool valid_utf8(std::string_view bytes) {
  return find_invalid_utf8(bytes) == std::string_view::npos;
}

// Takes the whole content. UTF-16 without its mark tells itself by its zero bytes; what is neither
// that nor marked nor UTF-8 is called GB18030, unchecked.
[[nodiscard]] Encoding detect_encoding(std::string_view content);

// Gives the content to `sink` as UTF-8 without byte-order mark, in pieces of about a megabyte
// cut anywhere. A byte that does not fit: encoding.invalid, with the byte's offset (from 0) and
// its line (from 1); the sink has had what stands before it, at least in part.
[[nodiscard]] Status decode(std::string_view content, Encoding encoding,
                            const std::function<void(std::string_view)>& sink);
// The same in one piece.
[[nodiscard]] Result<std::string> decode(std::string_view content, Encoding encoding);

// From UTF-8 to what a spreadsheet of the office opens. Keeps its converter: one a file.
class Encoder {
 public:
  // Throws Failure where the C library has no such converter.
  explicit Encoder(Encoding encoding);
  ~Encoder();
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  // What the file begins with; empty for utf8 and gb18030.
  [[nodiscard]] std::string_view byte_order_mark() const;
  // Appends `text`, whole characters of UTF-8. Code: encoding.invalid; `out` is then unchanged.
  [[nodiscard]] Status append(std::string_view text, std::string& out);

 private:
  class Converter;
  Encoding encoding_;
  std::unique_ptr<Converter> converter_;  // none for UTF-8
};

}  // namespace grid::text
