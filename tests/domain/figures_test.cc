// Figures of a span of time, counted from the events of cases; domain facts 5: the three rates.
#include <doctest/doctest.h>
#include <grid/domain/figures.h>
#include <grid/domain/figures_units.h>

#include <map>
#include <random>

#include "figures_story.h"

using namespace grid;
using namespace grid::domain;
using namespace figures_story;

TEST_CASE("the three rates and the score of the banner that publishes 30/35/35") {
  Figures figures;
  figures.dispatched = 120;
  figures.excluded = 20;
  figures.contacted = 98;
  figures.answered = 70;
  figures.solved = 56;
  figures.satisfied = 52;
  figures.basic = 7;
  Rates rates;
  CHECK(response_rate(figures).value() == doctest::Approx(0.98));
  CHECK(solve_rate(figures).value() == doctest::Approx(0.80));
  CHECK(satisfaction_rate(figures, rates).value() == doctest::Approx(0.8429).epsilon(0.0001));
  CHECK(satisfaction_rate(figures, rates).numerator == 59);
  CHECK(score_of(figures, rates) == 8690);
  rates.basic_counts = false;
  CHECK(satisfaction_rate(figures, rates).numerator == 52);
  figures.answered = 0;
  CHECK_FALSE(solve_rate(figures).value());
  CHECK_FALSE(score_of(figures, rates));
}

TEST_CASE("a better rate never scores lower") {
  std::mt19937 random(20261121);
  const auto draw = [&](int64_t most) {
    return std::uniform_int_distribution<int64_t>(0, most)(random);
  };
  for (int i = 0; i < 2000; ++i) {
    Figures worse;
    worse.dispatched = 1 + draw(50);
    worse.contacted = draw(worse.dispatched - 1);
    worse.answered = 1 + draw(50);
    worse.solved = draw(worse.answered - 1);
    worse.satisfied = draw(worse.answered - 1);
    Figures better = worse;
    (i % 3 == 0 ? better.contacted : i % 3 == 1 ? better.solved : better.satisfied) += 1;
    CHECK(*score_of(better, Rates{}) >= *score_of(worse, Rates{}));
  }
}

TEST_CASE("spans of days") {
  const auto day = [](const char* text) { return *parse_date(text); };
  CHECK(week_of(day("2026-11-18")) == DaySpread{day("2026-11-16"), day("2026-11-22")});
  CHECK(week_of(day("2026-11-22")) == DaySpread{day("2026-11-16"), day("2026-11-22")});
  CHECK(week_of(day("2026-11-16")) == DaySpread{day("2026-11-16"), day("2026-11-22")});
  CHECK(*parse_month("2028-02") == DaySpread{day("2028-02-01"), day("2028-02-29")});
  for (const char* wrong : {"2026-13", "2026-1", "2026", "2026-11-01", ""}) {
    CAPTURE(wrong);
    CHECK(parse_month(wrong).problem().code == "month.format");
  }
}

