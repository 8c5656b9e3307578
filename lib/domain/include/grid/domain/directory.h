// The office's directory (名录): areas, organisations and the people who work there, as they
// are entered and listed.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/domain/area_tree.h>
#include <grid/domain/case_words.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// An area (区域) as it stands on one day; its history is in AreaTree.
struct AreaEntry {
  std::string code;
  std::string name;
  std::string kind;    // one of the policy's levels
  std::string parent;  // code of the direct superior; empty: none
  std::optional<Date> since;
  std::optional<Date> until;  // first day on which it no longer exists
  std::string successor;      // code of the area that took over
  std::optional<int64_t> households_expected;
  bool operator==(const AreaEntry&) const = default;
};

// An organisation (单位).
struct OrgEntry {
  std::string code;
  std::string name;
  std::string kind;
  std::string area;  // code; empty: none
  std::string uscc;
  std::string contact;
  std::string phone;
  bool operator==(const OrgEntry&) const = default;
};

// One assignment (任职) of one person. The same login with another role, area, organisation or
// first day is another assignment.
struct StaffEntry {
  std::string login;
  std::string name;
  std::string role;
  std::string area;  // code; empty: none
  std::string org;   // code; empty: none
  std::string phone;
  std::optional<Date> since;
  std::optional<Date> until;  // first day no longer in office
  bool operator==(const StaffEntry&) const = default;
};

// Kinds of organisations, in the order of the contract.
[[nodiscard]] std::span<const Term> org_kinds();
// The usual names of levels; an office may have others.
[[nodiscard]] std::span<const Term> level_terms();
// nullptr where `terms` has no such code.
[[nodiscard]] const Term* find_term(std::span<const Term> terms, std::string_view code);

// Puts an area in its place: finds the parent by the code where none is given, and refuses what
// cannot be. Codes: area.kind (not one of `levels`, highest first), area.unknown (parent or
// successor), area.parent (itself, below itself, or not of a higher level; a grid belongs to a
// community), area.dates. Adds to `warnings`: area.code_unknown (an official level whose code
// is none of the known form).
[[nodiscard]] Result<AreaEntry> placed(AreaEntry entry, const AreaTree& tree,
                                       std::span<const std::string> levels, Date today,
                                       std::vector<Problem>& warnings);

// Codes: uscc.* as a warning only; area.unknown, org.kind.
[[nodiscard]] Status check_org(const OrgEntry& entry, const AreaTree& tree,
                               std::vector<Problem>& warnings);
// Codes: staff.role, area.unknown, org.unknown, staff.post (neither area nor organisation, but
// for admins, auditors and the hotline), staff.dates, staff.login (characters).
[[nodiscard]] Status check_staff(const StaffEntry& entry, const AreaTree& tree,
                                 std::span<const std::string> orgs);

// An office keeps an administrator: refuses to end the last one. Code: staff.last_admin.
[[nodiscard]] Status check_admins(const StaffEntry& entry, std::span<const StaffEntry> staff,
                                  Date today);

// Codes of areas such that superiors and successors come before those that name them, and
// otherwise in the order of codes: what grid-list prints can be added again line by line.
[[nodiscard]] std::vector<size_t> order_for_adding(std::span<const AreaEntry> areas);

}  // namespace grid::domain
