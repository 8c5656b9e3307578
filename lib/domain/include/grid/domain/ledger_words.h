// The words of a ledger: which clocks there are, and what a span of time was to a clock.
#pragma once

#include <grid/domain/case_words.h>

#include <array>
#include <cstdint>

namespace grid::domain {

// The clocks of a case: the promise to the resident (总时限), one for each stage, and one for each
// joint unit.
enum class ClockKind : uint8_t { promise, accept, sign, handle, verify, joint };

enum class SpanKind : uint8_t {
  office,      // office hours
  makeup,      // those of a make-up working day (调休上班)
  clock_time,  // day and night
  over,        // past the end
  first_day,   // of a limit in days: not one of its days
  closed,      // before and after office hours
  break_,      // between office hours of a day
  rest_day,
  holiday,
  paused,
};

template <>
struct Terms<ClockKind> {
  static constexpr std::array<Term, 6> all{{{"promise", "总时限", "promise"},
                                            {"accept", "受理", "accept"},
                                            {"sign", "签收", "sign"},
                                            {"handle", "处置", "handle"},
                                            {"verify", "核查", "verify"},
                                            {"joint", "联办", "joint"}}};
};

template <>
struct Terms<SpanKind> {
  static constexpr std::array<Term, 10> all{{{"office", "工作时间", "office hours"},
                                             {"makeup", "调休上班", "make-up day"},
                                             {"clock_time", "自然时间", "day and night"},
                                             {"over", "超期", "past the end"},
                                             {"first_day", "首日不计", "first day"},
                                             {"closed", "下班", "closed"},
                                             {"break", "午休", "break"},
                                             {"rest_day", "休息日", "day of rest"},
                                             {"holiday", "节假日", "holiday"},
                                             {"paused", "挂起", "paused"}}};
};

}  // namespace grid::domain
