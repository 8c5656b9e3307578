// Verdicts on identifiers as records: the number itself never stands in them unasked.
#include <doctest/doctest.h>
#include <grid/codec/id_record.h>
#include <grid/text/json.h>
#include <grid/text/json_writer.h>

using namespace grid;
using namespace grid::codec;

namespace {

const Date today = *parse_date("2026-11-21");

std::string verdict(const char* kind, const char* value, ShowNormal show = ShowNormal::no) {
  std::string out;
  text::write_json(write_id(domain::check_identifier(kind, value, today), 7, show), out);
  return out;
}

}  // namespace

TEST_CASE("valid: no code; invalid: a code; warnings always stand there") {
  CHECK(verdict("", "33078219900104003x") ==
        "{\"type\":\"id\",\"v\":1,\"line\":7,\"kind\":\"resident_id\",\"valid\":true,"
        "\"warnings\":[]}\n");
  CHECK(verdict("", "440524188001010014") ==
        "{\"type\":\"id\",\"v\":1,\"line\":7,\"kind\":\"resident_id\",\"valid\":true,"
        "\"warnings\":[\"id.age_implausible\"]}\n");
  CHECK(verdict("resident_id", "330782199001021235") ==
        "{\"type\":\"id\",\"v\":1,\"line\":7,\"kind\":\"resident_id\",\"valid\":false,"
        "\"warnings\":[],\"code\":\"id.checksum\"}\n");
}

TEST_CASE("the normal form comes last, only where it was asked for and there is one") {
  CHECK(verdict("", "330782900102123", ShowNormal::yes) ==
        "{\"type\":\"id\",\"v\":1,\"line\":7,\"kind\":\"resident_id\",\"valid\":true,"
        "\"warnings\":[\"id.fifteen_digits\"],\"normal\":\"330782199001021234\"}\n");
  CHECK(verdict("", "330782199001021235", ShowNormal::yes).find("normal") == std::string::npos);
  CHECK(id_columns(ShowNormal::no).size() + 1 == id_columns(ShowNormal::yes).size());
  for (const Column& column : id_columns(ShowNormal::no)) {
    CHECK(std::string_view(column.field) != "normal");
  }
}

TEST_CASE("questions as records") {
  const auto read = [](const char* json, const char* kind = "") {
    return read_id_question(*text::parse_json_line(json), kind);
  };
  CHECK(read(R"({"kind":"uscc","value":"x","note":"passed over"})")->kind == "uscc");
  CHECK(read(R"({"value":"x"})", "passport")->kind == "passport");
  CHECK(read(R"({"kind":"phone","value":"x"})", "passport")->kind == "phone");
  CHECK(read(R"({"kind":"none","value":""})")->value.empty());
  CHECK(read(R"({"kind":"uscc"})").problem().code == "field.required");
  CHECK(read(R"({"value":["1"]})").problem().code == "field.type");
}
