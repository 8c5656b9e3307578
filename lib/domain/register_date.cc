#include <fmt/format.h>
#include <grid/domain/clean_text.h>
#include <grid/domain/register_date.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace grid::domain {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// The parts of a spelling with separators; the separators of a spelling need not be alike, since
// people mix them. False where the text has another shape.
struct Parts {
  std::array<std::string_view, 3> texts;
  size_t count = 0;
};

// Length of a separator at the start of `text`; 0: none stands there.
size_t separator(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('/') || text.starts_with('.')) return 1;
  for (const std::string_view sign : {"年", "月", "日", "号", "。", "、"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

bool split(std::string_view text, Parts& parts) {
  while (!text.empty()) {
    size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == 0 || parts.count == 3) return false;
    parts.texts[parts.count++] = text.substr(0, digits);
    text.remove_prefix(digits);
    if (text.empty()) break;
    const size_t length = separator(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return parts.count > 0;
}

bool is_time(std::string_view text) {
  size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (c != ':' && c != '.') {
      return false;
    }
  }
  return digits >= 3 && text.find(':') != std::string_view::npos;
}

// A time of day behind the date is what exports of databases add; the day is what counts. "T" or
// a space stands before it; clean_word has left a single space.
std::string_view without_time(std::string_view text) {
  const size_t at = text.find_last_of(" T");
  if (at == std::string_view::npos || !is_time(text.substr(at + 1))) return text;
  return text.substr(0, at);
}

// The same digits without separators: 19900102, 199001.
bool split_compact(std::string_view text, Parts& parts) {
  if (text.size() != 8 && text.size() != 6) return false;
  parts.texts = {text.substr(0, 4), text.substr(4, 2), text.substr(6)};
  parts.count = text.size() == 8 ? 3 : 2;
  return true;
}

// 1990-01-02, as most registers have it.
bool split_iso(std::string_view text, Parts& parts) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  parts.texts = {text.substr(0, 4), text.substr(5, 2), text.substr(8)};
  parts.count = 3;
  return std::ranges::all_of(parts.texts, all_digits);
}

Problem unreadable(std::string_view field) {
  Problem p = problem("date.format", field, "this is not a date");
  p.hint = message_id("write it as 1990-01-02, or 1990-01 where the day is not known");
  return p;
}

Problem impossible(std::string_view field) {
  return problem("date.impossible", field, "there is no such day");
}

// Day 60 of the 1900 system is the 29 February that 1900 did not have; before it the count is one
// day less. Five digits begin in 1927, so only later days are ever asked for.
Date from_serial(unsigned serial, DateSystem system) {
  const Date origin = system == DateSystem::from_1904
                          ? Date{std::chrono::local_days{year{1904} / month{1} / day{1}}}
                          : Date{std::chrono::local_days{year{1899} / month{12} / day{30}}};
  return origin + std::chrono::days{static_cast<int>(serial)};
}

Result<std::string> assemble(const Parts& parts, std::string_view field) {
  if (parts.texts[0].size() != 4) return unreadable(field);
  const unsigned y = number(parts.texts[0]);
  if (y < 1800 || y > 2200) return impossible(field);
  std::string text = fmt::format("{:04}", y);
  if (parts.count == 1) return text;
  if (parts.texts[1].size() > 2) return unreadable(field);
  const unsigned m = number(parts.texts[1]);
  if (m < 1 || m > 12) return impossible(field);
  text += fmt::format("-{:02}", m);
  if (parts.count == 2) return text;
  if (parts.texts[2].size() > 2) return unreadable(field);
  const unsigned d = number(parts.texts[2]);
  if (!year_month_day{year{static_cast<int>(y)}, month{m}, day{d}}.ok()) return impossible(field);
  text += fmt::format("-{:02}", d);
  return text;
}

Result<std::string> normal_date(std::string_view text, std::string_view field, DateSystem system) {
  Parts parts;
  if (split_iso(text, parts)) return assemble(parts, field);
  const std::string cleaned = clean_word(text);
  std::string date{without_time(cleaned)};
  std::erase(date, ' ');
  if (all_digits(date) && date.size() == 5) return format_date(from_serial(number(date), system));
  if (!(all_digits(date) && split_compact(date, parts)) && !split(date, parts)) {
    return unreadable(field);
  }
  return assemble(parts, field);
}

}  // namespace

Result<Date> parse_register_day(std::string_view text, std::string_view field) {
  const Result<std::string> date = normal_date(text, field, DateSystem::from_1900);
  if (!date) return date.problem();
  const Result<Date> day = parse_date(*date);
  if (!day) return problem("date.day_missing", field, "{} tells no day", *date);
  return *day;
}

Result<RegisterDate> parse_register_date(std::string_view text, std::string_view field, Date today,
                                         DateSystem system) {
  Result<std::string> date = normal_date(text, field, system);
  if (!date) return date.problem();
  const std::string last = format_date(today);
  if (std::string_view(*date) > std::string_view(last).substr(0, date->size())) {
    return problem("date.future", field, "this day is yet to come");
  }
  const bool respelled = *date != text;
  return RegisterDate{std::move(*date), respelled};
}

}  // namespace grid::domain
