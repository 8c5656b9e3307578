// A small office for the tests of cases: one street, two communities, a policy, people.
#pragma once

#include <grid/domain/case_decide.h>
#include <grid/domain/case_rules.h>
#include <grid/domain/replay.h>

#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace office {

using namespace grid;
using namespace grid::domain;

inline const std::string district = "330782";
inline const std::string street = "330782002";
inline const std::string community = "330782002005";
inline const std::string grid_3 = "330782002005003";
inline const std::string other_community = "330782002006";
inline const std::string other_grid = "330782002006001";

// "2026-11-16 09:00" on the office's clock.
inline Instant at(const char* text) {
  const auto instant = parse_moment(text, UtcOffset{480});
  if (!instant) throw std::invalid_argument(text);
  return *instant;
}

inline std::string show(const std::optional<Instant>& instant) {
  return instant ? format_instant(*instant, UtcOffset{480}).substr(0, 16) : "-";
}

inline Date day(const char* text) {
  return *parse_date(text);
}

inline Limit limit(const char* text) {
  return *parse_limit(text);
}

inline AreaTree make_areas() {
  const auto area = [](const std::string& code, const char* kind, const std::string& parent) {
    return Area{code, kind, {}, {}, {AreaSpell{{}, {}, "name of " + code, parent}}};
  };
  return AreaTree({area(district, "district", ""), area(street, "street", district),
                   area(community, "community", street), area(grid_3, "grid", community),
                   area(other_community, "community", street),
                   area(other_grid, "grid", other_community)});
}

inline CalendarRule make_calendar() {
  CalendarRule rule;
  const DaySpan morning = *parse_day_span("08:30-12:00");
  const DaySpan afternoon = *parse_day_span("13:30-17:30");
  for (size_t weekday = 0; weekday < 5; ++weekday) rule.week[weekday] = {morning, afternoon};
  const Date published = day("2025-11-04");
  const auto holiday = [&](const char* date) {
    rule.days.push_back({day(date), DayKind::holiday, "holiday", published});
  };
  const auto workday = [&](const char* date) {
    rule.days.push_back({day(date), DayKind::workday, "workday", published});
  };
  for (const char* date :
       {"2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"}) {
    holiday(date);
  }
  workday("2026-09-20");
  workday("2026-10-10");
  rule.covered_until = day("2026-12-31");
  return rule;
}

inline LimitRule limits(const char* category, std::optional<Urgency> urgency, const char* accept,
                        const char* sign, const char* handle, const char* verify,
                        const char* whole) {
  LimitRule rule;
  rule.category = category;
  rule.urgency = urgency;
  const auto set = [](std::optional<Limit>& field, const char* text) {
    if (*text != 0) field = limit(text);
  };
  set(rule.accept, accept);
  set(rule.sign, sign);
  set(rule.handle, handle);
  set(rule.verify, verify);
  set(rule.whole, whole);
  return rule;
}

inline LadderRule rung(Stage stage, const Trigger& trigger, int supervise, bool escalate) {
  LadderRule rule;
  rule.stage = stage;
  rule.trigger = trigger;
  rule.supervise = supervise;
  rule.escalate = escalate;
  rule.key = default_key(rule);
  return rule;
}
inline LadderRule rung(Stage stage, const char* after, int supervise, bool escalate) {
  return rung(stage, *parse_after(after), supervise, escalate);
}

inline Policy make_policy() {
  Policy policy;
  policy.office.name = "江东街道";
  policy.office.area = street;
  policy.office.levels = {"district", "street", "community", "grid", "microgrid"};
  policy.calendars[""] = make_calendar();
  CalendarRule duty;
  for (auto& weekday : duty.week) weekday = {*parse_day_span("00:00-24:00")};
  policy.calendars["duty"] = duty;
  policy.org_calendars["WY"] = "duty";
  policy.categories = {{"04", "城市管理", CategoryKind::single, ""},
                       {"0401", "市容环境", CategoryKind::single, "community"},
                       {"09", "突发事件", CategoryKind::multi, "street"},
                       {"11", "咨询", CategoryKind::single, ""}};
  policy.limits = {limits("", std::nullopt, "2wh", "4wh", "2wd", "1wd", "5wd"),
                   limits("", Urgency::urgent, "30m", "1h", "8h", "4wh", "24h"),
                   limits("11", std::nullopt, "", "", "", "", "")};
  policy.ladder = {rung(Stage::accept, "0", 0, true),     rung(Stage::sign, "0", 1, false),
                   rung(Stage::handle, "-25%", 0, false), rung(Stage::handle, "0", 1, false),
                   rung(Stage::handle, "1wd", 2, false),  rung(Stage::handle, "3wd", 3, true),
                   rung(Stage::verify, "0", 1, false)};
  policy.rules.max_extensions = 2;
  return policy;
}

