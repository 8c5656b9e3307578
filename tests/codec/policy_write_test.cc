#include <grid/codec/policy_diff.h>

#include <random>

#include "policy_files.h"

using namespace grid;
using namespace grid::codec;
using namespace grid::domain;

namespace {

class RandomPolicy {
 public:
  explicit RandomPolicy(unsigned seed) : random_(seed) {}

  Policy make() {
    Policy policy;
    policy.office = {text(),
                     chance() ? code() : "",
                     UtcOffset{pick(-720, 840)},
                     {"a" + code(), "b" + code(), "c"}};
    policy.calendars[""] = calendar();
    if (chance()) policy.calendars["n" + text()] = calendar();
    for (int i = pick(0, 5); i > 0; --i) {
      policy.categories.push_back({code(), text(), CategoryKind(pick(0, 2)), chance() ? "c" : ""});
    }
    for (int i = pick(0, 5); i > 0; --i) policy.limits.push_back(limit_rule());
    for (int i = pick(0, 3); i > 0; --i) {
      policy.routes.push_back({chance() ? code() : "", code(), {}});
      if (chance()) policy.routes.back().joint = {code(), "x" + text()};
    }
    for (int i = pick(0, 5); i > 0; --i) policy.ladder.push_back(ladder_rule());
    for (int i = pick(0, 2); i > 0; --i) {
      policy.steps.push_back({"a" + code(), {}, {}});
      if (chance()) policy.steps.back().roles = {"leader", "x" + text()};
      if (chance()) policy.steps.back().levels = {"c"};
    }
    policy.notice.every_day = chance();
    if (chance()) policy.notice.hours = {*parse_day_span("08:00-20:00")};
    if (chance()) policy.notice.text = "案件{no}“{title}”\\ {due}";
    policy.rates = {pick(0, 1000) / 1000.0, 0.1 * pick(0, 10), 1.0 / pick(1, 7), chance(),
                    pick(1, 9)};
    policy.rules = {pick(0, 9), limit(),    pick(0, 9), limit(), chance(),
                    pick(0, 9), pick(0, 9), "",         ""};
    if (chance()) policy.rules.emergency_hold = "c";
    if (chance()) policy.rules.emergency_escalate = text();
    policy.mask = {
        {pick(0, 18), 1}, {3, pick(0, 18)}, chance() ? NameMask::keep : NameMask::surname};
    policy.registers = {pick(0, 100) / 100.0, pick(0, 999), pick(0, 999), pick(0, 999), {}};
    if (chance()) policy.registers.fields["phone"] = domain::FieldRule::fill;
    if (chance()) policy.registers.fields["name"] = domain::FieldRule::locked;
    if (chance()) policy.org_calendars["o" + text()] = "n" + text();
    return policy;
  }

