#include "model_clock.h"

namespace model {

// By what a clock is counted: its limit, and the days on which it counts.
struct ModelClock::Measure {
  Amount limit;
  const DayTable* table;
  bool arranged;  // the calendar knows a last day of which it is sure

  int64_t between(Moment from, Moment until) const {
    return limit.by_the_clock() ? until - from : table->worked(from, until);
  }
  Moment shift(Moment from, int64_t seconds) const {
    return limit.by_the_clock() ? from + seconds : table->shift(from, seconds);
  }
  bool unsure(Moment end) const { return arranged && end / day > last_known_day; }
};

std::optional<ModelClock::Measure> ModelClock::measure(const Office& office,
                                                       const Turn& turn) const {
  const Limits* limits =
      office.limits(turn.versions.policy, matter_.category, matter_.urgency, matter_.path);
  if (limits == nullptr) return std::nullopt;
  const std::string& given = limits->given.at(static_cast<size_t>(what_));
  if (given.empty()) return std::nullopt;
  const std::string calendar = office.calendar_of(*limits, matter_.org);
  return Measure{amount(given), &office.table(turn.versions.calendar, calendar),
                 calendar != "duty"};
}

void ModelClock::follow(const Office& office, const Turn& turn, Reading& reading) const {
  if (turn.kind != 's' && !reading.due && !reading.left) return;
  const std::optional<Measure> by = measure(office, turn);
  if (!by) return;
  if (turn.kind == 's') {
    reading.due = by->table->add(turn.at, by->limit);
    reading.worth = by->between(turn.at, *reading.due);
  }
  if (turn.kind == 'p' && reading.due) {
    reading.left = by->between(turn.at, *reading.due);
    reading.due.reset();
  }
  if (turn.kind == 'g' && reading.left) {
    reading.due = by->shift(turn.at, *reading.left);
    reading.left.reset();
  }
  if (turn.kind == 'x' && reading.due) {
    const Moment later = by->table->add(*reading.due, turn.by);
    reading.worth += by->between(*reading.due, later);
    reading.due = later;
  }
  if (reading.due) reading.provisional = by->unsure(*reading.due);
}

Reading ModelClock::read(const Office& office) const {
  Reading reading;
  for (const Turn& turn : story_) follow(office, turn, reading);
  return reading;
}

int64_t ModelClock::used(const Office& office, Moment at, Versions versions) const {
  const Reading reading = read(office);
  if (reading.left) return reading.worth - *reading.left;
  if (!reading.due) return 0;
  Turn now = story_.front();
  now.versions = versions;
  const std::optional<Measure> by = measure(office, now);
  return by ? reading.worth - by->between(at, *reading.due) : 0;
}

std::optional<Moment> ModelClock::ran_out(const Office& office, Moment until) const {
  Reading reading;
  for (size_t i = 0; i < story_.size(); ++i) {
    follow(office, story_[i], reading);
    const Moment next = i + 1 < story_.size() ? story_[i + 1].at : until;
    if (reading.due && *reading.due < next) return reading.due;
  }
  return std::nullopt;
}

}  // namespace model
