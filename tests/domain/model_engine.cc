#include "model_engine.h"

#include <grid/domain/case_follow.h>
#include <grid/domain/case_merge.h>
#include <grid/domain/restate.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace model {

using namespace grid::domain;
using grid::Date;
using grid::Instant;
using grid::Seconds;
using grid::UtcOffset;

namespace {

const Instant epoch = *grid::parse_moment("2026-01-01", UtcOffset{480});

Date date(int number) {
  return *grid::parse_date("2026-01-01") + std::chrono::days{number};
}

AreaTree make_areas(const Office& office) {
  std::vector<Area> areas;
  for (const Region& region : office.regions) {
    Area area{region.code, region.kind, {}, {}, {}};
    for (size_t i = 0; i < region.parents.size(); ++i) {
      AreaSpell spell{{}, {}, region.code, region.parents[i].parent};
      if (i > 0) spell.since = date(region.parents[i].since);
      if (i + 1 < region.parents.size()) spell.until = date(region.parents[i + 1].since);
      area.spells.push_back(spell);
    }
    areas.push_back(area);
  }
  return AreaTree(areas);
}

std::vector<DaySpan> spans(const DayTable::Hours& hours) {
  std::vector<DaySpan> found;
  for (const auto& [from, until] : hours) {
    found.push_back({Seconds{from * minute}, Seconds{until * minute}});
  }
  return found;
}

CalendarRule make_calendar(const Version& version) {
  CalendarRule rule;
  for (size_t i = 0; i < 7; ++i) rule.week[i] = spans(office_week()[i]);
  const Date published = *grid::parse_date("2025-11-04");
  for (const std::string& each : version.off) {
    rule.days.push_back({*grid::parse_date(each), DayKind::holiday, "off", published});
  }
  for (const std::string& each : version.on) {
    rule.days.push_back({*grid::parse_date(each), DayKind::workday, "on", published});
  }
  rule.covered_until = date(last_known_day);
  return rule;
}

std::optional<Limit> limit(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return *parse_limit(text);
}

LimitRule make_limits(const Limits& limits) {
  LimitRule rule;
  rule.category = limits.category;
  if (!limits.urgency.empty()) rule.urgency = from_code<Urgency>(limits.urgency);
  rule.area = limits.area;
  rule.accept = limit(limits.given[0]);
  rule.sign = limit(limits.given[1]);
  rule.handle = limit(limits.given[2]);
  rule.verify = limit(limits.given[3]);
  rule.whole = limit(limits.given[4]);
  rule.calendar = limits.calendar;
  return rule;
}

Policy make_policy(const Office& office, const Version& version) {
  Policy policy;
  policy.office.name = "模型";
  policy.office.area = office.regions.front().code;
  policy.office.levels = levels;
  policy.calendars[""] = make_calendar(version);
  for (size_t i = 0; i < 7; ++i) policy.calendars["duty"].week[i] = spans(duty_week()[i]);
  policy.org_calendars.insert(office.org_calendars.begin(), office.org_calendars.end());
  for (const std::string& each : categories) {
    const auto hold = office.holds.find(each);
    policy.categories.push_back(
        {each, each, CategoryKind::single, hold == office.holds.end() ? "" : hold->second});
  }
  for (const Limits& each : version.limits) policy.limits.push_back(make_limits(each));
  for (const auto& [category, units] : office.routes) {
    policy.routes.push_back({category, units.front(), {units.begin() + 1, units.end()}});
  }
  policy.rules.max_returns = office.max_returns;
  policy.rules.return_within = *limit(office.return_within.text());
  policy.rules.max_extensions = office.max_extensions;
  policy.rules.reopen_within = *limit(office.reopen_within.text());
  policy.rules.reopen_when_dissatisfied = true;
  policy.rules.emergency_hold = office.emergency_hold;
  policy.rules.emergency_escalate = office.emergency_rise;
  for (const Narrowing& each : version.narrow) {
    StepRule rule{std::string(code(each.action)), {}, each.kinds};
    for (const Role role : each.roles) rule.roles.emplace_back(code(role));
    policy.steps.push_back(rule);
  }
  return policy;
}

CaseRules make_rules(const Office& office, const AreaTree& areas) {
  std::vector<PolicyDate> dates;
  for (size_t v = 0; v < office.versions.size(); ++v) {
    dates.push_back({static_cast<int64_t>(v) + 1, instant(office.versions[v].since)});
  }
  return CaseRules(
      dates,
      [&office](int64_t version) {
        return PolicyVersion(
            version, make_policy(office, office.versions.at(static_cast<size_t>(version) - 1)));
      },
      areas, [&office](std::string_view code) { return office.orgs.contains(std::string(code)); },
      [&office](std::string_view login) { return office.knows_login(std::string(login)); });
}

Intent make_intent(const Wish& wish) {
  Intent intent;
  intent.action = wish.action;
  if (wish.at) intent.at = instant(*wish.at);
  intent.org = wish.org;
  intent.joint = wish.units;
  intent.staff = wish.staff;
  intent.reason = wish.reason;
  intent.text = wish.text;
  if (wish.limit) intent.limit = limit(wish.limit->text());
  intent.level = wish.level;
  intent.into = wish.into;
  intent.units = wish.called;
  intent.whistle = {wish.arrived, wish.outcome, wish.score};
  intent.rating = {wish.contacted, wish.solved, from_code<Satisfaction>(wish.satisfaction)};
  return intent;
}

}  // namespace

