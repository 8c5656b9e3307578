// One door for checking any identifier by the name of its kind (the tool id-check).
#pragma once

#include <grid/base/time.h>

#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

struct CheckedId {
  std::string kind;  // as asked, aliases resolved; else the kind that was detected
  bool valid = false;
  std::string normal;                 // the normal form; empty unless valid
  std::vector<std::string> warnings;  // codes; see id_number.h, uscc.h
  std::string code;                   // why it is refused; empty when valid
  std::string near;                   // the nearest kind, or the kind that it may be; may be empty
};

// Kinds: resident_id, resident_id15 (15 digits only), resident_id_strict (18 characters whose
// county code is of a known edition and was in force in the year of birth, as far as the table
// tells), hmt_permit, foreign_pr (also fpr_id), passport, none, uscc, phone. An empty kind: the
// first for which the value is valid, else the one its shape speaks for. A kind that does not
// exist: code id.kind.
[[nodiscard]] CheckedId check_identifier(std::string_view kind, std::string_view value, Date today);

}  // namespace grid::domain
