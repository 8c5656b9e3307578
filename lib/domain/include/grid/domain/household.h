// Household (户): people registered or living together under one number of a community.
#pragma once

#include <grid/domain/register_policy.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace grid::domain {

enum class HouseholdKind : uint8_t { family, collective };  // 家庭户, 集体户

// "family", "collective".
[[nodiscard]] std::string_view household_kind_name(HouseholdKind kind);
// The name, or the words of the registers: 家庭户, 集体户, 集体.
[[nodiscard]] std::optional<HouseholdKind> find_household_kind(std::string_view text);

// An empty text or an unset value says nothing: it is not known, or the source did not tell.
struct Household {
  std::string community;  // code of the community that gave the number
  std::string no;         // its number there; (community, no) is the key
  std::string area;       // code of the grid in which it lies
  std::string address;    // where, in words
  std::string building;
  std::string unit;
  std::string room;
  std::string dwelling_kind;          // 住所类型, in the office's words
  std::optional<HouseholdKind> kind;  // unset counts as a family
  std::optional<bool> vacant;         // registered without dwelling (空挂户); unset counts as no
  std::string ended;  // first day on which it was none any more (YYYY-MM-DD); empty: it is one
  bool operator==(const Household&) const = default;
};

// Takes over what `given` says, as far as the policy's rules for the fields let it; what it leaves
// open stays. The key is never changed. True where something changed.
bool merge(Household& known, const Household& given, const RegisterPolicy& policy = {});
// The same, but only for what `known` leaves open.
bool complete(Household& known, const Household& given, const RegisterPolicy& policy = {});

}  // namespace grid::domain
