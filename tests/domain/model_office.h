// The office in which the model test plays: its areas, units, people and three versions of its
// policy, as plain tables. model_engine.cc hands the same tables to the engine in its own types.
#pragma once

#include <grid/domain/actor.h>
#include <grid/domain/case_words.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model_days.h"

namespace model {

using grid::domain::Action;
using grid::domain::Role;
using grid::domain::State;

// What is counted: the four stages, and the promise to the resident.
enum class Counted { accept, sign, handle, verify, promise };

// From `since` on (a day number) the area has this superior.
struct Superior {
  int since = 0;
  std::string parent;
};

struct Region {
  std::string code;
  std::string kind;
  std::vector<Superior> parents;
};

struct Limits {
  std::string category;            // prefix
  std::string urgency;             // code; empty: all
  std::string area;                // empty: all
  std::vector<std::string> given;  // in the order of Counted; "": no limit
  std::string calendar;            // name; empty: the office's
};

// Only posts in these roles, of areas of these kinds, may take the step; empty: any.
struct Narrowing {
  Action action{};
  std::vector<Role> roles;
  std::vector<std::string> kinds;
};

// The version that holds from `since` on, with the calendars of its day.
struct Version {
  Moment since = 0;
  std::vector<Limits> limits;
  std::vector<Narrowing> narrow;
  std::vector<std::string> off;
  std::vector<std::string> on;
};

// An organisation.
struct Unit {
  std::string kind;  // department, station …
  std::string area;  // where it sits; may be empty
};

struct Assignment {
  Role role{};
  std::string area;
  std::string org;
  int since = 0;  // day numbers; `until` is the first day no longer
  int until = 100000;
};

struct Person {
  std::string login;
  std::vector<Assignment> assignments;
  bool admin = false;   // made the file
  bool ladder = false;  // no person
};

struct Office {
  std::vector<Region> regions;
  std::map<std::string, Unit> orgs;                        // by code
  std::map<std::string, std::string> org_calendars;        // code → calendar
  std::map<std::string, std::string> holds;                // category → level, where it names one
  std::map<std::string, std::vector<std::string>> routes;  // category → lead, joint units
  std::vector<Version> versions;                           // number 1 first
  std::vector<Person> people;

  int max_returns = 2;
  Amount return_within{1, "wd"};
  int max_extensions = 2;
  Amount reopen_within{30, "d"};
  std::string emergency_hold = "street";
  std::string emergency_rise = "district";  // to which an emergency is escalated at once

  Office();

  const Region& region(const std::string& code) const;
  bool knows_area(const std::string& code) const;
  bool knows_login(const std::string& login) const;
  std::vector<Assignment> posts_of(const std::string& login, int today) const;
  // "" where it has none.
  std::string parent(const std::string& code, int today) const;
  // From the area up to its root.
  std::vector<std::string> path(const std::string& code, int today) const;
  bool contains(const std::string& outer, const std::string& inner, int today) const;
  // 0 is the highest.
  int depth(const std::string& kind) const;
  std::string hold_level(const std::string& category, const std::string& urgency) const;
  // Who holds a new case of that level in that place.
  std::string holder(const std::string& place, const std::string& level, int today) const;

  int version_at(Moment now) const;
  const Limits* limits(int version, const std::string& category, const std::string& urgency,
                       const std::vector<std::string>& path) const;
  const DayTable& table(int version, const std::string& calendar) const;
  // Name of the calendar that counts for a unit under these limits; empty: the office's.
  std::string calendar_of(const Limits& limits, const std::string& org) const;

 private:
  std::vector<DayTable> office_hours_;  // by version
  DayTable duty_;
};

inline const std::vector<std::string> levels{"city",      "district", "street",
                                             "community", "grid",     "microgrid"};

inline const std::vector<std::string> categories{"02", "03", "04", "0401", "0402", "09", "11"};
inline const std::vector<std::string> return_reasons{"area", "ownership", "duty"};
inline const std::vector<std::string> exclude_reasons{
    "consultation", "unreasonable", "court", "repeat", "outside", "history", "unreachable"};

Amount amount(const std::string& text);

// Hours of the office's calendar by weekday, Monday first, and of the calendar "duty".
const std::array<DayTable::Hours, 7>& office_week();
const std::array<DayTable::Hours, 7>& duty_week();

}  // namespace model
