#include <fmt/format.h>
#include <grid/codec/calendar_days.h>
#include <grid/text/csv.h>

#include <algorithm>
#include <array>
#include <optional>

namespace grid::codec {

using domain::DayKind;
using domain::DayNotice;

namespace {

constexpr std::array<std::string_view, 4> columns{"date", "kind", "name", "published"};

Result<DayNotice> make_day(std::string_view date, std::string_view kind, std::string_view name,
                           std::string_view published) {
  const auto day = parse_date(date);
  if (!day) return problem("calendar.day", "days", "{} is not a date", date);
  if (kind != "holiday" && kind != "workday") {
    return problem("calendar.day", "days", "{} is neither holiday nor workday", kind);
  }
  const auto known = parse_date(published);
  if (!known) {
    return problem("calendar.day", "days", "{} is not the date of a notice", published);
  }
  return DayNotice{*day, kind == "workday" ? DayKind::workday : DayKind::holiday, std::string(name),
                   *known};
}

// Takes the rows of a calendar file one after another.
class DayRows {
 public:
  explicit DayRows(CalendarDays& out) : out_(out) {}

  void take(const text::CsvRow& row) {
    const int line = static_cast<int>(row.line);
    if (row.problem) {
      out_.faults.push_back({*row.problem, line});
    } else if (row.cells.empty()) {
      return;
    } else if (!place_) {
      take_heading(row, line);
    } else if (place_->front() != none) {
      take_day(row, line);
    }
  }

 private:
  static constexpr size_t none = static_cast<size_t>(-1);

  void take_heading(const text::CsvRow& row, int line) {
    place_.emplace();
    place_->fill(none);
    for (size_t i = 0; i < columns.size(); ++i) {
      const auto at = std::find(row.cells.begin(), row.cells.end(), columns[i]);
      if (at != row.cells.end()) (*place_)[i] = static_cast<size_t>(at - row.cells.begin());
    }
    if (row.cells.size() == columns.size() &&
        std::find(place_->begin(), place_->end(), none) == place_->end()) {
      return;
    }
    place_->fill(none);
    out_.faults.push_back({problem("calendar.columns", "days",
                                   "the first line must name the columns date,kind,name,published"),
                           line});
  }

  void take_day(const text::CsvRow& row, int line) {
    if (row.cells.size() != columns.size()) {
      out_.faults.push_back({problem("calendar.day", "days", "{} cells instead of {}",
                                     row.cells.size(), columns.size()),
                             line});
      return;
    }
    const auto cell = [&](size_t i) -> const std::string& { return row.cells[(*place_)[i]]; };
    Result<DayNotice> day = make_day(cell(0), cell(1), cell(2), cell(3));
    if (!day) {
      out_.faults.push_back({day.problem(), line});
      return;
    }
    out_.days.push_back(*std::move(day));
    out_.lines.push_back(line);
  }

  CalendarDays& out_;
  std::optional<std::array<size_t, 4>> place_;  // of each column; unset: no heading yet
};

}  // namespace

Result<DayNotice> parse_day_line(std::string_view line) {
  const size_t kind = line.find(',');
  const size_t name = kind == std::string_view::npos ? kind : line.find(',', kind + 1);
  const size_t published = line.rfind(',');
  if (name == std::string_view::npos || published <= name) {
    return problem("calendar.day", "days", "{} is not a line date,kind,name,published", line);
  }
  return make_day(line.substr(0, kind), line.substr(kind + 1, name - kind - 1),
                  line.substr(name + 1, published - name - 1), line.substr(published + 1));
}

std::string format_day_line(const DayNotice& day) {
  return fmt::format("{},{},{},{}", format_date(day.date),
                     day.kind == DayKind::workday ? "workday" : "holiday", day.name,
                     format_date(day.published));
}

CalendarDays read_calendar_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  CalendarDays read;
  DayRows rows(read);
  text::CsvReader reader(',', [&](const text::CsvRow& row) { rows.take(row); });
  reader.feed(text);
  reader.finish();
  if (read.days.empty() && read.faults.empty()) {
    read.faults.push_back({problem("calendar.columns", "days", "the file holds no days"), 1});
  }
  return read;
}

}  // namespace grid::codec
