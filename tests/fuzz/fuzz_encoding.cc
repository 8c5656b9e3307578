// Any bytes as a text of some encoding: what is decoded is UTF-8, comes out the same in pieces,
// and goes through every encoding and back.
#include <grid/text/encoding.h>

#include <cstdint>
#include <string>

#include "require.h"

namespace {

using namespace grid;
using namespace grid::text;

void check_way_back(const std::string& text, Encoding encoding) {
  Encoder encoder(encoding);
  std::string bytes(encoder.byte_order_mark());
  if (!encoder.append(text, bytes)) return;
  const auto back = decode(bytes, encoding);
  FUZZ_REQUIRE(back);
  const bool marked = text.starts_with("\xEF\xBB\xBF");  // which decoding takes off
  FUZZ_REQUIRE(marked || *back == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Encoding encoding = detect_encoding(bytes);
  FUZZ_REQUIRE(parse_encoding(encoding_name(encoding)));
  const auto text = decode(bytes, encoding);
  if (!text) {
    FUZZ_REQUIRE(text.problem().code == "encoding.invalid");
    return 0;
  }
  FUZZ_REQUIRE(valid_utf8(*text));
  std::string joined;
  FUZZ_REQUIRE(decode(bytes, encoding, [&](std::string_view piece) { joined += piece; }));
  FUZZ_REQUIRE(joined == *text);
  for (const Encoding other : {Encoding::utf8, Encoding::utf8_bom, Encoding::utf16le,
                               Encoding::utf16be, Encoding::gb18030}) {
    check_way_back(*text, other);
  }
  return 0;
}
