#include <fmt/format.h>
#include <grid/domain/calendar.h>

#include <algorithm>
#include <utility>

#include "running_total.h"

namespace grid::domain {

namespace chrono = std::chrono;
using chrono::days;

namespace {

using Hours = std::vector<DaySpan>;

constexpr Seconds day_length = chrono::hours{24};

std::optional<Seconds> parse_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (size_t i : {0U, 1U, 3U, 4U}) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  const Seconds clock = chrono::hours{hour} + chrono::minutes{minute};
  if (minute > 59 || clock > day_length) return std::nullopt;
  return clock;
}

std::string format_clock(Seconds clock) {
  const auto minutes = chrono::duration_cast<chrono::minutes>(clock).count();
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

size_t weekday_index(Date day) {
  return chrono::weekday{day}.iso_encoding() - 1;
}

Date last_day_of_year(Date day) {
  return Date{chrono::year_month_day{day}.year() / chrono::December / 31};
}

Seconds length(const Hours& hours) {
  Seconds sum{0};
  for (const DaySpan& span : hours) sum += span.until - span.from;
  return sum;
}

// Office time of a day that has passed when its clock shows `clock`.
Seconds passed(const Hours& hours, Seconds clock) {
  Seconds sum{0};
  for (const DaySpan& span : hours) {
    if (clock <= span.from) break;
    sum += std::min(clock, span.until) - span.from;
  }
  return sum;
}

// Puts the spans of one day in order. They must be forward and must not overlap.
Status order_hours(Hours& hours) {
  std::sort(hours.begin(), hours.end(),
            [](const DaySpan& a, const DaySpan& b) { return a.from < b.from; });
  for (size_t i = 0; i < hours.size(); ++i) {
    if (hours[i].from < Seconds{0} || hours[i].until <= hours[i].from ||
        hours[i].until > day_length) {
      return problem("calendar.hours", "hours", "{} is not a span of a day's clock",
                     format_day_span(hours[i]));
    }
    if (i > 0 && hours[i].from < hours[i - 1].until) {
      return problem("calendar.hours", "hours", "{} and {} overlap", format_day_span(hours[i - 1]),
                     format_day_span(hours[i]));
    }
  }
  return Done{};
}

// The notices known on a day, by date, one for each: the one published last decides.
Result<std::vector<DayNotice>> decide(const std::vector<DayNotice>& notices,
                                      std::optional<Date> known_on) {
  std::vector<DayNotice> known;
  known.reserve(notices.size());
  for (const DayNotice& notice : notices) {
    if (!known_on || notice.published <= *known_on) known.push_back(notice);
  }
  order_notices(known);
  std::vector<DayNotice> decided;
  decided.reserve(known.size());
  for (DayNotice& notice : known) {
    if (decided.empty() || decided.back().date != notice.date) {
      decided.push_back(std::move(notice));
    } else if (decided.back().published == notice.published) {
      return problem("calendar.day", "days", "{} stands twice in the notice of {}",
                     format_date(notice.date), format_date(notice.published));
    } else {
      decided.back() = std::move(notice);
    }
  }
  return decided;
}

// The last day whose arrangement was known, given which notices were.
std::optional<Date> known_until(const CalendarRule& rule, const std::vector<DayNotice>& decided,
                                std::optional<Date> known_on) {
  if (!rule.covered_until || !known_on) return rule.covered_until;
  std::optional<Date> first_unknown;
  for (const DayNotice& notice : rule.days) {
    if (notice.published > *known_on && (!first_unknown || notice.date < *first_unknown)) {
      first_unknown = notice.date;
    }
  }
  if (!first_unknown) return rule.covered_until;
  const Date until =
      decided.empty()
          ? last_day_of_year(Date{chrono::year_month_day{*first_unknown}.year() / 1 / 1} - days{1})
          : last_day_of_year(decided.back().date);
  return std::min(*rule.covered_until, until);
}

}  // namespace

void order_notices(std::vector<DayNotice>& notices) {
  const auto order = [](const DayNotice& n) { return std::pair(n.date, n.published); };
  const auto before = [&](const DayNotice& a, const DayNotice& b) { return order(a) < order(b); };
  if (std::is_sorted(notices.begin(), notices.end(), before)) return;
  std::sort(notices.begin(), notices.end(), before);
}

Result<DaySpan> parse_day_span(std::string_view text) {
  if (text.size() == 11 && text[5] == '-') {
    const auto from = parse_clock(text.substr(0, 5));
    const auto until = parse_clock(text.substr(6));
    if (from && until && *from < *until) return DaySpan{*from, *until};
  }
  return problem("calendar.hours", "hours",
                 "{} is not a span of a day's clock; write it like 08:30-12:00", text);
}

std::string format_day_span(DaySpan span) {
  return format_clock(span.from) + "-" + format_clock(span.until);
}

struct Calendar::Compiled {
  UtcOffset offset{0};
  std::optional<Date> known_until;
  std::array<Hours, 7> week;
  std::array<Hours, 7> makeup;     // none is empty
  std::vector<DayNotice> decided;  // by date, one for each
  Date first{};                    // day 0 of the totals, a Monday
  RunningTotal seconds;
  RunningTotal working_days;

