// Any bytes as a register: encoding, delimiter, headings and rows are found, or the file is
// refused. Each row has an entry or a problem, and reading twice gives the same.
#include "../codec/register_office.h"
#include "require.h"

namespace {

using namespace grid;
using namespace grid::codec;

void check(const ReadFile& file) {
  int64_t line = 0;
  for (const ReadRow& row : file.rows) {
    if (row.sheet.empty()) FUZZ_REQUIRE(row.line > line);
    line = row.line;
    if (!row.code.empty()) continue;
    FUZZ_REQUIRE(row.entry.person || row.entry.household);
    FUZZ_REQUIRE(!row.entry.person || !row.entry.person->name.empty());
    FUZZ_REQUIRE(!row.entry.residence.community.empty() || row.entry.household);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const ReadFile once = read_register(bytes);
  check(once);
  const ReadFile twice = read_register(bytes);
  FUZZ_REQUIRE(once.problem == twice.problem);
  FUZZ_REQUIRE(once.rows.size() == twice.rows.size());
  FUZZ_REQUIRE(once.form.delimiter == twice.form.delimiter);
  FUZZ_REQUIRE(once.problem.empty() || once.rows.empty());
  return 0;
}
