// Notices (提醒): what the ladder tells people, in the office's words, and when it may be sent.
// Quiet hours delay the sending, never the step itself.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/domain/calendar.h>
#include <grid/domain/case_terms.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// Where a policy gives none. Chinese: it goes to the office's people, whatever the language of
// who runs the tools.
inline constexpr std::string_view default_notice_text =
    "【{stage}】案件{no}“{title}”：应于{due}完成，现由{unit}承办，督办级别：{supervise}。";

struct NoticeRule {
  std::vector<DaySpan> hours;  // when notices may be sent; empty: day and night
  bool every_day = false;      // false: on working days of the office's calendar only
  std::string text{default_notice_text};
  bool operator==(const NoticeRule&) const = default;
};

// The names that may stand in braces in a text, in the order of the manual.
[[nodiscard]] std::span<const std::string_view> notice_names();
// Is every brace of a text one of a known name? Code: notice.text.
[[nodiscard]] Status check_notice_text(std::string_view text);

using NoticeValue = std::function<std::string(std::string_view name)>;
// The text with its names replaced. Expects a checked one.
[[nodiscard]] std::string fill_notice(std::string_view text, const NoticeValue& value);

// When a notice about something that fired at `fired` may be sent: at once where it is an
// emergency or within the hours, else at the next opening.
[[nodiscard]] Instant send_time(const NoticeRule& rule, const Calendar& office, Urgency urgency,
                                Instant fired);

}  // namespace grid::domain
