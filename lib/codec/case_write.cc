#include <grid/codec/case.h>
#include <grid/domain/case_reasons.h>
#include <grid/domain/event_data.h>
#include <grid/domain/mask.h>

namespace grid::codec {

using domain::Case;
using text::Record;

namespace {

void add_time(Record& record, std::string_view name, const std::optional<Instant>& at,
              UtcOffset offset) {
  if (at) record.add(name, format_instant(*at, offset));
}

void add_seconds(Record& record, std::string_view name, const std::optional<Seconds>& span) {
  if (span) record.add(name, int64_t{span->count()});
}

template <typename E>
void add_code(Record& record, std::string_view name, const std::optional<E>& value) {
  if (value) record.add(name, std::string(code(*value)));
}

void add_holder(Record& record, const Case& matter) {
  record.add("level", matter.level).add("owner_area", matter.owner_area);
  record.add_if("owner_org", matter.owner_org).add_if("owner_staff", matter.owner_staff);
  record.add_if("first_org", matter.first_org);
  if (matter.joint.empty()) return;
  text::List units;
  for (const domain::JointUnit& unit : matter.joint) units.push_back(unit.org);
  record.add("joint", std::move(units));
}

void add_report(Record& record, const Case& matter, const CaseView& view) {
  record.add("urgency", std::string(code(matter.urgency)));
  record.add("channel", std::string(code(matter.channel)));
  const domain::Mask* mask = view.mask;
  record.add_if("reporter_name", mask == nullptr
                                     ? matter.reporter_name
                                     : domain::mask_name(matter.reporter_name, mask->name));
  record.add_if("reporter_phone", mask == nullptr
                                      ? matter.reporter_phone
                                      : domain::mask_ends(matter.reporter_phone, mask->phone));
  record.add_if("address", matter.address);
  if (matter.place) {
    record.add("lon", text::Decimal{matter.place->lon, 6});
    record.add("lat", text::Decimal{matter.place->lat, 6});
    record.add("crs", std::string(code(matter.place->crs)));
  }
  record.add_if("source", matter.source).add_if("source_ref", matter.source_ref);
}

// What is known of the promise: who had the case when it ran out, and, once closed, the verdict.
void add_verdict(Record& record, const Case& matter) {
  record.add_if("late", matter.late);
  if (matter.used) record.add("used", int64_t{matter.used->count() / 60});
  if (!matter.late_holder) return;
  record.add("late_area", matter.late_holder->area);
  record.add_if("late_org", matter.late_holder->org);
  record.add_if("late_staff", matter.late_holder->staff);
}

void add_times(Record& record, const Case& matter, const CaseView& view) {
  const UtcOffset offset = view.offset;
  add_time(record, "reported_at", matter.reported_at, offset);
  add_time(record, "accepted_at", matter.accepted_at, offset);
  add_time(record, "dispatched_at", matter.dispatched_at, offset);
  add_time(record, "signed_at", matter.signed_at, offset);
  add_time(record, "resolved_at", matter.resolved_at, offset);
  add_time(record, "verified_at", matter.verified_at, offset);
  add_time(record, "closed_at", matter.closed_at, offset);
  // A merged case keeps its clocks, but nobody waits for them: its master's count.
  if (matter.state != domain::State::merged) {
    add_code(record, "stage", matter.stage);
    add_time(record, "due", matter.due(), offset);
    add_time(record, "case_due", matter.promise.due, offset);
  }
  if (matter.paused) {
    add_seconds(record, "left", matter.handle.left);
    add_seconds(record, "case_left", matter.promise.left);
  }
  add_verdict(record, matter);
  if (!matter.open()) return;
  record.add("provisional", matter.provisional());
  record.add("paused", matter.paused);
  record.add("overdue", matter.overdue(view.now));
}

void add_counts(Record& record, const Case& matter) {
  record.add("supervise", int64_t{matter.supervise}).add("returns", int64_t{matter.returns});
  record.add("extensions", int64_t{matter.extensions}).add("reworks", int64_t{matter.reworks});
  record.add("reopens", int64_t{matter.reopens});
  if (matter.urges > 0) record.add("urges", int64_t{matter.urges});
  if (matter.final_dispatch) record.add("final_dispatch", true);
  if (!matter.refused_by.empty()) record.add("refused_by", text::List(matter.refused_by));
  record.add_if("master", matter.master);
  if (!matter.merged.empty()) {
    text::List numbers;
    for (const domain::Absorbed& each : matter.merged) numbers.push_back(each.no);
    record.add("merged", std::move(numbers));
  }
  record.add_if("excluded", matter.excluded);
  record.add_if("contacted", matter.contacted).add_if("solved", matter.solved);
  add_code(record, "satisfaction", matter.satisfaction);
  record.add_if("receipt", matter.receipt);
}

// Of the further facts of an event those that people ask for; clocks have records of their own.
bool tells(domain::Action action, std::string_view name) {
  using domain::Action;
  if (action == Action::absorb || action == Action::detach) return name == "case";
  if (action == Action::recompute) return name == "policy" || name == "calendar";
  return action == Action::rate || action == Action::whistle || action == Action::merge;
}

std::string text_of(const domain::Event& event) {
  std::string found;
  for (domain::EventData each(event.data); each.next();) {
    if (!tells(event.action, each.name())) continue;
    if (!found.empty()) found += ' ';
    found.append(each.name()).append("=").append(each.value());
  }
  if (found.empty()) return event.text;
  return event.text.empty() ? found : found + "; " + event.text;
}

// What a step decided beside its words.
void add_facts(Record& record, const domain::Event& event) {
  using domain::Action;
  if (event.action == Action::extend) {
    record.add_if("limit", domain::datum(event.data, "limit").value_or(""));
  }
  if (event.action == Action::supervise) {
    const auto level = domain::datum(event.data, "level").value_or("");
    record.add("level", domain::number_in<int64_t>(level));
  }
  if (event.action != Action::dispatch) return;
  record.add_if("staff", event.staff);
  text::List joint;
  for (domain::EventData each(event.data); each.next();) {
    if (each.name() == "joint") joint.push_back(each.value());
  }
  if (!joint.empty()) record.add("joint", std::move(joint));
}

template <typename E>
std::string_view word_of(std::string_view text, bool chinese) {
  const auto value = domain::from_code<E>(text);
  if (!value) return {};
  return chinese ? term(*value).zh : term(*value).en;
}

// Reasons from a list have words, others are words.
std::string_view reason_word(std::string_view text, bool chinese) {
  for (const auto word : {word_of<domain::ReturnReason>, word_of<domain::ExcludeReason>,
                          word_of<domain::NoteReason>, word_of<domain::RuleReason>}) {
    if (const std::string_view found = word(text, chinese); !found.empty()) return found;
  }
  return {};
}

constexpr Column table[] = {
    {"no", "Number", "案件编号"},
    {"state", "State", "状态", word_of<domain::State>},
    {"urgency", "Urgency", "紧急程度", word_of<domain::Urgency>},
    {"title", "Title", "标题"},
    {"category", "Category", "类别"},
    {"area", "Area", "区域"},
    {"owner_area", "Held by", "当前层级"},
    {"owner_org", "Lead", "主办单位"},
    {"stage", "Stage", "环节", word_of<domain::Stage>},
    {"due", "Due", "截止时间"},
    {"overdue", "Late", "超期"},
    {"supervise", "Supervision", "督办", nullptr, true},
    {"similar", "Similar", "疑似重复"},  // only of a case just filed
};

constexpr Column all[] = {
    {"no", "Number", "案件编号"},
    {"state", "State", "状态", word_of<domain::State>},
    {"title", "Title", "标题"},
    {"text", "Text", "内容"},
    {"category", "Category", "类别"},
    {"area", "Area", "区域"},
    {"level", "Level", "当前层级"},
    {"owner_area", "Held by", "当前区域"},
    {"owner_org", "Lead", "主办单位"},
    {"owner_staff", "Person", "承办人"},
    {"first_org", "First unit", "首接单位"},
    {"joint", "Joint units", "协办单位"},
    {"urgency", "Urgency", "紧急程度", word_of<domain::Urgency>},
    {"channel", "Channel", "来源渠道", word_of<domain::Channel>},
    {"reporter_name", "Reporter", "上报人"},
    {"reporter_phone", "Reporter's phone", "上报人电话"},
    {"address", "Address", "地址"},
    {"lon", "Longitude", "经度", nullptr, true},
    {"lat", "Latitude", "纬度", nullptr, true},
    {"crs", "Reference system", "坐标系", word_of<domain::Crs>},
    {"source", "Source", "来源系统"},
    {"source_ref", "Source reference", "来源编号"},
    {"reported_at", "Reported", "上报时间"},
    {"accepted_at", "Accepted", "受理时间"},
    {"dispatched_at", "Dispatched", "派遣时间"},
    {"signed_at", "Signed", "签收时间"},
    {"resolved_at", "Resolved", "反馈时间"},
    {"verified_at", "Verified", "核查时间"},
    {"closed_at", "Closed", "结案时间"},
    {"stage", "Stage", "环节", word_of<domain::Stage>},
    {"due", "Due", "截止时间"},
    {"case_due", "Promised", "承诺时限"},
    {"left", "Left (s)", "剩余秒数", nullptr, true},
    {"case_left", "Promise left (s)", "总时限剩余秒数", nullptr, true},
    {"late", "Closed late", "超期结案"},
    {"used", "Used (min)", "用时（分钟）", nullptr, true},
    {"late_area", "Late with", "超期时层级"},
    {"late_org", "Late with unit", "超期时单位"},
    {"late_staff", "Late with person", "超期时承办人"},
    {"provisional", "Provisional", "暂定"},
    {"paused", "Paused", "挂起"},
    {"overdue", "Late", "超期"},
    {"supervise", "Supervision", "督办", nullptr, true},
    {"returns", "Returns", "退回次数", nullptr, true},
    {"extensions", "Extensions", "延期次数", nullptr, true},
    {"reworks", "Reworks", "返工次数", nullptr, true},
    {"reopens", "Reopens", "重开次数", nullptr, true},
    {"urges", "Urges", "催办次数", nullptr, true},
    {"final_dispatch", "Final", "不得退回"},
    {"refused_by", "Returned by", "退回单位"},
    {"master", "Master", "并入案件"},
    {"merged", "Merged in", "并入本案"},
    {"excluded", "Excluded", "剔除原因", word_of<domain::ExcludeReason>},
    {"contacted", "Contacted", "已联系"},
    {"solved", "Solved", "已解决"},
    {"satisfaction", "Satisfaction", "满意度", word_of<domain::Satisfaction>},
    {"receipt", "Receipt", "查询码"},
    {"similar", "Similar", "疑似重复"},  // only of a case just filed
};

constexpr Column events[] = {
    {"case", "Case", "案件编号"},
    {"seq", "Seq", "序号", nullptr, true},
    {"action", "Action", "环节", word_of<domain::Action>},
    {"at", "At", "发生时间"},
    {"recorded_at", "Recorded", "记录时间"},
    {"actor", "Actor", "操作人"},
    {"post", "Post", "岗位"},
    {"from", "From", "原状态", word_of<domain::State>},
    {"to", "To", "新状态", word_of<domain::State>},
    {"area", "Area", "区域"},
    {"org", "Organisation", "单位"},
    {"joint", "Joint units", "协办单位"},
    {"limit", "Limit", "延长"},
    {"level", "Level", "级别", nullptr, true},
    {"reason", "Reason", "原因", reason_word},
    {"text", "Text", "内容"},
};

constexpr Column whistles[] = {
    {"case", "Case", "案件编号"},       {"org", "Called", "吹哨单位"},
    {"called_at", "At", "吹哨时间"},    {"arrived_at", "Arrived", "报到时间"},
    {"outcome", "Outcome", "处置结果"}, {"score", "Score", "评分", nullptr, true},
};

std::string hexadecimal(const std::vector<unsigned char>& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : bytes) {
    out.push_back(digits[byte >> 4U]);
    out.push_back(digits[byte & 15U]);
  }
  return out;
}

}  // namespace

