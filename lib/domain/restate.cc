#include <fmt/format.h>
#include <grid/domain/event_data.h>
#include <grid/domain/replay.h>
#include <grid/domain/restate.h>

#include <charconv>

namespace grid::domain {

Case restate(std::span<const Event> events, const CaseRules& rules, const Override& how) {
  std::optional<Case> restated;
  for (Event event : events) {
    const bool starts = event.action == Action::report || event.action == Action::reopen;
    if (starts && how.promise_since) {
      add_datum(event.data, "promise_since",
                fmt::format("{}", how.promise_since->time_since_epoch().count()));
    }
    if (event.action == Action::absorb || event.action == Action::detach) event.data.clear();
    restated = apply(restated ? &*restated : nullptr, event, rules);
  }
  return *std::move(restated);
}

void add_clocks(std::string& data, const Case& restated) {
  const auto add = [&](std::string_view name, int64_t value) {
    add_datum(data, name, fmt::format("{}", value));
  };
  const Clock& promise = restated.promise;
  if (promise.due) add("case_due", promise.due->time_since_epoch().count());
  if (promise.left) add("case_left", promise.left->count());
  add("case_worth", promise.worth.count());
  if (promise.provisional) add("case_provisional", 1);
}

void take_clocks(Case& matter, const Clocks&, std::string_view data) {
  if (!datum(data, "case_worth")) return;
  const auto number = [&](std::string_view name) -> std::optional<int64_t> {
    const auto text = datum(data, name);
    int64_t value = 0;
    if (!text) return std::nullopt;
    std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
  };
  matter.promise = Clock{};
  if (const auto due = number("case_due")) matter.promise.due = Instant{Seconds{*due}};
  if (const auto left = number("case_left")) matter.promise.left = Seconds{*left};
  matter.promise.worth = Seconds{number("case_worth").value_or(0)};
  matter.promise.provisional = number("case_provisional").has_value();
}

}  // namespace grid::domain
