#include <doctest/doctest.h>
#include <grid/domain/track.h>

#include <algorithm>

#include "case_office.h"

using namespace office;

namespace {

const Instant seen_at = at("2026-11-17 09:00");

Track seen(const Life& life, Instant now = seen_at) {
  return track(*life.matter, *life.matter, life.events, now);
}

void handed_in(Life& life) {
  REQUIRE(life.report(filed(), worker, "2026-11-16 09:00") == "");
  REQUIRE(life.act(Action::accept, clerk, "2026-11-16 09:30") == "");
  REQUIRE(life.act(dispatch_to("CG"), clerk, "2026-11-16 10:00") == "");
  REQUIRE(life.act(Action::sign, cg, "2026-11-16 10:30") == "");
  REQUIRE(life.act(intent(Action::resolve, "first try"), cg, "2026-11-16 11:00") == "");
}

}  // namespace

TEST_CASE("a resident sees the answer only after somebody verified it, and the last one") {
  SmallOffice office;
  Life life(office);
  handed_in(life);
  CHECK(seen(life).state == State::resolved);
  CHECK(seen(life).answer.empty());
  REQUIRE(life.act(because(Action::rework), worker, "2026-11-16 11:10") == "");
  CHECK(seen(life).answer.empty());
  CHECK(!seen(life).resolved_at);
  REQUIRE(life.act(intent(Action::resolve, "done"), cg, "2026-11-16 11:20") == "");
  REQUIRE(life.act(Action::verify, worker, "2026-11-16 14:00") == "");
  CHECK(seen(life).answer == "done");
  CHECK(seen(life).org == "CG");
  REQUIRE(life.act(Action::close, clerk, "2026-11-16 15:00") == "");
  CHECK(seen(life).answer == "done");
  CHECK(seen(life).ended_at == at("2026-11-16 15:00"));
  // The verdict is that of the closing, whatever the day of asking.
  CHECK(seen(life, at("2027-11-17 09:00")).late == false);
}

TEST_CASE("the promise is late after its end, and nothing is said of it while it stands still") {
  SmallOffice office;
  Life life(office);
  handed_in(life);
  REQUIRE(life.matter->promise.due);
  const Instant due = *life.matter->promise.due;
  CHECK(seen(life, due).late == false);
  CHECK(seen(life, due + Seconds{1}).late == true);
  CHECK(seen(life).promise == due);
  REQUIRE(life.act(because(Action::rework), worker, "2026-11-16 11:10") == "");
  REQUIRE(life.act(because(Action::suspend), clerk, "2026-11-16 11:20") == "");
  CHECK(!seen(life, due + Seconds{1}).promise);
  CHECK(!seen(life, due + Seconds{1}).late);
}

TEST_CASE("a case that is not accepted says why; before a dispatch no unit is named") {
  SmallOffice office;
  Life life(office);
  REQUIRE(life.report(filed(), worker, "2026-11-16 09:00") == "");
  CHECK(seen(life).org.empty());
  Intent reject = because(Action::reject, "outside");
  REQUIRE(life.act(reject, leader, "2026-11-16 09:30") == "");
  CHECK(seen(life).answer == "outside");
  CHECK(!seen(life).late);
  CHECK(!seen(life).promise);
}

TEST_CASE("of a merged case its own number and report are seen, and its master's progress") {
  SmallOffice office;
  Life master(office);
  handed_in(master);
  Case own = *master.matter;
  own.no = "330782002-20261116-0009";
  own.reported_at = at("2026-11-16 10:45");
  own.state = State::merged;
  own.master = master.matter->no;
  const Track both = track(own, *master.matter, master.events, seen_at);
  CHECK(both.no == own.no);
  CHECK(both.reported_at == own.reported_at);
  CHECK(both.state == State::resolved);
  CHECK(both.org == "CG");
  CHECK(both.promise == master.matter->promise.due);
}

TEST_CASE("each state has words for residents, in both languages") {
  std::vector<std::string_view> seen_words;
  for (size_t i = 0; i < Terms<State>::all.size(); ++i) {
    const auto state = static_cast<State>(i);
    for (const bool chinese : {false, true}) {
      const std::string_view words = words_for_residents(state, chinese);
      CHECK(!words.empty());
      CHECK(std::ranges::find(seen_words, words) == seen_words.end());
      seen_words.push_back(words);
    }
  }
  CHECK(words_for_residents(State::closed, true) == "已办结");
  CHECK(words_for_residents(State::merged, false) == "handled together with another case");
}
