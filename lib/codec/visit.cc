#include <grid/base/nearest.h>
#include <grid/codec/fields.h>
#include <grid/codec/visit.h>

#include <array>

namespace grid::codec {

using domain::Visit;
using domain::VisitKind;

namespace {

const std::array<std::string, 12> visit_names{"community", "household", "case",   "area",
                                              "kind",      "at",        "staff",  "result",
                                              "lon",       "lat",       "source", "source_ref"};

std::string_view kind_word(std::string_view code, bool chinese) {
  const auto kind = domain::from_code<VisitKind>(code);
  if (!kind) return {};
  const domain::Term& term = domain::Terms<VisitKind>::all[static_cast<size_t>(*kind)];
  return chinese ? term.zh : term.en;
}

constexpr std::array<Column, 14> visit_table{{
    {"community", "Community", "所属社区"},
    {"household", "Household", "户号"},
    {"case", "Case", "案件编号"},
    {"area", "Area", "区域"},
    {"kind", "Kind", "类型", kind_word},
    {"at", "Time", "时间"},
    {"staff", "Staff", "走访人"},
    {"result", "Result", "结果"},
    {"lon", "Longitude", "经度", nullptr, true},
    {"lat", "Latitude", "纬度", nullptr, true},
    {"source", "Source", "来源"},
    {"source_ref", "Source key", "来源编号"},
    {"recorded_at", "Recorded", "录入时间"},
    {"actor", "Recorded by", "录入人"},
}};

constexpr std::array<Column, 9> missed_table{{
    {"area", "Grid", "网格"},
    {"name", "Name", "名称"},
    {"community", "Community", "所属社区"},
    {"staff", "Staff", "责任网格员"},
    {"households", "Households", "户数", nullptr, true},
    {"unvisited", "Not visited", "未走访", nullptr, true},
    {"never", "Never", "从未走访", nullptr, true},
    {"since", "Since", "起算日"},
    {"due", "Due", "待走访户号"},
}};

// What was visited; the fields that lead there are those of the record's type.
void read_target(FieldReader& fields, Visit& visit) {
  const std::string type = fields.type();
  const auto household = [&](const char* no) {
    visit.community = fields.required("community");
    visit.household = fields.required(no);
  };
  visit.community.clear();
  visit.household.clear();
  visit.case_no.clear();
  visit.area.clear();
  if (type == "household") return household("no");
  if (type == "person") return household("household_no");
  if (type == "case") {
    visit.case_no = fields.required("no");
    return;
  }
  if (type == "area") {
    visit.area = fields.required("code");
    return;
  }
  visit.case_no = fields.text("case");
  if (fields.has("household")) return household("household");
  if (!visit.case_no.empty()) return;
  visit.area = fields.text("area");
  if (visit.area.empty()) {
    fields.fail(problem("field.required", "household",
                        "name what was visited: a household, a case or an area"));
  }
}

void read_own(FieldReader& fields, ToldVisit& told) {
  if (fields.has("kind")) {
    const std::string text = fields.text("kind");
    told.kind = domain::from_code<VisitKind>(text);
    if (!told.kind) {
      Problem wrong = problem("field.value", "kind", "{} is no value of {}", text, "kind");
      wrong.near = nearest(text, domain::codes<VisitKind>());
      fields.fail(std::move(wrong));
    }
  }
  if (const auto place = fields.coordinates()) {
    told.visit.lon = place->lon;
    told.visit.lat = place->lat;
  }
  if (fields.has("source")) told.visit.source = fields.text("source");
  if (fields.has("source_ref")) told.visit.source_ref = fields.text("source_ref");
}

}  // namespace

std::span<const std::string> visit_fields() {
  return visit_names;
}

Result<ToldVisit> read_visit(const text::Record& record, ToldVisit given, UtcOffset offset) {
  FieldReader fields(record);
  read_target(fields, given.visit);
  if (fields.has("at")) given.at = fields.moment("at", offset);
  if (fields.has("staff")) given.visit.staff = fields.text("staff");
  if (fields.has("result")) given.visit.result = fields.text("result");
  const std::string type = fields.type();
  if (type.empty() || type == "visit") read_own(fields, given);
  if (fields.problem()) return *fields.problem();
  return given;
}

text::Record write_visit(const Visit& visit, const VisitRecording& recorded, UtcOffset offset) {
  text::Record record = text::make_record("visit");
  record.add_if("community", visit.community)
      .add_if("household", visit.household)
      .add_if("case", visit.case_no)
      .add("area", visit.area)
      .add("kind", std::string(domain::code(visit.kind)))
      .add("at", format_instant(visit.at, offset))
      .add("staff", visit.staff)
      .add_if("result", visit.result);
  if (visit.lon && visit.lat) {
    record.add("lon", text::Decimal{*visit.lon, 6}).add("lat", text::Decimal{*visit.lat, 6});
  }
  record.add_if("source", visit.source)
      .add_if("source_ref", visit.source_ref)
      .add("recorded_at", format_instant(recorded.at, offset))
      .add("actor", recorded.actor);
  return record;
}

Columns visit_columns() {
  return visit_table;
}

text::Record write_missed(const MissedHouseholds& missed) {
  text::Record record = text::make_record("missed");
  record.add("area", missed.area).add_if("name", missed.name).add("community", missed.community);
  if (!missed.staff.empty()) record.add("staff", text::List(missed.staff));
  record.add("households", missed.households)
      .add("unvisited", missed.unvisited)
      .add("never", missed.never)
      .add("since", format_date(missed.since))
      .add("due", text::List(missed.due));
  return record;
}

Columns missed_columns() {
  return missed_table;
}

Columns missed_table_columns() {
  return missed_columns().first(missed_table.size() - 1);
}

}  // namespace grid::codec
