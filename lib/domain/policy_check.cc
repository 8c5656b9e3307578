#include <fmt/format.h>
#include <grid/base/nearest.h>
#include <grid/domain/actor.h>
#include <grid/domain/case_words.h>
#include <grid/domain/policy_check.h>
#include <grid/domain/silence.h>
#include <grid/domain/steps.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace grid::domain {

namespace {

// Collects findings about one part of the policy after another.
class Check {
 public:
  Check(const Policy& policy, const KnownCodes& known) : policy_(policy), known_(known) {}

  std::vector<PolicyFinding> run() {
    levels();
    calendars();
    categories();
    limits();
    routes();
    ladder();
    steps();
    emergencies();
    rates();
    return std::move(found_);
  }

 private:
  void error(std::string path, Problem problem) {
    found_.push_back({std::move(problem), std::move(path), false});
  }
  void warn(std::string path, Problem problem) {
    found_.push_back({std::move(problem), std::move(path), true});
  }

  void levels();
  void calendars();
  void calendar(const std::string& path, const CalendarRule& rule);
  void categories();
  void limits();
  void routes();
  void ladder();
  void ladder_effect(const LadderRule& rule, const std::string& path);
  void ladder_names(const LadderRule& rule, const std::string& path);
  void ladder_falling(size_t index);
  void steps();
  void step_rule(const StepRule& rule, const std::string& path);
  void emergencies();
  void ladder_silenced(const LadderRule& rule, const std::string& path);
  void rates();

  void category_filter(const std::string& prefix, const std::string& path);
  void area_filter(const std::string& area, const std::string& path);
  void calendar_name(const std::string& name, const std::string& path);
  void org(const std::string& code, std::string path, std::string_view field);
  bool top_level(const std::string& level) const {
    return policy_.depth_of(level) == std::optional<size_t>(0);
  }

