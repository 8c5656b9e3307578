#include <grid/base/nearest.h>
#include <grid/domain/actor.h>
#include <grid/domain/area_code.h>
#include <grid/domain/directory.h>
#include <grid/domain/uscc.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace grid::domain {

namespace {

constexpr std::array<Term, 8> org_kind_terms{{
    {"department", "部门", "department"},
    {"station", "站所", "station"},
    {"committee", "委员会", "committee"},
    {"member_unit", "共建单位", "member unit"},
    {"social_org", "社会组织", "social organisation"},
    {"property", "物业", "property company"},
    {"company", "企业", "company"},
    {"party_branch", "党支部", "party branch"},
}};

constexpr std::array<Term, 6> levels{{
    {"city", "市", "city"},
    {"district", "区县", "district"},
    {"street", "街道", "street"},
    {"community", "社区", "community"},
    {"grid", "网格", "grid"},
    {"microgrid", "微网格", "micro-grid"},
}};

std::optional<size_t> depth(std::span<const std::string> names, std::string_view kind) {
  const auto found = std::find(names.begin(), names.end(), kind);
  if (found == names.end()) return std::nullopt;
  return static_cast<size_t>(found - names.begin());
}

Problem unknown_area(std::string_view field, std::string_view code) {
  Problem p = problem("area.unknown", field, "there is no area {}", code);
  p.hint = message_id("add it first with grid-add area");
  return p;
}

// The longest known code that is a proper prefix: 330782002005003 lies in 330782002005.
std::string parent_by_prefix(std::string_view code, const AreaTree& tree) {
  for (size_t length = code.size() - 1; length > 0; --length) {
    if (tree.find(code.substr(0, length)) != nullptr) return std::string(code.substr(0, length));
  }
  return {};
}

Status check_parent(const AreaEntry& entry, const AreaTree& tree,
                    std::span<const std::string> names, Date today) {
  const Area* parent = tree.find(entry.parent);
  if (parent == nullptr) return unknown_area("parent", entry.parent);
  if (entry.parent == entry.code || tree.contains(entry.code, entry.parent, today)) {
    return problem("area.parent", "parent", "{} cannot lie within itself", entry.code);
  }
  const auto mine = depth(names, entry.kind);
  const auto above = depth(names, parent->kind);
  if (above && *above >= *mine) {
    return problem("area.parent", "parent", "a {} cannot lie in a {}", entry.kind, parent->kind);
  }
  if (entry.kind == "grid" && parent->kind != "community" && depth(names, "community")) {
    return problem("area.parent", "parent", "a grid belongs to a community, not to a {}",
                   parent->kind);
  }
  return Done{};
}

void warn_of_code(const AreaEntry& entry, std::vector<Problem>& warnings) {
  const bool official =
      entry.kind == "district" || entry.kind == "street" || entry.kind == "community";
  if (!official) return;
  const AreaCode code = describe_area_code(entry.code);
  if (code.official && code.county_known) return;
  warnings.push_back(
      problem("area.code_unknown", "code", "{} is not a code of the official lists", entry.code));
}

}  // namespace

std::span<const Term> org_kinds() {
  return org_kind_terms;
}
std::span<const Term> level_terms() {
  return levels;
}

const Term* find_term(std::span<const Term> terms, std::string_view code) {
  const auto found =
      std::find_if(terms.begin(), terms.end(), [&](const Term& t) { return t.code == code; });
  return found == terms.end() ? nullptr : &*found;
}

Result<AreaEntry> placed(AreaEntry entry, const AreaTree& tree, std::span<const std::string> names,
                         Date today, std::vector<Problem>& warnings) {
  if (!depth(names, entry.kind)) {
    Problem p = problem("area.kind", "kind", "{} is not a level of this office", entry.kind);
    p.near = nearest(entry.kind, names);
    return p;
  }
  if (entry.parent.empty() && entry.code.size() > 1) {
    const std::string found = parent_by_prefix(entry.code, tree);
    const Area* area = tree.find(found);
    const auto above = area == nullptr ? std::nullopt : depth(names, area->kind);
    if (above && *above < *depth(names, entry.kind)) entry.parent = found;
  }
  if (!entry.parent.empty()) {
    if (Status s = check_parent(entry, tree, names, today); !s) return s.problem();
  } else if (entry.kind == "grid" && depth(names, "community")) {
    return problem("area.parent", "parent", "a grid belongs to a community: name its parent");
  }
  if (!entry.successor.empty() && tree.find(entry.successor) == nullptr) {
    return unknown_area("successor", entry.successor);
  }
  if (entry.successor == entry.code) {
    return problem("area.successor", "successor", "an area cannot succeed itself");
  }
  if (entry.since && entry.until && *entry.until <= *entry.since) {
    return problem("area.dates", "until", "until must lie after since");
  }
  warn_of_code(entry, warnings);
  return entry;
}

