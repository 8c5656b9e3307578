// A year of nights over many cases (GRID_LADDER_CASES, 1,000 unless it says otherwise; issue 3
// asks for 10,000): people act by day, the ladder runs by night, twice at once, with outages.
// What it has done must be what an oracle works out by itself for each case.
#include <doctest/doctest.h>
#include <grid/domain/climb.h>
#include <grid/domain/silence.h>
#include <grid/domain/steps.h>
#include <grid/store/ladder_store.h>

#include <cstdlib>
#include <random>

#include "ladder_oracle.h"
#include "store_office.h"

using namespace office;

namespace {

constexpr int64_t china = 8 * 3600;

oracle::Time wall(Instant at) {
  return at.time_since_epoch().count() + china;
}

const std::vector<oracle::Rule>& oracle_rules() {
  static const std::vector<oracle::Rule> rules{
      {"accept/0", "accept", "after", {0, "m"}, 0, 1, false, "", ""},
      {"accept/4wh", "accept", "after", {4, "wh"}, 0, 2, true, "", ""},
      {"accept/silence=2wd", "accept", "silence", {2, "wd"}, 0, 1, false, "", ""},
      {"accept/silence=4wd", "accept", "silence", {4, "wd"}, 0, 2, true, "", ""},
      {"accept/returns>=1", "accept", "returns", {}, 1, 1, false, "", ""},
      {"sign/0", "sign", "after", {0, "m"}, 0, 1, false, "", ""},
      {"sign/2wh/level=street", "sign", "after", {2, "wh"}, 0, 2, true, "", "street"},
      {"sign/3wd", "sign", "after", {3, "wd"}, 0, 3, true, "", ""},
      {"handle/-25%", "handle", "share", {}, 25, 0, false, "", ""},
      {"handle/0", "handle", "after", {0, "m"}, 0, 1, false, "", ""},
      {"handle/0/urgency=urgent", "handle", "after", {0, "m"}, 0, 2, false, "urgent", ""},
      {"handle/1wd", "handle", "after", {1, "wd"}, 0, 2, false, "", ""},
      {"handle/2h/level=street", "handle", "after", {2, "h"}, 0, 2, false, "", "street"},
      {"handle/3wd", "handle", "after", {3, "wd"}, 0, 3, true, "", ""},
      {"handle/silence=5wd", "handle", "silence", {5, "wd"}, 0, 2, true, "", ""},
      {"handle/reworks>=1", "handle", "reworks", {}, 1, 1, false, "", ""},
      {"handle/reworks>=2", "handle", "reworks", {}, 2, 3, true, "", ""},
      {"verify/0", "verify", "after", {0, "m"}, 0, 1, true, "", ""},
      {"verify/silence=3wd", "verify", "silence", {3, "wd"}, 0, 2, false, "", ""}};
  return rules;
}

// The same ladder as the policy has it.
Policy year_policy() {
  Policy policy = make_policy();
  policy.ladder.clear();
  for (const oracle::Rule& rule : oracle_rules()) {
    LadderRule one;
    one.stage = *from_code<Stage>(rule.stage);
    const std::string length = std::to_string(rule.length.count) + rule.length.unit;
    if (rule.kind == "after") one.trigger = *parse_after(length);
    if (rule.kind == "share") one.trigger = *parse_after("-" + std::to_string(rule.number) + "%");
    if (rule.kind == "silence") one.trigger = *parse_silence(length);
    if (rule.kind == "returns" || rule.kind == "reworks") {
      one.trigger = *parse_count(rule.kind + ">=" + std::to_string(rule.number));
    }
    one.supervise = rule.supervise;
    one.escalate = rule.escalate;
    if (!rule.urgency.empty()) one.urgency = from_code<Urgency>(rule.urgency);
    one.level = rule.level;
    one.target = "clerk";
    one.key = default_key(one);
    REQUIRE(one.key == rule.key);
    policy.ladder.push_back(one);
  }
  return policy;
}

oracle::Days year_days() {
  oracle::Days days;
  const CalendarRule rule = make_calendar();
  const Date first = day("2026-01-01");
  for (Date date = first; date < first + std::chrono::days{800}; date += std::chrono::days{1}) {
    const unsigned weekday = std::chrono::weekday{date}.iso_encoding();
    bool works = weekday <= 5;
    for (const DayNotice& notice : rule.days) {
      if (notice.date == date) works = notice.kind == DayKind::workday;
    }
    if (works) days.working.insert(date.time_since_epoch().count());
  }
  return days;
}

// One of the processes that run the ladder: its own connection and list of candidates.
class Runner {
 public:
  Runner(const StoredOffice& office, const std::string& path)
      : office_(office),
        db_(sql::Database::open(path, sql::Access::write, std::chrono::seconds{5})),
        cases_(db_),
        ladder_(db_) {
    staffing_.holders = [](const Post&) { return std::vector<std::string>{"somebody"}; };
    staffing_.org_name = [](std::string_view org) { return std::string(org); };
  }

