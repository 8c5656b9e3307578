#include <algorithm>

#include "policy_files.h"

using namespace grid;
using namespace grid::codec;
using namespace grid::domain;

using Found = std::vector<std::string>;

TEST_CASE("the example of the manual reads without a problem") {
  const PolicyReading reading = read(example_policy);
  CHECK(problems(reading) == Found{});
  REQUIRE(reading.ok());
  const Policy& policy = reading.policy;
  CHECK(policy.office.name == "江东街道");
  CHECK(policy.office.levels.size() == 5);
  CHECK(policy.calendars.at("").days.size() == 2);
  CHECK(policy.calendars.at("").week[4].size() == 2);
  CHECK(policy.calendars.at("").week[5].empty());
  CHECK(policy.calendars.at("duty").week[6].front().until == std::chrono::hours{24});
  CHECK(policy.categories[1].hold == "community");
  CHECK(policy.limits[0].whole == Limit{5, LimitUnit::wd});
  CHECK(policy.limits[0].urgency == Urgency::normal);
  CHECK(policy.routes[0].joint == std::vector<std::string>{"SQ"});
  CHECK(policy.ladder[1].key == "handle/3wd");
  CHECK(policy.ladder[1].escalate);
  CHECK(policy.rates.solve_weight == 0.35);
  CHECK(policy.rules.reopen_within == Limit{30, LimitUnit::d});
  CHECK(policy.mask.phone == ShownEnds{3, 4});
}

