// The units (统计单元) between which the cases are divided: areas of one level, categories of one
// depth, or the organisations that answer for them.
#pragma once

#include <grid/domain/area_tree.h>
#include <grid/domain/case.h>
#include <grid/domain/directory.h>
#include <grid/domain/figures_visits.h>
#include <grid/domain/policy.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace grid::domain {

struct UnitName {
  std::string name;   // empty: not known (any more)
  std::string level;  // of an area
  bool ranks = true;  // false: lies above the level asked for
};

// Where cases happened, as the area tree was on one day. A case whose area was gone by then is
// placed by the day on which it was reported.
class AreaView {
 public:
  // `tree` must outlive the view. `under`: only what lies in it; empty: everything.
  AreaView(const AreaTree& tree, Date day, UtcOffset offset, std::string under)
      : tree_(&tree), day_(day), offset_(offset), under_(std::move(under)) {}

  // From the case's area up to its root; empty where it lies outside `under`.
  [[nodiscard]] const std::vector<const Area*>& path(const Case& matter);
  // From an area up to its root, as on the day of the view; of one that is gone as on its last day.
  [[nodiscard]] const std::vector<const Area*>& path(const std::string& area);
  // The areas of that level on that day, in the order of their codes.
  [[nodiscard]] std::vector<std::string> of_level(std::string_view level) const;
  const AreaTree& tree() const { return *tree_; }
  Date day() const { return day_; }

 private:
  std::vector<const Area*> find_path(const std::string& code, Date otherwise) const;
  const std::vector<const Area*>& kept_path(const std::string& code, Date otherwise);

  const AreaTree* tree_;
  Date day_;
  UtcOffset offset_;
  std::string under_;
  std::unordered_map<std::string, std::vector<const Area*>> paths_;
};

// One way to divide cases into units.
struct Division {
  std::function<std::string(const Case&)> unit_of;  // "": belongs to none
  std::function<UnitName(const std::string& unit)> name_of;
  std::vector<std::string> always;  // units that are shown even without a case
  bool joint = false;               // units are organisations, which may be joint units, too
  // Unset where households and visits are not divided in this way.
  KeepersOf keepers;
  VisitorOf visitor;
};

// By area: the case's area at `level`; where it lies above that level, the area itself, which
// does not rank. The references given must outlive the division.
[[nodiscard]] Division by_area(AreaView& view, std::string level);
// By category: its ancestor at `depth` (1: the roots of the tree), or itself where it is not so
// deep.
[[nodiscard]] Division by_category(AreaView& view, const Policy& policy, int64_t depth);
// By organisation: the lead. Cases without a lead belong to none.
[[nodiscard]] Division by_org(AreaView& view, const std::vector<OrgEntry>& orgs);

// By person: the one to whom the case was given. The households of an area are those of the people
// who answer for it (see responsible_staff), of each of them whole; visits are of who made them.
[[nodiscard]] Division by_staff(AreaView& view, const std::vector<StaffEntry>& staff);

}  // namespace grid::domain
