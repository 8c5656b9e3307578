// Visits as records: what is taken from which record, and what is refused.
#include <doctest/doctest.h>
#include <grid/codec/visit.h>
#include <grid/text/json.h>
#include <grid/text/json_writer.h>

using namespace grid;
using namespace grid::codec;
using domain::VisitKind;

namespace {

constexpr UtcOffset china{480};

Result<ToldVisit> read(const char* line, const ToldVisit& given = {}) {
  text::JsonReader reader;
  return read_visit(*reader.parse(line), given, china);
}

std::string target(const char* line) {
  const auto told = read(line);
  if (!told) return told.problem().code + " " + told.problem().field;
  const domain::Visit& visit = told->visit;
  return visit.community + "," + visit.household + "," + visit.case_no + "," + visit.area;
}

}  // namespace

TEST_CASE("what was visited stands under the key of each type of record") {
  const struct {
    const char* line;
    const char* expected;
  } rows[] = {
      {R"({"type":"household","community":"C","no":"7","area":"G"})", "C,7,,"},
      {R"({"type":"person","community":"C","household_no":"7","area":"G"})", "C,7,,"},
      {R"({"type":"case","no":"N-1","area":"G"})", ",,N-1,"},
      {R"({"type":"area","code":"G","parent":"C"})", ",,,G"},
      {R"({"community":"C","household":"7"})", "C,7,,"},
      {R"({"community":"C","household":"7","case":"N-1","area":"G"})", "C,7,N-1,"},
      {R"({"type":"visit","case":"N-1","area":"G"})", ",,N-1,"},
      {R"({"area":"G"})", ",,,G"},
      {R"({"household":"7"})", "field.required community"},
      {R"({"type":"household","community":"C"})", "field.required no"},
      {R"({"type":"person","community":"C","area":"G"})", "field.required household_no"},
      {R"({"type":"case"})", "field.required no"},
      {R"({"result":"x"})", "field.required household"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    CHECK(target(row.line) == row.expected);
  }
}

TEST_CASE("a record's own words win over the options; a list's words about itself do not count") {
  ToldVisit given;
  given.visit.result = "正常";
  given.visit.staff = "li";
  given.kind = VisitKind::home;
  const auto plain = read(R"({"type":"household","community":"C","no":"7","kind":"family",)"
                          R"("lon":1,"lat":2,"source":"s","source_ref":"r"})",
                          given);
  REQUIRE(plain);
  CHECK(plain->visit.result == "正常");
  CHECK(plain->visit.staff == "li");
  CHECK(plain->kind == VisitKind::home);
  CHECK_FALSE(plain->visit.lon);
  CHECK(plain->visit.source_ref == "");
  const auto own = read(R"({"type":"household","community":"C","no":"7","result":"无人",)"
                        R"("staff":"wang","at":"2026-11-20T09:00"})",
                        given);
  REQUIRE(own);
  CHECK(own->visit.result == "无人");
  CHECK(own->visit.staff == "wang");
  CHECK(own->at == *parse_moment("2026-11-20T09:00:00+08:00", china));
  const auto visit = read(R"({"area":"G","kind":"patrol","lon":120.5,"lat":"29.1","source":"s",)"
                          R"("source_ref":7,"nonsense":true})",
                          given);
  REQUIRE(visit);
  CHECK(visit->kind == VisitKind::patrol);
  CHECK(visit->visit.lon == 120.5);
  CHECK(visit->visit.lat == 29.1);
  CHECK(visit->visit.source_ref == "7");
}

TEST_CASE("what is refused") {
  const struct {
    const char* line;
    const char* code;
  } rows[] = {{R"({"area":"G","kind":"hone"})", "field.value"},
              {R"({"area":"G","lon":200,"lat":1})", "field.range"},
              {R"({"area":"G","lon":20})", "field.required"},
              {R"({"area":"G","at":"yesterday"})", "time.format"},
              {R"({"area":["G"]})", "field.type"}};
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const auto told = read(row.line);
    REQUIRE_FALSE(told);
    CHECK(told.problem().code == row.code);
  }
  CHECK(read(R"({"area":"G","kind":"hone"})").problem().near == "home");
}

TEST_CASE("a visit that was printed is read as it was, and its columns are its fields") {
  domain::Visit visit;
  visit.community = "C";
  visit.household = "7";
  visit.case_no = "N-1";
  visit.area = "G";
  visit.at = *parse_moment("2026-11-20T09:00:00+08:00", china);
  visit.staff = "li";
  visit.result = "正常";
  visit.lon = 120.5;
  visit.lat = 29.1;
  visit.source = "s";
  visit.source_ref = "r";
  const text::Record record = write_visit(visit, {visit.at, "wang"}, china);
  const auto told = read_visit(record, {}, china);
  REQUIRE(told);
  domain::Visit back = told->visit;
  CHECK(back.area == "");
  back.area = "G";
  back.at = *told->at;
  back.kind = *told->kind;
  CHECK(back == visit);
  REQUIRE(visit_columns().size() + 2 == record.fields().size());
  for (size_t i = 0; i < visit_columns().size(); ++i) {
    CHECK(visit_columns()[i].field == record.fields()[i + 2].name);
  }
  for (size_t i = 0; i < visit_fields().size(); ++i) {
    CHECK(visit_fields()[i] == record.fields()[i + 2].name);
  }
}

TEST_CASE("missed households as a record") {
  MissedHouseholds missed{"G", "", "C", {}, *parse_date("2026-09-01"), 3, 2, 1, {"7", "8"}};
  std::string out;
  text::write_json(write_missed(missed), out);
  CHECK(out == R"({"type":"missed","v":1,"area":"G","community":"C","households":3,"unvisited":2,)"
               R"("never":1,"since":"2026-09-01","due":["7","8"]})"
               "\n");
  missed.name = "网格";
  missed.staff = {"li"};
  CHECK(write_missed(missed).fields().size() == missed_columns().size() + 2);
}
