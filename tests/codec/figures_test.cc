// Figures as records: names and order of the fields, and what has no value.
#include <doctest/doctest.h>
#include <grid/codec/figures.h>
#include <grid/text/json_writer.h>

using namespace grid;
using namespace grid::codec;

namespace {

StatLine banner() {
  StatLine line;
  line.name = {"东湖社区", "community", true};
  line.days = {*parse_date("2026-11-01"), *parse_date("2026-11-30")};
  line.standing.unit = "330782002005";
  domain::Figures& figures = line.standing.figures;
  figures.reported = 130;
  figures.dispatched = 120;
  figures.excluded = 20;
  figures.contacted = 98;
  figures.answered = 70;
  figures.solved = 56;
  figures.satisfied = 52;
  figures.basic = 7;
  figures.households = 400;
  figures.visited = 390;
  figures.visits = 420;
  figures.patrols = 31;
  line.standing.score = domain::score_of(figures, line.rates);
  line.standing.rank = 1;
  return line;
}

std::string json(const text::Record& record) {
  std::string out;
  text::write_json(record, out);
  return out;
}

}  // namespace

TEST_CASE("a stat record carries every rate with both its numbers") {
  CHECK(json(write_stat(banner())) ==
        R"({"type":"stat","v":1,"area":"330782002005","name":"东湖社区","level":"community",)"
        R"("from":"2026-11-01","to":"2026-11-30","reported":130,"accepted":0,"dispatched":120,)"
        R"("excluded":20,"closed":0,"closed_in_time":0,"open":0,"late":0,"returns":0,"reworks":0,)"
        R"("extensions":0,"again":0,"response_rate":0.98,"response_num":98,"response_den":100,)"
        R"("solve_rate":0.8,"solve_num":56,"solve_den":70,"satisfaction_rate":0.8429,)"
        R"("satisfaction_num":59,"satisfaction_den":70,"hours_mean":null,)"
        R"("hours_median":null,"households":400,"visited":390,"unvisited":10,"visit_rate":0.975,)"
        R"("visit_num":390,"visit_den":400,"visits":420,"patrols":31,"score":86.9,"rank":1})"
        "\n");
}

TEST_CASE("without a valid call-back the rates and the score are null, and there is no rank") {
  StatLine line = banner();
  line.by = StatBy::org;
  line.name = {};
  line.standing = {"CG", {}, false, {}, {}};
  const text::Record record = write_stat(line);
  CHECK(record.text("org") == "CG");
  CHECK(record.find("area") == nullptr);
  CHECK(record.find("name") == nullptr);
  for (const char* field : {"response_rate", "solve_rate", "satisfaction_rate", "score", "rank"}) {
    CAPTURE(field);
    REQUIRE(record.find(field) != nullptr);
    CHECK(*record.find(field) == text::Value(text::Null{}));
  }
}

TEST_CASE("households and visits belong to areas and people, not to categories and organisations") {
  for (const StatBy by : {StatBy::area, StatBy::category, StatBy::org, StatBy::staff}) {
    StatLine line = banner();
    line.by = by;
    const bool told = by == StatBy::area || by == StatBy::staff;
    CHECK((write_stat(line).find("unvisited") != nullptr) == told);
  }
  StatLine nobody = banner();
  nobody.by = StatBy::staff;
  nobody.standing.figures = {};
  CHECK(*write_stat(nobody).find("visit_rate") == text::Value(text::Null{}));
}

TEST_CASE("for people: percentages with their numbers, scores with two places") {
  const text::Record shown = show_stat(banner());
  CHECK(shown.text("response_rate") == "98.00% (98/100)");
  CHECK(shown.text("satisfaction_rate") == "84.29% (59/70)");
  CHECK(shown.text("visit_rate") == "97.50% (390/400)");
  CHECK(shown.text("score") == "86.90");
}

TEST_CASE("the columns are the fields of the record") {
  for (const StatBy by : {StatBy::area, StatBy::category, StatBy::org, StatBy::staff}) {
    StatLine line = banner();
    line.by = by;
    const text::Record record = write_stat(line);
    REQUIRE(stat_columns(by).size() + 2 == record.fields().size());
    for (size_t i = 0; i < stat_columns(by).size(); ++i) {
      CHECK(stat_columns(by)[i].field == record.fields()[i + 2].name);
    }
    for (const Column& column : stat_table_columns(by)) {
      CAPTURE(column.field);
      CHECK(record.find(column.field) != nullptr);
    }
  }
}