  const Policy& policy_;
  const KnownCodes& known_;
  std::vector<PolicyFinding> found_;
};

void Check::levels() {
  const auto& levels = policy_.office.levels;
  if (levels.empty()) {
    error("office.levels", problem("office.levels", "levels", "the office has no levels"));
  }
  for (size_t i = 0; i < levels.size(); ++i) {
    const auto here = levels.begin() + static_cast<std::ptrdiff_t>(i);
    if (levels[i].empty()) {
      error("office.levels", problem("office.levels", "levels", "a level has no name"));
    } else if (std::find(levels.begin(), here, levels[i]) != here) {
      error("office.levels",
            problem("office.levels", "levels", "level {} stands twice", levels[i]));
    }
  }
}

void Check::calendars() {
  if (!policy_.calendars.contains("")) {
    error("calendar", problem("calendar.empty", "calendar", "the office has no calendar"));
  }
  for (const auto& [name, rule] : policy_.calendars) {
    calendar(name.empty() ? "calendar" : "calendars." + name, rule);
  }
  for (const auto& [code, name] : policy_.org_calendars) {
    const std::string path = "org_calendars." + code;
    calendar_name(name, path);
    org(code, path, "org_calendars");
  }
}

void Check::calendar(const std::string& path, const CalendarRule& rule) {
  std::set<std::pair<Date, Date>> seen;
  bool twice = false;
  for (size_t i = 0; i < rule.days.size(); ++i) {
    const DayNotice& notice = rule.days[i];
    if (seen.emplace(notice.date, notice.published).second) continue;
    twice = true;
    error(fmt::format("{}.days[{}]", path, i),
          problem("calendar.day", "days", "{} stands twice in the notice of {}",
                  format_date(notice.date), format_date(notice.published)));
  }
  if (twice) return;
  const auto compiled = Calendar::compile(rule, policy_.office.utc_offset);
  if (!compiled) error(path + ".hours", compiled.problem());
}

void Check::categories() {
  std::set<std::string_view> codes;
  for (const Category& c : policy_.categories) codes.insert(c.code);
  std::set<std::string_view> seen;
  for (size_t i = 0; i < policy_.categories.size(); ++i) {
    const Category& c = policy_.categories[i];
    const std::string path = fmt::format("category[{}]", i);
    if (c.code.empty()) {
      error(path, problem("category.code", "code", "a category has no code"));
    } else if (!seen.insert(c.code).second) {
      error(path + ".code", problem("category.twice", "code", "category {} stands twice", c.code));
    }
    if (!c.hold.empty() && !policy_.depth_of(c.hold)) {
      error(path + ".hold", problem("category.hold", "hold", "{} is not a level", c.hold));
    }
    // Codes go two characters a level, as in the default tree.
    const std::string_view parent =
        std::string_view(c.code).substr(0, c.code.size() - c.code.size() % 2);
    if (parent.size() == c.code.size() && parent.size() > 2 &&
        !codes.contains(parent.substr(0, parent.size() - 2))) {
      warn(path + ".code",
           problem("category.parent", "code", "category {} has no category {} above it", c.code,
                   parent.substr(0, parent.size() - 2)));
    }
  }
}

void Check::category_filter(const std::string& prefix, const std::string& path) {
  if (prefix.empty() || policy_.categories.empty()) return;
  for (const Category& c : policy_.categories) {
    if (c.code.starts_with(prefix)) return;
  }
  warn(path + ".category",
       problem("category.unknown", "category", "no category begins with {}", prefix));
}

void Check::area_filter(const std::string& area, const std::string& path) {
  if (area.empty() || !known_.areas || known_.areas->contains(area)) return;
  warn(path + ".area", problem("area.unknown", "area", "there is no area {}", area));
}

void Check::calendar_name(const std::string& name, const std::string& path) {
  if (policy_.calendars.contains(name)) return;
  error(path, problem("calendar.unknown", "calendar", "there is no calendar {}", name));
}

void Check::org(const std::string& code, std::string path, std::string_view field) {
  if (!known_.orgs || known_.orgs->contains(code)) return;
  error(std::move(path), problem("org.unknown", field, "there is no organisation {}", code));
}

void Check::limits() {
  std::set<std::tuple<std::string, int, std::string>> seen;
  for (size_t i = 0; i < policy_.limits.size(); ++i) {
    const LimitRule& rule = policy_.limits[i];
    const std::string path = fmt::format("limit[{}]", i);
    const int urgency = rule.urgency ? static_cast<int>(*rule.urgency) : -1;
    if (!seen.emplace(rule.category, urgency, rule.area).second) {
      error(path, problem("limit.twice", "limit",
                          "another rule is equally specific (same category, urgency and area)"));
    }
    if (!rule.accept && !rule.sign && !rule.handle && !rule.verify && !rule.whole) {
      error(path, problem("limit.empty", "limit", "the rule sets no limit"));
    }
    if (!rule.calendar.empty()) calendar_name(rule.calendar, path + ".calendar");
    category_filter(rule.category, path);
    area_filter(rule.area, path);
  }
}

void Check::routes() {
  std::set<std::string> seen;
  for (size_t i = 0; i < policy_.routes.size(); ++i) {
    const Route& route = policy_.routes[i];
    const std::string path = fmt::format("route[{}]", i);
    if (!seen.insert(route.category).second) {
      error(path,
            problem("route.twice", "route", "another route is equally specific (same category)"));
    }
    if (route.lead.empty()) {
      error(path, problem("route.lead", "lead", "the route names no lead organisation"));
    } else {
      org(route.lead, path + ".lead", "lead");
    }
    std::set<std::string> units{route.lead};
    for (const std::string& code : route.joint) {
      if (!units.insert(code).second) {
        error(path + ".joint",
              problem("route.joint", "joint", "{} stands twice in the route", code));
      }
      org(code, path + ".joint", "joint");
    }
    category_filter(route.category, path);
  }
}

// A step must lead somewhere.
void Check::ladder_effect(const LadderRule& rule, const std::string& path) {
  if (rule.supervise == 0 && !rule.escalate && rule.target.empty() && rule.org.empty()) {
    error(path, problem("ladder.nowhere", "ladder",
                        "the step leads nowhere: it neither supervises nor escalates nor tells "
                        "anybody"));
  }
  if (rule.supervise < 0 || rule.supervise > 3) {
    error(path + ".supervise",
          problem("ladder.supervise", "supervise", "{} is not from 0 to 3", rule.supervise));
  }
  const bool only_top = policy_.office.levels.size() == 1;
  if (rule.escalate && (only_top || (!rule.level.empty() && top_level(rule.level)))) {
    error(path + ".escalate",
          problem("ladder.top", "escalate",
                  "the step leads nowhere: there is no level above the highest"));
  }
}

void Check::ladder_names(const LadderRule& rule, const std::string& path) {
  if (!rule.level.empty() && !policy_.depth_of(rule.level)) {
    error(path + ".level", problem("ladder.level", "level", "{} is not a level", rule.level));
  }
  if (!rule.target.empty() && !from_code<Role>(rule.target)) {
    error(path + ".target", problem("ladder.target", "target", "{} is not a role", rule.target));
  }
  if (!rule.org.empty()) org(rule.org, path + ".org", "org");
  category_filter(rule.category, path);
  area_filter(rule.area, path);
  const auto limited = [&](const LimitRule& limit) { return limit.of(rule.stage).has_value(); };
  const bool by_clock =
      rule.trigger.kind == TriggerKind::time || rule.trigger.kind == TriggerKind::share;
  if (by_clock && std::none_of(policy_.limits.begin(), policy_.limits.end(), limited)) {
    warn(path + ".stage",
         problem("ladder.no_limit", "stage", "the step never comes: no rule limits the stage {}",
                 code(rule.stage)));
  }
}

bool same_filters(const LadderRule& a, const LadderRule& b) {
  return a.stage == b.stage && a.category == b.category && a.urgency == b.urgency &&
         a.area == b.area && a.level == b.level;
}

// A lead that keeps silent counts as having signed: what would come later never comes.
void Check::ladder_silenced(const LadderRule& rule, const std::string& path) {
  if (rule.stage != Stage::sign || rule.trigger.kind == TriggerKind::count) return;
  std::set<std::pair<std::string, std::string>> seen;
  for (const LimitRule& limit : policy_.limits) {
    const bool fits =
        (limit.category.starts_with(rule.category) || rule.category.starts_with(limit.category)) &&
        (!limit.urgency || !rule.urgency || limit.urgency == rule.urgency);
    if (!limit.sign || !fits || !policy_.calendars.contains(limit.calendar)) continue;
    if (!seen.emplace(format_limit(*limit.sign), limit.calendar).second) continue;
    const auto calendar =
        Calendar::compile(policy_.calendars.at(limit.calendar), policy_.office.utc_offset);
    if (!calendar ||
        comes_before_silence(rule.trigger, *limit.sign, policy_.rules.return_within, *calendar)) {
      return;
    }
  }
  if (seen.empty()) return;
  warn(path, problem("ladder.silenced", "stage",
                     "the step never comes: after {} of silence the case counts as signed",
                     format_limit(policy_.rules.return_within)));
}

// Supervision may only rise from step to step.
void Check::ladder_falling(size_t index) {
  const LadderRule& rule = policy_.ladder[index];
  for (const LadderRule& other : policy_.ladder) {
    if (rule.supervise == 0 || !same_filters(rule, other)) continue;
    if (other.supervise <= rule.supervise || !surely_earlier(other.trigger, rule.trigger)) continue;
    error(fmt::format("ladder[{}].supervise", index),
          problem("ladder.falling", "supervise", "supervision falls from {} at {} to {} at {}",
                  other.supervise, format_trigger(other.trigger), rule.supervise,
                  format_trigger(rule.trigger)));
    return;
  }
}

void Check::ladder() {
  const auto& rules = policy_.ladder;
  std::set<std::string> keys;
  for (size_t i = 0; i < rules.size(); ++i) {
    const std::string path = fmt::format("ladder[{}]", i);
    ladder_effect(rules[i], path);
    ladder_names(rules[i], path);
    ladder_silenced(rules[i], path);
    const bool twice =
        std::any_of(rules.begin(), rules.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const LadderRule& other) {
                      return same_filters(other, rules[i]) && other.trigger == rules[i].trigger;
                    });
    if (twice) {
      error(path, problem("ladder.twice", "ladder",
                          "another step is equally specific (same stage, trigger and filters)"));
    } else if (!keys.insert(rules[i].key).second) {
      error(path + ".key", problem("ladder.key", "key", "key {} stands twice", rules[i].key));
    }
    ladder_falling(i);
  }
}

