#include <grid/base/nearest.h>
#include <grid/codec/case.h>
#include <grid/codec/fields.h>

#include <algorithm>
#include <array>

namespace grid::codec {

using domain::Intent;
using domain::NewCase;

namespace {

const std::array<std::string, 16> filed_names{
    "title",         "text",           "category",    "area", "urgency", "channel",
    "reporter_name", "reporter_phone", "address",     "lon",  "lat",     "crs",
    "source",        "source_ref",     "reported_at", "at"};

const std::array<std::string, 15> act_names{
    "at",   "org",       "joint",  "staff",        "reason",  "text",    "limit", "level",
    "into", "contacted", "solved", "satisfaction", "arrived", "outcome", "score"};

// Fields of a case that only its events set.
constexpr std::array<std::string_view, 42> output_only{
    "no",           "state",       "level",       "owner_area", "owner_org",      "owner_staff",
    "first_org",    "joint",       "accepted_at", "stage",      "dispatched_at",  "signed_at",
    "resolved_at",  "verified_at", "closed_at",   "due",        "case_due",       "provisional",
    "paused",       "overdue",     "late",        "supervise",  "returns",        "extensions",
    "reworks",      "reopens",     "master",      "excluded",   "contacted",      "solved",
    "satisfaction", "receipt",     "handle_due",  "cycle",      "policy",         "handler",
    "reporter",     "similar",     "urges",       "merged",     "final_dispatch", "refused_by"};

template <typename E>
std::optional<E> maybe_word(FieldReader& fields, std::string_view name) {
  const std::string text = fields.text(name);
  if (text.empty()) return std::nullopt;
  if (const auto value = domain::from_code<E>(text)) return value;
  Problem wrong = problem("field.value", name, "{} is no value of {}", text, name);
  wrong.near = nearest(text, domain::codes<E>());
  fields.fail(std::move(wrong));
  return std::nullopt;
}

template <typename E>
E word(FieldReader& fields, std::string_view name, E otherwise) {
  return maybe_word<E>(fields, name).value_or(otherwise);
}

void lay_rating(domain::Rating& rating, FieldReader& fields) {
  if (fields.has("contacted")) rating.contacted = fields.truth("contacted");
  if (fields.has("solved")) rating.solved = fields.truth("solved");
  if (fields.has("satisfaction")) {
    rating.satisfaction = maybe_word<domain::Satisfaction>(fields, "satisfaction");
  }
}

void lay_whistle(domain::WhistleAnswer& answer, FieldReader& fields) {
  if (fields.has("arrived")) answer.arrived = fields.truth("arrived").value_or(false);
  if (fields.has("outcome")) answer.outcome = fields.text("outcome");
  if (fields.has("score")) {
    const auto score = fields.integer("score");
    answer.score = static_cast<int>(std::clamp<int64_t>(score.value_or(0), -1, 999));
  }
}

std::optional<domain::Place> place(FieldReader& fields) {
  const auto crs = word(fields, "crs", domain::Crs::wgs84);
  const auto found = fields.coordinates(fields.has("crs"));
  if (!found) return std::nullopt;
  return domain::Place{found->lon, found->lat, crs};
}

Status refuse_output_only(const text::Record& record) {
  for (const text::Field& field : record.fields()) {
    if (std::find(output_only.begin(), output_only.end(), field.name) == output_only.end()) {
      continue;
    }
    return problem("field.read_only", field.name, "{} is set by the office, not by a report",
                   field.name);
  }
  return Done{};
}

}  // namespace

std::span<const std::string> filed_fields() {
  return std::span(filed_names).first(filed_names.size() - 1);
}

std::span<const std::string> act_fields() {
  return act_names;
}

Result<FiledCase> read_filed(const text::Record& record, UtcOffset offset) {
  FieldReader fields(record);
  if (const std::string type = fields.type(); !type.empty() && type != "case") {
    return problem("record.type", "type", "case-report takes no records of type {}", type);
  }
  if (Status s = refuse_output_only(record); !s) return s.problem();
  if (Status s = fields.refuse_unknown(filed_names); !s) return s.problem();
  FiledCase read;
  NewCase& filed = read.filed;
  filed.title = fields.required("title");
  filed.category = fields.required("category");
  filed.area = fields.required("area");
  filed.text = fields.text("text");
  filed.urgency = word(fields, "urgency", domain::Urgency::normal);
  filed.channel = word(fields, "channel", domain::Channel::patrol);
  filed.reporter_name = fields.text("reporter_name");
  filed.reporter_phone = fields.text("reporter_phone");
  filed.address = fields.text("address");
  filed.place = place(fields);
  filed.source = fields.text("source");
  filed.source_ref = fields.text("source_ref");
  read.reported_at = fields.moment(fields.has("reported_at") ? "reported_at" : "at", offset);
  if (fields.problem()) return *fields.problem();
  return read;
}

Result<std::string> read_case_no(const text::Record& record) {
  FieldReader fields(record);
  std::string no = fields.text("no");
  if (fields.problem()) return *fields.problem();
  if (no.empty()) return problem("field.required", "no", "the number of the case is missing");
  return no;
}

Result<Intent> read_intent(const text::Record& record, Intent intent, UtcOffset offset) {
  FieldReader fields(record);
  const bool listed = fields.type() == "case";
  const auto take = [&](const char* name, std::string& value) {
    if (fields.has(name)) value = fields.text(name);
  };
  if (fields.has("org")) {
    intent.units = fields.list("org");
    intent.org = intent.units.empty() ? std::string() : intent.units.back();
  }
  take("staff", intent.staff);
  take("reason", intent.reason);
  take("into", intent.into);
  if (fields.has("at")) intent.at = fields.moment("at", offset);
  if (fields.has("limit")) {
    const auto limit = domain::parse_limit(fields.text("limit"));
    if (!limit) return limit.problem();
    intent.limit = *limit;
  }
  if (!listed) {
    take("text", intent.text);
    if (fields.has("joint")) intent.joint = fields.list("joint");
    if (fields.has("level")) {
      const auto level = fields.integer("level");
      intent.level = static_cast<int>(std::clamp<int64_t>(level.value_or(0), -1, 99));
    }
    lay_rating(intent.rating, fields);
    lay_whistle(intent.whistle, fields);
  }
  if (fields.problem()) return *fields.problem();
  return intent;
}

}  // namespace grid::codec