  void look(Instant now) {
    sql::Transaction view(db_, sql::Transaction::Kind::read);
    waiting_ = ladder_.candidates(now);
  }
  // Climbs with the next `most` candidates in one transaction.
  void climb_some(Instant now, size_t most) {
    sql::Transaction change(db_);
    const size_t count = std::min(most, waiting_.size());
    for (size_t i = 0; i < count; ++i) climb_one(waiting_[i], now);
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    change.commit();
  }

  int64_t fired = 0, idle = 0;

 private:
  void climb_one(const std::string& no, Instant now) {
    const Case matter = *cases_.find(no);
    FiredKeys keys = ladder_.fired(matter);
    const Climb done = climb(matter, office_.rules, staffing_, keys, ::office::ladder, now);
    const auto has_fired = [&](Stage stage, std::string_view rule) {
      return keys.contains({stage, std::string(rule)});
    };
    cases_.set_ladder_clock(
        [&](const Case& one) { return ladder_at(one, office_.rules, has_fired, now); });
    const Case* last = &matter;
    for (const Taken& taken : done.taken) {
      Event event = taken.event;
      cases_.append(*last, taken.after, event);
      last = &taken.after;
    }
    for (const FiredStep& step : done.fired) ladder_.add(step);
    if (done.taken.empty()) ladder_.set_look(no, ladder_at(matter, office_.rules, has_fired, now));
    fired += static_cast<int64_t>(done.fired.size());
    if (done.fired.empty() && done.taken.empty()) ++idle;
  }

  const StoredOffice& office_;
  sql::Database db_;
  store::CaseStore cases_;
  store::LadderStore ladder_;
  Staffing staffing_;
  std::vector<std::string> waiting_;
};

// The year: the office, its cases, the oracle of each.
class Year {
 public:
  explicit Year(size_t cases) : cases_(cases) {
    office_.cases.set_ladder_clock([this](const Case& matter) {
      const FiredKeys keys = ladder_.fired(matter);
      const auto has_fired = [&](Stage stage, std::string_view rule) {
        return keys.contains({stage, std::string(rule)});
      };
      return ladder_at(matter, office_.rules, has_fired, now_);
    });
  }

  void live() {
    const Date first = day("2026-01-05");
    int outage = 0;
    for (int date = 0; date < 365; ++date) {
      const Instant midnight =
          to_instant(LocalTime{first + std::chrono::days{date}}, UtcOffset{480});
      people_act(midnight, date);
      if (outage == 0 && pick(20) == 0) outage = 1 + pick(14);
      if (outage > 0 && --outage > 0) continue;
      night(midnight + std::chrono::hours{26});
    }
  }
  void compare();

  int64_t fired() const { return first_.fired + second_.fired; }
  const Runner& first() const { return first_; }
  const Runner& second() const { return second_; }

  int64_t acts = 0, nights = 0;

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  void people_act(Instant midnight, int date);
  void report();
  void act(const std::string& no);
  Intent some_intent(const Case& matter);
  void night(Instant now);