// A rule narrows what the table of steps allows: a role to which the table gives no way would only
// seem to widen it.
void Check::step_rule(const StepRule& rule, const std::string& path) {
  const std::vector<Action> known = personal_actions();
  const auto action = from_code<Action>(rule.action);
  if (!action || std::find(known.begin(), known.end(), *action) == known.end()) {
    Problem wrong = problem("step.action", "action", "there is no action {}", rule.action);
    std::vector<std::string> names;
    for (const Action each : known) names.emplace_back(code(each));
    wrong.near = nearest(rule.action, names);
    return error(path + ".action", std::move(wrong));
  }
  if (rule.roles.empty() && rule.levels.empty()) {
    error(path, problem("step.empty", "step", "the rule names neither roles nor levels"));
  }
  for (const std::string& name : rule.roles) {
    const auto role = from_code<Role>(name);
    const auto allows = [&](const Step& step) {
      if (step.action != *action || !role) return false;
      return std::any_of(step.who.begin(), step.who.begin() + static_cast<ptrdiff_t>(step.ways),
                         [&](const Who& who) { return who.roles.has(*role); });
    };
    const auto table = all_steps();
    if (std::any_of(table.begin(), table.end(), allows)) continue;
    error(path + ".roles",
          problem("step.role", "roles", "the role {} never takes the step {}", name, rule.action));
  }
  for (const std::string& level : rule.levels) {
    if (policy_.depth_of(level)) continue;
    error(path + ".levels", problem("step.level", "levels", "{} is not a level", level));
  }
}

