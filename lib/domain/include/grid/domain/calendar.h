// The working calendar (工作日历): weekly hours, official holidays and make-up working days, and
// the arithmetic of limits over them.
//
// A CalendarRule is what the policy says; compile() turns it into sorted spans of office time
// with prefix sums, on which adding and measuring are binary searches.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/domain/limit.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// A half-open span of one day's clock, from 00:00 up to 24:00.
struct DaySpan {
  Seconds from{0};
  Seconds until{0};
  bool operator==(const DaySpan&) const = default;
};
// "08:30-12:00"; the end may be 24:00. Code: calendar.hours.
[[nodiscard]] Result<DaySpan> parse_day_span(std::string_view text);
[[nodiscard]] std::string format_day_span(DaySpan span);

enum class DayKind : uint8_t { holiday, workday };  // workday: a make-up working day (调休上班)

// One line of an official arrangement (放假安排).
struct DayNotice {
  Date date{};
  DayKind kind = DayKind::holiday;
  std::string name;
  Date published{};  // when the notice became known; a later notice for a date supersedes
  bool operator==(const DayNotice&) const = default;
};

// By date, then by notice: the order in which they are kept.
void order_notices(std::vector<DayNotice>& notices);

struct CalendarRule {
  // Office hours by weekday, index 0 = Monday … 6 = Sunday; empty: no office that day.
  std::array<std::vector<DaySpan>, 7> week;
  // Hours that a make-up working day takes when it falls on this weekday. Where empty it takes
  // those of `week` for that weekday, and where these are empty too, those of the first
  // weekday that has an office.
  std::array<std::vector<DaySpan>, 7> makeup;
  std::vector<DayNotice> days;
  // The last day whose arrangement is known; unset: nothing is provisional.
  std::optional<Date> covered_until;
  bool operator==(const CalendarRule&) const = default;
};

// A span of office time, half-open.
struct Span {
  LocalTime from{};
  LocalTime until{};
  bool operator==(const Span&) const = default;
};

struct Due {
  Instant at{};
  bool provisional = false;  // lies beyond the last day whose arrangement is known
  bool operator==(const Due&) const = default;
};

struct Worked {
  Seconds seconds{0};
  bool provisional = false;  // counts time beyond the last day whose arrangement is known
  bool operator==(const Worked&) const = default;
};

// Why no office time counts.
enum class RestKind : uint8_t {
  closed,  // before the day's office hours or after them
  break_,  // between them
  rest_day,
  holiday,
};
struct Rest {
  RestKind kind = RestKind::closed;
  std::string name;  // of the holiday; of several, in their order
};

class Calendar {
 public:
  // `known_on`: notices published later than this day are not yet known and are left out;
  // unset: all are used. Where notices are left out, days are known only up to the end of the
  // last year that a known notice speaks of, if that is before covered_until.
  // Codes: calendar.empty (no office hours at all), calendar.hours (overlapping or backward
  // spans), calendar.day (a date twice in one notice).
  [[nodiscard]] static Result<Calendar> compile(const CalendarRule& rule, UtcOffset offset,
                                                std::optional<Date> known_on = std::nullopt);

  // When a limit that starts at `from` ends. Total for every limit that parses. A limit that
  // ends exactly where a span ends is due there, not at the next opening. A count of 0 is no
  // time at all: due at `from`, whatever the unit.
  [[nodiscard]] Due add(Instant from, Limit limit) const;
  // When `worked` seconds of office time after `from` have passed (the rest after a pause).
  [[nodiscard]] Due add_worked(Instant from, Seconds worked) const;
  // The last moment from which `worked` seconds of office time are left before `until` (for
  // "-25%" triggers): where it lies between two spans, the opening of the later one.
  [[nodiscard]] Instant subtract_worked(Instant until, Seconds worked) const;
  // The limit counted backwards (for "-1wd" triggers). m, h, wm, wh: by time. wd, d: the last
  // day does not count, close of business of the day reached; a day of rest moves to the
  // working day before it.
  [[nodiscard]] Instant subtract(Instant until, Limit limit) const;
  // Office time in [from, until); 0 where until <= from.
  [[nodiscard]] Worked worked(Instant from, Instant until) const;
  // The office spans that intersect [from, until), clipped, in order (for --explain).
  [[nodiscard]] std::vector<Span> spans(Instant from, Instant until) const;

  // What a span without office time is, by the most that lies in it: a night is closed, one with a
  // Sunday in it a day of rest, one with a holiday in it that holiday.
  [[nodiscard]] Rest rest(LocalTime from, LocalTime until) const;

  [[nodiscard]] bool is_working_day(Date day) const;
  // The notice that decides about this day, if any.
  [[nodiscard]] const DayNotice* notice(Date day) const;
  [[nodiscard]] UtcOffset offset() const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;  // immutable, shared between copies
};

}  // namespace grid::domain
