#include <doctest/doctest.h>
#include <grid/domain/climb.h>
#include <grid/domain/ladder.h>

#include "case_office.h"

using namespace office;

namespace {

LadderRule counted(Stage stage, const char* count, int supervise, bool escalate = false) {
  return rung(stage, *parse_count(count), supervise, escalate);
}

LadderRule silent(Stage stage, const char* silence, int supervise, bool escalate = false) {
  return rung(stage, *parse_silence(silence), supervise, escalate);
}

// What climbs one case night after night, as the desk does.
class Nights {
 public:
  explicit Nights(SmallOffice& office) : office_(office) {}

  // The steps that fire, the skipped ones in brackets.
  std::string run(Case& matter, const char* now) {
    const Staffing staffing{[](const Post&) { return std::vector<std::string>{"somebody"}; },
                            [](std::string_view org) { return std::string(org); }};
    const auto has_fired = [&](Stage stage, std::string_view rule) {
      return fired.contains({stage, std::string(rule)});
    };
    const auto look = ladder_at(matter, office_.rules, has_fired, at(now));
    last = climb(matter, office_.rules, staffing, fired, ladder, at(now));
    // It looks exactly when there is something to do.
    CHECK((look && *look <= at(now)) == (!last.fired.empty() || !last.taken.empty()));
    for (const Taken& taken : last.taken) matter = taken.after;
    std::string words;
    for (const FiredStep& step : last.fired) {
      words += (words.empty() ? "" : " ") + (step.skipped ? "(" + step.rule + ")" : step.rule);
    }
    return words;
  }

  FiredKeys fired;
  Climb last;

 private:
  SmallOffice& office_;
};

Intent urge() {
  Intent one = intent(Action::note, "还没有人来");
  one.reason = "urge";
  return one;
}

}  // namespace

TEST_CASE("triggers by silence and by every count are read and written") {
  CHECK(format_trigger(*parse_silence("2wd")) == "2wd");
  CHECK(default_key(silent(Stage::accept, "2wd", 1)) == "accept/silence=2wd");
  CHECK(parse_silence("0wd").problem().code == "ladder.silence");
  CHECK(parse_silence("-2wd").problem().code == "limit.format");
  CHECK(parse_silence("2wd")->kind == TriggerKind::silence);
  for (const char* text : {"reworks>=1", "returns>=2", "extensions>=3", "reopens>=1000",
                           "refusals>=2", "urges>=3", "repeats>=4"}) {
    CHECK(format_trigger(*parse_count(text)) == text);
  }
  CHECK(parse_count("praise>=3").problem().code == "ladder.count");
  CHECK(surely_earlier(*parse_silence("1wd"), *parse_silence("2wd")));
  CHECK(!surely_earlier(*parse_silence("1wd"), *parse_after("2wd")));
  CHECK(!surely_earlier(*parse_after("1wd"), *parse_silence("2wd")));
}

TEST_CASE("a case that was accepted and never dispatched rises by its silence") {
  Policy policy = make_policy();
  policy.ladder = {silent(Stage::accept, "1wd", 1), silent(Stage::accept, "2wd", 2, true)};
  SmallOffice office(policy);
  Life life(office);
  life.report(filed(), worker, "2026-11-16 09:00");
  life.act(Action::accept, clerk, "2026-11-16 09:30");
  Case& matter = *life.matter;
  Nights nights(office);
  CHECK(nights.run(matter, "2026-11-17 17:30").empty());
  CHECK(nights.run(matter, "2026-11-17 18:00") == "accept/silence=1wd");
  CHECK(!nights.last.fired[0].due);
  CHECK(show(nights.last.fired[0].reached) == "2026-11-17T17:30");
  // Its own step and an urging are no signs of life.
  CHECK(matter.supervise == 1);
  CHECK(nights.run(matter, "2026-11-18 17:30").empty());
  CHECK(nights.run(matter, "2026-11-18 17:31") == "accept/silence=2wd");
  CHECK(matter.owner_area == street);
  CHECK(nights.run(matter, "2027-11-18 17:31").empty());
}

