#include <fmt/format.h>
#include <grid/codec/calendar_days.h>
#include <grid/codec/policy.h>
#include <grid/domain/case_words.h>
#include <grid/text/toml.h>

#include <algorithm>
#include <iterator>

#include "policy_calendar.h"

namespace grid::codec {

using domain::CalendarRule;
using domain::DaySpan;
using domain::Limit;
using domain::Policy;
using text::quote_toml;
using text::quote_toml_key;

namespace {

// Appends `key = value` lines.
class Writer {
 public:
  template <typename... Args>
  void line(fmt::format_string<Args...> pattern, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), pattern, std::forward<Args>(args)...);
    out_ += '\n';
  }
  void text(std::string_view key, std::string_view value) {
    line("{} = {}", key, quote_toml(value));
  }
  void text_if(std::string_view key, std::string_view value) {
    if (!value.empty()) text(key, value);
  }
  void limit_if(std::string_view key, const std::optional<Limit>& limit) {
    if (limit) text(key, format_limit(*limit));
  }
  void urgency_if(const std::optional<domain::Urgency>& urgency) {
    if (urgency) text("urgency", code(*urgency));
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

std::string text_list(const std::vector<std::string>& texts) {
  std::string list = "[";
  for (const std::string& text : texts) {
    if (list.size() > 1) list += ", ";
    list += quote_toml(text);
  }
  return list + "]";
}

std::string hours_list(const std::vector<DaySpan>& hours) {
  std::vector<std::string> texts;
  for (const DaySpan& span : hours) texts.push_back(format_day_span(span));
  return text_list(texts);
}

// A list where all days keep the same hours, else a table.
std::string hours_value(const CalendarRule& rule) {
  const std::vector<DaySpan>* common = nullptr;
  bool same = true;
  std::string by_day;
  for (size_t day = 0; day < weekday_names.size(); ++day) {
    const bool works = !rule.week[day].empty();
    const auto& hours = works ? rule.week[day] : rule.makeup[day];
    if (hours.empty()) continue;
    same = same && works && (common == nullptr || *common == hours);
    common = &hours;
    by_day +=
        fmt::format("{} {} = {}", by_day.empty() ? "" : ",", weekday_names[day], hours_list(hours));
  }
  return same && common != nullptr ? hours_list(*common) : "{" + by_day + " }";
}

void write_calendar(Writer& out, std::string_view heading, const CalendarRule& rule, Days days) {
  std::string weekdays;
  for (size_t day = 0; day < weekday_names.size(); ++day) {
    if (rule.week[day].empty()) continue;
    weekdays += fmt::format("{}{}", weekdays.empty() ? "" : ", ", day + 1);
  }
  out.line("\n[{}]", heading);
  out.line("weekdays = [{}]", weekdays);
  out.line("hours = {}", hours_value(rule));
  if (rule.covered_until) out.text("covered_until", format_date(*rule.covered_until));
  if (days == Days::omitted || rule.days.empty()) return;
  out.line("days = [");
  for (const domain::DayNotice& day : rule.days)
    out.line("  {},", quote_toml(format_day_line(day)));
  out.line("]");
}

void write_office(Writer& out, const domain::Office& office) {
  out.line("[office]");
  out.text_if("name", office.name);
  out.text_if("area", office.area);
  const auto minutes = office.utc_offset.count();
  out.line("utc_offset = \"{}{:02}:{:02}\"", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
           std::abs(minutes) % 60);
  out.line("levels = {}", text_list(office.levels));
}

void write_categories(Writer& out, const Policy& policy) {
  for (const domain::Category& category : policy.categories) {
    out.line("\n[[category]]");
    out.text("code", category.code);
    out.text("name", category.name);
    out.text("kind", name_of(category.kind));
    out.text_if("hold", category.hold);
  }
}

void write_limits(Writer& out, const Policy& policy) {
  for (const domain::LimitRule& rule : policy.limits) {
    out.line("\n[[limit]]");
    out.text_if("category", rule.category);
    out.urgency_if(rule.urgency);
    out.text_if("area", rule.area);
    out.limit_if("accept", rule.accept);
    out.limit_if("sign", rule.sign);
    out.limit_if("handle", rule.handle);
    out.limit_if("verify", rule.verify);
    out.limit_if("case", rule.whole);
    out.text_if("calendar", rule.calendar);
  }
}

void write_routes(Writer& out, const Policy& policy) {
  for (const domain::Route& route : policy.routes) {
    out.line("\n[[route]]");
    out.text_if("category", route.category);
    out.text("lead", route.lead);
    if (!route.joint.empty()) out.line("joint = {}", text_list(route.joint));
  }
}

std::string_view trigger_key(const domain::Trigger& trigger) {
  if (trigger.kind == domain::TriggerKind::count) return "count";
  return trigger.kind == domain::TriggerKind::silence ? "silence" : "after";
}

void write_ladder(Writer& out, const Policy& policy) {
  for (const domain::LadderRule& rule : policy.ladder) {
    out.line("\n[[ladder]]");
    if (rule.key != default_key(rule)) out.text_if("key", rule.key);
    out.text("stage", code(rule.stage));
    out.text(trigger_key(rule.trigger), format_trigger(rule.trigger));
    out.text_if("category", rule.category);
    out.urgency_if(rule.urgency);
    out.text_if("area", rule.area);
    out.text_if("level", rule.level);
    if (rule.supervise != 0) out.line("supervise = {}", rule.supervise);
    if (rule.escalate) out.line("escalate = true");
    out.text_if("target", rule.target);
    out.text_if("org", rule.org);
  }
}

void write_steps(Writer& out, const Policy& policy) {
  for (const domain::StepRule& rule : policy.steps) {
    out.line("\n[[step]]");
    out.text("action", rule.action);
    if (!rule.roles.empty()) out.line("roles = {}", text_list(rule.roles));
    if (!rule.levels.empty()) out.line("levels = {}", text_list(rule.levels));
  }
}

void write_notice(Writer& out, const domain::NoticeRule& notice) {
  out.line("\n[notice]");
  if (!notice.hours.empty()) out.line("hours = {}", hours_list(notice.hours));
  out.text("days", notice.every_day ? "all" : "office");
  out.text("text", notice.text);
}

void write_registers(Writer& out, const domain::RegisterPolicy& rules) {
  out.line("\n[register]");
  out.line("gone_share = {}", rules.gone_share);
  out.line("visit_days = {}", rules.visit_days);
  out.line("keep_left_days = {}", rules.keep_left_days);
  out.line("keep_reporter_days = {}", rules.keep_reporter_days);
  if (rules.fields.empty()) return;
  out.line("\n[register.fields]");
  for (const auto& [field, rule] : rules.fields) out.text(field, name_of(rule));
}

void write_rest(Writer& out, const Policy& policy) {
  const domain::Rates& rates = policy.rates;
  out.line("\n[rates]");
  out.line("weights = {{ response = {}, solve = {}, satisfaction = {} }}", rates.response_weight,
           rates.solve_weight, rates.satisfaction_weight);
  out.line("basic_counts = {}", rates.basic_counts);
  out.line("min_sample = {}", rates.min_sample);
  out.line("\n[rules]");
  out.line("max_returns = {}", policy.rules.max_returns);
  out.text("return_within", format_limit(policy.rules.return_within));
  out.line("max_extensions = {}", policy.rules.max_extensions);
  out.text("reopen_within", format_limit(policy.rules.reopen_within));
  out.line("reopen_when_dissatisfied = {}", policy.rules.reopen_when_dissatisfied);
  out.text_if("emergency_hold", policy.rules.emergency_hold);
  out.text_if("emergency_escalate", policy.rules.emergency_escalate);
  out.line("similar_days = {}", policy.rules.similar_days);
  out.line("similar_metres = {}", policy.rules.similar_metres);
  write_registers(out, policy.registers);
  out.line("\n[mask]");
  out.text("id_no", format_shown_ends(policy.mask.id_no));
  out.text("phone", format_shown_ends(policy.mask.phone));
  out.text("name", name_of(policy.mask.name));
  if (policy.org_calendars.empty()) return;
  out.line("\n[org_calendars]");
  for (const auto& [org, calendar] : policy.org_calendars) {
    out.text(quote_toml_key(org), calendar);
  }
}

}  // namespace

std::string write_policy(const Policy& policy, Days days) {
  Writer out;
  write_office(out, policy.office);
  for (const auto& [name, rule] : policy.calendars) {
    write_calendar(out, name.empty() ? "calendar" : "calendars." + quote_toml_key(name), rule,
                   days);
  }
  write_categories(out, policy);
  write_limits(out, policy);
  write_routes(out, policy);
  write_ladder(out, policy);
  write_steps(out, policy);
  write_notice(out, policy.notice);
  write_rest(out, policy);
  return out.take();
}

}  // namespace grid::codec
