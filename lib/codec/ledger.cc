#include <fmt/format.h>
#include <grid/codec/ledger.h>

#include <array>

namespace grid::codec {

namespace {

using domain::SpanKind;
using text::Record;

template <typename E>
std::string_view word_of(std::string_view code, bool chinese) {
  const auto value = domain::from_code<E>(code);
  if (!value) return {};
  return chinese ? term(*value).zh : term(*value).en;
}

constexpr std::array<Column, 11> clocks{{
    {"clock", "Clock", "时钟", word_of<domain::ClockKind>},
    {"org", "Unit", "单位"},
    {"cycle", "Cycle", "轮次", nullptr, true},
    {"limit", "Limit", "时限"},
    {"from", "From", "起算"},
    {"due", "Due", "截止"},
    {"stopped", "Stopped", "停止"},
    {"worth", "Worth", "时限总额", nullptr, true},
    {"used", "Used", "已用", nullptr, true},
    {"left", "Left", "剩余", nullptr, true},
    {"late", "Late", "超期"},
}};

constexpr std::array<Column, 12> spans{{
    {"case", "Case", "案件编号"},
    {"clock", "Clock", "时钟", word_of<domain::ClockKind>},
    {"org", "Unit", "单位"},
    {"cycle", "Cycle", "轮次", nullptr, true},
    {"from", "From", "起"},
    {"until", "Until", "止"},
    {"seconds", "Seconds", "计入秒数", nullptr, true},
    {"days", "Days", "计入天数", nullptr, true},
    {"not_counted", "Not counted", "不计原因", word_of<SpanKind>},
    {"name", "Name", "名称"},
    {"over", "Past the end", "超期"},
    {"ahead", "Ahead", "未到"},
}};

constexpr std::array<Column, 7> spans_on_screen{{
    {"from", "From", "起"},
    {"until", "Until", "止"},
    {"seconds", "Time", "时长", nullptr, true},
    {"days", "Days", "天数", nullptr, true},
    {"kind", "What", "性质", word_of<SpanKind>},
    {"name", "Name", "名称"},
    {"ahead", "Ahead", "未到"},
}};

constexpr std::array<Column, 6> charges{{
    {"cycle", "Cycle", "轮次", nullptr, true},
    {"area", "Held by", "持有层级"},
    {"org", "Unit", "单位"},
    {"staff", "Person", "承办人"},
    {"stage", "Stage", "环节", word_of<domain::Stage>},
    {"seconds", "Time", "用时", nullptr, true},
}};

constexpr std::array<Column, 7> deadlines{{
    {"case", "Case", "案件编号"},
    {"clock", "Clock", "时钟", word_of<domain::ClockKind>},
    {"org", "Unit", "单位"},
    {"before", "Before", "原截止"},
    {"after", "After", "新截止"},
    {"left_before", "Left before", "原剩余", nullptr, true},
    {"left_after", "Left after", "新剩余", nullptr, true},
}};

std::string moment(Instant at, const LedgerView& view) {
  std::string text = format_instant(at, view.offset);
  if (!view.people) return text;
  text[10] = ' ';
  return text.substr(0, text.substr(17, 2) == "00" ? 16 : 19);
}

// "7:30" of 27000 s; seconds only where there are any.
text::Value duration(Seconds span, const LedgerView& view) {
  const int64_t seconds = span.count();
  if (!view.people) return seconds;
  const int64_t size = seconds < 0 ? -seconds : seconds;
  const char* sign = seconds < 0 ? "-" : "";
  if (size % 60 == 0) return fmt::format("{}{}:{:02}", sign, size / 3600, size / 60 % 60);
  return fmt::format("{}{}:{:02}:{:02}", sign, size / 3600, size / 60 % 60, size % 60);
}

void add_clock(Record& record, const domain::ClockLedger& clock, const LedgerView& view) {
  record.add("case", view.case_no).add("clock", std::string(code(clock.kind)));
  record.add_if("org", clock.org).add("cycle", int64_t{clock.cycle});
}

}  // namespace

Record write_clock(const domain::ClockLedger& clock, const LedgerView& view) {
  Record record = text::make_record("clock");
  add_clock(record, clock, view);
  if (clock.limit) record.add("limit", format_limit(*clock.limit));
  record.add("policy", clock.policy).add("calendar", clock.calendar);
  record.add("from", moment(clock.from, view));
  if (clock.due) record.add("due", moment(*clock.due, view));
  if (clock.stopped) record.add("stopped", moment(*clock.stopped, view));
  record.add("worth", duration(clock.worth, view)).add("used", duration(clock.used, view));
  if (!clock.stopped) record.add("left", duration(clock.worth - clock.used, view));
  record.add("late", clock.late).add("provisional", clock.provisional);
  return record;
}

Record write_span(const domain::LedgerSpan& span, const domain::ClockLedger& clock,
                  const LedgerView& view) {
  Record record = text::make_record("span");
  add_clock(record, clock, view);
  record.add("from", moment(span.from, view)).add("until", moment(span.until, view));
  const bool blank = view.people && span.seconds == Seconds{0} && span.kind != SpanKind::over;
  if (!blank) record.add("seconds", duration(span.seconds, view));
  if (span.days != 0) record.add("days", span.days);
  if (view.people) {
    record.add("kind", std::string(code(span.kind)));
  } else if (not_counted(span)) {
    record.add("not_counted", std::string(code(span.kind)));
  }
  record.add_if("name", span.name);
  if (span.kind == SpanKind::over) record.add("over", true);
  if (span.ahead) record.add("ahead", true);
  return record;
}

Record write_charge(const domain::Charge& charge, const LedgerView& view) {
  Record record = text::make_record("charge");
  record.add("case", view.case_no).add("cycle", int64_t{charge.cycle});
  record.add_if("area", charge.holder.area).add_if("org", charge.holder.org);
  record.add_if("staff", charge.holder.staff);
  if (charge.stage) record.add("stage", std::string(code(*charge.stage)));
  record.add("seconds", duration(charge.seconds, view));
  return record;
}

Record write_deadline(const domain::ClockMove& move, const LedgerView& view) {
  Record record = text::make_record("deadline");
  record.add("case", view.case_no).add("clock", std::string(code(move.clock)));
  record.add_if("org", move.org);
  if (move.before.due) record.add("before", moment(*move.before.due, view));
  if (move.after.due) record.add("after", moment(*move.after.due, view));
  if (move.before.left) record.add("left_before", duration(*move.before.left, view));
  if (move.after.left) record.add("left_after", duration(*move.after.left, view));
  return record;
}

Columns clock_columns() {
  return clocks;
}
Columns span_columns() {
  return spans;
}
Columns span_table_columns() {
  return spans_on_screen;
}
Columns charge_columns() {
  return charges;
}
Columns deadline_columns() {
  return deadlines;
}

}  // namespace grid::codec