void Check::steps() {
  std::set<std::string> seen;
  for (size_t i = 0; i < policy_.steps.size(); ++i) {
    const std::string path = fmt::format("step[{}]", i);
    if (!seen.insert(policy_.steps[i].action).second) {
      error(path, problem("step.twice", "action", "another rule narrows the same action"));
    }
    step_rule(policy_.steps[i], path);
  }
}

void Check::emergencies() {
  const std::pair<const char*, const std::string&> keys[] = {
      {"emergency_hold", policy_.rules.emergency_hold},
      {"emergency_escalate", policy_.rules.emergency_escalate}};
  for (const auto& [key, level] : keys) {
    if (level.empty() || policy_.depth_of(level)) continue;
    error(fmt::format("rules.{}", key), problem("rules.level", key, "{} is not a level", level));
  }
}

void Check::rates() {
  const Rates& rates = policy_.rates;
  const double weights[] = {rates.response_weight, rates.solve_weight, rates.satisfaction_weight};
  double sum = 0;
  for (double weight : weights) {
    if (!(weight >= 0)) {
      error("rates.weights", problem("rates.weights", "weights", "a weight is below 0"));
    }
    sum += weight;
  }
  if (!(std::abs(sum - 1) <= 1e-9)) {
    error("rates.weights", problem("rates.weights", "weights", "the weights sum to {}, not to 1",
                                   fmt::format("{:.6g}", sum)));
  }
}

}  // namespace

std::vector<PolicyFinding> check_policy(const Policy& policy, const KnownCodes& known) {
  return Check(policy, known).run();
}

}  // namespace grid::domain
