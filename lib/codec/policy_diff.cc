#include <fmt/format.h>
#include <grid/codec/policy_diff.h>
#include <grid/domain/case_words.h>

#include <map>
#include <string_view>

#include "policy_calendar.h"

namespace grid::codec {

using domain::CalendarRule;
using domain::Policy;

namespace {

// A policy as a flat list of values under their paths.
class Values {
 public:
  explicit Values(const Policy& policy) {
    office(policy);
    for (const auto& [name, rule] : policy.calendars) {
      calendar(name.empty() ? "calendar" : "calendars." + name, rule);
    }
    for (const auto& [org, name] : policy.org_calendars) put("org_calendars." + org, name);
    categories(policy);
    limits(policy);
    routes(policy);
    ladder(policy);
    for (const domain::StepRule& rule : policy.steps) {
      put(fmt::format("step[{}].roles", rule.action), joined(rule.roles));
      put(fmt::format("step[{}].levels", rule.action), joined(rule.levels));
    }
    rest(policy);
  }

  const std::map<std::string, std::string>& all() const { return all_; }

 private:
  // Unset values are left out, so that "not there" is one thing.
  void put(const std::string& path, std::string value) {
    if (!value.empty()) all_[path] = std::move(value);
  }
  void put(const std::string& path, const std::optional<domain::Limit>& limit) {
    if (limit) put(path, format_limit(*limit));
  }
  static std::string urgency_of(const std::optional<domain::Urgency>& urgency) {
    return urgency ? std::string(code(*urgency)) : std::string();
  }
  static std::string joined(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, ", "));
  }

  void office(const Policy& policy) {
    put("office.name", policy.office.name);
    put("office.area", policy.office.area);
    put("office.utc_offset", fmt::format("{} min", policy.office.utc_offset.count()));
    put("office.levels", joined(policy.office.levels));
  }

  void calendar(const std::string& path, const CalendarRule& rule) {
    for (size_t day = 0; day < weekday_names.size(); ++day) {
      put(fmt::format("{}.hours.{}", path, weekday_names[day]), hours(rule.week[day]));
      put(fmt::format("{}.makeup.{}", path, weekday_names[day]), hours(rule.makeup[day]));
    }
    if (rule.covered_until) put(path + ".covered_until", format_date(*rule.covered_until));
    for (const domain::DayNotice& day : rule.days) {
      put(fmt::format("{}.days[{}@{}]", path, format_date(day.date), format_date(day.published)),
          fmt::format("{} {}", day.kind == domain::DayKind::workday ? "workday" : "holiday",
                      day.name));
    }
  }

  void categories(const Policy& policy) {
    for (const domain::Category& category : policy.categories) {
      const std::string path = fmt::format("category[{}]", category.code);
      put(path + ".name", category.name);
      put(path + ".kind", std::string(name_of(category.kind)));
      put(path + ".hold", category.hold);
    }
  }

  void limits(const Policy& policy) {
    for (const domain::LimitRule& rule : policy.limits) {
      const std::string path =
          fmt::format("limit[{}/{}/{}]", rule.category, urgency_of(rule.urgency), rule.area);
      put(path + ".accept", rule.accept);
      put(path + ".sign", rule.sign);
      put(path + ".handle", rule.handle);
      put(path + ".verify", rule.verify);
      put(path + ".case", rule.whole);
      put(path + ".calendar", rule.calendar);
    }
  }

  void routes(const Policy& policy) {
    for (const domain::Route& route : policy.routes) {
      const std::string path = fmt::format("route[{}]", route.category);
      put(path + ".lead", route.lead);
      put(path + ".joint", joined(route.joint));
    }
  }

  static const char* trigger_key(const domain::Trigger& trigger) {
    if (trigger.kind == domain::TriggerKind::count) return ".count";
    return trigger.kind == domain::TriggerKind::silence ? ".silence" : ".after";
  }
  static std::string hours(const std::vector<domain::DaySpan>& spans) {
    std::vector<std::string> texts;
    for (const domain::DaySpan& span : spans) texts.push_back(format_day_span(span));
    return joined(texts);
  }

  void ladder(const Policy& policy) {
    for (const domain::LadderRule& rule : policy.ladder) {
      const std::string path = fmt::format("ladder[{}]", rule.key);
      put(path + ".stage", std::string(code(rule.stage)));
      put(path + trigger_key(rule.trigger), format_trigger(rule.trigger));
      put(path + ".category", rule.category);
      put(path + ".urgency", urgency_of(rule.urgency));
      put(path + ".area", rule.area);
      put(path + ".level", rule.level);
      if (rule.supervise != 0) put(path + ".supervise", fmt::format("{}", rule.supervise));
      if (rule.escalate) put(path + ".escalate", "true");
      put(path + ".target", rule.target);
      put(path + ".org", rule.org);
    }
  }

  void rest(const Policy& policy) {
    put("notice.hours", hours(policy.notice.hours));
    put("notice.days", policy.notice.every_day ? "all" : "office");
    put("notice.text", policy.notice.text);
    put("rates.weights.response", fmt::format("{}", policy.rates.response_weight));
    put("rates.weights.solve", fmt::format("{}", policy.rates.solve_weight));
    put("rates.weights.satisfaction", fmt::format("{}", policy.rates.satisfaction_weight));
    put("rates.basic_counts", fmt::format("{}", policy.rates.basic_counts));
    put("rates.min_sample", fmt::format("{}", policy.rates.min_sample));
    put("rules.max_returns", fmt::format("{}", policy.rules.max_returns));
    put("rules.return_within", format_limit(policy.rules.return_within));
    put("rules.max_extensions", fmt::format("{}", policy.rules.max_extensions));
    put("rules.reopen_within", format_limit(policy.rules.reopen_within));
    put("rules.similar_days", fmt::format("{}", policy.rules.similar_days));
    put("rules.similar_metres", fmt::format("{}", policy.rules.similar_metres));
    put("rules.reopen_when_dissatisfied", fmt::format("{}", policy.rules.reopen_when_dissatisfied));
    put("rules.emergency_hold", policy.rules.emergency_hold);
    put("rules.emergency_escalate", policy.rules.emergency_escalate);
    put("register.gone_share", fmt::format("{}", policy.registers.gone_share));
    put("register.visit_days", fmt::format("{}", policy.registers.visit_days));
    put("register.keep_left_days", fmt::format("{}", policy.registers.keep_left_days));
    put("register.keep_reporter_days", fmt::format("{}", policy.registers.keep_reporter_days));
    for (const auto& [field, rule] : policy.registers.fields) {
      put("register.fields." + field, std::string(name_of(rule)));
    }
    put("mask.id_no", format_shown_ends(policy.mask.id_no));
    put("mask.phone", format_shown_ends(policy.mask.phone));
    put("mask.name", std::string(name_of(policy.mask.name)));
  }

  std::map<std::string, std::string> all_;
};

}  // namespace

std::vector<PolicyChange> diff_policies(const Policy& before, const Policy& after) {
  const Values old_values(before);
  const Values new_values(after);
  std::map<std::string, PolicyChange> changes;
  for (const auto& [path, value] : old_values.all()) changes[path] = {path, value, {}};
  for (const auto& [path, value] : new_values.all()) {
    changes[path].path = path;
    changes[path].after = value;
  }
  std::vector<PolicyChange> found;
  for (auto& [path, change] : changes) {
    if (change.before != change.after) found.push_back(std::move(change));
  }
  return found;
}

}  // namespace grid::codec
