// Any bytes as a stream of JSON lines. What is accepted must survive being written and read
// again; what is refused must say why, under a code that is documented.
#include <grid/text/encoding.h>
#include <grid/text/json.h>
#include <grid/text/json_writer.h>
#include <grid/text/line_splitter.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "require.h"

namespace {

using namespace grid;
using namespace grid::text;

constexpr std::array<std::string_view, 8> codes{
    "json.object",  "json.syntax", "json.utf8",   "json.surrogate",
    "json.control", "json.number", "json.nested", "json.duplicate_key"};

bool equal(const Record& a, const Record& b) {
  return std::equal(
      a.fields().begin(), a.fields().end(), b.fields().begin(), b.fields().end(),
      [](const Field& x, const Field& y) { return x.name == y.name && x.value == y.value; });
}

void check_line(JsonReader& reader, std::string_view line) {
  const auto record = reader.parse(line);
  if (!record) {
    const Problem& problem = record.problem();
    FUZZ_REQUIRE(std::find(codes.begin(), codes.end(), problem.code) != codes.end());
    FUZZ_REQUIRE(problem.message().find("{}") == std::string::npos);
    // The scanner that explains knows every fault of the grammar that simdjson knows.
    const bool located = problem.message().find("at byte") != std::string::npos;
    FUZZ_REQUIRE(located || problem.code != "json.syntax");
    FUZZ_REQUIRE((problem.code == "json.utf8") == !valid_utf8(line));
    return;
  }
  std::string written;
  write_json(*record, written);
  FUZZ_REQUIRE(std::count(written.begin(), written.end(), '\n') == 1 && written.back() == '\n');
  FUZZ_REQUIRE(valid_utf8(written));
  const auto back = reader.parse(written);
  FUZZ_REQUIRE(static_cast<bool>(back));
  FUZZ_REQUIRE(equal(*record, *back));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  JsonReader reader;
  LineSplitter lines(4096);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  int64_t last = 0;
  const auto take = [&] {
    while (const auto line = lines.next()) {
      FUZZ_REQUIRE(line->number > last);
      last = line->number;
      FUZZ_REQUIRE(line->text.size() <= 4096);
      if (!line->problem) check_line(reader, line->text);
    }
  };
  // Two pieces, cut where the first byte says: borders are inputs too.
  const size_t cut = size == 0 ? 0 : data[0] % size;
  lines.feed(bytes.substr(0, cut));
  take();
  lines.feed(bytes.substr(cut));
  take();
  lines.finish();
  take();
  FUZZ_REQUIRE(last <= 1 + std::count(bytes.begin(), bytes.end(), '\n'));
  return 0;
}