Record write_case(const Case& matter, const CaseView& view) {
  Record record = text::make_record("case");
  record.reserve(std::size(all) + 2);  // type and v
  record.add("no", matter.no).add("state", std::string(code(matter.state)));
  record.add("title", matter.title).add_if("text", matter.text);
  record.add("category", matter.category).add("area", matter.area);
  add_holder(record, matter);
  add_report(record, matter, view);
  add_times(record, matter, view);
  add_counts(record, matter);
  return record;
}

Record write_event(const domain::Event& event, UtcOffset offset) {
  Record record = text::make_record("event");
  record.add("case", event.case_no).add("seq", event.seq);
  record.add("action", std::string(code(event.action)));
  add_time(record, "at", event.at, offset);
  add_time(record, "recorded_at", event.recorded_at, offset);
  record.add("actor", event.actor).add("login", event.login).add_if("post", event.post);
  add_code(record, "from", event.from);
  record.add("to", std::string(code(event.to)));
  record.add_if("area", event.area).add_if("org", event.org).add_if("reason", event.reason);
  add_facts(record, event);
  record.add_if("text", text_of(event)).add_if("hash", hexadecimal(event.hash));
  return record;
}

Record write_whistle(const Case& matter, const domain::Whistle& whistle, UtcOffset offset) {
  Record record = text::make_record("whistle");
  record.add("case", matter.no).add("org", whistle.org);
  add_time(record, "called_at", whistle.called_at, offset);
  add_time(record, "arrived_at", whistle.arrived_at, offset);
  record.add_if("outcome", whistle.outcome);
  if (whistle.score) record.add("score", int64_t{*whistle.score});
  return record;
}

Columns whistle_columns() {
  return whistles;
}
Columns case_columns() {
  return filed_columns().first(filed_columns().size() - 1);
}
Columns case_all_columns() {
  return filed_all_columns().first(filed_all_columns().size() - 1);
}
Columns filed_columns() {
  return table;
}
Columns filed_all_columns() {
  return all;
}
Columns event_columns() {
  return events;
}

}  // namespace grid::codec
