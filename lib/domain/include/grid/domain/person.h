// Person (人口) and residence (居住): who someone is, and where that person lives or is
// registered, as what, from when to when. The facts of registration and of living are kept
// apart: one person may be registered in one household and live in another (人户分离).
#pragma once

#include <grid/base/result.h>
#include <grid/domain/id_number.h>
#include <grid/domain/register_policy.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// An empty text says nothing: it is not known, or the source did not tell.
struct Person {
  IdKind id_kind = IdKind::none;
  std::string id_no;  // personal; normal form; empty: has none, or it is not known
  std::string name;   // personal
  std::string former_name;
  std::string sex;                 // GB/T 2261.1: 0, 1, 2, 9
  std::string birth;               // YYYY-MM-DD, YYYY-MM or YYYY: as precise as it is known
  std::string died;                // date of death
  std::string ethnic;              // GB/T 3304, two digits
  std::string nationality;         // ISO 3166-1 alpha-3
  std::string phone;               // personal; several are joined by "/"
  std::string politics;            // GB/T 4762, two digits
  std::string education;           // GB/T 4658, two digits
  std::string marriage;            // GB/T 2261.2, two digits
  std::string registered_address;  // personal: where registered, in words
  std::string tags;                // words separated by single spaces
  std::string source;              // system that the record comes from …
  std::string source_ref;          // … and its key there, which names the person
  bool operator==(const Person&) const = default;
};

enum class ResidenceKind : uint8_t {
  registered,  // 户籍: registered and living here
  permanent,   // 常住: lives here
  floating,    // 流动: lives here for a time, registered elsewhere
  lodging,     // 寄住: stays with others
  foreign,     // 境外: from abroad
};

// "registered", "permanent" …
[[nodiscard]] std::string_view residence_kind_name(ResidenceKind kind);
[[nodiscard]] std::optional<ResidenceKind> residence_kind_named(std::string_view name);
// The name, or a word of residence_codes() with 人口 or 人员 behind or not. Code:
// residence.unknown.
[[nodiscard]] Result<ResidenceKind> parse_residence_kind(std::string_view text);

// One stay: a spell.
struct Residence {
  std::string community;  // code of the community, also where there is no household
  std::string no;         // number of the household; empty: none
  std::string area;       // code of the grid
  std::optional<ResidenceKind> kind;
  std::string relation;            // to the head of the household, GB/T 4761, two digits
  std::optional<bool> consistent;  // lives where registered (人户一致)
  std::string address;             // personal: where the person lives, in words
  std::string since;               // first day, YYYY-MM-DD, or less precise; empty: not known
  std::string until;               // first day no longer there; empty: still there
  std::string ended_by;            // why it ended: moved, out, death, head, split, merge
  std::string flow_reason;         // of floating people: why they came (流入原因), two digits
  std::string origin;              // where they came from, in words (流出地)
  std::string permit_no;           // personal: number of the residence permit (居住证号)
  std::string registered_on;       // when they registered (登记日期)
  std::string permit_until;        // until when the permit holds (到期日期)
  bool operator==(const Residence&) const = default;
};

// A person has at most one open spell of each role in a register.
enum class ResidenceRole : uint8_t { registration, living };
[[nodiscard]] ResidenceRole role_of(const Residence& residence);

// Head of the household (户主), or "oneself" (本人) in registers that have one sheet a household.
[[nodiscard]] inline bool is_head(std::string_view relation) {
  return relation == "02" || relation == "01";
}

// Takes over what `given` says, as far as the policy's rules for the fields let it; what it leaves
// open stays. A less precise date does not replace a more precise one that it agrees with. True
// where something changed.
bool merge(Person& known, const Person& given, const RegisterPolicy& policy = {});
// The same of somebody who is known under a number or a key. Who gets another name keeps the one
// before as the former one. Warning: person.renamed.
bool take_over(Person& known, const Person& given, const RegisterPolicy& policy,
               std::vector<Problem>& warnings);
// Likewise; the household is the caller's concern.
bool merge(Residence& known, const Residence& given, const RegisterPolicy& policy = {});

// Two birth dates that may be the same day: equal as far as both are precise. Unknown agrees.
[[nodiscard]] bool births_agree(std::string_view one, std::string_view other);

}  // namespace grid::domain
