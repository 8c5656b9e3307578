// Presumed gone (疑似离开): people of the register whom a complete file of their community does not
// name. They stay, on a list; a later file that names them takes them off it.
//
//   NamedPeople named;                                 // filled while the rows are taken
//   Result<GoneSpells> gone = decide_gone(open, named, policy.gone_share);
//   if (!gone) refuse the file as a whole              // register.too_many_gone
#pragma once

#include <grid/base/result.h>

#include <cstdint>
#include <span>
#include <vector>

namespace grid::domain {

// Row numbers of people; small numbers, dense.
class NamedPeople {
 public:
  void add(int64_t person);
  [[nodiscard]] bool contains(int64_t person) const;

 private:
  std::vector<bool> named_;
};

// An open spell in the communities that the file is about.
struct OpenSpell {
  int64_t id = 0;
  int64_t person = 0;
  bool presumed_gone = false;  // by an earlier file
};

struct GoneSpells {
  std::vector<int64_t> spells;
  int64_t people = 0;
};

// The spells of those who are missing now. Code: register.too_many_gone, where they are more than
// the share of the people known so far (those presumed gone already are not counted): more likely
// the file is not complete.
[[nodiscard]] Result<GoneSpells> decide_gone(std::span<const OpenSpell> open,
                                             const NamedPeople& named, double share);
// The spells of those who were presumed gone and are named again.
[[nodiscard]] std::vector<int64_t> seen_again(std::span<const OpenSpell> presumed,
                                              const NamedPeople& named);

}  // namespace grid::domain