Instant instant(Moment at) {
  return epoch + Seconds{at};
}

Moment moment_of(Instant at) {
  return (at - epoch).count();
}

Engine::Engine(const Office& office)
    : office_(office), areas_(make_areas(office)), rules_(make_rules(office, areas_)) {
  UnitDirectory directory;
  directory.unit = [&office](std::string_view org) -> std::optional<UnitFacts> {
    const Unit& unit = office.orgs.at(std::string(org));
    return UnitFacts{unit.kind, unit.area};
  };
  directory.posts = [&office](std::string_view login, Date on) {
    std::vector<Post> posts;
    const auto today = (on - date(0)).count();
    for (const Assignment& each : office.posts_of(std::string(login), static_cast<int>(today))) {
      posts.push_back({each.role, each.area, each.org});
    }
    return posts;
  };
  rules_.consult(directory);
}

Actor Engine::actor(const Person& person, Moment at) const {
  Actor actor{person.login, "root", person.admin, person.ladder, {}};
  const int number = static_cast<int>(at / day);
  for (const Assignment& each : person.assignments) {
    if (number < each.since || number >= each.until) continue;
    actor.posts.push_back({each.role, each.area, each.org});
    if (each.role == Role::admin) actor.admin = true;
  }
  return actor;
}

void Engine::take(EngineCase& one, Event event, const std::string& no) const {
  if (event.action == Action::report) event.case_no = no;
  one.matter = apply(one.matter ? &*one.matter : nullptr, event, rules_);
  one.events.push_back(std::move(event));
}

std::string Engine::report(EngineCase& one, const ModelCase& filed, std::optional<Moment> at,
                           const Person& person, Moment now) const {
  NewCase fresh;
  fresh.title = "楼道堆放杂物";
  fresh.category = filed.category;
  fresh.area = filed.place;
  fresh.urgency = *from_code<Urgency>(filed.urgency);
  std::optional<Instant> when;
  if (at) when = instant(*at);
  const auto event =
      decide_report(fresh, when, actor(person, at.value_or(now)), rules_, instant(now));
  if (!event) return event.problem().code;
  take(one, *event, filed.no);
  return "";
}

std::string Engine::act(EngineCase& one, EngineCase* other, const Wish& wish, const Person& person,
                        Moment now) const {
  const Case* master = other == nullptr ? nullptr : &*other->matter;
  const auto event = decide(*one.matter, make_intent(wish), actor(person, wish.at.value_or(now)),
                            rules_, instant(now), master);
  if (!event) return event.problem().code;
  const bool merging = wish.action == Action::merge || wish.action == Action::unmerge;
  if (merging) {
    take(*other, mirrored(*one.matter, *event, *other->matter, other->events, rules_), "");
  }
  take(one, *event, "");
  return "";
}

bool Engine::recompute(EngineCase& one, std::optional<int> policy, std::optional<int> calendar,
                       Moment now) const {
  const Actor rules{"nightly", "root", false, true, {}};
  const auto event =
      decide_recompute(*one.matter, one.events, rules_, {.policy = policy, .calendar = calendar},
                       rules, instant(now));
  if (event) take(one, *event, "");
  return event.has_value();
}

bool Engine::fall_silent(EngineCase& one, Moment now) const {
  const auto sign = silent_sign(*one.matter, rules_, instant(now));
  if (sign) take_intent(one, *sign, now);
  return sign.has_value();
}

std::vector<Action> Engine::follow(EngineCase& one, const Case& before, Moment now) const {
  std::vector<Action> taken;
  for (const Intent& intent : follow_up(before, *one.matter, rules_)) {
    take_intent(one, intent, now);
    taken.push_back(intent.action);
  }
  return taken;
}

void Engine::take_intent(EngineCase& one, const Intent& intent, Moment now) const {
  const Actor ladder{"nightly", "root", false, true, {}};
  const auto event = decide(*one.matter, intent, ladder, rules_, instant(now));
  if (!event) throw std::logic_error("the rules refuse their own step: " + event.problem().code);
  take(one, *event, "");
}

}  // namespace model
