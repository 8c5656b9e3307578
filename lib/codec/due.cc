#include <grid/codec/due.h>
#include <grid/codec/fields.h>

#include <array>

namespace grid::codec {

namespace {

constexpr std::array<Column, 7> columns{{
    {"from", "From", "起"},
    {"limit", "Limit", "时限"},
    {"until", "Until", "止"},
    {"calendar", "Calendar", "日历"},
    {"due", "Due", "到期"},
    {"worked_seconds", "Office time (s)", "工作时间（秒）", nullptr, true},
    {"provisional", "Provisional", "暂定"},
}};

std::optional<domain::Limit> read_limit(FieldReader& fields) {
  if (!fields.has("limit")) return std::nullopt;
  const auto limit = domain::parse_limit(fields.text("limit"));
  if (limit) return *limit;
  fields.fail(limit.problem());
  return std::nullopt;
}

}  // namespace

Result<DueQuestion> read_due_question(const text::Record& record, UtcOffset offset) {
  FieldReader fields(record);
  DueQuestion question;
  fields.required("from");
  question.from = fields.moment("from", offset).value_or(Instant{});
  question.limit = read_limit(fields);
  question.until = fields.moment("until", offset);
  question.calendar = fields.text("calendar");
  if (!fields.has("limit") && !fields.has("until")) fields.required("limit");
  if (fields.has("limit") && fields.has("until")) {
    fields.fail(problem("due.either", "until", "give either limit or until, not both"));
  }
  if (fields.problem()) return *fields.problem();
  return question;
}

text::Record answer_due(const DueQuestion& question, const domain::Calendar& calendar) {
  const UtcOffset offset = calendar.offset();
  text::Record record = text::make_record("due");
  record.add("from", format_instant(question.from, offset));
  if (question.limit) {
    const domain::Due due = calendar.add(question.from, *question.limit);
    record.add("limit", domain::format_limit(*question.limit));
    record.add_if("calendar", question.calendar);
    record.add("due", format_instant(due.at, offset)).add("provisional", due.provisional);
    return record;
  }
  const Instant until = question.until.value_or(question.from);
  const domain::Worked worked = calendar.worked(question.from, until);
  record.add("until", format_instant(until, offset)).add_if("calendar", question.calendar);
  record.add("worked_seconds", int64_t{worked.seconds.count()});
  record.add("provisional", worked.provisional);
  return record;
}

Columns due_columns() {
  return columns;
}

}  // namespace grid::codec