struct SmallOffice {
  AreaTree areas = make_areas();
  std::set<std::string, std::less<>> orgs{"CG", "SQ", "WY"};
  std::set<std::string, std::less<>> staff{"worker", "head"};
  CaseRules rules;

  explicit SmallOffice(const Policy& policy = make_policy())
      : rules(
            {{1, at("2020-01-01")}},
            [policy](int64_t version) { return PolicyVersion(version, policy); }, areas,
            [this](std::string_view code) { return orgs.contains(code); },
            [this](std::string_view login) { return staff.contains(login); }) {}
  SmallOffice(const SmallOffice&) = delete;
};

inline Actor person(const std::string& login, Role role, const std::string& area,
                    const std::string& org = "") {
  return Actor{login, "root", false, false, {Post{role, area, org}}};
}

inline const Actor admin{"root", "root", true, false, {}};
inline const Actor ladder{"root", "root", false, true, {}};
inline const Actor nobody{"nobody", "root", false, false, {}};
inline const Actor worker = person("worker", Role::worker, grid_3);
inline const Actor head = person("head", Role::head, grid_3);
inline const Actor clerk = person("clerk", Role::clerk, community);
inline const Actor other_clerk = person("other", Role::clerk, other_community);
inline const Actor street_clerk = person("street_clerk", Role::clerk, street);
inline const Actor leader = person("leader", Role::leader, street);
inline const Actor cg = person("cg", Role::handler, "", "CG");
inline const Actor sq = person("sq", Role::handler, "", "SQ");
inline const Actor wy = person("wy", Role::handler, "", "WY");
inline const Actor hotline = person("hotline", Role::hotline, street);

inline NewCase filed(const char* category = "0401") {
  NewCase filed;
  filed.title = "楼道堆放杂物";
  filed.text = "三单元\n二楼";
  filed.category = category;
  filed.area = grid_3;
  filed.reporter_name = "甲";
  filed.reporter_phone = "14000000000";
  filed.address = "江东路 5 号";
  filed.place = Place{120.08, 29.3, Crs::gcj02};
  filed.source = "demo";
  filed.source_ref = "a\\1";
  return filed;
}

// One case and its events, moved by people through decide() and apply().
class Life {
 public:
  explicit Life(SmallOffice& office) : office_(office) {}

  std::string report(const NewCase& filed, const Actor& actor, const char* when) {
    const auto event = decide_report(filed, std::nullopt, actor, office_.rules, at(when));
    if (!event) return event.problem().code;
    take(*event);
    return "";
  }
  // The refusal's code; "" where the step was taken.
  std::string act(const Intent& intent, const Actor& actor, const char* when) {
    const auto event = decide(*matter, intent, actor, office_.rules, at(when));
    if (!event) {
      refusal = event.problem();
      return event.problem().code;
    }
    take(*event);
    return "";
  }
  std::string act(Action action, const Actor& actor, const char* when) {
    Intent intent;
    intent.action = action;
    return act(intent, actor, when);
  }

  std::optional<Case> matter;
  std::vector<Event> events;
  std::optional<Problem> refusal;

 private:
  void take(Event event) {
    if (event.action == Action::report) event.case_no = "330782002-20261116-0001";
    matter = apply(matter ? &*matter : nullptr, event, office_.rules);
    events.push_back(std::move(event));
  }
  SmallOffice& office_;
};

inline Intent intent(Action action, const char* text = "") {
  Intent intent;
  intent.action = action;
  intent.text = text;
  return intent;
}

inline Intent because(Action action, const char* reason = "原因") {
  Intent intent;
  intent.action = action;
  intent.reason = reason;
  return intent;
}

inline Intent dispatch_to(const char* org, std::vector<std::string> joint = {}) {
  Intent intent;
  intent.action = Action::dispatch;
  intent.org = org;
  intent.joint = std::move(joint);
  return intent;
}

// Reported on Monday 2026-11-16 at 09:00, accepted at 09:30, dispatched to CG at 10:00.
inline Life dispatched(SmallOffice& office) {
  Life life(office);
  life.report(filed(), worker, "2026-11-16 09:00");
  life.act(Action::accept, clerk, "2026-11-16 09:30");
  life.act(dispatch_to("CG"), clerk, "2026-11-16 10:00");
  return life;
}

}  // namespace office
