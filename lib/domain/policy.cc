#include <fmt/format.h>
#include <grid/domain/policy.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace grid::domain {

namespace {

// How closely a rule's filters fit a case; greater is closer. Category, urgency, area, level.
using Fit = std::tuple<size_t, bool, size_t, bool>;

// 0: the filter is empty; otherwise greater for a nearer area. nullopt: another area.
std::optional<size_t> area_fit(const std::string& area, std::span<const std::string> path) {
  if (area.empty()) return 0;
  const auto at = std::find(path.begin(), path.end(), area);
  if (at == path.end()) return std::nullopt;
  return static_cast<size_t>(path.end() - at);
}

// LimitRule and LadderRule name these filters alike.
template <typename Rule>
std::optional<Fit> fit(const Rule& rule, std::string_view category, Urgency urgency,
                       std::span<const std::string> area_path) {
  if (!category.starts_with(rule.category)) return std::nullopt;
  if (rule.urgency && *rule.urgency != urgency) return std::nullopt;
  const auto area = area_fit(rule.area, area_path);
  if (!area) return std::nullopt;
  return Fit{rule.category.size(), rule.urgency.has_value(), *area, false};
}

// 1 or 2 digits, of a number up to 18.
std::optional<int> parse_end(std::string_view text) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value <= 18 ? std::optional(value) : std::nullopt;
}

constexpr std::array<std::string_view, 3> kind_names{"single", "multi", "macro"};

}  // namespace

std::string_view name_of(CategoryKind kind) {
  return kind_names[static_cast<size_t>(kind)];
}

std::optional<CategoryKind> category_kind_named(std::string_view text) {
  const auto at = std::find(kind_names.begin(), kind_names.end(), text);
  if (at == kind_names.end()) return std::nullopt;
  return static_cast<CategoryKind>(at - kind_names.begin());
}

std::string_view name_of(NameMask mask) {
  return mask == NameMask::keep ? "keep" : "surname";
}

std::optional<NameMask> name_mask_named(std::string_view text) {
  for (NameMask mask : {NameMask::keep, NameMask::surname}) {
    if (name_of(mask) == text) return mask;
  }
  return std::nullopt;
}

const std::optional<Limit>& LimitRule::of(Stage stage) const {
  switch (stage) {
    case Stage::accept:
      return accept;
    case Stage::sign:
      return sign;
    case Stage::handle:
      return handle;
    case Stage::verify:
      break;
  }
  return verify;
}

Result<ShownEnds> parse_shown_ends(std::string_view text, std::string_view field) {
  const size_t dash = text.find('-');
  if (dash != std::string_view::npos) {
    const auto leading = parse_end(text.substr(0, dash));
    const auto trailing = parse_end(text.substr(dash + 1));
    if (leading && trailing) return ShownEnds{*leading, *trailing};
  }
  return problem("mask.format", field,
                 "{} does not say how many characters are shown; write it like 3-4", text);
}

std::string format_shown_ends(ShownEnds ends) {
  return fmt::format("{}-{}", ends.leading, ends.trailing);
}

const Category* Policy::category(std::string_view code) const {
  const auto at = std::find_if(categories.begin(), categories.end(),
                               [&](const Category& c) { return c.code == code; });
  return at == categories.end() ? nullptr : &*at;
}

std::optional<size_t> Policy::depth_of(std::string_view level) const {
  const auto at = std::find(office.levels.begin(), office.levels.end(), level);
  if (at == office.levels.end()) return std::nullopt;
  return static_cast<size_t>(at - office.levels.begin());
}

std::string Policy::hold_level(std::string_view category, Urgency urgency) const {
  if (office.levels.empty()) return {};
  const Category* holder = nullptr;
  for (const Category& c : categories) {
    if (c.hold.empty() || !category.starts_with(c.code)) continue;
    if (holder == nullptr || c.code.size() > holder->code.size()) holder = &c;
  }
  const size_t ordinary = depth_of("community").value_or(office.levels.size() - 1);
  size_t depth = holder == nullptr ? ordinary : depth_of(holder->hold).value_or(ordinary);
  if (urgency == Urgency::emergency) {
    const size_t above = ordinary == 0 ? 0 : ordinary - 1;
    depth = std::min(depth, depth_of(rules.emergency_hold).value_or(above));
  }
  return office.levels[depth];
}

const LimitRule* Policy::limit_for(std::string_view category, Urgency urgency,
                                   std::span<const std::string> area_path) const {
  const LimitRule* best = nullptr;
  Fit best_fit;
  for (const LimitRule& rule : limits) {
    const auto fits = fit(rule, category, urgency, area_path);
    if (!fits || (best != nullptr && *fits <= best_fit)) continue;
    best = &rule;
    best_fit = *fits;
  }
  return best;
}

const StepRule* Policy::step_rule(std::string_view action) const {
  const auto at = std::find_if(steps.begin(), steps.end(),
                               [&](const StepRule& rule) { return rule.action == action; });
  return at == steps.end() ? nullptr : &*at;
}

const Route* Policy::route_for(std::string_view category) const {
  const Route* best = nullptr;
  for (const Route& route : routes) {
    if (!category.starts_with(route.category)) continue;
    if (best == nullptr || route.category.size() > best->category.size()) best = &route;
  }
  return best;
}

std::vector<const LadderRule*> Policy::ladder_for(Stage stage, std::string_view category,
                                                  Urgency urgency,
                                                  std::span<const std::string> area_path,
                                                  std::string_view level) const {
  std::vector<const LadderRule*> found;
  std::vector<Fit> fits;
  for (const LadderRule& rule : ladder) {
    if (rule.stage != stage || (!rule.level.empty() && rule.level != level)) continue;
    auto rule_fit = fit(rule, category, urgency, area_path);
    if (!rule_fit) continue;
    std::get<3>(*rule_fit) = !rule.level.empty();
    const auto same = std::find_if(found.begin(), found.end(), [&](const LadderRule* other) {
      return other->trigger == rule.trigger;
    });
    if (same == found.end()) {
      found.push_back(&rule);
      fits.push_back(*rule_fit);
      continue;
    }
    Fit& other_fit = fits[static_cast<size_t>(same - found.begin())];
    if (*rule_fit <= other_fit) continue;
    *same = &rule;
    other_fit = *rule_fit;
  }
  return found;
}

const CalendarRule& Policy::calendar_for(const LimitRule* rule, std::string_view org) const {
  if (rule != nullptr && !rule->calendar.empty()) return calendars.at(rule->calendar);
  const auto own = org_calendars.find(std::string(org));
  return calendars.at(own == org_calendars.end() ? std::string() : own->second);
}

}  // namespace grid::domain
