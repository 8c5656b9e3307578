#include <grid/base/nearest.h>
#include <grid/codec/fields.h>
#include <grid/text/json_writer.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace grid::codec {

namespace {

std::string trimmed(std::string_view text) {
  const size_t from = text.find_first_not_of(" \t\r\n");
  if (from == text.npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

// Line ends and tabs may stand in a text; what moves a cursor or rings a bell may not.
bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
  });
}

bool is_empty(const text::Value& value) {
  if (std::holds_alternative<text::Null>(value)) return true;
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr && trimmed(*text).empty();
}

}  // namespace

void FieldReader::fail(Problem problem) {
  if (!problem_) problem_ = std::move(problem);
}

void FieldReader::wrong_type(std::string_view name, const char* expected) {
  fail(grid::problem("field.type", name, "{} must be {}", name, expected));
}

bool FieldReader::has(std::string_view name) const {
  const text::Value* value = record_.find(name);
  return value != nullptr && !is_empty(*value);
}

bool FieldReader::erases(std::string_view name) const {
  const text::Value* value = record_.find(name);
  return value != nullptr && is_empty(*value);
}

std::string FieldReader::text(std::string_view name) {
  if (!has(name)) return {};
  const text::Value& value = *record_.find(name);
  if (const auto* text = std::get_if<std::string>(&value)) {
    if (has_control(*text)) {
      fail(grid::problem("field.control", name, "{} holds a control character", name));
    }
    return trimmed(*text);
  }
  if (const auto* integer = std::get_if<int64_t>(&value)) return std::to_string(*integer);
  wrong_type(name, "a text");
  return {};
}

std::string FieldReader::required(std::string_view name) {
  std::string value = text(name);
  if (value.empty()) fail(grid::problem("field.required", name, "{} is missing", name));
  return value;
}

std::optional<int64_t> FieldReader::integer(std::string_view name) {
  if (!has(name)) return std::nullopt;
  const text::Value& value = *record_.find(name);
  if (const auto* integer = std::get_if<int64_t>(&value)) return *integer;
  if (const auto* text = std::get_if<std::string>(&value)) {
    const std::string digits = trimmed(*text);
    int64_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, number);
    if (parsed.ec == std::errc() && parsed.ptr == end) return number;
  }
  wrong_type(name, "a whole number");
  return std::nullopt;
}

std::optional<double> FieldReader::number(std::string_view name) {
  if (!has(name)) return std::nullopt;
  const text::Value& value = *record_.find(name);
  if (const auto* integer = std::get_if<int64_t>(&value)) return static_cast<double>(*integer);
  if (const auto* decimal = std::get_if<text::Decimal>(&value)) return decimal->value;
  if (const auto* text = std::get_if<std::string>(&value)) {
    const std::string digits = trimmed(*text);
    double number = 0;
    const char* end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, number);
    if (parsed.ec == std::errc() && parsed.ptr == end) return number;
  }
  wrong_type(name, "a number");
  return std::nullopt;
}

std::optional<bool> FieldReader::truth(std::string_view name) {
  if (!has(name)) return std::nullopt;
  const text::Value& value = *record_.find(name);
  if (const auto* truth = std::get_if<bool>(&value)) return *truth;
  if (const auto* text = std::get_if<std::string>(&value)) {
    if (*text == "true" || *text == "yes" || *text == "是") return true;
    if (*text == "false" || *text == "no" || *text == "否") return false;
  }
  wrong_type(name, "true or false");
  return std::nullopt;
}

std::optional<Date> FieldReader::date(std::string_view name) {
  const std::string value = text(name);
  if (value.empty()) return std::nullopt;
  const auto date = parse_date(value);
  if (date) return *date;
  Problem problem = date.problem();
  problem.field = name;
  fail(std::move(problem));
  return std::nullopt;
}

std::optional<Instant> FieldReader::moment(std::string_view name, UtcOffset offset) {
  const std::string value = text(name);
  if (value.empty()) return std::nullopt;
  const auto at = parse_moment(value, offset);
  if (at) return *at;
  Problem problem = at.problem();
  problem.field = name;
  fail(std::move(problem));
  return std::nullopt;
}

std::optional<FieldReader::Coordinates> FieldReader::coordinates(bool needed) {
  const auto lon = number("lon");
  const auto lat = number("lat");
  if (!lon && !lat && !needed) return std::nullopt;
  if (!lon || !lat) {
    const char* missing = lon ? "lat" : "lon";
    fail(grid::problem("field.required", missing, "{} is missing", missing));
    return std::nullopt;
  }
  const auto check = [&](const char* name, double value, double bound) {
    if (value >= -bound && value <= bound) return;
    fail(grid::problem("field.range", name, "{} must lie between {} and {}", name, -bound, bound));
  };
  check("lon", *lon, 180);
  check("lat", *lat, 90);
  return Coordinates{*lon, *lat};
}

std::vector<std::string> FieldReader::list(std::string_view name) {
  if (!has(name)) return {};
  if (const auto* list = std::get_if<text::List>(record_.find(name))) return *list;
  return {text(name)};
}

Status FieldReader::refuse_unknown(std::span<const std::string> known) const {
  static const std::array<std::string, 4> always{"type", "v", "outcome", "_export"};
  for (const text::Field& field : record_.fields()) {
    const auto is = [&](const std::string& name) { return name == field.name; };
    if (std::any_of(known.begin(), known.end(), is)) continue;
    if (std::any_of(always.begin(), always.end(), is)) continue;
    Problem p = grid::problem("field.unknown", field.name, "there is no field {}", field.name);
    p.near = nearest(field.name, known);
    return p;
  }
  return Done{};
}

}  // namespace grid::codec
