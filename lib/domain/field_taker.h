// FieldTaker: takes the fields of a record over into a known one, each as the policy's rule for it
// says (an own header of lib/domain). What is empty or unset says nothing and erases nothing.
#pragma once

#include <grid/domain/person.h>
#include <grid/domain/register_policy.h>

#include <optional>
#include <string>
#include <string_view>

namespace grid::domain {

class FieldTaker {
 public:
  // `only_open`: only what the known record leaves open is filled in. `policy` must outlive it.
  explicit FieldTaker(const RegisterPolicy& policy, bool only_open = false)
      : policy_(policy), only_open_(only_open) {}

  // A field without a name has no rule.
  void text(std::string& known, const std::string& given, std::string_view field = {}) {
    if (given.empty() || given == known || !may(field, known.empty())) return;
    known = given;
    changed_ = true;
  }
  template <typename T>
  void choice(std::optional<T>& known, const std::optional<T>& given, std::string_view field = {}) {
    if (!given || given == known || !may(field, !known)) return;
    known = given;
    changed_ = true;
  }
  // A date that only says less than the known one changes nothing.
  void date(std::string& known, const std::string& given, std::string_view field = {}) {
    if (given.size() < known.size() && births_agree(known, given)) return;
    text(known, given, field);
  }
  void note(bool changed) { changed_ |= changed; }
  [[nodiscard]] bool changed() const { return changed_; }

 private:
  // `open`: nothing is known yet.
  bool may(std::string_view field, bool open) const {
    if (only_open_ && !open) return false;
    if (field.empty() || policy_.fields.empty()) return true;
    const FieldRule rule = policy_.rule(field);
    return rule == FieldRule::newest || (rule == FieldRule::fill && open);
  }
  const RegisterPolicy& policy_;
  bool only_open_;
  bool changed_ = false;
};

}  // namespace grid::domain
