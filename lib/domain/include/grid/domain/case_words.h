// The words of a case: states, actions, stages and the like. Each is an enumeration with one
// table of terms: its stable code in records and in the file, and its word in Chinese and English.
//
//   code(State::handling)            "handling"
//   from_code<State>("handling")     State::handling; nullopt where there is none
#pragma once

#include <grid/base/problem.h>
#include <grid/domain/case_terms.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

struct Term {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};

// Where a case stands (状态).
enum class State : uint8_t {
  reported,
  accepted,
  dispatched,
  handling,
  suspended,
  resolved,
  verified,
  closed,
  not_accepted,
  voided,
  merged,
};

// What may happen to a case (环节动作).
enum class Action : uint8_t {
  report,
  accept,
  reject,
  handle,
  dispatch,
  sign,
  return_,
  escalate,
  extend,
  suspend,
  resume,
  resolve,
  verify,
  rework,
  close,
  rate,
  reopen,
  void_,
  merge,
  unmerge,
  supervise,
  exclude,
  whistle,
  answer,
  note,
  recompute,  // this and what follows is recorded with something else, never decided by itself
  absorb,
  detach,
};

// How it reached the office (来源渠道).
enum class Channel : uint8_t { patrol, visit, resident, hotline, department, import };

// What the reporter says when called back (回访满意度).
enum class Satisfaction : uint8_t { satisfied, basic, dissatisfied, unreachable };

// The reference system of a pair of coordinates.
enum class Crs : uint8_t { wgs84, gcj02, bd09, cgcs2000 };

// The table of an enumeration, in the order of its values.
template <typename E>
struct Terms;

template <>
struct Terms<State> {
  static constexpr std::array<Term, 11> all{{{"reported", "已上报", "reported"},
                                             {"accepted", "已受理", "accepted"},
                                             {"dispatched", "已派遣", "dispatched"},
                                             {"handling", "处置中", "handling"},
                                             {"suspended", "已挂起", "suspended"},
                                             {"resolved", "待核查", "resolved"},
                                             {"verified", "待结案", "verified"},
                                             {"closed", "已结案", "closed"},
                                             {"not_accepted", "不予受理", "not accepted"},
                                             {"voided", "已作废", "voided"},
                                             {"merged", "已并案", "merged"}}};
};

template <>
struct Terms<Action> {
  static constexpr std::array<Term, 28> all{
      {{"report", "上报", "report"},       {"accept", "受理", "accept"},
       {"reject", "不予受理", "reject"},   {"handle", "自办", "handle"},
       {"dispatch", "派遣", "dispatch"},   {"sign", "签收", "sign"},
       {"return", "退回", "return"},       {"escalate", "上报上级", "escalate"},
       {"extend", "延期", "extend"},       {"suspend", "挂起", "suspend"},
       {"resume", "恢复", "resume"},       {"resolve", "反馈", "resolve"},
       {"verify", "核查通过", "verify"},   {"rework", "返工", "rework"},
       {"close", "结案", "close"},         {"rate", "回访", "rate"},
       {"reopen", "重开", "reopen"},       {"void", "作废", "void"},
       {"merge", "并案", "merge"},         {"unmerge", "撤销并案", "unmerge"},
       {"supervise", "督办", "supervise"}, {"exclude", "剔除", "exclude"},
       {"whistle", "吹哨", "whistle"},     {"answer", "联办反馈", "answer"},
       {"note", "备注", "note"},           {"recompute", "时限重算", "recompute"},
       {"absorb", "并入", "absorb"},       {"detach", "拆出", "detach"}}};
};

template <>
struct Terms<Stage> {
  static constexpr std::array<Term, 4> all{{{"accept", "受理", "accept"},
                                            {"sign", "签收", "sign"},
                                            {"handle", "处置", "handle"},
                                            {"verify", "核查", "verify"}}};
};

template <>
struct Terms<Urgency> {
  static constexpr std::array<Term, 3> all{{{"normal", "一般", "normal"},
                                            {"urgent", "紧急", "urgent"},
                                            {"emergency", "特急", "emergency"}}};
};

template <>
struct Terms<Channel> {
  static constexpr std::array<Term, 6> all{{{"patrol", "巡查", "patrol"},
                                            {"visit", "走访", "visit"},
                                            {"resident", "居民", "resident"},
                                            {"hotline", "热线", "hotline"},
                                            {"department", "部门", "department"},
                                            {"import", "导入", "import"}}};
};

template <>
struct Terms<Satisfaction> {
  static constexpr std::array<Term, 4> all{{{"satisfied", "满意", "satisfied"},
                                            {"basic", "基本满意", "fairly satisfied"},
                                            {"dissatisfied", "不满意", "dissatisfied"},
                                            {"unreachable", "无法联系", "unreachable"}}};
};

template <>
struct Terms<Crs> {
  static constexpr std::array<Term, 4> all{{{"wgs84", "WGS-84", "WGS-84"},
                                            {"gcj02", "GCJ-02", "GCJ-02"},
                                            {"bd09", "BD-09", "BD-09"},
                                            {"cgcs2000", "CGCS2000", "CGCS2000"}}};
};

template <typename E>
constexpr const Term& term(E value) {
  return Terms<E>::all[static_cast<size_t>(value)];
}

template <typename E>
constexpr std::string_view code(E value) {
  return term(value).code;
}

// For messages: a word to be read (处置中), or one that is also typed, with its code (签收 sign).
template <typename E>
Spoken spoken(E value) {
  return {std::string(term(value).code), std::string(term(value).zh)};
}
template <typename E>
Spoken typed(E value) {
  return {std::string(code(value)), std::string(term(value).zh) + " " + std::string(code(value))};
}

template <typename E>
constexpr std::optional<E> from_code(std::string_view text) {
  for (size_t i = 0; i < Terms<E>::all.size(); ++i) {
    if (Terms<E>::all[i].code == text) return static_cast<E>(i);
  }
  return std::nullopt;
}

// All codes of an enumeration, for suggestions.
template <typename E>
std::vector<std::string> codes() {
  std::vector<std::string> all;
  for (const Term& each : Terms<E>::all) all.emplace_back(each.code);
  return all;
}

}  // namespace grid::domain
