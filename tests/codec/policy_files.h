// Policies for the tests: the example of the manual, and a reader of files that are not there.
#pragma once

#include <doctest/doctest.h>
#include <grid/codec/policy.h>

#include <string>
#include <vector>

namespace grid::codec {

inline const std::string example_policy = R"([office]
name = "江东街道"
area = "330782002"
utc_offset = "+08:00"
levels = ["district", "street", "community", "grid", "microgrid"]

[calendar]
weekdays = [1, 2, 3, 4, 5]
hours = ["08:30-12:00", "13:30-17:30"]
days = "calendar.csv"
covered_until = "2026-12-31"
[calendars.duty]
weekdays = [1, 2, 3, 4, 5, 6, 7]
hours = ["00:00-24:00"]

[[category]]
code = "04"
name = "城市管理"
[[category]]
code = "0401"
name = "市容环境"
kind = "single"
hold = "community"

[[limit]]
category = "04"
urgency = "normal"
accept = "2wh"
sign = "4wh"
handle = "4wh"
verify = "1wd"
case = "5wd"

[[route]]
category = "0401"
lead = "CG"
joint = ["SQ"]

[[ladder]]
stage = "handle"
after = "0"
supervise = 1
[[ladder]]
stage = "handle"
after = "3wd"
supervise = 3
escalate = true

[rates]
weights = { response = 0.30, solve = 0.35, satisfaction = 0.35 }
basic_counts = true

[rules]
max_returns = 2
return_within = "1wd"
max_extensions = 1
reopen_within = "30d"

[mask]
id_no = "1-1"
phone = "3-4"
name = "keep"
)";

// One file, calendar.csv, with this content.
inline ReadFile calendar_file(std::string content) {
  return [content = std::move(content)](std::string_view name) -> Result<std::string> {
    if (name == "calendar.csv") return content;
    return problem("file.missing", "days", "there is no file {}", name);
  };
}

inline const std::string short_calendar =
    "date,kind,name,published\n2026-10-01,holiday,国庆节,2025-11-04\n"
    "2026-10-10,workday,国庆节,2025-11-04\n";

inline PolicyReading read(std::string_view toml) {
  return read_policy(toml, calendar_file(short_calendar));
}

// "code line" of each problem; a ? before warnings, the file's name before the line.
inline std::vector<std::string> problems(const PolicyReading& reading) {
  std::vector<std::string> all;
  for (const PolicyProblem& p : reading.problems) {
    all.push_back((p.warning ? "?" : "") + p.problem.code + " " +
                  (p.file.empty() ? "" : p.file + ":") + std::to_string(p.line));
  }
  return all;
}

// The example with one piece of text replaced.
inline std::string changed(std::string_view before, std::string_view after) {
  std::string text = example_policy;
  const size_t at = text.find(before);
  REQUIRE(at != std::string::npos);
  return text.replace(at, before.size(), after);
}

}  // namespace grid::codec