TEST_CASE(
    "a notice by count or silence names the deadline that runs, though it does not rest on it") {
  Policy policy = make_policy();
  policy.ladder = {silent(Stage::handle, "1wd", 1)};
  policy.rules.return_within = limit("9wd");
  policy.notice.text = "{no} {due}";
  SmallOffice office(policy);
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  Nights nights(office);
  CHECK(nights.run(*life.matter, "2026-11-17 20:00") == "handle/silence=1wd");
  CHECK(!nights.last.fired[0].due);
  CHECK(show(life.matter->due()) == "2026-11-18T17:30");
  CHECK(nights.last.fired[0].text.find("2026-11-18 17:30") != std::string::npos);
}

TEST_CASE("a sign of life begins the silence anew, an urging does not") {
  Policy policy = make_policy();
  policy.ladder = {silent(Stage::accept, "1wd", 1)};
  SmallOffice office(policy);
  Life life(office);
  life.report(filed(), worker, "2026-11-16 09:00");
  life.act(Action::accept, clerk, "2026-11-16 09:30");
  life.act(intent(Action::note, "看过了"), clerk, "2026-11-17 09:00");
  CHECK(Nights(office).run(*life.matter, "2026-11-18 17:30").empty());
  REQUIRE(life.act(urge(), worker, "2026-11-18 17:00") == "");
  Case matter = *life.matter;
  CHECK(Nights(office).run(matter, "2026-11-18 17:31") == "accept/silence=1wd");
}

TEST_CASE("counts fire for the stage of the state, the highest of each, beside the clock") {
  Policy policy = make_policy();
  policy.ladder = {counted(Stage::handle, "reworks>=1", 1), counted(Stage::handle, "reworks>=2", 2),
                   counted(Stage::handle, "refusals>=1", 1), rung(Stage::handle, "0", 3, false)};
  SmallOffice office(policy);
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  Case& matter = *life.matter;
  matter.reworks = 2;
  Nights nights(office);
  CHECK(nights.run(matter, "2026-11-16 10:30") == "(handle/reworks>=1) handle/reworks>=2");
  CHECK(nights.last.fired[1].reached == at("2026-11-16 10:30"));
  matter.refused_by = {"SQ"};
  CHECK(nights.run(matter, "2026-11-18 18:00") == "handle/0 handle/refusals>=1");
  CHECK(nights.run(matter, "2026-11-18 18:00").empty());
  // In another stage they have nothing to say.
  Case other = matter;
  other.state = State::resolved;
  CHECK(Nights(office).run(other, "2026-11-18 18:00") == "handle/0");
}

TEST_CASE("urges, repeats, returns, extensions and reopens count") {
  Policy policy = make_policy();
  policy.ladder = {counted(Stage::accept, "urges>=1", 1), counted(Stage::accept, "repeats>=1", 1),
                   counted(Stage::accept, "returns>=1", 1),
                   counted(Stage::accept, "extensions>=1", 1),
                   counted(Stage::accept, "reopens>=1", 1)};
  SmallOffice office(policy);
  Life life(office);
  life.report(filed(), worker, "2026-11-16 09:00");
  const auto with = [&](auto set) {
    Case matter = *life.matter;
    set(matter);
    return Nights(office).run(matter, "2026-11-16 09:00");
  };
  CHECK(with([](Case&) {}).empty());
  CHECK(with([](Case& m) { m.urges = 1; }) == "accept/urges>=1");
  CHECK(with([](Case& m) { m.merged = {{"x", {}}}; }) == "accept/repeats>=1");
  CHECK(with([](Case& m) { m.returns = 1; }) == "accept/returns>=1");
  CHECK(with([](Case& m) { m.extensions = 1; }) == "accept/extensions>=1");
  CHECK(with([](Case& m) { m.reopens = 1; }) == "accept/reopens>=1");
}