TEST_CASE("a case from its report to its end, in and out of the span") {
  const Story story = closed_case("2026-11-03 11:00");
  Figures whole;
  whole.reported = whole.accepted = whole.dispatched = whole.closed = whole.closed_in_time = 1;
  whole.held = {Seconds{19'800}};
  CHECK(figures(story, november()) == whole);
  Figures second;  // of November
  second.reported = second.accepted = second.dispatched = second.open = 1;
  CHECK(figures(story, asked("2026-11-02", "2026-11-03", "2026-12-05")) == second);
  Figures third;
  third.closed = third.closed_in_time = 1;
  third.held = whole.held;
  CHECK(figures(story, asked("2026-11-03", "2026-11-04", "2026-12-05")) == third);
  CHECK(figures(story, asked("2026-11-04", "2026-12-01", "2026-12-05")) == Figures{});
  CHECK(figures(story, asked("2026-10-01", "2026-11-01", "2026-12-05")) == Figures{});
}

TEST_CASE("the promise of five working days decides what is in time and what is late") {
  CHECK(figures(closed_case("2026-11-09 17:30"), november()).closed_in_time == 1);
  CHECK(figures(closed_case("2026-11-09 17:31"), november()).closed_in_time == 0);
  Story waiting;
  waiting.step("2026-11-02 09:00", Action::report);
  CHECK(figures(waiting, asked("2026-11-02", "2026-11-03", "2026-11-02 11:00")).late == 0);
  CHECK(figures(waiting, asked("2026-11-02", "2026-11-03", "2026-11-02 11:01")).late == 1);
  // Open and late are told of the end of the span, not of today.
  Story slow = closed_case("2026-11-20 11:00");
  CHECK(figures(slow, asked("2026-11-01", "2026-11-10", "2026-12-05")).late == 1);
  CHECK(figures(slow, asked("2026-11-01", "2026-12-01", "2026-12-05")).open == 0);
}

TEST_CASE("figures as they stood: what was recorded later does not count yet") {
  Story story;
  story.step("2026-11-02 09:00", Action::report)
      .step("2026-11-02 10:00", Action::accept)
      .recorded("2026-11-10 08:00");
  CHECK(figures(story, asked("2026-11-01", "2026-12-01", "2026-11-09")).accepted == 0);
  CHECK(figures(story, asked("2026-11-01", "2026-12-01", "2026-11-10 08:00")).accepted == 1);
  CHECK(figures(story, asked("2026-11-01", "2026-12-01", "2026-11-02 08:59")) == Figures{});
  CHECK(figures(story, asked("2026-11-01", "2026-12-01", "2026-11-02 09:00")).open == 1);
}

TEST_CASE("who sends a case back keeps the return; the case counts for who has it at last") {
  OfficeOfTests office;
  Story story;
  story.step("2026-11-02 09:00", Action::report)
      .step("2026-11-02 10:00", Action::accept)
      .step("2026-11-02 11:00", Action::dispatch, "CG")
      .step("2026-11-02 14:00", Action::return_, "CG")
      .step("2026-11-03 09:00", Action::dispatch, "SQ")
      .step("2026-11-03 10:00", Action::sign, "SQ")
      .step("2026-11-03 11:00", Action::extend, "SQ")
      .step("2026-11-04 09:00", Action::resolve)
      .step("2026-11-04 10:00", Action::rework);
  auto by_org = shares(story, november(), lead, office.rules);
  CHECK(by_org.size() == 2);
  CHECK(by_org["CG"].returns == 1);
  CHECK(by_org["CG"].dispatched == 0);
  CHECK(by_org["SQ"].dispatched == 1);
  CHECK(by_org["SQ"].returns == 0);
  CHECK(by_org["SQ"].reworks == 1);
  CHECK(by_org["SQ"].extensions == 1);
  CHECK(by_org["SQ"].open == 1);
}

TEST_CASE(
    "whom the promise ran out on is late, not who takes the case over; the dispatch stays his") {
  OfficeOfTests office;
  Story story;
  story.step("2026-11-02 09:00", Action::report)
      .step("2026-11-02 10:00", Action::accept)
      .step("2026-11-02 11:00", Action::dispatch, "CG")
      .step("2026-11-02 14:00", Action::sign, "CG")
      .step("2026-11-10 09:00", Action::escalate);  // the promise ended on the 9th
  auto by_org = shares(story, november(), lead, office.rules);
  CHECK(by_org["CG"].late == 1);
  CHECK(by_org["CG"].dispatched == 1);
  const UnitOf area = [](const Case& matter) { return matter.owner_area + matter.owner_org; };
  story.step("2026-11-10 10:00", Action::dispatch, "SQ");
  auto by_area = shares(story, november(), area, office.rules);
  CHECK(by_area["C1CG"].late == 1);
  CHECK(by_area["C1SQ"].late == 0);
  CHECK(by_area["C1SQ"].open == 1);
}

TEST_CASE("whoever handles a case himself accepts it, and nothing was dispatched") {
  Story story;
  story.step("2026-11-02 09:00", Action::report).step("2026-11-02 10:00", Action::handle);
  const Figures own = figures(story, november());
  CHECK(own.accepted == 1);
  CHECK(own.dispatched == 0);
  CHECK_FALSE(response_rate(own).value());
}

TEST_CASE("areas of a level gather what lies in them; what lies above stands for itself") {
  OfficeOfTests office;
  const Division communities = by_area(office.view, "community");
  CHECK(communities.always == std::vector<std::string>{"C1", "C2"});
  const struct {
    const char* area;
    const char* unit;
    bool ranks;
  } cases[] = {{"C1G1", "C1", true}, {"C2", "C2", true}, {"S", "S", false}};
  for (const auto& each : cases) {
    Case matter;
    matter.area = each.area;
    CAPTURE(each.area);
    CHECK(communities.unit_of(matter) == each.unit);
    CHECK(communities.name_of(each.unit).ranks == each.ranks);
  }
  AreaView inside(office.areas, *parse_date("2026-11-30"), china, "C2");
  const Division second = by_area(inside, "community");
  CHECK(second.always == std::vector<std::string>{"C2"});
  Case elsewhere;
  elsewhere.area = "C1G1";
  CHECK(second.unit_of(elsewhere).empty());
}

TEST_CASE("an area that was merged away counts for where it lay when the case was reported") {
  std::vector<Area> areas = jiangdong().all();
  for (Area& area : areas) {
    if (area.code != "C1G1") continue;
    area.until = *parse_date("2026-11-15");
    area.spells[0].until = area.until;
  }
  const AreaTree tree(areas);
  AreaView view(tree, *parse_date("2026-11-30"), china, "");
  Case matter;
  matter.area = "C1G1";
  matter.reported_at = at("2026-11-02 09:00");
  CHECK(by_area(view, "community").unit_of(matter) == "C1");
}

TEST_CASE("categories by depth") {
  OfficeOfTests office;
  const Policy rules = policy();
  Case matter;
  matter.area = "C1G1";
  const struct {
    const char* category;
    int64_t depth;
    const char* unit;
  } cases[] = {{"0401", 1, "04"},
               {"0401", 2, "0401"},
               {"0401", 3, "0401"},
               {"04", 2, "04"},
               {"99", 1, "99"}};
  for (const auto& each : cases) {
    CAPTURE(each.category);
    CAPTURE(each.depth);
    matter.category = each.category;
    CHECK(by_category(office.view, rules, each.depth).unit_of(matter) == each.unit);
  }
}

TEST_CASE("ranking: best first, ties share, the unranked behind, order total") {
  const auto unit = [](const char* code, int64_t contacted, int64_t answered) {
    Standing row;
    row.unit = code;
    row.figures.dispatched = 10;
    row.figures.contacted = contacted;
    row.figures.answered = row.figures.solved = row.figures.satisfied = answered;
    return row;
  };
  std::vector<Standing> table{unit("D", 5, 0), unit("C", 9, 5), unit("B", 10, 5), unit("A", 9, 5),
                              unit("E", 1, 5)};
  Standing above = unit("0", 10, 5);
  above.ranks = false;
  table.push_back(above);
  rank(table, Rates{});
  std::string order;
  std::string ranks;
  for (const Standing& row : table) {
    order += row.unit;
    ranks += row.rank ? std::to_string(*row.rank) : "-";
  }
  CHECK(order == "BACE0D");
  CHECK(ranks == "1224--");
  Rates strict;
  strict.min_sample = 6;
  rank(table, strict);
  CHECK_FALSE(table.front().rank);
}

TEST_CASE("a unit that returned a case and receives it again shows") {
  OfficeOfTests office;
  Story story;
  story.step("2026-11-02 09:00", Action::report)
      .step("2026-11-02 10:00", Action::accept)
      .step("2026-11-02 11:00", Action::dispatch, "CG")
      .step("2026-11-02 11:10", Action::return_, "CG")
      .step("2026-11-02 11:20", Action::dispatch, "SQ")
      .step("2026-11-02 11:30", Action::return_, "SQ")
      .step("2026-11-02 14:00", Action::dispatch, "CG");
  auto by_unit = shares(story, november(), lead, office.rules);
  CHECK(by_unit["CG"].again == 1);
  CHECK(by_unit["CG"].returns == 1);
  CHECK(by_unit["SQ"].again == 0);
  CHECK(by_unit["SQ"].returns == 1);
}

TEST_CASE("a reopened case keeps the closing and the rating of its old cycle") {
  OfficeOfTests office;
  Story story = closed_case("2026-11-03 11:00");
  story.rated("2026-11-04 09:00", Satisfaction::dissatisfied)
      .step("2026-11-05 09:00", Action::reopen);
  auto by_unit = shares(story, november(), lead, office.rules);
  CHECK(by_unit["CG"].closed == 1);
  CHECK(by_unit["CG"].dispatched == 1);
  CHECK(by_unit["CG"].answered == 1);
  CHECK(by_unit["CG"].satisfied == 0);
  // Given to another unit the old answer stays with who was asked; a new answer takes its place.
  story.step("2026-11-05 10:00", Action::dispatch, "SQ");
  by_unit = shares(story, november(), lead, office.rules);
  CHECK(by_unit["CG"].answered == 1);
  CHECK(by_unit["SQ"].dispatched == 0);
  story.step("2026-11-05 11:00", Action::sign)
      .step("2026-11-05 12:00", Action::resolve)
      .step("2026-11-05 14:00", Action::verify)
      .step("2026-11-05 15:00", Action::close)
      .rated("2026-11-06 09:00", Satisfaction::satisfied);
  by_unit = shares(story, november(), lead, office.rules);
  CHECK(by_unit["SQ"].satisfied == 1);
  CHECK(by_unit["SQ"].closed == 1);
  CHECK(by_unit["CG"].answered == 0);
  // Of a span that ends with the old cycle only that counts.
  by_unit = shares(story, asked("2026-11-01", "2026-11-05", "2026-12-05"), lead, office.rules);
  CHECK(by_unit["CG"].answered == 1);
  CHECK(by_unit["CG"].closed == 1);
  CHECK(by_unit["SQ"].answered == 0);
}

TEST_CASE("joint units are counted for themselves, where units are organisations") {
  OfficeOfTests office;
  Story story;
  story.step("2026-11-02 09:00", Action::report)
      .step("2026-11-02 10:00", Action::accept)
      .step("2026-11-02 11:00", Action::dispatch, "CG")
      .fact("joint", "SQ")
      .fact("joint", "WY")
      .step("2026-11-02 14:00", Action::answer, "SQ");
  FiguresQuestion question = november();
  CHECK(shares(story, question, lead, office.rules)["SQ"].joint == 0);
  question.joint = true;
  auto by_unit = shares(story, question, lead, office.rules);
  CHECK(by_unit["SQ"].joint == 1);
  CHECK(by_unit["SQ"].joint_answered == 1);
  CHECK(by_unit["SQ"].joint_in_time == 1);
  CHECK(by_unit["WY"].joint == 1);
  CHECK(by_unit["WY"].joint_answered == 0);
  CHECK(by_unit["CG"].joint == 0);
}

TEST_CASE("days add up to their month, over random lives") {
  OfficeOfTests office;
  std::mt19937 random(5);
  for (int life = 0; life < 60; ++life) {
    Story story(life % 2 == 0 ? "C1G1" : "C2G1");
    Instant when = at("2026-11-01 08:00");
    story.step(when, Action::report);
    for (int steps = 0; steps < 12 && !terminal(*story.state()); ++steps) {
      std::vector<Action> open = open_actions(*story.state());
      std::erase_if(open, [](Action a) { return a == Action::escalate || a == Action::supervise; });
      if (open.empty()) break;
      when += std::chrono::minutes{std::uniform_int_distribution<int>(1, 4000)(random)};
      const auto pick = std::uniform_int_distribution<size_t>(0, open.size() - 1)(random);
      story.step(when, open[pick], "CG");
    }
    const Instant as_of = at("2027-02-01");
    Figures sum;
    Figures last;
    for (Instant day = at("2026-11-01"); day < at("2026-12-01"); day += std::chrono::hours{24}) {
      last =
          shares(story, {day, day + std::chrono::hours{24}, as_of}, one_unit, office.rules)["all"];
      sum.add(last);
    }
    const Figures month =
        shares(story, {at("2026-11-01"), at("2026-12-01"), as_of}, one_unit, office.rules)["all"];
    CHECK(sum.reported == month.reported);
    CHECK(sum.accepted == month.accepted);
    CHECK(sum.returns == month.returns);
    CHECK(sum.reworks == month.reworks);
    CHECK(sum.extensions == month.extensions);
    CHECK(sum.dispatched >= month.dispatched);
    CHECK(last.open == month.open);
    CHECK(last.late == month.late);
    CHECK(month.closed + month.open <= 1);
  }
}

TEST_CASE("hours of handling count for who had the case, in office time, once it is closed") {
  OfficeOfTests office;
  const Division by = by_org(office.view, {});
  Story story;
  story.step("2026-11-02 09:00", Action::report)
      .step("2026-11-02 10:00", Action::accept)
      .step("2026-11-02 11:00", Action::dispatch, "CG")  // Monday
      .step("2026-11-02 14:00", Action::return_)         // 1 h before noon, half an hour after
      .step("2026-11-02 16:00", Action::dispatch, "SQ")
      .step("2026-11-02 16:30", Action::sign)
      .step("2026-11-02 17:00", Action::suspend)
      .step("2026-11-03 09:00", Action::resume)
      .step("2026-11-03 10:00", Action::resolve);
  CHECK(shares(story, november(), by.unit_of, office.rules)["SQ"].held.empty());
  story.step("2026-11-03 11:00", Action::verify).step("2026-11-03 17:00", Action::close);
  auto found = shares(story, november(), by.unit_of, office.rules);
  CHECK(found["CG"].held == std::vector{Seconds{5400}});
  CHECK(found["SQ"].held == std::vector{Seconds{7200}});
  CHECK(found["CG"].closed == 0);

  Figures all;
  CHECK(!mean_held(all));
  CHECK(!median_held(all));
  all.held = {Seconds{3600}, Seconds{36000}, Seconds{7200}};
  CHECK(mean_held(all) == Seconds{15600});
  CHECK(median_held(all) == Seconds{7200});
  all.held.push_back(Seconds{10800});
  CHECK(median_held(all) == Seconds{9000});
}