  size_t cases_;
  StoredOffice office_{year_policy()};
  store::LadderStore ladder_{office_.db};
  oracle::Days days_ = year_days();
  std::map<std::string, oracle::Case> oracles_;
  std::vector<std::string> open_;
  std::set<std::string> closed_;
  Instant now_{};
  std::mt19937 random_{330782};
  Runner first_{office_, office_.path}, second_{office_, office_.path};
};

void Year::report() {
  NewCase one = filed();
  one.source_ref = std::to_string(oracles_.size());
  one.urgency = pick(4) == 0 ? Urgency::urgent : Urgency::normal;
  const Case made = office_.report(one, worker, now_);
  open_.push_back(made.no);
  oracles_.emplace(made.no, oracle::Case(days_, oracle_rules(), one.urgency == Urgency::urgent))
      .first->second.act("report", wall(now_));
}

// What the ladder has no business with.
bool aside(Action action) {
  return action == Action::supervise || action == Action::exclude || action == Action::merge ||
         action == Action::whistle || action == Action::answer || action == Action::rate;
}

Intent Year::some_intent(const Case& matter) {
  Intent one = because(Action::note, "duty");
  const auto actions = open_actions(matter.state);
  for (int tries = 0; tries < 3 && one.action == Action::note; ++tries) {
    one.action = actions[static_cast<size_t>(pick(static_cast<int>(actions.size())))];
    if (aside(one.action)) one.action = Action::note;
  }
  // Cases are to last: what ends them comes seldom, and so does what does nothing.
  const bool ends = one.action == Action::void_ || one.action == Action::reject;
  if (ends && pick(30) != 0) one.action = Action::note;
  one.text = "t";
  one.org = pick(2) == 0 ? "CG" : "SQ";
  one.limit = limit("1wd");
  return one;
}

// As at the desk: silence signs first; where the step itself is refused, nothing has happened.
void Year::act(const std::string& no) {
  const Case before = *office_.cases.find(no);
  Case matter = before;
  std::vector<Event> events;
  const auto silent = silence_ends(before, office_.rules);
  if (silent && now_ > *silent) {
    Intent sign = because(Action::sign, "silence");
    sign.at = std::max(*silent, before.last_at);
    events.push_back(*decide(before, sign, ::office::ladder, office_.rules, now_));
    matter = apply(&before, events.back(), office_.rules);
  }
  const auto event = decide(matter, some_intent(matter), admin, office_.rules, now_);
  if (!event) return;
  events.push_back(*event);
  matter = before;
  for (const Event& each : events) office_.take(matter, each);
  ++acts;
  if (!matter.open()) closed_.insert(no);
  oracles_.at(no).act(std::string(code(event->action)), wall(event->at), {1, "wd"});
}

void Year::people_act(Instant midnight, int date) {
  const size_t reported = cases_ * static_cast<size_t>(date + 1) / 365;
  std::vector<std::pair<int, std::string>> acts_of_day;
  for (const std::string& no : open_) {
    if (pick(3) == 0) acts_of_day.emplace_back(6 * 3600 + pick(17 * 3600), no);
  }
  for (size_t i = oracles_.size(); i < reported; ++i) {
    acts_of_day.emplace_back(7 * 3600 + pick(12 * 3600), "");
  }
  std::sort(acts_of_day.begin(), acts_of_day.end());
  sql::Transaction change(office_.db);
  for (const auto& [second, no] : acts_of_day) {
    now_ = midnight + std::chrono::seconds{second};
    if (no.empty()) {
      report();
    } else {
      act(no);
    }
  }
  change.commit();
  std::erase_if(open_, [&](const std::string& no) { return closed_.contains(no); });
}

// Both look before either has written, and take turns.
void Year::night(Instant now) {
  ++nights;
  now_ = now + std::chrono::minutes{pick(90)};
  first_.look(now_);
  second_.look(now_);
  first_.climb_some(now_, 3);
  second_.climb_some(now_, static_cast<size_t>(-1));
  first_.climb_some(now_, static_cast<size_t>(-1));
  for (auto& [no, each] : oracles_) each.run(wall(now_));
}

void Year::compare() {
  int64_t rows = 0, differ = 0;
  for (const auto& [no, expected] : oracles_) {
    oracle::Rows found;
    for (const FiredStep& step : ladder_.of_case(no)) {
      const bool counted = step.rule.find(">=") != std::string::npos;
      const auto reached = counted ? std::nullopt : std::optional(wall(step.reached));
      CHECK(step.reached <= step.fired_at);
      found[{step.cycle, std::string(code(step.stage)), step.rule}] = {
          step.skipped, wall(step.fired_at), reached};
      ++rows;
    }
    const Case matter = *office_.cases.find(no);
    const bool same = found == expected.rows() && code(matter.state) == expected.state() &&
                      matter.level == expected.level() && matter.supervise == expected.supervise();
    if (!same && ++differ <= 3) {
      std::string story = no + "\n";
      for (const Event& event : office_.cases.events(no)) {
        story += std::string(code(event.action)) + " " + show(event.at) + " " + event.post + "\n";
      }
      const auto tell = [&](const oracle::Rows& all, const oracle::Rows& others, const char* who) {
        for (const auto& [key, row] : all) {
          const auto other = others.find(key);
          if (other != others.end() && other->second == row) continue;
          story += std::string(who) + " " + std::get<2>(key) + (row.skipped ? " skipped " : " ") +
                   show(Instant{Seconds{row.fired - china}}) + " reached " +
                   (row.reached ? show(Instant{Seconds{*row.reached - china}}) : "") + "\n";
        }
      };
      tell(found, expected.rows(), "ladder");
      tell(expected.rows(), found, "oracle");
      story +=
          expected.state() + " " + expected.level() + " " + std::to_string(expected.supervise());
      story += " but " + std::string(code(matter.state)) + " " + matter.level + " " +
               std::to_string(matter.supervise);
      FAIL_CHECK(story);
    }
    // What the file says of the next look is what the events say.
    const FiredKeys keys = ladder_.fired(matter);
    const auto has_fired = [&](Stage stage, std::string_view rule) {
      return keys.contains({stage, std::string(rule)});
    };
    if (ladder_.look_at(no) != ladder_at(matter, office_.rules, has_fired, now_)) ++differ;
  }
  CHECK(differ == 0);
  CHECK(fired() == rows);
}

}  // namespace

TEST_CASE("a year of nights: no step fires twice, none is lost, each is right") {
  const char* wanted = std::getenv("GRID_LADDER_CASES");
  const size_t cases = wanted == nullptr ? 1'000 : static_cast<size_t>(std::atoll(wanted));
  Year year(cases);
  year.live();
  year.compare();
  MESSAGE(cases, " cases, ", year.nights, " nights, ", year.acts, " acts, ", year.fired(),
          " steps fired or skipped");
  CHECK(year.first().fired > 0);
  CHECK(year.second().fired > 0);
  CHECK(year.second().idle > 0);  // what the first had done already
  CHECK(year.fired() > static_cast<int64_t>(cases));
}