TEST_CASE("signing ends with the silence of the lead, and what it had to say is still told") {
  Policy policy = make_policy();
  policy.ladder = {rung(Stage::sign, "0", 1, false), rung(Stage::sign, "1wd", 2, false),
                   silent(Stage::handle, "2wd", 0), silent(Stage::handle, "3wd", 2)};
  policy.ladder[2].target = "handler";
  SmallOffice office(policy);
  Life life = dispatched(office);  // 11-16 10:00; sign due 15:00, silence ends 11-17 17:30
  Case& matter = *life.matter;
  Nights nights(office);
  CHECK(nights.run(matter, "2026-11-16 15:00").empty());
  CHECK(nights.run(matter, "2026-11-18 18:00") == "sign/0 handle/silence=2wd");
  CHECK(matter.state == State::handling);
  CHECK(show(matter.signed_at) == "2026-11-17T17:30");
  CHECK(matter.supervise == 1);
  // The silence that signed is none broken: it runs since the dispatch.
  CHECK(nights.run(matter, "2026-11-19 18:00") == "handle/silence=3wd");
}

TEST_CASE("a lead that is silent is signed for though no step fires") {
  Policy policy = make_policy();
  policy.ladder.clear();
  SmallOffice office(policy);
  Life life = dispatched(office);
  Case& matter = *life.matter;
  Nights nights(office);
  CHECK(nights.run(matter, "2026-11-17 17:30").empty());
  CHECK(matter.state == State::dispatched);
  CHECK(nights.run(matter, "2026-11-17 17:31").empty());
  CHECK(matter.state == State::handling);
}

TEST_CASE("of two steps at one moment the one that does more is the higher") {
  Policy policy = make_policy();
  policy.ladder = {rung(Stage::handle, "1wd", 2, true), rung(Stage::handle, "8wh", 1, false)};
  SmallOffice office(policy);
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  policy.calendars[""].week[3] = {*parse_day_span("08:30-12:30"), *parse_day_span("13:30-17:30")};
  Nights nights(office);
  CHECK(nights.run(*life.matter, "2026-11-20 18:00") == "(handle/1wd) handle/8wh");
  SmallOffice longer(policy);
  Life other = dispatched(longer);
  other.act(Action::sign, cg, "2026-11-16 10:30");
  CHECK(Nights(longer).run(*other.matter, "2026-11-20 18:00") == "(handle/8wh) handle/1wd");
  CHECK(other.matter->owner_area == street);
}

TEST_CASE("steps that only tell come before the one that moves the case") {
  Policy policy = make_policy();
  policy.ladder = {rung(Stage::handle, "0", 0, true), counted(Stage::handle, "urges>=1", 1)};
  SmallOffice office(policy);
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  life.matter->urges = 1;
  CHECK(Nights(office).run(*life.matter, "2026-11-18 18:00") == "handle/urges>=1 handle/0");
}

TEST_CASE(
    "a clock that was set back fires nothing, and what was due fires when it is right again") {
  SmallOffice office;
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  life.act(intent(Action::note, "n"), cg, "2026-11-19 18:00");
  const auto none = [](Stage, std::string_view) { return false; };
  CHECK(ladder_due(*life.matter, office.rules, none, at("2026-11-19 17:59")).empty());
  CHECK(!ladder_due(*life.matter, office.rules, none, at("2026-11-19 18:00")).empty());
}

