// The further facts of an event as canonical text: one `name=value` a line, in a fixed order, each
// line ended by a newline; a newline in a value stands as \n, a backslash as \\. Readable in the
// file, the same bytes for the same facts, so that it can be hashed. A name may come repeatedly
// (joint).
//
// Names in use: title, category, area (where it happened), urgency, channel, address, lon, lat,
// crs, source, source_ref, receipt (report); policy (version, where clocks start); joint, final
// (dispatch); limit (extend); level (supervise); rule (escalate by the ladder); contacted, solved,
// satisfaction (rate); unit, arrived, outcome, score (whistle); into (merge); case, reported_at,
// since (absorb, detach); the verdict (close, see verdict.h); clocks (recompute, absorb, detach,
// see restate.h). Moments are seconds since 1970. Personal: reporter_name, reporter_phone.
#pragma once

#include <grid/base/time.h>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace grid::domain {

// Appends a line; nothing where the value is empty.
void add_datum(std::string& data, std::string_view name, std::string_view value);

// Walks over the lines of `data`, which must outlive the reader. Lines without '=' are skipped.
class EventData {
 public:
  explicit EventData(std::string_view data) : rest_(data) {}
  bool next();  // false: no more
  std::string_view name() const { return name_; }
  std::string value() const;  // unescaped

 private:
  std::string_view rest_;
  std::string_view name_;
  std::string_view raw_;
};

// The first value of that name.
[[nodiscard]] std::optional<std::string> datum(std::string_view data, std::string_view name);

// A moment stands as seconds since 1970.
void add_moment(std::string& data, std::string_view name, Instant at);
[[nodiscard]] Instant moment_in(std::string_view value);

// The number that a value is; 0 where it is none.
template <typename T>
[[nodiscard]] T number_in(std::string_view value) {
  T number{};
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

}  // namespace grid::domain
