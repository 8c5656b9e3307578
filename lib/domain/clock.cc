#include <grid/domain/clock.h>

namespace grid::domain {

namespace {

Clock running(Due due) {
  return Clock{due.at, std::nullopt, Seconds{0}, due.provisional};
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

CaseLimits::CaseLimits(const Case& matter, Date day, const CaseRules& rules)
    : version_(&rules.version(matter.policy)),
      path_(rules.area_path(matter.area, day)),
      rule_(version_->policy().limit_for(matter.category, matter.urgency, path_)),
      org_(matter.owner_org) {}

std::optional<Limit> CaseLimits::limit(Stage stage) const {
  return rule_ == nullptr ? std::nullopt : rule_->of(stage);
}

std::optional<Limit> CaseLimits::promise_limit() const {
  return rule_ == nullptr ? std::nullopt : rule_->whole;
}

const Calendar& CaseLimits::calendar(Stage stage) const {
  const bool units = stage == Stage::sign || stage == Stage::handle;
  return version_->calendar_for(rule_, units ? std::string_view(org_) : std::string_view());
}

const Calendar& CaseLimits::promise_calendar() const {
  return version_->calendar_for(rule_, {});
}

Clock CaseLimits::start(Stage stage, Instant from) const {
  const std::optional<Limit> own = limit(stage);
  return own ? running(calendar(stage).add(from, *own)) : Clock{};
}

Clock CaseLimits::start_promise(Instant from) const {
  const std::optional<Limit> own = promise_limit();
  return own ? running(promise_calendar().add(from, *own)) : Clock{};
}

bool runs_day_and_night(LimitUnit unit) {
  return unit == LimitUnit::m || unit == LimitUnit::h;
}

Clock pause(const Clock& clock, Instant at, LimitUnit unit, const Calendar& calendar) {
  if (!clock.due) return clock;
  const Instant due = *clock.due;
  Clock paused;
  if (runs_day_and_night(unit)) {
    paused.left = due - at;
  } else {
    paused.left = due >= at ? calendar.worked(at, due).seconds : -calendar.worked(due, at).seconds;
  }
  return paused;
}

Clock go_on(const Clock& clock, Instant at, LimitUnit unit, const Calendar& calendar) {
  if (!clock.left) return clock;
  const Seconds left = *clock.left;
  if (runs_day_and_night(unit)) return Clock{at + left, std::nullopt, clock.worth, false};
  if (left >= Seconds{0}) return running(calendar.add_worked(at, left));
  return Clock{calendar.subtract_worked(at, -left), std::nullopt, clock.worth, false};
}

Clock extend(const Clock& clock, Limit by, const Calendar& calendar) {
  if (!clock.due) return clock;
  const Due moved = calendar.add(*clock.due, by);
  return Clock{moved.at, std::nullopt, clock.worth, moved.provisional || clock.provisional};
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
