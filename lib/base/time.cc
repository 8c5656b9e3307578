#include <fmt/format.h>
#include <grid/base/time.h>

namespace grid {

namespace chrono = std::chrono;

namespace {

Problem not_a_time() {
  return problem("time.format", "", "not a time; write it like 2026-11-21T09:00:00+08:00");
}

Problem not_a_date() {
  return problem("date.format", "", "not a date; write it like 2026-11-21");
}

// Reads exactly `digits` decimal digits at the front of `rest`.
std::optional<int> take_number(std::string_view& rest, size_t digits) {
  if (rest.size() < digits) return std::nullopt;
  int value = 0;
  for (size_t i = 0; i < digits; ++i) {
    if (rest[i] < '0' || rest[i] > '9') return std::nullopt;
    value = value * 10 + (rest[i] - '0');
  }
  rest.remove_prefix(digits);
  return value;
}

bool take(std::string_view& rest, char c) {
  if (rest.empty() || rest.front() != c) return false;
  rest.remove_prefix(1);
  return true;
}

std::optional<Date> take_date(std::string_view& rest) {
  const auto year = take_number(rest, 4);
  if (!year || !take(rest, '-')) return std::nullopt;
  const auto month = take_number(rest, 2);
  if (!month || !take(rest, '-')) return std::nullopt;
  const auto day = take_number(rest, 2);
  if (!day || *year < 1800 || *year > 2200) return std::nullopt;
  const chrono::year_month_day ymd{chrono::year{*year},
                                   chrono::month{static_cast<unsigned>(*month)},
                                   chrono::day{static_cast<unsigned>(*day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

// HH:MM or, where `seconds`, HH:MM:SS with an optional fraction.
std::optional<Seconds> take_clock(std::string_view& rest, bool seconds) {
  const auto hour = take_number(rest, 2);
  if (!hour || !take(rest, ':')) return std::nullopt;
  const auto minute = take_number(rest, 2);
  if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
  int second = 0;
  if (seconds) {
    if (!take(rest, ':')) return std::nullopt;
    const auto read = take_number(rest, 2);
    if (!read || *read > 59) return std::nullopt;
    second = *read;
    if (take(rest, '.')) {
      size_t digits = 0;
      while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
      if (digits == 0) return std::nullopt;
      rest.remove_prefix(digits);
    }
  }
  return chrono::hours{*hour} + chrono::minutes{*minute} + Seconds{second};
}

// Writes into a small buffer by hand: every record that is printed has several times, and a general
// formatter took a tenth of printing it.
class Digits {
 public:
  void put(char c) { text_[size_++] = c; }
  void two(int64_t number) {
    put(static_cast<char>('0' + number / 10 % 10));
    put(static_cast<char>('0' + number % 10));
  }
  // Years of four digits; the others only arise from damaged data, and still have to be shown.
  void date(Date day) {
    const chrono::year_month_day ymd{day};
    const int year = static_cast<int>(ymd.year());
    if (year < 0 || year > 9999) {
      size_ = static_cast<size_t>(fmt::format_to(text_, "{}", year) - text_);
    } else {
      two(year / 100);
      two(year);
    }
    put('-');
    two(static_cast<unsigned>(ymd.month()));
    put('-');
    two(static_cast<unsigned>(ymd.day()));
  }
  std::string text() const { return {text_, size_}; }

 private:
  char text_[48] = {};
  size_t size_ = 0;
};

bool take_t(std::string_view& rest) {
  return take(rest, 'T') || take(rest, 't') || take(rest, ' ');
}

}  // namespace

Result<Instant> parse_instant(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !take_t(text)) return not_a_time();
  const auto clock = take_clock(text, true);
  if (!clock) return not_a_time();
  const auto offset = parse_offset(text);
  if (!offset) return not_a_time();
  return to_instant(LocalTime{*date} + *clock, *offset);
}

std::string format_instant(Instant at, UtcOffset offset) {
  const LocalTime local = to_local(at, offset);
  const Date day = date_of(local);
  const chrono::hh_mm_ss clock{local - day};
  const auto minutes = offset.count() < 0 ? -offset.count() : offset.count();
  Digits digits;
  digits.date(day);
  digits.put('T');
  digits.two(clock.hours().count());
  digits.put(':');
  digits.two(clock.minutes().count());
  digits.put(':');
  digits.two(clock.seconds().count());
  digits.put(offset.count() < 0 ? '-' : '+');
  digits.two(minutes / 60);
  digits.put(':');
  digits.two(minutes % 60);
  return digits.text();
}

Result<Instant> parse_moment(std::string_view text, UtcOffset offset) {
  if (auto exact = parse_instant(text)) return exact;
  const auto date = take_date(text);
  if (!date) return not_a_time();
  if (text.empty()) return to_instant(LocalTime{*date}, offset);
  if (!take_t(text)) return not_a_time();
  const auto clock = take_clock(text, text.size() > 5);
  if (!clock || !text.empty()) return not_a_time();
  return to_instant(LocalTime{*date} + *clock, offset);
}

Result<Date> parse_date(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !text.empty()) return not_a_date();
  return *date;
}

std::string format_date(Date day) {
  Digits digits;
  digits.date(day);
  return digits.text();
}

Result<UtcOffset> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return UtcOffset{0};
  const bool west = !text.empty() && text.front() == '-';
  if (!west && (text.empty() || text.front() != '+')) {
    return problem("time.offset", "", "not an offset; write it like +08:00");
  }
  text.remove_prefix(1);
  const auto clock = take_clock(text, false);
  if (!clock || !text.empty()) {
    return problem("time.offset", "", "not an offset; write it like +08:00");
  }
  const auto minutes = chrono::duration_cast<UtcOffset>(*clock);
  return west ? -minutes : minutes;
}

}  // namespace grid
