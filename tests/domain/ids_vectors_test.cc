// The published vectors: tests/domain/id_vectors.tsv, one identifier a line with its verdict.
#include <doctest/doctest.h>
#include <grid/domain/id_check.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

using grid::Date;
using grid::domain::check_identifier;
using grid::domain::CheckedId;

namespace {

constexpr Date kToday{std::chrono::local_days{std::chrono::year{2026} / 11 / 21}};

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> parts;
  size_t from = 0;
  for (size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', from)) {
    parts.push_back(line.substr(from, tab - from));
    from = tab + 1;
  }
  parts.push_back(line.substr(from));
  parts.resize(5);
  return parts;
}

}  // namespace

TEST_CASE("every line of the vector file gets its verdict") {
  std::ifstream file("id_vectors.tsv");
  REQUIRE(file);
  std::string line;
  std::getline(file, line);
  int lines = 0;
  while (std::getline(file, line)) {
    const std::vector<std::string> part = columns(line);
    const std::string& verdict = part[3];
    const CheckedId checked = check_identifier(part[0], part[1], kToday);
    CAPTURE(line);
    CAPTURE(checked.code);
    CHECK(checked.valid == checked.code.empty());
    if (verdict == "must_accept") CHECK(checked.valid);
    if (verdict == "must_reject") CHECK_FALSE(checked.valid);
    if (verdict == "strict_only") CHECK(checked.code == "id.area");
    if (verdict == "normalise_or_reject") CHECK(checked.normal == part[4]);
    // Doubtful area codes: taken with a warning where the province exists.
    if (verdict == "may" && checked.valid) CHECK_FALSE(checked.warnings.empty());
    if (verdict == "may" && !checked.valid) {
      CHECK((checked.code == "id.area" || checked.code == "id.kind"));
    }
    ++lines;
  }
  CHECK(lines == 179);
}

TEST_CASE("the kind is found where none is given") {
  struct {
    std::string_view value, kind;
    bool valid;
  } const table[] = {
      {"11010519491231002X", "resident_id", true},
      {"330782900102123", "resident_id", true},
      {"810000199108201237", "hmt_permit", true},
      {"911840198408160013", "foreign_pr", true},
      {"USA110084081609", "foreign_pr", true},
      {"913101203509708598", "uscc", true},
      {"91350100M000100Y43", "uscc", true},
      {"91350100M000100Y4X", "uscc", false},
      {"E12345678", "passport", true},
      {"13812345678", "phone", true},
      {"12012345678", "phone", false},
      {"0579-85123456", "phone", true},
      {"330782199001021235", "resident_id", false},
      {"3.30782E+17", "resident_id", false},
      {"12345678", "resident_id", false},
      {"0", "none", true},
  };
  for (const auto& row : table) {
    CAPTURE(row.value);
    const CheckedId checked = check_identifier("", row.value, kToday);
    CHECK(checked.kind == row.kind);
    CHECK(checked.valid == row.valid);
  }
  CHECK(check_identifier("", "", kToday).code == "id.length");
}

TEST_CASE("an unknown kind is refused with the nearest one") {
  const CheckedId checked = check_identifier("pasport", "E12345678", kToday);
  CHECK_FALSE(checked.valid);
  CHECK(checked.code == "id.kind");
  CHECK(checked.near == "passport");
}

TEST_CASE("an alias and the narrower kinds") {
  CHECK(check_identifier("fpr_id", "911840198408160013", kToday).kind == "foreign_pr");
  CHECK(check_identifier("resident_id15", "330782199001021234", kToday).code == "id.length");
  CHECK(check_identifier("resident_id15", "330782900102123", kToday).normal ==
        "330782199001021234");
  CHECK(check_identifier("resident_id_strict", "330782199001021234", kToday).valid);
  CHECK(check_identifier("resident_id_strict", "330782900102123", kToday).code == "id.length");
  // Born in Chongwen (110103) while the code was in force.
  CHECK(check_identifier("resident_id_strict", "110103198001010021", kToday).valid);
}