 private:
  int pick(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
  bool chance() { return pick(0, 1) == 0; }
  std::string code() { return std::to_string(pick(1, 99999)); }
  std::string text() {
    const char* pieces[] = {"江东", "\"", "\\", " ", ".", "'", "#", "é", ",", "]", "𠮷"};
    std::string made = "t";
    for (int i = pick(0, 5); i > 0; --i) made += pieces[pick(0, 10)];
    return made;
  }
  Limit limit() { return {pick(0, 1'000'000), LimitUnit(pick(0, 5))}; }
  std::optional<Limit> limit_if() { return chance() ? std::optional(limit()) : std::nullopt; }
  std::optional<Urgency> urgency() {
    return chance() ? std::optional(Urgency(pick(0, 2))) : std::nullopt;
  }
  std::vector<DaySpan> day_hours() {
    const int noon = pick(1, 1438);
    std::vector<DaySpan> hours{{std::chrono::minutes{0}, std::chrono::minutes{noon}}};
    if (chance()) hours.push_back({std::chrono::minutes{noon + 1}, std::chrono::minutes{1440}});
    return hours;
  }
  CalendarRule calendar() {
    CalendarRule rule;
    const auto common = day_hours();
    const bool same = chance();
    for (size_t day = 0; day < 7; ++day) {
      if (chance()) {
        rule.week[day] = same ? common : day_hours();
      } else if (chance()) {
        rule.makeup[day] = same ? common : day_hours();
      }
    }
    if (chance()) rule.covered_until = Date{std::chrono::days{pick(0, 30000)}};
    if (!rule.covered_until) return rule;
    for (int i = pick(0, 4); i > 0; --i) {
      rule.days.push_back({Date{std::chrono::days{pick(0, 30000)}},
                           chance() ? DayKind::holiday : DayKind::workday, text(),
                           Date{std::chrono::days{pick(0, 30000)}}});
    }
    return rule;
  }
  LimitRule limit_rule() {
    return {chance() ? code() : "",
            urgency(),
            chance() ? code() : "",
            limit_if(),
            limit_if(),
            limit_if(),
            limit_if(),
            limit_if(),
            chance() ? text() : ""};
  }
  LadderRule ladder_rule() {
    LadderRule rule;
    rule.stage = Stage(pick(0, 3));
    const int kind = pick(0, 3);
    const std::string sign = chance() ? "-" : "";
    if (kind == 0) rule.trigger = *parse_after(sign + format_limit(limit()));
    if (kind == 1) rule.trigger = *parse_after(sign + std::to_string(pick(1, 100)) + "%");
    if (kind == 2) rule.trigger = *parse_count("returns>=" + std::to_string(pick(1, 1000)));
    if (kind == 3) rule.trigger = *parse_silence(std::to_string(pick(1, 9)) + "wd");
    rule.category = chance() ? code() : "";
    rule.urgency = urgency();
    rule.area = chance() ? code() : "";
    rule.level = chance() ? "c" : "";
    rule.supervise = pick(0, 3);
    rule.escalate = chance();
    rule.target = chance() ? "leader" : "";
    rule.org = chance() ? code() : "";
    rule.key = chance() ? default_key(rule) : text();
    return rule;
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("reading what was written gives the policy back") {
  RandomPolicy random(42);
  for (int round = 0; round < 300; ++round) {
    const Policy policy = random.make();
    const std::string written = write_policy(policy);
    CAPTURE(written);
    const Policy again = read(written).policy;  // whatever the checks say of it
    REQUIRE(again == policy);
    REQUIRE(write_policy(again) == written);
    CHECK(diff_policies(policy, again).empty());
  }
}

TEST_CASE("office and masks alone are those of the whole document") {
  const ReadFile no_files;
  Policy policy = default_policy();
  policy.office = {"[mask] name = \"surname\" [office]", "330782002", UtcOffset{-210}, {"street"}};
  policy.mask = {{2, 3}, {0, 5}, NameMask::surname};
  policy.org_calendars["[office]"] = "";
  for (const Days days : {Days::inlined, Days::omitted}) {
    const PolicyReading part = read_office_and_mask(write_policy(policy, days), no_files);
    REQUIRE(part.ok());
    CHECK(part.policy.office == policy.office);
    CHECK(part.policy.mask == policy.mask);
  }
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    const Policy other = RandomPolicy(seed).make();
    const PolicyReading part = read_office_and_mask(write_policy(other), no_files);
    REQUIRE(part.ok());
    CHECK(part.policy.office == other.office);
    CHECK(part.policy.mask == other.mask);
  }
}

TEST_CASE("a document without office or masks is read whole") {
  const ReadFile no_files;
  for (const char* document :
       {"x = 1\n", "[office]\nx = 1\n", "[mask]\nname = \"keep\"\nx = 1\n"}) {
    CAPTURE(document);
    CHECK_FALSE(read_office_and_mask(document, no_files).ok());
  }
}

TEST_CASE("policies that differ have a difference") {
  RandomPolicy random(43);
  for (int round = 0; round < 100; ++round) {
    const Policy a = random.make();
    const Policy b = random.make();
    CHECK_FALSE(diff_policies(a, b).empty());
  }
}

TEST_CASE("the default policy and the example survive show and apply") {
  for (const Policy& policy : {default_policy(), read(example_policy).policy}) {
    const PolicyReading again = read_policy(write_policy(policy), {});
    CHECK(problems(again).empty());
    CHECK(again.policy == policy);
  }
}

TEST_CASE("without the days the document keeps the rest") {
  Policy policy = default_policy();
  const PolicyReading again = read_policy(write_policy(policy, Days::omitted), {});
  CHECK(again.ok());
  policy.calendars[""].days.clear();
  CHECK(again.policy == policy);
}

TEST_CASE("a difference names its place, before and after") {
  const Policy before = read(example_policy).policy;
  Policy after = before;
  after.office.name = "江南街道";
  after.categories[1].hold.clear();
  after.limits[0].handle = Limit{8, LimitUnit::wh};
  after.limits.push_back(after.limits[0]);
  after.limits[1].urgency = Urgency::urgent;
  after.limits[1].accept.reset();
  after.ladder.erase(after.ladder.begin());
  after.calendars[""].days[0].kind = DayKind::workday;
  after.calendars.erase("duty");
  std::vector<std::string> lines;
  for (const PolicyChange& change : diff_policies(before, after)) {
    if (change.path.starts_with("calendars.duty")) continue;
    lines.push_back(change.path + ": " + change.before + " -> " + change.after);
  }
  CHECK(lines == std::vector<std::string>{
                     "calendar.days[2026-10-01@2025-11-04]: holiday 国庆节 -> workday 国庆节",
                     "category[0401].hold: community -> ",
                     "ladder[handle/0].after: 0 -> ",
                     "ladder[handle/0].stage: handle -> ",
                     "ladder[handle/0].supervise: 1 -> ",
                     "limit[04/normal/].handle: 4wh -> 8wh",
                     "limit[04/urgent/].case:  -> 5wd",
                     "limit[04/urgent/].handle:  -> 8wh",
                     "limit[04/urgent/].sign:  -> 4wh",
                     "limit[04/urgent/].verify:  -> 1wd",
                     "office.name: 江东街道 -> 江南街道",
                 });
}

TEST_CASE("the order of rules is no difference") {
  const Policy before = read(example_policy).policy;
  Policy after = before;
  std::swap(after.ladder[0], after.ladder[1]);
  CHECK(diff_policies(before, after).empty());
}
