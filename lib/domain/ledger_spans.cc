#include "ledger_spans.h"

#include <grid/domain/clock.h>

#include <algorithm>

namespace grid::domain {

using std::chrono::days;

namespace {

// Beyond that many days a run is told in one line.
constexpr days told_in_full{400};

// Writes the spans of one clock, in their order.
class SpanWriter {
 public:
  SpanWriter(const ClockTrack& track, Instant now)
      : track_(track),
        calendar_(track.calendar),
        offset_(track.calendar.offset()),
        first_day_(day_of(track.ledger.from)),
        now_(now) {}

  std::vector<LedgerSpan> write() {
    for (size_t i = 0; i < track_.runs.size(); ++i) {
      const ClockRun& run = track_.runs[i];
      if (i > 0) rest(*track_.runs[i - 1].until, run.from, SpanKind::paused);
      const Instant due = track_.ledger.due.value_or(run.from);
      cover(run.from, run.until.value_or(std::max(due, now_)));
    }
    for (LedgerSpan& span : spans_) span.ahead = running() && span.from >= now_;
    return std::move(spans_);
  }

 private:
  bool running() const { return !track_.runs.back().until; }
  bool in_days() const { return track_.unit == LimitUnit::wd || track_.unit == LimitUnit::d; }
  Date day_of(Instant at) const { return date_of(to_local(at, offset_)); }
  Instant start_of(Date day) const { return to_instant(LocalTime{day}, offset_); }
  Seconds open() const { return track_.ledger.worth - counted_; }

  void add(Instant from, Instant until, SpanKind kind, std::string name = {},
           Seconds seconds = Seconds{0}, int64_t whole_days = 0) {
    spans_.push_back({from, until, kind, std::move(name), seconds, whole_days, false});
  }
  void rest(Instant from, Instant until, SpanKind kind) {
    if (from < until) add(from, until, kind);
  }

  void cover(Instant from, Instant until) {
    over_ = false;
    if (runs_day_and_night(track_.unit)) {
      count(from, until, until - from, SpanKind::clock_time, {}, 0);
    } else {
      const Instant told = std::min(until, from + told_in_full);
      in_days() ? cover_days(from, told) : cover_hours(from, told);
      // What lies far ahead or was long ago is one line.
      if (!over_ && told < until) {
        count(told, until, calendar_.worked(told, until).seconds, SpanKind::office, {}, 0);
      }
    }
    if (over_) {
      add(over_from_, until, SpanKind::over, {},
          own_time(over_from_, until, track_.unit, calendar_));
    } else if (track_.ledger.due && until > *track_.ledger.due && open() <= Seconds{0}) {
      // Late, if only by time that does not count.
      add(std::max(*track_.ledger.due, from), until, SpanKind::over);
    }
  }

  // A span in which time counts, up to the end of the clock; what lies beyond is past the end.
  void count(Instant from, Instant until, Seconds seconds, SpanKind kind, std::string name,
             int64_t whole_days) {
    if (seconds <= open()) {
      counted_ += seconds;
      if (from < until) add(from, until, kind, std::move(name), seconds, whole_days);
      return;
    }
    over_ = true;
    over_from_ = from;
    if (open() <= Seconds{0}) return;
    over_from_ =
        runs_day_and_night(track_.unit) ? from + open() : calendar_.add_worked(from, open()).at;
    add(from, over_from_, kind, std::move(name), open());
    counted_ = track_.ledger.worth;
  }

  SpanKind kind_of(Date day, std::string& name) const {
    const DayNotice* notice = calendar_.notice(day);
    if (notice == nullptr || notice->kind != DayKind::workday) return SpanKind::office;
    name = notice->name;
    return SpanKind::makeup;
  }

  void add_rest(Instant from, Instant until, int64_t counted_days = 0) {
    if (from >= until) return;
    Rest why = calendar_.rest(to_local(from, offset_), to_local(until, offset_));
    constexpr SpanKind kinds[] = {SpanKind::closed, SpanKind::break_, SpanKind::rest_day,
                                  SpanKind::holiday};
    add(from, until, kinds[static_cast<size_t>(why.kind)], std::move(why.name), Seconds{0},
        counted_days);
  }