TEST_CASE("each mistake is found, with its line") {
  const struct {
    std::string before;
    std::string after;
    Found found;
  } rows[] = {
      {"utc_offset", "utc_ofset", {"policy.unknown_key 4"}},
      {"[mask]", "[masks]", {"policy.unknown_key 59"}},
      {"[mask]", "[register]\ngone_share = 1.5\n[mask]", {"policy.value 60"}},
      {"[mask]", "[register]\nvisit_days = -1\n[mask]", {"policy.value 60"}},
      {"[mask]", "[register.fields]\nphone = \"never\"\n[mask]", {"policy.value 60"}},
      {"[mask]", "[register.fields]\nphones = \"fill\"\n[mask]", {"policy.unknown_key 60"}},
      {"\"+08:00\"", "\"08:00\"", {"time.offset 4"}},
      {"area = \"330782002\"", "area = 330782002", {"policy.type 3"}},
      {"[1, 2, 3, 4, 5]", "[1, 2, 2, 8, 5]", {"calendar.weekdays 8", "calendar.weekdays 8"}},
      {"[1, 2, 3, 4, 5]", "[]", {"calendar.empty 9"}},
      {"\"08:30-12:00\"", "\"8:30-12:00\"", {"calendar.hours 9"}},
      {"\"08:30-12:00\"", "\"08:30-13:40\"", {"calendar.hours 9"}},
      {"[\"08:30-12:00\", \"13:30-17:30\"]", "[]", {"calendar.hours 9"}},
      {"hours = [\"08:30-12:00\", \"13:30-17:30\"]\n", "", {"calendar.empty 7"}},
      {"calendar.csv", "other.csv", {"file.missing 10"}},
      {"2026-12-31", "2026-12-32", {"date.format 11"}},
      {"code = \"0401\"", "code = \"04\"", {"category.twice 20", "?category.unknown 35"}},
      {"name = \"市容环境\"\n", "", {"policy.missing 19"}},
      {"\"single\"", "\"singel\"", {"policy.value 22"}},
      {"\"community\"\n\n", "\"village\"\n\n", {"category.hold 23"}},
      {"handle = \"4wh\"", "handle = \"0.5wd\"", {"limit.format 30"}},
      {"case = \"5wd\"", "case = 5", {"policy.type 32"}},
      {"urgency = \"normal\"", "urgency = \"high\"", {"policy.value 27"}},
      {"case = \"5wd\"", "calendar = \"night\"", {"calendar.unknown 32"}},
      {"lead = \"CG\"\n", "", {"policy.missing 34"}},
      {"stage = \"handle\"", "stage = \"handel\"", {"policy.value 40"}},
      {"[rates]",
       "[[step]]\naction = \"closed\"\nroles = [\"leader\"]\n[rates]",
       {"step.action 50"}},
      {"[rates]", "[[step]]\naction = \"close\"\nroles = [\"handler\"]\n[rates]", {"step.role 51"}},
      {"max_returns", "emergency_hold = \"moon\"\nmax_returns", {"rules.level 54"}},
      {"after = \"0\"\n", "", {"ladder.after 39"}},
      {"after = \"0\"", "silence = \"0wd\"", {"ladder.silence 41"}},
      {"after = \"0\"", "after = \"0\"\nsilence = \"1wd\"", {"ladder.after 41"}},
      {"[rates]", "[notice]\ntext = \"{no} {phone}\"\n[rates]", {"notice.text 50"}},
      {"[rates]", "[notice]\nhours = [\"8-20\"]\n[rates]", {"calendar.hours 50"}},
      {"[rates]", "[notice]\ndays = \"sunday\"\n[rates]", {"policy.value 50"}},
      {"after = \"0\"", "after = \"0\"\ncount = \"reworks>=2\"", {"ladder.after 41"}},
      {"supervise = 1", "supervise = 4", {"policy.value 42"}},
      {"supervise = 1\n", "", {"ladder.nowhere 39"}},
      {"supervise = 1", "supervise = 0", {"ladder.nowhere 39"}},
      {"after = \"3wd\"", "after = \"0\"", {"ladder.twice 43"}},
      {"supervise = 3\nescalate = true",
       "supervise = 3\nescalate = true\nlevel = \"district\"",
       {"ladder.top 47"}},
      {"response = 0.30", "response = 0.4", {"rates.weights 50"}},
      {"response = 0.30", "respond = 0.30", {"policy.unknown_key 50"}},
      {"max_returns = 2", "max_returns = -1", {"policy.value 54"}},
      {"\"1-1\"", "\"all\"", {"mask.format 60"}},
      {"\"keep\"", "\"hide\"", {"policy.value 62"}},
      {"[[route]]", "[route]", {"policy.type 34"}},
      {"[calendars.duty]", "[calendars.\"\"]", {"calendar.name 12"}},
      {"[rates]", "[rates", {"toml.syntax 49"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.after);
    const PolicyReading reading = read(changed(row.before, row.after));
    CHECK(problems(reading) == row.found);
    CHECK_FALSE(reading.ok());
  }
}

TEST_CASE("all mistakes are found at once") {
  std::string text = changed("handle = \"4wh\"", "handle = \"4w\"");
  text.replace(text.find("name = \"keep\""), 13, "nam = \"keep\"");
  text.replace(text.find("0.30"), 4, "0.31");
  CHECK(problems(read(text)) ==
        Found{"limit.unit 30", "rates.weights 50", "policy.unknown_key 62"});
}

TEST_CASE("an unknown key or name is met with the nearest known one") {
  CHECK(read(changed("utc_offset", "utc_ofset")).problems[0].problem.near == "utc_offset");
  CHECK(read(changed("\"single\"", "\"singel\"")).problems[0].problem.near == "single");
  CHECK(read(changed("[mask]", "[masc]")).problems[0].problem.near == "mask");
}

TEST_CASE("limits with one another: equally specific ones") {
  const PolicyReading reading =
      read(example_policy + "[[limit]]\ncategory = \"04\"\nurgency = \"normal\"\nsign = \"1wh\"\n");
  CHECK(problems(reading) == Found{"limit.twice 63"});
}

TEST_CASE("organisations are checked where they are known") {
  KnownCodes known;
  known.orgs = {"CG"};
  const auto reading = read_policy(example_policy, calendar_file(short_calendar), known);
  CHECK(problems(reading) == Found{"org.unknown 37"});
}

TEST_CASE("mistakes of the calendar's file name that file") {
  const auto with = [](std::string content) {
    return problems(read_policy(example_policy, calendar_file(std::move(content))));
  };
  CHECK(with(short_calendar + "2026-10-32,holiday,国庆节,2025-11-04\n") ==
        Found{"calendar.day calendar.csv:4"});
  CHECK(with(short_calendar + "\n2026-10-02,free,国庆节,2025-11-04\n2026-10-03,holiday,国庆节\n") ==
        Found{"calendar.day calendar.csv:5", "calendar.day calendar.csv:6"});
  CHECK(with(short_calendar + "2026-10-01,workday,国庆节,2025-11-04\n") ==
        Found{"calendar.day calendar.csv:4"});
  CHECK(with("day,kind\n2026-10-01,holiday\n") == Found{"calendar.columns calendar.csv:1"});
  CHECK(with("") == Found{"calendar.columns calendar.csv:1"});
  CHECK(with("\xEF\xBB\xBFkind,published,name,date\r\nholiday,2025-11-04,\"国庆节, "
             "中秋节\",2026-10-01\r\n") == Found{});
}

TEST_CASE("days may stand within the policy") {
  const PolicyReading reading = read(changed(
      "days = \"calendar.csv\"\ncovered_until = \"2026-12-31\"",
      "days = "
      "[\"2026-10-01,holiday,国庆节,中秋节,2025-11-04\",\n\"2026-10-10,workday,,2025-11-04\"]"));
  CHECK(problems(reading) == Found{});
  const CalendarRule& rule = reading.policy.calendars.at("");
  REQUIRE(rule.days.size() == 2);
  CHECK(rule.days[0].name == "国庆节,中秋节");
  // Known up to the end of the last year that a day speaks of.
  CHECK(rule.covered_until == *parse_date("2026-12-31"));
  CHECK(problems(read(changed("days = \"calendar.csv\"",
                              "days = [\"2026-10-01,holiday,国庆节,2025-11-04\",\n"
                              "\"2026-10-01,workday,国庆节,2025-11-04\"]"))) ==
        Found{"calendar.day 11"});
  CHECK(problems(read(changed("days = \"calendar.csv\"", "days = [\n\"2026-10-01,holiday\"]"))) ==
        Found{"calendar.day 11"});
}

TEST_CASE("hours may differ by day") {
  const auto rule = [](std::string weekdays, std::string hours) {
    std::string text = changed("weekdays = [1, 2, 3, 4, 5]\n", weekdays);
    text.replace(text.find("[\"08:30-12:00\", \"13:30-17:30\"]"), 30, hours);
    const PolicyReading reading = read(text);
    CAPTURE(problems(reading).size());
    return reading.ok() ? reading.policy.calendars.at("") : CalendarRule{};
  };
  const std::string table = "{ mon = [\"09:00-17:00\"], sat = [\"09:00-12:00\"] }";
  CalendarRule both = rule("weekdays = [1, 6]\n", table);
  CHECK(both.week[0] == std::vector{*parse_day_span("09:00-17:00")});
  CHECK(both.week[5] == std::vector{*parse_day_span("09:00-12:00")});
  CHECK(rule("", table) == both);  // the days of the table
  CalendarRule makeup = rule("weekdays = [1]\n", table);
  CHECK(makeup.week[5].empty());
  CHECK(makeup.makeup[5] == std::vector{*parse_day_span("09:00-12:00")});
  CHECK(rule("weekdays = [1, 2]\n", table) == CalendarRule{});  // Tuesday has none
  CHECK(rule("weekdays = [1]\n", "{ mon = [\"09:00-17:00\"], son = [\"09:00-12:00\"] }") ==
        CalendarRule{});
  CHECK(rule("", "[\"09:00-17:00\"]") == CalendarRule{});
}

TEST_CASE("nothing at all is a policy with everything missing") {
  CHECK(problems(read("")) == Found{"office.levels 1", "calendar.empty 1"});
}

TEST_CASE("the default policy is sound and covers every stage") {
  const PolicyReading reading =
      read_policy(default_policy_toml(), [](std::string_view name) -> Result<std::string> {
        CHECK(name == "default_calendar.csv");
        return std::string(default_calendar_csv());
      });
  CHECK(problems(reading) == Found{});
  const Policy policy = default_policy();
  CHECK(policy == reading.policy);
  CHECK(policy.calendars.at("").days.size() == 404);
  for (const Category& category : policy.categories) {
    for (Urgency urgency : {Urgency::normal, Urgency::urgent, Urgency::emergency}) {
      CAPTURE(category.code);
      const LimitRule* rule = policy.limit_for(category.code, urgency, {});
      REQUIRE(rule != nullptr);
      CHECK(rule->whole);
      for (Stage stage : {Stage::accept, Stage::sign, Stage::handle, Stage::verify}) {
        CHECK(rule->of(stage));
        CHECK(policy.ladder_for(stage, category.code, urgency, {}, "community").size() >= 3);
      }
    }
  }
  CHECK(policy.hold_level("0401") == "community");
}