  const DayNotice* notice(Date day) const {
    const auto at = std::lower_bound(decided.begin(), decided.end(), day,
                                     [](const DayNotice& n, Date d) { return n.date < d; });
    return at == decided.end() || at->date != day ? nullptr : &*at;
  }
  const Hours& hours(Date day) const {
    static const Hours none;
    const DayNotice* decides = notice(day);
    if (decides == nullptr) return week[weekday_index(day)];
    return decides->kind == DayKind::holiday ? none : makeup[weekday_index(day)];
  }
  int64_t index(Date day) const { return (day - first).count(); }
  Date day(int64_t index) const { return first + days{index}; }
  // Office seconds before a moment, counted from day 0.
  int64_t position(LocalTime at) const {
    const Date day = date_of(at);
    return seconds.before(index(day)) + passed(hours(day), at - LocalTime{day}).count();
  }
  LocalTime close_of(Date day) const { return LocalTime{day} + hours(day).back().until; }
  // The n-th working day of the row that begins after day 0.
  Date working_day(int64_t n) const { return day(working_days.reaching(n)); }
  // How many working days there are up to and including `day`, counted from day 0.
  int64_t working_days_through(Date day) const { return working_days.before(index(day) + 1); }
  Due due(LocalTime at, Date on) const {
    return {to_instant(at, offset), known_until && on > *known_until};
  }
};

namespace {

std::array<Hours, 7> makeup_hours(const std::array<Hours, 7>& week, std::array<Hours, 7> makeup) {
  const auto first =
      std::find_if(week.begin(), week.end(), [](const Hours& h) { return !h.empty(); });
  for (size_t i = 0; i < makeup.size(); ++i) {
    if (makeup[i].empty()) makeup[i] = week[i].empty() ? *first : week[i];
  }
  return makeup;
}

struct Totals {
  RunningTotal seconds;
  RunningTotal working_days;
};

// Sums over the whole weeks that `decided` speaks of; `first` is the Monday of the first.
Totals total(const std::array<Hours, 7>& week, const std::array<Hours, 7>& makeup,
             const std::vector<DayNotice>& decided, Date first) {
  std::array<int64_t, 7> week_seconds{};
  std::array<int64_t, 7> week_days{};
  for (size_t i = 0; i < week.size(); ++i) {
    week_seconds[i] = length(week[i]).count();
    week_days[i] = week[i].empty() ? 0 : 1;
  }
  const size_t weeks =
      decided.empty() ? 0 : static_cast<size_t>((decided.back().date - first).count() / 7 + 1);
  std::vector<int64_t> seconds(weeks * 7);
  std::vector<int64_t> working_days(weeks * 7);
  for (size_t i = 0; i < seconds.size(); ++i) {
    seconds[i] = week_seconds[i % 7];
    working_days[i] = week_days[i % 7];
  }
  for (const DayNotice& notice : decided) {
    const auto i = static_cast<size_t>((notice.date - first).count());
    const bool works = notice.kind == DayKind::workday;
    seconds[i] = works ? length(makeup[i % 7]).count() : 0;
    working_days[i] = works ? 1 : 0;
  }
  return {RunningTotal(week_seconds, seconds), RunningTotal(week_days, working_days)};
}

}  // namespace

Result<Calendar> Calendar::compile(const CalendarRule& rule, UtcOffset offset,
                                   std::optional<Date> known_on) {
  std::array<Hours, 7> week = rule.week;
  std::array<Hours, 7> makeup = rule.makeup;
  bool open = false;
  for (size_t i = 0; i < week.size(); ++i) {
    for (Hours* hours : {&week[i], &makeup[i]}) {
      if (Status ordered = order_hours(*hours); !ordered) return ordered.problem();
    }
    open = open || !week[i].empty();
  }
  if (!open) return problem("calendar.empty", "hours", "the calendar has no office hours");
  makeup = makeup_hours(week, std::move(makeup));
  Result<std::vector<DayNotice>> decided = decide(rule.days, known_on);
  if (!decided) return decided.problem();

  // 1970-01-05 was a Monday.
  const Date some_day = decided->empty() ? Date{days{4}} : decided->front().date;
  const Date first = some_day - days{weekday_index(some_day)};
  Totals totals = total(week, makeup, *decided, first);
  const auto until = known_until(rule, *decided, known_on);
  Calendar calendar;
  calendar.compiled_ = std::make_shared<const Compiled>(
      Compiled{offset, until, std::move(week), std::move(makeup), std::move(*decided), first,
               std::move(totals.seconds), std::move(totals.working_days)});
  return calendar;
}

Due Calendar::add(Instant from, Limit limit) const {
  const Compiled& c = *compiled_;
  const LocalTime local = to_local(from, c.offset);
  const Date day = date_of(local);
  if (limit.count <= 0) return c.due(local, day);
  switch (limit.unit) {
    case LimitUnit::m:
    case LimitUnit::h: {
      const int64_t unit = limit.unit == LimitUnit::m ? 60 : 3600;
      const LocalTime at = local + Seconds{limit.count * unit};
      return c.due(at, date_of(at));
    }
    case LimitUnit::wm:
      return add_worked(from, Seconds{limit.count * 60});
    case LimitUnit::wh:
      return add_worked(from, Seconds{limit.count * 3600});
    case LimitUnit::wd: {
      const Date last = c.working_day(c.working_days_through(day) + limit.count);
      return c.due(c.close_of(last), last);
    }
    case LimitUnit::d:
      break;
  }
  const Date counted = day + days{limit.count};
  const Date last = c.working_day(c.working_days_through(counted - days{1}) + 1);
  return c.due(c.close_of(last), last);
}

Due Calendar::add_worked(Instant from, Seconds worked) const {
  const Compiled& c = *compiled_;
  const LocalTime local = to_local(from, c.offset);
  if (worked <= Seconds{0}) return c.due(local, date_of(local));
  const int64_t target = c.position(local) + worked.count();
  const int64_t index = c.seconds.reaching(target);
  const Date day = c.day(index);
  Seconds rest{target - c.seconds.before(index)};
  for (const DaySpan& span : c.hours(day)) {
    if (rest <= span.until - span.from) return c.due(LocalTime{day} + span.from + rest, day);
    rest -= span.until - span.from;
  }
  return c.due(c.close_of(day), day);  // not reached: the day holds the rest
}

Instant Calendar::subtract_worked(Instant until, Seconds worked) const {
  if (worked <= Seconds{0}) return until;
  const Compiled& c = *compiled_;
  const int64_t target = c.position(to_local(until, c.offset)) - worked.count();
  const int64_t index = c.seconds.reaching(target + 1);
  const Date day = c.day(index);
  Seconds rest{target - c.seconds.before(index)};
  for (const DaySpan& span : c.hours(day)) {
    if (rest < span.until - span.from) {
      return to_instant(LocalTime{day} + span.from + rest, c.offset);
    }
    rest -= span.until - span.from;
  }
  return until;  // not reached: the day holds the rest
}

Instant Calendar::subtract(Instant until, Limit limit) const {
  if (limit.count <= 0) return until;
  const Compiled& c = *compiled_;
  const Date day = date_of(to_local(until, c.offset));
  switch (limit.unit) {
    case LimitUnit::m:
      return until - Seconds{limit.count * 60};
    case LimitUnit::h:
      return until - Seconds{limit.count * 3600};
    case LimitUnit::wm:
      return subtract_worked(until, Seconds{limit.count * 60});
    case LimitUnit::wh:
      return subtract_worked(until, Seconds{limit.count * 3600});
    case LimitUnit::wd: {
      const int64_t before = c.working_days_through(day - days{1});
      return to_instant(c.close_of(c.working_day(before - limit.count + 1)), c.offset);
    }
    case LimitUnit::d:
      break;
  }
  const int64_t through = c.working_days_through(day - days{limit.count});
  return to_instant(c.close_of(c.working_day(through)), c.offset);
}

Worked Calendar::worked(Instant from, Instant until) const {
  if (until <= from) return {};
  const Compiled& c = *compiled_;
  const LocalTime start = to_local(from, c.offset);
  const LocalTime end = to_local(until, c.offset);
  const Date last = date_of(end - Seconds{1});
  return {Seconds{c.position(end) - c.position(start)}, c.known_until && last > *c.known_until};
}

std::vector<Span> Calendar::spans(Instant from, Instant until) const {
  const Compiled& c = *compiled_;
  const LocalTime start = to_local(from, c.offset);
  const LocalTime end = to_local(until, c.offset);
  std::vector<Span> found;
  for (Date day = date_of(start); LocalTime{day} < end; day += days{1}) {
    for (const DaySpan& hours : c.hours(day)) {
      const Span clipped{std::max(start, LocalTime{day} + hours.from),
                         std::min(end, LocalTime{day} + hours.until)};
      if (clipped.from < clipped.until) found.push_back(clipped);
    }
  }
  return found;
}

Rest Calendar::rest(LocalTime from, LocalTime until) const {
  const Date first = date_of(from);
  const Date last = date_of(until - Seconds{1});
  Rest rest;
  for (Date day = first; day <= last; day += days{1}) {
    const DayNotice* decides = notice(day);
    if (decides != nullptr && decides->kind == DayKind::holiday) {
      if (rest.kind == RestKind::holiday && rest.name.find(decides->name) != rest.name.npos) {
        continue;
      }
      rest.name += (rest.name.empty() ? "" : ", ") + decides->name;
      rest.kind = RestKind::holiday;
    } else if (!is_working_day(day) && rest.kind != RestKind::holiday) {
      rest.kind = RestKind::rest_day;
    }
  }
  const auto& hours = compiled_->hours(first);
  if (first == last && !hours.empty() && from - LocalTime{first} >= hours.front().until &&
      until - LocalTime{first} <= hours.back().from) {
    rest.kind = RestKind::break_;
  }
  return rest;
}

bool Calendar::is_working_day(Date day) const {
  return !compiled_->hours(day).empty();
}

const DayNotice* Calendar::notice(Date day) const {
  return compiled_->notice(day);
}

UtcOffset Calendar::offset() const {
  return compiled_->offset;
}

}  // namespace grid::domain
