// The office's policy (政策): everything that differs from place to place, as data.
//
// A Policy is read from TOML by grid::codec and checked by check_policy() (policy_check.h); the
// lookups below expect a checked one. It is a plain value: copy it, compare it.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/calendar.h>
#include <grid/domain/case_terms.h>
#include <grid/domain/ladder_rule.h>
#include <grid/domain/limit.h>
#include <grid/domain/notice.h>
#include <grid/domain/register_policy.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

struct Office {
  std::string name;
  std::string area;  // code of the root area of this file; empty: the first root that is added
  UtcOffset utc_offset{480};
  std::vector<std::string> levels;  // names of the levels of areas, highest first
  bool operator==(const Office&) const = default;
};

// Who solves such a case: one department, several, or the government as a whole.
enum class CategoryKind : uint8_t { single, multi, macro };
[[nodiscard]] std::string_view name_of(CategoryKind kind);
[[nodiscard]] std::optional<CategoryKind> category_kind_named(std::string_view text);

// A category of cases (事件类别). Categories form a tree: a parent's code is a prefix.
struct Category {
  std::string code;
  std::string name;
  CategoryKind kind = CategoryKind::single;
  std::string hold;  // level that holds a new case; empty: as the category above
  bool operator==(const Category&) const = default;
};

// Limits (时限) for the cases it matches. A limit that is not set is no limit.
struct LimitRule {
  std::string category;            // prefix; empty: all
  std::optional<Urgency> urgency;  // unset: all
  std::string area;                // the case's area or one above it; empty: all
  std::optional<Limit> accept;
  std::optional<Limit> sign;
  std::optional<Limit> handle;
  std::optional<Limit> verify;
  std::optional<Limit> whole;  // `case`: the promise to the resident
  std::string calendar;        // name of the calendar; empty: the office's own
  [[nodiscard]] const std::optional<Limit>& of(Stage stage) const;
  bool operator==(const LimitRule&) const = default;
};

// Which organisation answers for a category (派遣对象), and which join in.
struct Route {
  std::string category;  // prefix; empty: all
  std::string lead;
  std::vector<std::string> joint;
  bool operator==(const Route&) const = default;
};

// Narrows who may take a step (缩小办理权限): beside what the table of steps asks, the post must be
// in one of these roles and of an area of one of these levels. Empty: any.
struct StepRule {
  std::string action;
  std::vector<std::string> roles;
  std::vector<std::string> levels;
  bool operator==(const StepRule&) const = default;
};

struct Rates {
  double response_weight = 0.30;
  double solve_weight = 0.35;
  double satisfaction_weight = 0.35;
  bool basic_counts = true;  // "basically satisfied" counts as satisfied
  int min_sample = 1;        // with a smaller denominator a unit is not ranked
  bool operator==(const Rates&) const = default;
};

struct Rules {
  int max_returns = 2;                    // returns of one case before the level above decides
  Limit return_within{1, LimitUnit::wd};  // from dispatch; afterwards it counts as signed
  int max_extensions = 1;                 // without a leader's consent
  Limit reopen_within{30, LimitUnit::d};  // from closing
  bool reopen_when_dissatisfied = false;  // a dissatisfied rating reopens the case
  int similar_days = 3;      // likely doubles were reported so many days apart at most; 0: not told
  int similar_metres = 200;  // and so far apart at most; 0: anywhere in the community
  std::string emergency_hold;      // level; empty: the one above the community
  std::string emergency_escalate;  // level to which it rises at once; empty: by one level
  bool operator==(const Rules&) const = default;
};

// How many characters of a number are shown at its two ends.
struct ShownEnds {
  int leading = 0;
  int trailing = 0;
  bool operator==(const ShownEnds&) const = default;
};
// "3-4". Code: mask.format.
[[nodiscard]] Result<ShownEnds> parse_shown_ends(std::string_view text, std::string_view field);
[[nodiscard]] std::string format_shown_ends(ShownEnds ends);

enum class NameMask : uint8_t { keep, surname };  // surname: the rest is hidden
[[nodiscard]] std::string_view name_of(NameMask mask);
[[nodiscard]] std::optional<NameMask> name_mask_named(std::string_view text);

struct Mask {
  ShownEnds id_no{1, 1};
  ShownEnds phone{3, 4};
  NameMask name = NameMask::keep;
  bool operator==(const Mask&) const = default;
};

struct Policy {
  Office office;
  std::map<std::string, CalendarRule> calendars;     // by name; "": the office's own
  std::map<std::string, std::string> org_calendars;  // organisation → name of its calendar
  std::vector<Category> categories;
  std::vector<LimitRule> limits;
  std::vector<Route> routes;
  std::vector<LadderRule> ladder;
  std::vector<StepRule> steps;
  NoticeRule notice;
  Rates rates;
  Rules rules;
  RegisterPolicy registers;
  Mask mask;
  bool operator==(const Policy&) const = default;

  // An `area_path` below is the codes from the case's area up to its root.

  // nullptr: no such category.
  [[nodiscard]] const Category* category(std::string_view code) const;
  // The level that holds a new case: `hold` of the category or the nearest above it, else
  // "community" where there is such a level, else the lowest. An emergency is held at least by
  // the level that the rules name, else by the one above the community (the street).
  [[nodiscard]] std::string hold_level(std::string_view category,
                                       Urgency urgency = Urgency::normal) const;
  // The rule for such a case: the longest category wins, then a rule for its urgency, then the
  // nearest area. nullptr: none matches, there are no limits.
  [[nodiscard]] const LimitRule* limit_for(std::string_view category, Urgency urgency,
                                           std::span<const std::string> area_path) const;
  // nullptr: the policy does not narrow this action.
  [[nodiscard]] const StepRule* step_rule(std::string_view action) const;
  // The route with the longest category; nullptr: none.
  [[nodiscard]] const Route* route_for(std::string_view category) const;
  // All rules that apply, in the order of the policy. Where several have the same trigger, only
  // the most specific: longest category, then urgency, nearest area, level.
  [[nodiscard]] std::vector<const LadderRule*> ladder_for(Stage stage, std::string_view category,
                                                          Urgency urgency,
                                                          std::span<const std::string> area_path,
                                                          std::string_view level) const;
  // The calendar of a limit rule: its own, else the organisation's, else the office's.
  [[nodiscard]] const CalendarRule& calendar_for(const LimitRule* rule, std::string_view org) const;
  // Place of a level in office.levels, 0 is the highest; nullopt: no such level.
  [[nodiscard]] std::optional<size_t> depth_of(std::string_view level) const;
};

}  // namespace grid::domain