  void cover_hours(Instant from, Instant until) {
    Instant at = from;
    for (const Span& span : calendar_.spans(from, until)) {
      const Instant opens = to_instant(span.from, offset_);
      const Instant closes = to_instant(span.until, offset_);
      // Once the end is reached, what follows is past it.
      if (open() <= Seconds{0} && at != from) break;
      add_rest(at, opens);
      std::string name;
      const SpanKind kind = kind_of(date_of(span.from), name);
      count(opens, closes, closes - opens, kind, std::move(name), 0);
      if (over_) return;
      at = closes;
    }
    if (open() > Seconds{0}) {
      add_rest(at, until);
    } else if (at < until && calendar_.worked(at, until).seconds > Seconds{0}) {
      over_ = true;
      over_from_ = at;
    }
  }

  // Days from `from` up to before `until` that a limit in calendar days counts.
  int64_t counted_days(Date from, Date until) const {
    int64_t sum = 0;
    for (const CountedDays& each : track_.counted) {
      const Date first = std::max(from, each.after + days{1});
      const Date end = std::min(until, each.last + days{1});
      if (first < end) sum += (end - first).count();
    }
    return sum;
  }

  // One line a working day, one for each stretch of days of rest.
  void cover_days(Instant from, Instant until) {
    const std::vector<Span> spans = calendar_.spans(from, until);
    Date at = day_of(from);
    for (size_t i = 0; i < spans.size() && !over_;) {
      const Date day = date_of(spans[i].from);
      if (open() <= Seconds{0} && i > 0) {
        over_ = true;
        over_from_ = to_instant(spans[i - 1].until, offset_);
        return;
      }
      if (at < day) {
        add_rest(std::max(from, start_of(at)), start_of(day), counted_days(at, day));
      }
      Seconds seconds{0};
      const Span& first = spans[i];
      while (i < spans.size() && date_of(spans[i].from) == day) {
        seconds += spans[i].until - spans[i].from;
        ++i;
      }
      count_day(day, {first.from, spans[i - 1].until}, seconds);
      at = day + days{1};
    }
    if (!over_ && start_of(at) < until && open() > Seconds{0}) {
      add_rest(std::max(from, start_of(at)), until, 0);
    }
  }

  void count_day(Date day, const Span& hours, Seconds seconds) {
    std::string name;
    SpanKind kind = kind_of(day, name);
    if (day == first_day_) kind = SpanKind::first_day;
    const Seconds whole = calendar_.worked(start_of(day), start_of(day + days{1})).seconds;
    const bool counts = kind != SpanKind::first_day && seconds == whole &&
                        (track_.unit == LimitUnit::wd || counted_days(day, day + days{1}) > 0);
    count(to_instant(hours.from, offset_), to_instant(hours.until, offset_), seconds, kind,
          std::move(name), counts ? 1 : 0);
  }

  const ClockTrack& track_;
  const Calendar& calendar_;
  UtcOffset offset_;
  Date first_day_;
  Instant now_;
  Seconds counted_{0};  // of the clock's own time, up to its end
  bool over_ = false;   // the run goes past the end
  Instant over_from_{};
  std::vector<LedgerSpan> spans_;
};

}  // namespace

bool not_counted(const LedgerSpan& span) {
  switch (span.kind) {
    case SpanKind::office:
    case SpanKind::makeup:
    case SpanKind::clock_time:
    case SpanKind::over:
      return false;
    case SpanKind::rest_day:
    case SpanKind::holiday:
      return span.days == 0;
    case SpanKind::first_day:
    case SpanKind::closed:
    case SpanKind::break_:
    case SpanKind::paused:
      break;
  }
  return true;
}

std::vector<LedgerSpan> spans_of(const ClockTrack& track, Instant now) {
  return SpanWriter(track, now).write();
}

}  // namespace grid::domain
