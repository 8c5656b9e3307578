// Reasons that are chosen from a list, not written freely: records and the file hold their codes,
// people may give the code or the word.
//
//   reason_of<ReturnReason>("权属不清")   ReturnReason::ownership
#pragma once

#include <grid/domain/case_words.h>

#include <optional>
#include <string_view>

namespace grid::domain {

// Why a unit sends back what was dispatched to it (退回理由).
enum class ReturnReason : uint8_t { area, ownership, duty };

// Why a case leaves the denominators of the rates (剔除理由).
enum class ExcludeReason : uint8_t {
  consultation,
  unreasonable,
  court,
  repeat,
  outside,
  history,
  unreachable,
};

// A note that presses for the case to be settled (催办); other notes need no reason.
enum class NoteReason : uint8_t { urge };

// Why the rules at work take a step by themselves.
enum class RuleReason : uint8_t { silence, dissatisfied };

template <>
struct Terms<ReturnReason> {
  static constexpr std::array<Term, 3> all{{{"area", "属地不符", "not of our area"},
                                            {"ownership", "权属不清", "ownership unclear"},
                                            {"duty", "职责不符", "not our duty"}}};
};

template <>
struct Terms<ExcludeReason> {
  static constexpr std::array<Term, 7> all{
      {{"consultation", "咨询表扬", "consultation or praise"},
       {"unreasonable", "诉求不合理", "unreasonable"},
       {"court", "涉法涉诉", "before a court or in appeal"},
       {"repeat", "恶意重复", "malicious repeat"},
       {"outside", "不属本辖区", "outside the area"},
       {"history", "历史遗留", "old burden on file"},
       {"unreachable", "无法联系诉求人", "reporter unreachable"}}};
};

template <>
struct Terms<NoteReason> {
  static constexpr std::array<Term, 1> all{{{"urge", "催办", "urge"}}};
};

template <>
struct Terms<RuleReason> {
  static constexpr std::array<Term, 2> all{
      {{"silence", "逾期未签收视为签收", "silence counts as signed"},
       {"dissatisfied", "回访不满意", "the reporter is dissatisfied"}}};
};

// By its code or by its word in either language.
template <typename E>
constexpr std::optional<E> reason_of(std::string_view text) {
  for (size_t i = 0; i < Terms<E>::all.size(); ++i) {
    const Term& each = Terms<E>::all[i];
    if (each.code == text || each.zh == text || each.en == text) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace grid::domain
