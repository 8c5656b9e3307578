// Case (案件): one matter, from its report to its end. A value derived from its events by apply()
// (see replay.h): nothing else changes it. Areas, organisations and people stand in it by code
// and login, never by row number.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/case_words.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace grid::domain {

// A clock of a case. Running, it has an end; stopped so that it may run on, it has what was left of
// it, in seconds of its own time (office time for limits in wm, wh, wd, d; clock time for m, h),
// negative where it had run over.
struct Clock {
  std::optional<Instant> due;
  std::optional<Seconds> left;
  Seconds worth{0};          // what it was given from its start on, extensions and all
  bool provisional = false;  // the end rests on days not yet arranged
  bool operator==(const Clock&) const = default;
};

// A unit that helps the lead (联合处置单位).
struct JointUnit {
  std::string org;
  Instant since{};                      // when it was called in
  Clock clock;                          // its own; keeps its end when it answers or is released
  std::optional<Instant> answered_at;   // when it answered; unset: not yet
  std::optional<std::string> released;  // reason for which nothing more is asked of it
  bool open() const { return !answered_at && !released; }
  bool operator==(const JointUnit&) const = default;
};

struct Place {
  double lon = 0;  // degrees, -180 to 180
  double lat = 0;  // degrees, -90 to 90
  Crs crs = Crs::wgs84;
  bool operator==(const Place&) const = default;
};

// A unit that was called to the spot (吹哨报到).
struct Whistle {
  std::string org;
  Instant called_at{};
  std::optional<Instant> arrived_at;
  std::string outcome;
  std::optional<int32_t> score;  // 0 to 100, by the street
  bool operator==(const Whistle&) const = default;
};

// A case that was merged into another one (并案).
struct Absorbed {
  std::string no;
  Instant reported_at{};
  bool operator==(const Absorbed&) const = default;
};

// Who has a case: always a centre, and the unit or person to whom it was given.
struct Holder {
  std::string area;
  std::string org;    // empty: none
  std::string staff;  // empty: none
  bool operator==(const Holder&) const = default;
};

// What a case is filed with.
struct NewCase {
  std::string title;
  std::string text;
  std::string category;  // code of the policy's tree
  std::string area;      // where it happened
  Urgency urgency = Urgency::normal;
  Channel channel = Channel::patrol;
  std::string reporter_name;   // personal
  std::string reporter_phone;  // personal
  std::string address;
  std::optional<Place> place;
  std::string source;      // system it comes from
  std::string source_ref;  // its key there
  bool operator==(const NewCase&) const = default;
};

struct Case : NewCase {
  std::string no;  // 330782002-20261121-0001; never reused
  State state = State::reported;
  std::string level;        // kind of owner_area
  std::string owner_area;   // whose centre holds it: always set
  std::string owner_org;    // the lead it was dispatched to; empty: none
  std::string owner_staff;  // login it was dispatched to; empty: none
  std::string first_org;    // 首接: the first lead; never changes
  std::vector<JointUnit> joint;
  std::vector<Whistle> whistles;  // of all cycles, in the order of calling
  std::string accepted_area;      // centre that accepted it, which closes it

  Instant reported_at{};
  std::optional<Instant> accepted_at;
  std::optional<Instant> dispatched_at;
  std::optional<Instant> signed_at;
  std::optional<Instant> resolved_at;
  std::optional<Instant> verified_at;
  std::optional<Instant> closed_at;
  std::optional<Instant> ended_at;  // when it reached a terminal state of any kind

  std::optional<Stage> stage;  // whose clock runs; unset: none
  Clock step;                  // of stages accept, sign and verify, one after the other
  Clock handle;                // runs beside `sign`
  Clock promise;               // the promise to the resident; keeps its end when it is closed
  // What the promise counts by: the versions under which it was given, and its beginning, which is
  // the reporting, the reopening, or the earliest report of the cases merged into it.
  int64_t promise_policy = 0;
  int64_t promise_calendar = 0;
  Instant promise_since{};
  bool paused = false;  // suspended
  // The verdict on the promise. Who had the case when it ran out is frozen at that moment, the
  // rest when the case closes.
  std::optional<bool> late;
  std::optional<Seconds> used;  // of the promise's own time
  std::optional<Holder> late_holder;

  int32_t supervise = 0;  // 0 to 3; only rises
  int32_t returns = 0;
  int32_t cycle_returns = 0;            // of those, in the present cycle
  std::vector<std::string> refused_by;  // units that returned it in the present cycle, each once
  std::string refused_area;             // centre to which it last came back in that cycle
  bool final_dispatch = false;          // decided by the level above: cannot be returned
  int32_t extensions = 0;
  int32_t reworks = 0;
  int32_t reopens = 0;
  int32_t urges = 0;                 // times somebody pressed for it (催办)
  int32_t cycle = 1;                 // 1 + reopens
  std::string master;                // case into which it was merged
  std::optional<State> merged_from;  // its state before that; its clocks are kept as they were
  std::vector<Absorbed> merged;      // cases merged into it, by their reports and numbers
  std::string excluded;              // reason for which it leaves the denominators
  std::optional<bool> contacted;
  std::optional<bool> solved;
  std::optional<Satisfaction> satisfaction;

  std::string receipt;  // what the resident asks with
  int64_t policy = 0;   // version whose limits its stages have: of its filing, then of its dispatch
  int64_t calendar = 0;  // version whose calendars count for them: the same, or a later notice's
  std::string handler;   // login that handed in the result; never verifies it
  std::string reporter;  // login that filed it
  int64_t last_seq = 0;  // sequence of its last event
  Instant last_at{};     // when its last event happened
  // When somebody last did something with it, or another centre got it: what the rules do besides,
  // and urges, do not count.
  Instant heard_at{};

  bool open() const { return !ended_at; }
  Holder holder() const { return {owner_area, owner_org, owner_staff}; }
  // The end of the running stage.
  const std::optional<Instant>& due() const {
    return stage == Stage::handle ? handle.due : step.due;
  }
  bool provisional() const { return step.provisional || handle.provisional || promise.provisional; }
  // Late now: past the end of the running stage or past the promise. Late is later than due.
  bool overdue(Instant now) const {
    return open() && !paused && ((due() && now > *due()) || (promise.due && now > *promise.due));
  }
  bool operator==(const Case&) const = default;
};

}  // namespace grid::domain
