#include "model_office.h"

#include <algorithm>
#include <stdexcept>

namespace model {

namespace {

const std::vector<std::string> holidays{
    "2026-01-01", "2026-01-02", "2026-01-03", "2026-02-15", "2026-02-16", "2026-02-17",
    "2026-02-18", "2026-02-19", "2026-02-20", "2026-02-21", "2026-02-22", "2026-02-23",
    "2026-04-04", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-02", "2026-05-03",
    "2026-05-04", "2026-05-05", "2026-06-19", "2026-06-20", "2026-06-21", "2026-09-25",
    "2026-09-26", "2026-09-27", "2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04",
    "2026-10-05", "2026-10-06", "2026-10-07"};
const std::vector<std::string> makeups{"2026-01-04", "2026-02-14", "2026-02-28",
                                       "2026-05-09", "2026-09-20", "2026-10-10"};

std::vector<Limits> first_limits() {
  return {{"", "", "", {"2wh", "4wh", "2wd", "1wd", "5wd"}, ""},
          {"", "urgent", "", {"30m", "1h", "8h", "4wh", "24h"}, ""},
          {"", "emergency", "", {"10m", "20m", "3h", "1h", "6h"}, ""},
          {"0401", "", "", {"90wm", "", "5d", "0wd", "10d"}, ""},
          {"04", "", "330782002005", {"1wd", "200wm", "3wd", "1d", "9wd"}, ""},
          {"03", "", "", {"4wh", "1wd", "7wd", "2wd", "15wd"}, "duty"},
          {"11", "", "", {"", "", "", "", ""}, ""}};
}

std::vector<Limits> later_limits() {
  std::vector<Limits> later = first_limits();
  later[0].given = {"1wh", "6wh", "3wd", "2wd", "8wd"};
  later[1].given = {"20m", "2h", "6h", "6wh", "20h"};
  later[3].given = {"60wm", "3wh", "4d", "1wd", "12d"};
  return later;
}

std::vector<Person> everybody() {
  const std::string street = "330782002";
  const std::string community = "330782002005";
  const std::string grid_3 = "330782002005003";
  const int summer = day_number("2026-07-01");
  const auto one = [](const char* login, Role role, const std::string& area,
                      const std::string& org = "") {
    return Person{login, {{role, area, org, 0, 100000}}, false, false};
  };
  std::vector<Person> people{one("worker3", Role::worker, grid_3),
                             one("worker4", Role::worker, "330782002005004"),
                             one("micro", Role::worker, "33078200200500301"),
                             one("stairs", Role::assistant, grid_3),
                             one("head3", Role::head, grid_3),
                             one("head6", Role::head, "330782002006001"),
                             one("chief5", Role::head, community),
                             one("clerk5", Role::clerk, community),
                             one("clerk6", Role::clerk, "330782002006"),
                             one("clerk31", Role::clerk, "330782003001"),
                             one("clerk_s2", Role::clerk, street),
                             one("clerk_s3", Role::clerk, "330782003"),
                             one("clerk_d", Role::clerk, "330782"),
                             one("leader5", Role::leader, community),
                             one("leader_s2", Role::leader, street),
                             one("leader_s3", Role::leader, "330782003"),
                             one("leader_d", Role::leader, "330782"),
                             one("cg1", Role::handler, "", "CG"),
                             one("cg2", Role::handler, "", "CG"),
                             one("sq", Role::handler, "", "SQ"),
                             one("wy", Role::handler, "", "WY"),
                             one("jw", Role::handler, "", "JW"),
                             one("boss_cg", Role::leader, "", "CG"),
                             one("hotline", Role::hotline, street),
                             one("line", Role::hotline, ""),
                             one("auditor", Role::auditor, street),
                             one("keeper", Role::admin, "")};
  people.push_back({"both", {{Role::handler, "", "CG"}, {Role::clerk, community, ""}}});
  people.push_back({"caller", {{Role::worker, grid_3, ""}, {Role::hotline, street, ""}}});
  people.push_back({"retired", {{Role::clerk, street, "", 0, summer}}});
  people.push_back({"recruit", {{Role::leader, street, "", summer, 100000}}});
  people.push_back({"former_cg", {{Role::handler, "", "CG", 0, summer}}});
  people.push_back({"nobody", {}});
  people.push_back({"root", {}, true, false});
  people.push_back({"nightly", {}, false, true});
  return people;
}

}  // namespace

Amount amount(const std::string& text) {
  const size_t digits = text.find_first_not_of("0123456789");
  return {std::stoll(text.substr(0, digits)), text.substr(digits)};
}

const std::array<DayTable::Hours, 7>& office_week() {
  static const DayTable::Hours usual{{510, 720}, {810, 1050}};  // 08:30-12:00, 13:30-17:30
  static const DayTable::Hours friday{{510, 720}, {810, 990}};
  static const std::array<DayTable::Hours, 7> week{usual, usual, usual, usual, friday, {}, {}};
  return week;
}

const std::array<DayTable::Hours, 7>& duty_week() {
  static const DayTable::Hours whole{{0, 1440}};
  static const std::array<DayTable::Hours, 7> week{whole, whole, whole, whole, whole, whole, whole};
  return week;
}

Office::Office() : duty_(duty_week(), {}, {}) {
  const int may = day_number("2026-05-01");
  const int august = day_number("2026-08-01");
  regions = {{"330782", "district", {{0, ""}}},
             {"330782002", "street", {{0, "330782"}}},
             {"330782003", "street", {{0, "330782"}}},
             {"330782002005", "community", {{0, "330782002"}}},
             {"330782002006", "community", {{0, "330782002"}, {august, "330782003"}}},
             {"330782003001", "community", {{0, "330782003"}}},
             {"330782002005003", "grid", {{0, "330782002005"}}},
             {"330782002005004", "grid", {{0, "330782002005"}, {may, "330782002006"}}},
             {"33078200200500301", "microgrid", {{0, "330782002005003"}}},
             {"330782002006001", "grid", {{0, "330782002006"}}},
             {"330782003001001", "grid", {{0, "330782003001"}}}};
  orgs = {{"CG", {"department", ""}},
          {"SQ", {"station", "330782002"}},
          {"WY", {"property", ""}},
          {"JW", {"committee", "330782002005"}}};
  org_calendars = {{"WY", "duty"}};
  holds = {{"09", "street"}, {"0401", "community"}, {"02", "grid"}};
  routes = {{"04", {"CG", "SQ"}}, {"0401", {"WY"}}};
  versions.resize(3);
  versions[0] = {0, first_limits(), {}, holidays, makeups};
  versions[1] = {moment("2026-04-20 12:00"), later_limits(), {}, holidays, makeups};
  versions[1].narrow = {{Action::close, {Role::leader, Role::clerk}, {"street", "district"}},
                        {Action::supervise, {Role::leader}, {}}};
  versions[2] = versions[1];
  versions[2].since = moment("2026-09-02 09:30");
  versions[2].off.insert(versions[2].off.end(), {"2026-09-03", "2026-09-07", "2026-09-08"});
  versions[2].on.push_back("2026-09-12");
  for (const Version& version : versions) {
    office_hours_.emplace_back(office_week(), version.off, version.on);
  }
  people = everybody();
}

const Region& Office::region(const std::string& code) const {
  for (const Region& each : regions) {
    if (each.code == code) return each;
  }
  throw std::out_of_range(code);
}

bool Office::knows_area(const std::string& code) const {
  return std::any_of(regions.begin(), regions.end(),
                     [&](const Region& each) { return each.code == code; });
}

bool Office::knows_login(const std::string& login) const {
  return std::any_of(people.begin(), people.end(),
                     [&](const Person& each) { return each.login == login; });
}

std::vector<Assignment> Office::posts_of(const std::string& login, int today) const {
  std::vector<Assignment> held;
  for (const Person& person : people) {
    if (person.login != login) continue;
    for (const Assignment& each : person.assignments) {
      if (each.since <= today && today < each.until) held.push_back(each);
    }
  }
  return held;
}

std::string Office::parent(const std::string& code, int today) const {
  std::string found;
  for (const Superior& each : region(code).parents) {
    if (each.since <= today) found = each.parent;
  }
  return found;
}

std::vector<std::string> Office::path(const std::string& code, int today) const {
  std::vector<std::string> up;
  for (std::string at = code; !at.empty(); at = parent(at, today)) up.push_back(at);
  return up;
}

bool Office::contains(const std::string& outer, const std::string& inner, int today) const {
  const std::vector<std::string> up = path(inner, today);
  return std::find(up.begin(), up.end(), outer) != up.end();
}

int Office::depth(const std::string& kind) const {
  return static_cast<int>(std::find(levels.begin(), levels.end(), kind) - levels.begin());
}

std::string Office::hold_level(const std::string& category, const std::string& urgency) const {
  std::string level = "community";
  for (size_t length = category.size(); length > 0; --length) {
    const auto found = holds.find(category.substr(0, length));
    if (found == holds.end()) continue;
    level = found->second;
    break;
  }
  if (urgency == "emergency" && depth(level) > depth(emergency_hold)) level = emergency_hold;
  return level;
}

std::string Office::holder(const std::string& place, const std::string& level, int today) const {
  for (const std::string& code : path(place, today)) {
    if (depth(region(code).kind) <= depth(level)) return code;
  }
  return place;
}

int Office::version_at(Moment now) const {
  int found = 1;
  for (size_t v = 0; v < versions.size(); ++v) {
    if (versions[v].since <= now) found = static_cast<int>(v) + 1;
  }
  return found;
}

const Limits* Office::limits(int version, const std::string& category, const std::string& urgency,
                             const std::vector<std::string>& path) const {
  const Limits* best = nullptr;
  std::array<int, 3> best_rank{};
  for (const Limits& each : versions.at(static_cast<size_t>(version - 1)).limits) {
    if (category.rfind(each.category, 0) != 0) continue;
    if (!each.urgency.empty() && each.urgency != urgency) continue;
    const auto place = std::find(path.begin(), path.end(), each.area);
    if (!each.area.empty() && place == path.end()) continue;
    const int nearness = each.area.empty() ? 0 : static_cast<int>(path.end() - place);
    const std::array<int, 3> rank{static_cast<int>(each.category.size()),
                                  each.urgency.empty() ? 0 : 1, nearness};
    if (best != nullptr && rank <= best_rank) continue;
    best = &each;
    best_rank = rank;
  }
  return best;
}

const DayTable& Office::table(int version, const std::string& calendar) const {
  return calendar == "duty" ? duty_ : office_hours_.at(static_cast<size_t>(version - 1));
}

std::string Office::calendar_of(const Limits& limits, const std::string& org) const {
  if (!limits.calendar.empty()) return limits.calendar;
  const auto own = org_calendars.find(org);
  return own == org_calendars.end() ? "" : own->second;
}

}  // namespace model
