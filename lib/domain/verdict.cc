#include <fmt/format.h>
#include <grid/domain/clock.h>
#include <grid/domain/event_data.h>
#include <grid/domain/verdict.h>

namespace grid::domain {

Verdict judge(const Case& matter, Instant closed_at, const CaseRules& rules) {
  const CaseLimits limits(matter, rules);
  Verdict verdict;
  verdict.policy = matter.promise_policy;
  verdict.calendar = matter.promise_calendar;
  verdict.limit = limits.promise_limit();
  if (!verdict.limit || !matter.promise.due) return verdict;
  verdict.used = used(matter.promise, closed_at, verdict.limit->unit, limits.promise_calendar());
  verdict.late = closed_at > *matter.promise.due;
  // Nothing happened to the case since the promise ran out: who has it had it then.
  if (verdict.late) verdict.holder = matter.late_holder.value_or(matter.holder());
  return verdict;
}

void add_verdict(std::string& data, const Verdict& verdict) {
  add_datum(data, "policy", fmt::format("{}", verdict.policy));
  add_datum(data, "calendar", fmt::format("{}", verdict.calendar));
  if (verdict.limit) add_datum(data, "limit", format_limit(*verdict.limit));
  if (verdict.used) add_datum(data, "used", fmt::format("{}", verdict.used->count()));
  add_datum(data, "late", verdict.late ? "1" : "0");
  if (!verdict.holder) return;
  add_datum(data, "late_area", verdict.holder->area);
  add_datum(data, "late_org", verdict.holder->org);
  add_datum(data, "late_staff", verdict.holder->staff);
}

void take_verdict(Case& matter, std::string_view data) {
  for (EventData each(data); each.next();) {
    if (each.name() == "late") matter.late = each.value() == "1";
    if (each.name() == "used") matter.used = Seconds{number_in<int64_t>(each.value())};
  }
}

}  // namespace grid::domain