Status check_org(const OrgEntry& entry, const AreaTree& tree, std::vector<Problem>& warnings) {
  if (find_term(org_kinds(), entry.kind) == nullptr) {
    return problem("org.kind", "kind", "{} is not a kind of organisation", entry.kind);
  }
  if (!entry.area.empty() && tree.find(entry.area) == nullptr) {
    return unknown_area("area", entry.area);
  }
  if (!entry.uscc.empty()) {
    const auto uscc = parse_uscc(entry.uscc);
    if (!uscc) return uscc.problem();
    for (const std::string& code : uscc->warnings) {
      warnings.push_back(
          problem(code, "uscc", "the unified social credit code is valid but doubtful"));
    }
  }
  return Done{};
}

Status check_staff(const StaffEntry& entry, const AreaTree& tree,
                   std::span<const std::string> orgs) {
  if (!from_code<Role>(entry.role)) {
    return problem("staff.role", "role", "{} is not a role", entry.role);
  }
  for (const char c : entry.login) {
    if (c <= ' ' || c == 0x7f) {
      return problem("staff.login", "login", "a login holds no spaces or control characters");
    }
  }
  if (!entry.area.empty() && tree.find(entry.area) == nullptr) {
    return unknown_area("area", entry.area);
  }
  if (!entry.org.empty() && std::find(orgs.begin(), orgs.end(), entry.org) == orgs.end()) {
    Problem p = problem("org.unknown", "org", "there is no organisation {}", entry.org);
    p.hint = message_id("add it first with grid-add org");
    return p;
  }
  const bool anywhere = entry.role == "admin" || entry.role == "auditor" || entry.role == "hotline";
  if (entry.area.empty() && entry.org.empty() && !anywhere) {
    return problem("staff.post", "area", "a {} needs an area or an organisation", entry.role);
  }
  if (entry.since && entry.until && *entry.until <= *entry.since) {
    return problem("staff.dates", "until", "until must lie after since");
  }
  return Done{};
}

Status check_admins(const StaffEntry& entry, std::span<const StaffEntry> staff, Date today) {
  if (entry.role != "admin" || !entry.until || *entry.until > today) return Done{};
  const auto another = [&](const StaffEntry& other) {
    const bool same = other.login == entry.login && other.area == entry.area &&
                      other.org == entry.org && (!entry.since || other.since == entry.since);
    return other.role == "admin" && !same && (!other.since || *other.since <= today) &&
           (!other.until || today < *other.until);
  };
  if (std::any_of(staff.begin(), staff.end(), another)) return Done{};
  return problem("staff.last_admin", "until",
                 "the office needs an administrator: add another first");
}

std::vector<size_t> order_for_adding(std::span<const AreaEntry> areas) {
  std::vector<size_t> by_code(areas.size());
  for (size_t i = 0; i < areas.size(); ++i) by_code[i] = i;
  std::sort(by_code.begin(), by_code.end(),
            [&](size_t a, size_t b) { return areas[a].code < areas[b].code; });
  std::unordered_map<std::string_view, size_t> index;
  for (size_t i = 0; i < areas.size(); ++i) index.emplace(areas[i].code, i);

  std::vector<size_t> order;
  std::vector<bool> begun(areas.size(), false);
  // Depth first through parent and successor; `begun` also ends a circle in a damaged file.
  const auto emit = [&](const auto& self, size_t i) -> void {
    if (begun[i]) return;
    begun[i] = true;
    for (const std::string* needed : {&areas[i].parent, &areas[i].successor}) {
      const auto found = index.find(*needed);
      if (found != index.end()) self(self, found->second);
    }
    order.push_back(i);
  };
  for (const size_t i : by_code) emit(emit, i);
  return order;
}

}  // namespace grid::domain
