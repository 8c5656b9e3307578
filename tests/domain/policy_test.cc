#include <grid/domain/policy_check.h>

#include <algorithm>
#include <cmath>

#include "office_calendar.h"

using namespace grid;
using namespace grid::domain;

namespace {

Policy small_policy() {
  Policy policy;
  policy.office.levels = {"district", "street", "community", "grid"};
  policy.calendars[""] = office_rule();
  policy.categories = {{"04", "城市管理", CategoryKind::single, ""},
                       {"0401", "市容环境", CategoryKind::single, "grid"},
                       {"040101", "暴露垃圾", CategoryKind::single, ""},
                       {"09", "突发事件", CategoryKind::macro, "district"}};
  return policy;
}

LimitRule limit(std::string category, std::optional<Urgency> urgency, std::string area,
                int64_t hours) {
  LimitRule rule;
  rule.category = std::move(category);
  rule.urgency = urgency;
  rule.area = std::move(area);
  rule.handle = Limit{hours, LimitUnit::wh};
  return rule;
}

LadderRule step(std::string_view after, int supervise) {
  LadderRule rule;
  rule.trigger = *parse_after(after);
  rule.supervise = supervise;
  rule.key = default_key(rule);
  return rule;
}

// "code path" of each finding, warnings with a ? in front.
std::vector<std::string> findings(const Policy& policy, const KnownCodes& known = {}) {
  std::vector<std::string> all;
  for (const PolicyFinding& finding : check_policy(policy, known)) {
    all.push_back((finding.warning ? "?" : "") + finding.problem.code + " " + finding.path);
  }
  return all;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("the longest category wins, then urgency, then the nearest area") {
  Policy policy = small_policy();
  policy.limits = {limit("", std::nullopt, "", 1),          limit("04", std::nullopt, "", 2),
                   limit("04", Urgency::urgent, "", 3),     limit("0401", std::nullopt, "", 4),
                   limit("0401", std::nullopt, "S", 5),     limit("0401", std::nullopt, "C", 6),
                   limit("0401", Urgency::emergency, "", 7)};
  const std::vector<std::string> path{"G", "C", "S"};
  const std::vector<std::string> elsewhere{"G2", "C2", "S"};
  const std::vector<std::string> nowhere;
  const struct {
    std::string category;
    Urgency urgency;
    const std::vector<std::string>* path;
    int64_t hours;
  } rows[] = {
      {"09", Urgency::normal, &path, 1},      {"04", Urgency::normal, &path, 2},
      {"0402", Urgency::urgent, &path, 3},    {"0401", Urgency::normal, &nowhere, 4},
      {"0401", Urgency::urgent, &nowhere, 4}, {"0401", Urgency::normal, &elsewhere, 5},
      {"0401", Urgency::normal, &path, 6},    {"040101", Urgency::normal, &path, 6},
      {"0401", Urgency::emergency, &path, 7},
  };
  for (const auto& row : rows) {
    CAPTURE(row.category);
    const LimitRule* rule = policy.limit_for(row.category, row.urgency, *row.path);
    REQUIRE(rule != nullptr);
    CHECK(rule->of(Stage::handle)->count == row.hours);
  }
  policy.limits.erase(policy.limits.begin());
  CHECK(policy.limit_for("09", Urgency::normal, path) == nullptr);
}

TEST_CASE("who holds a new case") {
  Policy policy = small_policy();
  CHECK(policy.hold_level("04") == "community");
  CHECK(policy.hold_level("0401") == "grid");
  CHECK(policy.hold_level("040101") == "grid");
  CHECK(policy.hold_level("09") == "district");
  CHECK(policy.hold_level("0401", Urgency::emergency) == "street");
  CHECK(policy.hold_level("09", Urgency::emergency) == "district");
  CHECK(policy.hold_level("0401", Urgency::urgent) == "grid");
  policy.office.levels = {"zone", "team"};
  CHECK(policy.hold_level("04") == "team");
  CHECK(policy.hold_level("04", Urgency::emergency) == "zone");
}

TEST_CASE("a route belongs to the longest category") {
  Policy policy = small_policy();
  policy.routes = {{"04", "A", {}}, {"0401", "B", {"C"}}};
  CHECK(policy.route_for("040101")->lead == "B");
  CHECK(policy.route_for("0402")->lead == "A");
  CHECK(policy.route_for("09") == nullptr);
}

TEST_CASE("all steps of the ladder apply; of the same trigger the most specific") {
  Policy policy = small_policy();
  policy.ladder = {step("0", 1), step("1wd", 2), step("0", 3), step("1wd", 1), step("2wd", 3)};
  policy.ladder[2].category = "04";
  policy.ladder[3].level = "street";
  policy.ladder[4].stage = Stage::sign;
  const std::vector<std::string> path{"C", "S"};
  const auto of = [&](std::string_view category, std::string_view level) {
    std::vector<std::pair<std::string, int>> found;
    for (const LadderRule* rule :
         policy.ladder_for(Stage::handle, category, Urgency::normal, path, level)) {
      found.emplace_back(format_trigger(rule->trigger), rule->supervise);
    }
    return found;
  };
  using Steps = std::vector<std::pair<std::string, int>>;
  CHECK(of("09", "community") == Steps{{"0", 1}, {"1wd", 2}});
  CHECK(of("0401", "community") == Steps{{"0", 3}, {"1wd", 2}});
  CHECK(of("0401", "street") == Steps{{"0", 3}, {"1wd", 1}});
}

TEST_CASE("triggers") {
  for (const char* text : {"0", "1wd", "-4wh", "90m", "-25%", "25%", "-100%"}) {
    const auto trigger = parse_after(text);
    REQUIRE(trigger);
    CHECK(format_trigger(*trigger) == text);
  }
  CHECK(*parse_after("0wd") == *parse_after("0"));
  CHECK(*parse_after("-0wh") == *parse_after("0"));
  CHECK(*parse_after("+1wd") == *parse_after("1wd"));
  CHECK(format_trigger(*parse_count("reworks >= 3")) == "reworks>=3");
  const struct {
    std::string text;
    std::string code;
  } rows[] = {{"", "limit.format"},      {"-", "limit.format"}, {"0.5wd", "limit.format"},
              {"--1wd", "limit.format"}, {"1", "limit.format"}, {"-101%", "ladder.after"},
              {"0%", "ladder.after"},    {"%", "ladder.after"}, {"1x", "limit.unit"}};
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto trigger = parse_after(row.text);
    REQUIRE_FALSE(trigger);
    CHECK(trigger.problem().code == row.code);
    CHECK(trigger.problem().field == "after");
  }
  for (const char* text : {"", "reworks", "reworks>3", "reworks>=0", "reworks>=1001", "visits>=3",
                           "reworks>=-1", "reworks>=x"}) {
    CAPTURE(std::string(text));
    REQUIRE_FALSE(parse_count(text));
    CHECK(parse_count(text).problem().code == "ladder.count");
  }
}

TEST_CASE("which trigger surely comes first") {
  const auto earlier = [](std::string_view a, std::string_view b) {
    return surely_earlier(*parse_after(a), *parse_after(b));
  };
  CHECK(earlier("-25%", "0"));
  CHECK(earlier("-4wh", "-1wh"));
  CHECK(earlier("-90m", "-1h"));
  CHECK(earlier("0", "1wm"));
  CHECK(earlier("1wd", "3wd"));
  CHECK(earlier("-1wd", "1h"));
  CHECK_FALSE(earlier("3wd", "1wd"));
  CHECK_FALSE(earlier("1wd", "1wd"));
  CHECK_FALSE(earlier("4wh", "1wd"));  // depends on the hours of a day
  CHECK(surely_earlier(*parse_count("reworks>=2"), *parse_count("reworks>=3")));
  CHECK_FALSE(surely_earlier(*parse_count("reworks>=2"), *parse_count("returns>=3")));
}

TEST_CASE("a sound policy has no findings") {
  Policy policy = small_policy();
  policy.limits = {limit("04", std::nullopt, "", 4)};
  policy.ladder = {step("-25%", 1), step("0", 1), step("3wd", 3)};
  CHECK(findings(policy) == Found{});
}

TEST_CASE("rules that say nothing are refused") {
  Policy policy = small_policy();
  policy.limits = {LimitRule{}};
  policy.routes = {{"04", "", {}}};
  CHECK(findings(policy) == Found{"limit.empty limit[0]", "route.lead route[0]"});
}

TEST_CASE("rules that are equally specific are refused") {
  Policy policy = small_policy();
  policy.limits = {limit("04", Urgency::urgent, "S", 4), limit("04", Urgency::urgent, "", 4),
                   limit("04", Urgency::urgent, "S", 8)};
  policy.routes = {{"04", "A", {}}, {"0401", "A", {}}, {"04", "B", {}}};
  policy.ladder = {step("1wd", 1), step("0", 1), step("1wd", 2)};
  CHECK(findings(policy) ==
        Found{"limit.twice limit[2]", "route.twice route[2]", "ladder.twice ladder[2]"});
  policy.ladder[2].level = "street";
  CHECK(findings(policy).back() == "ladder.key ladder[2].key");  // it still has the other's key
  policy.ladder[2].key = default_key(policy.ladder[2]);
  CHECK(findings(policy).back() == "route.twice route[2]");
}

TEST_CASE("a ladder that leads nowhere is refused") {
  Policy policy = small_policy();
  policy.limits = {limit("", std::nullopt, "", 4)};
  policy.ladder = {step("0", 0)};
  CHECK(findings(policy) == Found{"ladder.nowhere ladder[0]"});
  policy.ladder[0].target = "leader";
  CHECK(findings(policy) == Found{});
  policy.ladder[0].target = "boss";
  CHECK(findings(policy) == Found{"ladder.target ladder[0].target"});
  policy.ladder = {step("0", 0)};
  policy.ladder[0].escalate = true;
  CHECK(findings(policy) == Found{});
  policy.ladder[0].level = "district";
  CHECK(findings(policy) == Found{"ladder.top ladder[0].escalate"});
  policy.ladder[0].level = "village";
  CHECK(findings(policy) == Found{"ladder.level ladder[0].level"});
  policy.ladder = {step("0", 4)};
  CHECK(findings(policy) == Found{"ladder.supervise ladder[0].supervise"});
  policy.ladder = {step("3wd", 1), step("0", 2)};
  CHECK(findings(policy) == Found{"ladder.falling ladder[0].supervise"});
  policy.ladder = {step("0", 1)};
  policy.ladder[0].stage = Stage::verify;
  CHECK(findings(policy) == Found{"?ladder.no_limit ladder[0].stage"});
}

TEST_CASE("names that nobody bears are found") {
  Policy policy = small_policy();
  policy.categories.push_back({"0402", "", CategoryKind::single, "moon"});
  policy.categories.push_back({"0402", "", CategoryKind::single, ""});
  policy.categories.push_back({"0701", "", CategoryKind::single, ""});
  policy.limits = {limit("08", std::nullopt, "X", 4)};
  policy.limits[0].calendar = "night";
  policy.org_calendars["CG"] = "duty";
  policy.routes = {{"04", "CG", {"SQ", "CG"}}};
  KnownCodes known;
  known.orgs = {"SQ"};
  known.areas = {"S"};
  CHECK(findings(policy, known) ==
        Found{"calendar.unknown org_calendars.CG", "org.unknown org_calendars.CG",
              "category.hold category[4].hold", "category.twice category[5].code",
              "?category.parent category[6].code", "calendar.unknown limit[0].calendar",
              "?category.unknown limit[0].category", "?area.unknown limit[0].area",
              "org.unknown route[0].lead", "route.joint route[0].joint",
              "org.unknown route[0].joint"});
  CHECK(findings(policy).size() == 7);  // organisations and areas are only checked where known
}

TEST_CASE("a rule for a step narrows who may take it, and names what there is") {
  Policy policy = small_policy();
  policy.steps = {{"close", {"leader"}, {"street"}}, {"note", {}, {"street", "community"}}};
  CHECK(findings(policy) == Found{});
  CHECK(policy.step_rule("close")->roles == std::vector<std::string>{"leader"});
  CHECK(policy.step_rule("accept") == nullptr);
  policy.steps = {{"closes", {"leader"}, {}},
                  {"absorb", {"leader"}, {}},
                  {"close", {}, {}},
                  {"close", {"handler"}, {}},
                  {"verify", {"handler", "boss"}, {"village"}}};
  CHECK(findings(policy) == Found{"step.action step[0].action", "step.action step[1].action",
                                  "step.empty step[2]", "step.twice step[3]",
                                  "step.role step[3].roles", "step.role step[4].roles",
                                  "step.role step[4].roles", "step.level step[4].levels"});
}

TEST_CASE("levels of emergencies") {
  Policy policy = small_policy();
  CHECK(policy.hold_level("0401", Urgency::emergency) == "street");
  policy.rules.emergency_hold = "district";
  policy.rules.emergency_escalate = "district";
  CHECK(findings(policy) == Found{});
  CHECK(policy.hold_level("0401", Urgency::emergency) == "district");
  CHECK(policy.hold_level("0401", Urgency::urgent) == "grid");
  policy.rules = {};
  policy.rules.emergency_hold = "moon";
  policy.rules.emergency_escalate = "sun";
  CHECK(findings(policy) ==
        Found{"rules.level rules.emergency_hold", "rules.level rules.emergency_escalate"});
}

TEST_CASE("weights sum to 1 and none is negative") {
  Policy policy = small_policy();
  policy.rates.response_weight = 0.1;
  CHECK(findings(policy) == Found{"rates.weights rates.weights"});
  policy.rates = {1.5, -0.5, 0.0, true, 1};
  CHECK(findings(policy) == Found{"rates.weights rates.weights"});
  policy.rates = {0.3, 0.35, 0.35 + 1e-12, true, 1};
  CHECK(findings(policy) == Found{});
  policy.rates.solve_weight = std::nan("");
  CHECK_FALSE(findings(policy).empty());
}

TEST_CASE("levels and calendars") {
  Policy policy = small_policy();
  policy.office.levels = {"street", "grid", "street", "district"};
  CHECK(findings(policy) == Found{"office.levels office.levels"});
  policy = small_policy();
  policy.calendars["duty"] = {};
  policy.calendars[""].days.push_back(policy.calendars[""].days[3]);
  CHECK(findings(policy) ==
        Found{"calendar.day calendar.days[404]", "calendar.empty calendars.duty.hours"});
  policy.calendars.clear();
  CHECK(findings(policy) == Found{"calendar.empty calendar"});
}

TEST_CASE("a rule's calendar, else the organisation's, else the office's") {
  Policy policy = small_policy();
  for (auto& day : policy.calendars["duty"].week) day = hours({"00:00-24:00"});
  policy.org_calendars["CG"] = "duty";
  LimitRule rule = limit("", std::nullopt, "", 4);
  CHECK(&policy.calendar_for(&rule, "CG") == &policy.calendars["duty"]);
  CHECK(&policy.calendar_for(&rule, "SQ") == &policy.calendars[""]);
  CHECK(&policy.calendar_for(nullptr, "") == &policy.calendars[""]);
  rule.calendar = "duty";
  CHECK(&policy.calendar_for(&rule, "SQ") == &policy.calendars["duty"]);
}

TEST_CASE("shown ends of numbers") {
  CHECK(*parse_shown_ends("3-4", "phone") == ShownEnds{3, 4});
  CHECK(format_shown_ends({0, 12}) == "0-12");
  for (const char* text : {"", "3", "3-", "-4", "3-19", "a-b", "3-4-5", "100-1"}) {
    CAPTURE(std::string(text));
    REQUIRE_FALSE(parse_shown_ends(text, "phone"));
    CHECK(parse_shown_ends(text, "phone").problem().field == "phone");
  }
}
