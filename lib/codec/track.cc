#include <grid/codec/fields.h>
#include <grid/codec/track.h>

namespace grid::codec {

namespace {

std::string_view state_word(std::string_view code, bool chinese) {
  const auto state = domain::from_code<domain::State>(code);
  return state ? domain::words_for_residents(*state, chinese) : std::string_view();
}

constexpr Column table[] = {
    {"no", "Number", "案件编号"},         {"state", "State", "办理进度", state_word},
    {"unit", "Unit", "承办单位"},         {"reported_at", "Reported", "上报时间"},
    {"case_due", "Promised", "承诺时限"}, {"late", "Late", "超期"},
    {"answer", "Answer", "答复"}};

constexpr Column all[] = {{"receipt", "Receipt", "查询码"},
                          {"no", "Number", "案件编号"},
                          {"state", "State", "办理进度", state_word},
                          {"unit", "Unit", "承办单位"},
                          {"reported_at", "Reported", "上报时间"},
                          {"accepted_at", "Accepted", "受理时间"},
                          {"dispatched_at", "Given to the unit", "派单时间"},
                          {"resolved_at", "Done", "办理时间"},
                          {"ended_at", "Closed", "办结时间"},
                          {"case_due", "Promised", "承诺时限"},
                          {"provisional", "Provisional", "暂定"},
                          {"late", "Late", "超期"},
                          {"answer", "Answer", "答复"}};

}  // namespace

text::Record write_track(const domain::Track& track, const std::string& receipt,
                         const std::string& unit, UtcOffset offset) {
  text::Record record = text::make_record("track");
  record.add("receipt", receipt).add("no", track.no);
  record.add("state", std::string(code(track.state))).add_if("unit", unit);
  const auto time = [&](std::string_view name, const std::optional<Instant>& at) {
    if (at) record.add(name, format_instant(*at, offset));
  };
  time("reported_at", track.reported_at);
  time("accepted_at", track.accepted_at);
  time("dispatched_at", track.dispatched_at);
  time("resolved_at", track.resolved_at);
  time("ended_at", track.ended_at);
  time("case_due", track.promise);
  if (track.provisional) record.add("provisional", true);
  record.add_if("late", track.late).add_if("answer", track.answer);
  return record;
}

Result<std::string> read_receipt(const text::Record& record) {
  FieldReader fields(record);
  std::string receipt = fields.required("receipt");
  if (fields.problem()) return *fields.problem();
  return receipt;
}

Columns track_columns() {
  return table;
}
Columns track_all_columns() {
  return all;
}

}  // namespace grid::codec
