#include "policy_calendar.h"

#include <grid/codec/calendar_days.h>

#include <algorithm>
#include <bitset>
#include <utility>

namespace grid::codec {

using domain::CalendarRule;
using domain::DaySpan;
using text::TomlEntry;
using text::TomlNode;

namespace {

using Hours = std::vector<DaySpan>;
using Weekdays = std::bitset<7>;

// The spans of one day.
Hours read_hours(PolicyTable& table, const TomlNode& node, std::string_view name) {
  Hours hours;
  const auto* list = node.get<text::TomlArray>();
  if (list == nullptr || list->empty()) {
    table.wrong_at(node.at, problem("calendar.hours", "hours",
                                    "{} must be a list of spans like 08:30-12:00", name));
    return hours;
  }
  for (const TomlNode& each : *list) {
    const auto* text = each.get<std::string>();
    const auto span = domain::parse_day_span(text == nullptr ? std::string_view() : *text);
    if (span) {
      hours.push_back(*span);
    } else {
      table.wrong_at(each.at, span.problem());
    }
  }
  return hours;
}

Weekdays read_weekdays(PolicyTable& table) {
  Weekdays days;
  const text::TomlArray* list = table.list("weekdays");
  if (list == nullptr) return days;
  for (const TomlNode& each : *list) {
    const int64_t* day = each.get<int64_t>();
    if (day == nullptr || *day < 1 || *day > 7 || days[static_cast<size_t>(*day - 1)]) {
      table.wrong_at(each.at, problem("calendar.weekdays", "weekdays",
                                      "weekdays go from 1 (Monday) to 7, each once"));
    } else {
      days.set(static_cast<size_t>(*day - 1));
    }
  }
  return days;
}

// hours = { mon = [...], sat = [...] }: hours of a day that is not among `weekdays` are those of
// its make-up working days.
void read_hours_by_day(PolicyTable& table, const TomlNode& node, Weekdays weekdays,
                       CalendarRule& rule) {
  const bool all_work = !table.has("weekdays");
  for (const TomlEntry& entry : node.get<text::TomlTable>()->entries) {
    const auto* name = std::find(weekday_names.begin(), weekday_names.end(), entry.key);
    if (name == weekday_names.end()) {
      table.wrong_at(entry.at, problem("policy.unknown_key", "hours",
                                       "{} is not a weekday; known are mon, tue, wed, thu, fri, "
                                       "sat, sun",
                                       entry.key));
      continue;
    }
    const auto day = static_cast<size_t>(name - weekday_names.begin());
    Hours hours = read_hours(table, entry.node, entry.key);
    (all_work || weekdays[day] ? rule.week : rule.makeup)[day] = std::move(hours);
    weekdays.reset(day);
  }
  for (size_t day = 0; day < weekday_names.size(); ++day) {
    if (weekdays[day]) {
      table.wrong_at(node.at, problem("calendar.hours", "hours", "{} is a weekday without hours",
                                      weekday_names[day]));
    }
  }
}

void read_week(PolicyTable& table, CalendarRule& rule) {
  const Weekdays weekdays = read_weekdays(table);
  const TomlNode* node = table.any("hours");
  if (node == nullptr) {
    table.wrong("hours", problem("calendar.empty", "hours", "the calendar has no office hours"));
  } else if (node->get<text::TomlTable>() != nullptr) {
    read_hours_by_day(table, *node, weekdays, rule);
  } else {
    const Hours hours = read_hours(table, *node, "hours");
    for (size_t day = 0; day < weekday_names.size(); ++day) {
      if (weekdays[day]) rule.week[day] = hours;
    }
    if (!table.has("weekdays")) {
      table.wrong("weekdays", problem("policy.missing", "weekdays", "{} is missing", "weekdays"));
    }
  }
}

// days = ["date,kind,name,published", …]
void read_day_lines(PolicyTable& table, const text::TomlArray& lines, ReadCalendar& read) {
  read.rule.days.reserve(lines.size());
  for (const TomlNode& each : lines) {
    const auto* text = each.get<std::string>();
    auto day = parse_day_line(text == nullptr ? std::string_view() : *text);
    if (!day) {
      table.wrong_at(each.at, day.problem());
      continue;
    }
    read.rule.days.push_back(*std::move(day));
    read.lines.push_back(each.at.line);
  }
}

// days = "calendar.csv"
void read_day_file(PolicyTable& table, const std::string& name, const ReadFile& read_file,
                   ReadCalendar& read) {
  const Result<std::string> content = read_file(name);
  if (!content) {
    table.wrong("days", content.problem());
    return;
  }
  CalendarDays days = read_calendar_csv(*content);
  for (CalendarDays::Fault& fault : days.faults) {
    table.report().problems.push_back({std::move(fault.problem), name, fault.line, false});
    table.report().spoiled.insert(table.path());
  }
  read.file = name;
  read.rule.days = std::move(days.days);
  read.lines = std::move(days.lines);
}

void read_days(PolicyTable& table, const ReadFile& read_file, ReadCalendar& read) {
  const TomlNode* node = table.any("days");
  if (node == nullptr) return;
  if (const auto* lines = node->get<text::TomlArray>()) {
    read_day_lines(table, *lines, read);
  } else if (const auto* name = node->get<std::string>()) {
    read_day_file(table, *name, read_file, read);
  } else {
    table.wrong("days", problem("policy.type", "days", "{} must be {}, not {}", "days",
                                message_id("the name of a file or a list"), node->kind()));
  }
}

}  // namespace

ReadCalendar read_calendar(PolicyTable table, const ReadFile& read_file) {
  ReadCalendar read;
  read_week(table, read.rule);
  read_days(table, read_file, read);
  if (table.has("covered_until")) {
    Date until{};
    table.parse("covered_until", until, parse_date);
    read.rule.covered_until = until;
  } else if (!read.rule.days.empty()) {
    const auto last = std::max_element(
        read.rule.days.begin(), read.rule.days.end(),
        [](const domain::DayNotice& a, const domain::DayNotice& b) { return a.date < b.date; });
    const std::chrono::year_month_day day{last->date};
    read.rule.covered_until = Date{day.year() / std::chrono::December / 31};
  }
  (void)table.any("covered_until");
  table.refuse_other_keys();
  return read;
}

}  // namespace grid::codec
