#include <grid/domain/clock.h>

namespace grid::domain {

namespace {

Clock started(Instant from, Limit limit, const Calendar& calendar) {
  const Due due = calendar.add(from, limit);
  return Clock{due.at, std::nullopt, own_time(from, due.at, limit.unit, calendar), due.provisional};
}

Seconds clock_time(Limit limit) {
  switch (limit.unit) {
    case LimitUnit::m:
    case LimitUnit::wm:
      return std::chrono::minutes{limit.count};
    case LimitUnit::h:
    case LimitUnit::wh:
      return std::chrono::hours{limit.count};
    case LimitUnit::wd:
    case LimitUnit::d:
      break;
  }
  return std::chrono::days{limit.count};
}

// The working day that ends `count` working days before that of `due`, at its close.
Instant working_days_before(Instant due, int64_t count, const Calendar& calendar) {
  const auto day_start = [&](Date day) { return to_instant(LocalTime{day}, calendar.offset()); };
  Date day = date_of(to_local(due, calendar.offset()));
  for (int64_t i = 0; i < count; ++i) {
    const Instant midnight = day_start(day);
    // The last second of office time before today lies on the working day before.
    day = date_of(to_local(calendar.subtract_worked(midnight, Seconds{1}), calendar.offset()));
  }
  const std::vector<Span> spans =
      calendar.spans(day_start(day), day_start(day + std::chrono::days{1}));
  return spans.empty() ? due : to_instant(spans.back().until, calendar.offset());
}

// Office time of the working day on which, or before which, `due` falls.
Seconds working_day(Instant due, const Calendar& calendar) {
  const Instant inside = calendar.subtract_worked(due, Seconds{1});
  const Date day = date_of(to_local(inside, calendar.offset()));
  const Instant from = to_instant(LocalTime{day}, calendar.offset());
  return calendar.worked(from, from + std::chrono::days{1}).seconds;
}

}  // namespace

const Calendar& CaseLimits::Source::calendar(std::string_view org) const {
  // A later version may no longer have the calendar that the rule names.
  const bool gone = rule != nullptr && !rule->calendar.empty() &&
                    !calendars->policy().calendars.contains(rule->calendar);
  return (gone ? limits : calendars)->calendar_for(rule, org);
}

CaseLimits::CaseLimits(const Case& matter, Date day, const CaseRules& rules)
    : matter_(&matter), rules_(&rules), path_(rules.area_path(matter.area, day)) {
  stage_.limits = &rules.version(matter.policy);
  stage_.calendars =
      matter.calendar == matter.policy ? stage_.limits : &rules.version(matter.calendar);
  stage_.rule = stage_.limits->policy().limit_for(matter.category, matter.urgency, path_);
}

CaseLimits::CaseLimits(const Case& matter, const CaseRules& rules)
    : CaseLimits(matter, rules.day(matter.dispatched_at.value_or(matter.promise_since)), rules) {
  if (!matter.dispatched_at && matter.policy == matter.promise_policy &&
      matter.calendar == matter.promise_calendar) {
    promise_ = stage_;
  }
}

const CaseLimits::Source& CaseLimits::promise() const {
  if (promise_) return *promise_;
  const Case& matter = *matter_;
  const PolicyVersion& limits = rules_->version(matter.promise_policy);
  const auto path = rules_->area_path(matter.area, rules_->day(matter.promise_since));
  return promise_.emplace(Source{&limits, &rules_->version(matter.promise_calendar),
                                 limits.policy().limit_for(matter.category, matter.urgency, path)});
}

std::optional<Limit> CaseLimits::limit(Stage stage) const {
  return stage_.rule == nullptr ? std::nullopt : stage_.rule->of(stage);
}

std::optional<Limit> CaseLimits::promise_limit() const {
  return promise().rule == nullptr ? std::nullopt : promise().rule->whole;
}

const Calendar& CaseLimits::calendar(Stage stage) const {
  const bool units = stage == Stage::sign || stage == Stage::handle;
  return stage_.calendar(units ? std::string_view(matter_->owner_org) : std::string_view());
}

Clock CaseLimits::start(Stage stage, Instant from) const {
  const std::optional<Limit> own = limit(stage);
  return own ? started(from, *own, calendar(stage)) : Clock{};
}

Clock CaseLimits::start_promise(Instant from) const {
  const std::optional<Limit> own = promise_limit();
  return own ? started(from, *own, promise_calendar()) : Clock{};
}

Clock CaseLimits::start_joint(std::string_view org, Instant from) const {
  const std::optional<Limit> own = limit(Stage::handle);
  return own ? started(from, *own, joint_calendar(org)) : Clock{};
}

bool runs_day_and_night(LimitUnit unit) {
  return unit == LimitUnit::m || unit == LimitUnit::h;
}

Seconds own_time(Instant from, Instant until, LimitUnit unit, const Calendar& calendar) {
  if (runs_day_and_night(unit)) return until - from;
  return until >= from ? calendar.worked(from, until).seconds
                       : -calendar.worked(until, from).seconds;
}

Seconds used(const Clock& clock, Instant at, LimitUnit unit, const Calendar& calendar) {
  if (clock.left) return clock.worth - *clock.left;
  return clock.due ? clock.worth - own_time(at, *clock.due, unit, calendar) : Seconds{0};
}

Clock pause(const Clock& clock, Instant at, LimitUnit unit, const Calendar& calendar) {
  if (!clock.due) return clock;
  return Clock{std::nullopt, own_time(at, *clock.due, unit, calendar), clock.worth, false};
}

Clock go_on(const Clock& clock, Instant at, LimitUnit unit, const Calendar& calendar) {
  if (!clock.left) return clock;
  const Seconds left = *clock.left;
  if (runs_day_and_night(unit) || left < Seconds{0}) {
    const Instant end = runs_day_and_night(unit) ? at + left : calendar.subtract_worked(at, -left);
    return Clock{end, std::nullopt, clock.worth, calendar.add(end, Limit{}).provisional};
  }
  const Due due = calendar.add_worked(at, left);
  return Clock{due.at, std::nullopt, clock.worth, due.provisional};
}

Clock extend(const Clock& clock, Limit by, LimitUnit unit, const Calendar& calendar) {
  if (!clock.due) return clock;
  const Due moved = calendar.add(*clock.due, by);
  return Clock{moved.at, std::nullopt, clock.worth + own_time(*clock.due, moved.at, unit, calendar),
               moved.provisional || clock.provisional};
}

Instant before_end(Instant due, Limit by, const Calendar& calendar) {
  switch (by.unit) {
    case LimitUnit::wm:
    case LimitUnit::wh:
      return calendar.subtract_worked(due, clock_time(by));
    case LimitUnit::wd:
      return working_days_before(due, by.count, calendar);
    case LimitUnit::m:
    case LimitUnit::h:
    case LimitUnit::d:
      break;
  }
  return due - clock_time(by);
}

Instant after_end(Instant due, Limit by, const Calendar& calendar) {
  return by.count == 0 ? due : calendar.add(due, by).at;
}

Instant share_from_end(Instant due, Limit limit, int percent, const Calendar& calendar) {
  Seconds length = clock_time(limit);
  if (limit.unit == LimitUnit::wd) length = working_day(due, calendar) * limit.count;
  const Seconds part{length.count() * (percent < 0 ? -percent : percent) / 100};
  const bool clock_runs_on = runs_day_and_night(limit.unit) || limit.unit == LimitUnit::d;
  if (clock_runs_on) return percent < 0 ? due - part : due + part;
  return percent < 0 ? calendar.subtract_worked(due, part) : calendar.add_worked(due, part).at;
}

}  // namespace grid::domain
