#include <grid/domain/notice.h>

#include <algorithm>
#include <array>
#include <optional>

namespace grid::domain {

namespace {

constexpr std::array<std::string_view, 13> names{"no",    "title",  "category", "urgency", "area",
                                                 "stage", "due",    "reached",  "rule",    "unit",
                                                 "level", "holder", "supervise"};

// Longer than any run of days of rest.
constexpr int furthest_opening = 400;

// The text up to the next brace, and the name within the braces; no name: the text has ended.
struct Piece {
  std::string_view before;
  std::optional<std::string_view> name;  // as it stands; may be unknown
};

Piece take_piece(std::string_view& text) {
  const size_t open = text.find_first_of("{}");
  Piece piece{text.substr(0, open), std::nullopt};
  if (open == text.npos) {
    text = {};
    return piece;
  }
  const size_t close = text[open] == '{' ? text.find('}', open) : text.npos;
  // A brace without its other half names nothing.
  piece.name = close == text.npos ? text.substr(open) : text.substr(open + 1, close - open - 1);
  text = close == text.npos ? std::string_view() : text.substr(close + 1);
  return piece;
}

bool known(std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::span<const std::string_view> notice_names() {
  return names;
}

Status check_notice_text(std::string_view text) {
  while (!text.empty()) {
    const Piece piece = take_piece(text);
    if (!piece.name || known(*piece.name)) continue;
    std::string all;
    for (const std::string_view name : names) {
      if (!all.empty()) all += ", ";
      all += name;
    }
    return problem("notice.text", "text", "{} in braces is none of the names a notice has: {}",
                   *piece.name, all);
  }
  return Done{};
}

std::string fill_notice(std::string_view text, const NoticeValue& value) {
  std::string filled;
  while (!text.empty()) {
    const Piece piece = take_piece(text);
    filled += piece.before;
    if (piece.name) filled += value(*piece.name);
  }
  return filled;
}

Instant send_time(const NoticeRule& rule, const Calendar& office, Urgency urgency, Instant fired) {
  if (urgency == Urgency::emergency || (rule.hours.empty() && rule.every_day)) return fired;
  const std::vector<DaySpan> whole{{Seconds{0}, std::chrono::days{1}}};
  const LocalTime from = to_local(fired, office.offset());
  const Date today = date_of(from);
  for (int ahead = 0; ahead < furthest_opening; ++ahead) {
    const Date day = today + std::chrono::days{ahead};
    if (!rule.every_day && !office.is_working_day(day)) continue;
    std::optional<LocalTime> first;
    for (const DaySpan& span : rule.hours.empty() ? whole : rule.hours) {
      if (LocalTime{day} + span.until <= from) continue;
      const LocalTime open = std::max(LocalTime{day} + span.from, from);
      if (!first || open < *first) first = open;
    }
    if (first) return to_instant(*first, office.offset());
  }
  return fired;
}

}  // namespace grid::domain
