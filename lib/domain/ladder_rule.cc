#include <fmt/format.h>
#include <grid/domain/case_words.h>
#include <grid/domain/ladder_rule.h>

#include <array>
#include <utility>

namespace grid::domain {

namespace {

constexpr std::array<std::pair<std::string_view, CaseCount>, 7> counters{{
    {"reworks", CaseCount::reworks},
    {"returns", CaseCount::returns},
    {"extensions", CaseCount::extensions},
    {"reopens", CaseCount::reopens},
    {"refusals", CaseCount::refusals},
    {"urges", CaseCount::urges},
    {"repeats", CaseCount::repeats},
}};

// A whole number of at most four digits, from 1.
std::optional<int> parse_small(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value > 0 ? std::optional(value) : std::nullopt;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Before the deadline -1, at it 0, after it +1.
int side(const Trigger& trigger) {
  if (trigger.before) return -1;
  return trigger.kind == TriggerKind::time && trigger.offset.count == 0 ? 0 : 1;
}

// Limits of the same family can be compared without a calendar: clock time, office time,
// working days, calendar days.
struct Size {
  int family = 0;
  int64_t amount = 0;
};

Size size_of(const Trigger& trigger) {
  if (trigger.kind == TriggerKind::share) return {4, trigger.percent};
  const int64_t count = trigger.offset.count;
  switch (trigger.offset.unit) {
    case LimitUnit::m:
      return {0, count};
    case LimitUnit::h:
      return {0, count * 60};
    case LimitUnit::wm:
      return {1, count};
    case LimitUnit::wh:
      return {1, count * 60};
    case LimitUnit::wd:
      return {2, count};
    case LimitUnit::d:
      break;
  }
  return {3, count};
}

}  // namespace

Result<Trigger> parse_after(std::string_view text) {
  Trigger trigger;
  if (text == "0") return trigger;
  std::string_view rest = text;
  if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
    trigger.before = rest.front() == '-';
    rest.remove_prefix(1);
  }
  if (!rest.empty() && rest.back() == '%') {
    rest.remove_suffix(1);
    const auto percent = parse_small(rest);
    if (!percent || *percent > (trigger.before ? 100 : 1000)) {
      return problem("ladder.after", "after", "{} is not a share; write it like -25%", text);
    }
    trigger.kind = TriggerKind::share;
    trigger.percent = *percent;
    return trigger;
  }
  Result<Limit> offset = parse_limit(rest);
  if (!offset) {
    Problem wrong = offset.problem();
    wrong.field = "after";
    return wrong;
  }
  if (offset->count == 0) return Trigger{};
  trigger.offset = *offset;
  return trigger;
}

Result<Trigger> parse_count(std::string_view text) {
  const size_t sign = text.find(">=");
  if (sign != std::string_view::npos) {
    const std::string_view name = trim(text.substr(0, sign));
    const auto at_least = parse_small(trim(text.substr(sign + 2)));
    for (const auto& [known, counter] : counters) {
      if (known != name || !at_least || *at_least > 1000) continue;
      Trigger trigger;
      trigger.kind = TriggerKind::count;
      trigger.counter = counter;
      trigger.at_least = *at_least;
      return trigger;
    }
  }
  return problem("ladder.count", "count",
                 "{} is not a count; write it like reworks>=3, with one of reworks, returns, "
                 "extensions, reopens, refusals, urges, repeats",
                 text);
}

Result<Trigger> parse_silence(std::string_view text) {
  Result<Limit> length = parse_limit(text);
  if (!length) {
    Problem wrong = length.problem();
    wrong.field = "silence";
    return wrong;
  }
  if (length->count == 0) {
    return problem("ladder.silence", "silence", "a silence of {} is none", text);
  }
  Trigger trigger;
  trigger.kind = TriggerKind::silence;
  trigger.offset = *length;
  return trigger;
}

std::string format_trigger(const Trigger& trigger) {
  const char* sign = trigger.before ? "-" : "";
  switch (trigger.kind) {
    case TriggerKind::time:
      return trigger.offset.count == 0 ? "0" : sign + format_limit(trigger.offset);
    case TriggerKind::share:
      return fmt::format("{}{}%", sign, trigger.percent);
    case TriggerKind::silence:
      return format_limit(trigger.offset);
    case TriggerKind::count:
      break;
  }
  for (const auto& [name, counter] : counters) {
    if (counter == trigger.counter) return fmt::format("{}>={}", name, trigger.at_least);
  }
  return {};
}

bool surely_earlier(const Trigger& a, const Trigger& b) {
  if (a.kind == TriggerKind::count || b.kind == TriggerKind::count) {
    return a.kind == b.kind && a.counter == b.counter && a.at_least < b.at_least;
  }
  if ((a.kind == TriggerKind::silence) != (b.kind == TriggerKind::silence)) return false;
  if (side(a) != side(b)) return side(a) < side(b);
  const Size x = size_of(a);
  const Size y = size_of(b);
  if (x.family != y.family) return false;
  return a.before ? x.amount > y.amount : x.amount < y.amount;
}

std::string default_key(const LadderRule& rule) {
  const bool silence = rule.trigger.kind == TriggerKind::silence;
  std::string key = fmt::format("{}/{}{}", code(rule.stage), silence ? "silence=" : "",
                                format_trigger(rule.trigger));
  const auto filter = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) key += fmt::format("/{}={}", name, value);
  };
  filter("category", rule.category);
  filter("urgency", rule.urgency ? code(*rule.urgency) : std::string_view());
  filter("area", rule.area);
  filter("level", rule.level);
  return key;
}

}  // namespace grid::domain