TEST_CASE("a step of an area is looked for though the case comes under it later") {
  Policy policy = make_policy();
  policy.ladder = {rung(Stage::handle, "0", 1, false)};
  policy.ladder[0].area = other_community;
  SmallOffice office(policy);
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  const auto none = [](Stage, std::string_view) { return false; };
  CHECK(show(ladder_at(*life.matter, office.rules, none, at("2026-11-16 10:30"))) ==
        "2026-11-18T17:30");
  CHECK(!ladder_at(*life.matter, office.rules, none, at("2026-11-18 18:00")));
  Area merged = *office.areas.find(grid_3);
  merged.spells = {AreaSpell{{}, day("2026-11-18"), "a", community},
                   AreaSpell{day("2026-11-18"), {}, "a", other_community}};
  office.areas.put(merged);
  CHECK(ladder_due(*life.matter, office.rules, none, at("2026-11-18 18:00")).size() == 1);
}

TEST_CASE("a step is told with its addressee, its text and the time at which it may be sent") {
  Policy policy = make_policy();
  policy.notice.hours = {*parse_day_span("08:00-20:00")};
  policy.notice.text =
      "{no} {title} {category} {urgency} {area} {stage} {due} {reached} {rule} "
      "{unit} {level} {holder} {supervise}";
  policy.ladder = {rung(Stage::handle, "0", 2, true)};
  SmallOffice office(policy);
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  const Staffing staffing{[](const Post& post) {
                            return post.role == Role::clerk ? std::vector<std::string>{"zhao"}
                                                            : std::vector<std::string>{};
                          },
                          [](std::string_view) { return std::string("城管中队"); }};
  FiredKeys fired;
  const Climb done =
      climb(*life.matter, office.rules, staffing, fired, ladder, at("2026-11-20 22:00"));
  REQUIRE(done.fired.size() == 1);
  const FiredStep& step = done.fired[0];
  CHECK(step.addressee == std::vector<std::string>{"zhao"});
  CHECK(step.target == street);
  CHECK(step.role == "clerk");
  CHECK(step.vacant == std::vector<std::string>{"leader 330782002"});
  CHECK(show(step.send_at) == "2026-11-23T08:00");
  CHECK(step.text ==
        "330782002-20261116-0001 楼道堆放杂物 市容环境 一般 name of 330782002005003 "
        "处置 2026-11-18 17:30 2026-11-18 17:30 handle/0 城管中队 社区 "
        "name of 330782002005 黄牌督办");
  CHECK(step.supervise == 2);
  CHECK(step.owner_area == street);
  REQUIRE(done.warnings.size() == 1);
  CHECK(done.warnings[0].code == "post.vacant");
  CHECK(done.taken.size() == 2);
  CHECK(done.taken[0].event.post == "ladder");
}

TEST_CASE(
    "a case never rises two levels at once, whatever would move it, and a second run is idle") {
  Policy policy = make_policy();
  policy.ladder = {rung(Stage::handle, "0", 1, true),
                   silent(Stage::handle, "1wd", 1, true),
                   counted(Stage::handle, "urges>=1", 1, true),
                   silent(Stage::accept, "1wd", 2, true),
                   counted(Stage::accept, "returns>=1", 2, true),
                   counted(Stage::accept, "urges>=2", 0)};
  policy.ladder[5].target = "clerk";
  policy.ladder[5].level = "street";
  SmallOffice office(policy);
  Life life = dispatched(office);
  life.act(Action::sign, cg, "2026-11-16 10:30");
  Case& matter = *life.matter;
  matter.urges = 2;
  matter.returns = 1;
  Nights nights(office);
  CHECK(nights.run(matter, "2026-11-20 02:00") == "handle/0 accept/urges>=2");
  CHECK(matter.owner_area == street);
  CHECK(nights.run(matter, "2026-11-20 02:00").empty());
  CHECK(nights.run(matter, "2026-11-20 23:59").empty());
  CHECK(nights.run(matter, "2026-11-21 00:00") == "accept/returns>=1");
  CHECK(matter.owner_area == district);
  CHECK(nights.run(matter, "2026-11-23 17:30").empty());
  // Above the district there is nobody.
  CHECK(nights.run(matter, "2026-11-23 17:31") == "accept/silence=1wd");
  CHECK(nights.last.fired[0].obstacle == "area.no_superior");
}
