#include <doctest/doctest.h>
#include <grid/domain/notice.h>

#include "case_office.h"

using namespace office;

TEST_CASE("a notice's text is filled, and refused where it names what it does not know") {
  const auto value = [](std::string_view name) { return "<" + std::string(name) + ">"; };
  CHECK(fill_notice("案件{no}“{title}”", value) == "案件<no>“<title>”");
  CHECK(fill_notice("", value).empty());
  CHECK(check_notice_text(default_notice_text));
  for (const char* wrong : {"{phone}", "{", "}", "{no", "no}", "{}", "{ no }", "{{no}}"}) {
    CAPTURE(wrong);
    REQUIRE(!check_notice_text(wrong));
    CHECK(check_notice_text(wrong).problem().code == "notice.text");
  }
  for (const std::string_view name : notice_names()) {
    CHECK(check_notice_text("{" + std::string(name) + "}"));
  }
}

TEST_CASE("quiet hours delay the sending, emergencies go at once") {
  const Calendar office = *Calendar::compile(make_calendar(), UtcOffset{480});
  NoticeRule rule;
  rule.hours = {*parse_day_span("14:00-20:00"), *parse_day_span("08:00-12:00")};
  struct Row {
    const char* fired;
    const char* office;
    const char* all;
  };
  // 2026-11-20 is a Friday; 10-01 begins the holidays, 10-10 is a Saturday that is worked.
  for (const Row& row : {Row{"2026-11-20 02:00", "2026-11-20T08:00", "2026-11-20T08:00"},
                         Row{"2026-11-20 08:00", "2026-11-20T08:00", "2026-11-20T08:00"},
                         Row{"2026-11-20 12:00", "2026-11-20T14:00", "2026-11-20T14:00"},
                         Row{"2026-11-20 20:00", "2026-11-23T08:00", "2026-11-21T08:00"},
                         Row{"2026-11-21 09:30", "2026-11-23T08:00", "2026-11-21T09:30"},
                         Row{"2026-10-09 23:00", "2026-10-10T08:00", "2026-10-10T08:00"}}) {
    CAPTURE(row.fired);
    rule.every_day = false;
    CHECK(show(send_time(rule, office, Urgency::urgent, at(row.fired))) == row.office);
    rule.every_day = true;
    CHECK(show(send_time(rule, office, Urgency::normal, at(row.fired))) == row.all);
    CHECK(send_time(rule, office, Urgency::emergency, at(row.fired)) == at(row.fired));
  }
  rule.hours.clear();
  CHECK(show(send_time(rule, office, Urgency::normal, at("2026-11-21 03:00"))) ==
        "2026-11-21T03:00");
  rule.every_day = false;
  CHECK(show(send_time(rule, office, Urgency::normal, at("2026-11-21 03:00"))) ==
        "2026-11-23T00:00");
}
