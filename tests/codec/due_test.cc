// Questions to the calendar and verdicts on identifiers, as records.
#include <doctest/doctest.h>
#include <grid/codec/due.h>
#include <grid/codec/policy.h>
#include <grid/text/json.h>
#include <grid/text/json_writer.h>

#include <string>

using namespace grid;
using namespace grid::codec;

namespace {

constexpr UtcOffset china{480};

domain::Calendar office_calendar(std::optional<Date> known_on = std::nullopt) {
  const domain::Policy policy = default_policy();
  auto calendar = domain::Calendar::compile(policy.calendars.at(""), china, known_on);
  REQUIRE(calendar);
  return *calendar;
}

std::string answered(const char* json) {
  const auto question = read_due_question(*text::parse_json_line(json), china);
  if (!question) return question.problem().code + " " + question.problem().field;
  std::string out;
  text::write_json(answer_due(*question, office_calendar()), out);
  return out;
}

}  // namespace

TEST_CASE("the vectors of the Chinese working calendar, through records") {
  const struct {
    const char* from;
    const char* limit;
    const char* due;
    bool provisional;
  } vectors[] = {
      {"2026-02-13 10:00", "5wd", "2026-02-27T17:30:00+08:00", false},
      {"2025-09-30", "3wd", "2025-10-11T17:30:00+08:00", false},
      {"2026-09-18", "2wd", "2026-09-21T17:30:00+08:00", false},
      {"2026-04-30", "5wd", "2026-05-11T17:30:00+08:00", false},
      {"2026-12-30", "3wd", "2027-01-04T17:30:00+08:00", true},
      {"2026-09-16", "15d", "2026-10-08T17:30:00+08:00", false},
      {"2026-09-18 16:30", "4wh", "2026-09-20T11:30:00+08:00", false},
      {"2026-11-21 09:00", "4wh", "2026-11-23T14:00:00+08:00", false},
      {"2026-11-21T01:00:00Z", "4wh", "2026-11-23T14:00:00+08:00", false},
  };
  for (const auto& vector : vectors) {
    CAPTURE(vector.from);
    text::Record record;
    record.add("from", std::string(vector.from)).add("limit", std::string(vector.limit));
    const auto question = read_due_question(record, china);
    REQUIRE(question);
    const text::Record answer = answer_due(*question, office_calendar());
    CHECK(answer.text("due") == vector.due);
    CHECK(*answer.find("provisional") == text::Value(vector.provisional));
  }
}

TEST_CASE("the shape of the answers") {
  CHECK(answered(R"({"from":"2026-11-20T16:30:00+08:00","limit":"1wd"})") ==
        R"({"type":"due","v":1,"from":"2026-11-20T16:30:00+08:00","limit":"1wd",)"
        R"("due":"2026-11-23T17:30:00+08:00","provisional":false})"
        "\n");
  CHECK(answered(R"({"from":"2026-11-20 16:30","until":"2026-11-23 09:00","calendar":"x"})") ==
        R"({"type":"due","v":1,"from":"2026-11-20T16:30:00+08:00",)"
        R"("until":"2026-11-23T09:00:00+08:00","calendar":"x","worked_seconds":5400,)"
        R"("provisional":false})"
        "\n");
}

TEST_CASE("questions that are none") {
  const struct {
    const char* json;
    const char* refusal;
  } wrong[] = {
      {R"({"limit":"5wd"})", "field.required from"},
      {R"({"from":"2026-11-20"})", "field.required limit"},
      {R"({"from":"2026-11-20","limit":"0.5wd"})", "limit.format limit"},
      {R"({"from":"2026-11-20","limit":"5x"})", "limit.unit limit"},
      {R"({"from":"2026-11-20","limit":"1000001h"})", "limit.range limit"},
      {R"({"from":"tomorrow","limit":"5wd"})", "time.format from"},
      {R"({"from":"2026-11-20","until":"2026-02-30"})", "time.format until"},
      {R"({"from":"2026-11-20","until":"2026-11-21","limit":"1d"})", "due.either until"},
      {R"({"from":true,"limit":"1d"})", "field.type from"},
  };
  for (const auto& each : wrong) {
    CAPTURE(each.json);
    CHECK(answered(each.json) == each.refusal);
  }
}

TEST_CASE("an answer can be asked again") {
  const std::string once = answered(R"({"from":"2026-11-20 16:30","limit":"30wd"})");
  CHECK(answered(once.c_str()) == once);
}
