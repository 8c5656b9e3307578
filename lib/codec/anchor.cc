#include <grid/codec/anchor.h>
#include <grid/codec/fields.h>

#include <algorithm>

namespace grid::codec {

namespace {

constexpr Column columns[] = {{"office", "Office", "单位标识"},
                              {"at", "At", "时间"},
                              {"events", "Events", "记录数", nullptr, true},
                              {"hash", "Hash", "链首摘要"},
                              {"case", "Last case", "末条案件"},
                              {"seq", "Seq", "序号", nullptr, true},
                              {"recorded_at", "Recorded", "记录时间"},
                              {"policy", "Policy", "政策版本", nullptr, true},
                              {"digest", "Policy digest", "政策摘要"}};

void check_digest(FieldReader& fields, std::string_view name, std::string_view digest) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (digest.size() == 64 && std::ranges::all_of(digest, is_digit)) return;
  fields.fail(problem("anchor.digest", name, "{} is not 64 hexadecimal digits", name));
}

int64_t count(FieldReader& fields, std::string_view name) {
  const int64_t value = fields.integer(name).value_or(0);
  if (value < 0) fields.fail(problem("field.range", name, "{} is below 0", name));
  return value;
}

}  // namespace

text::Record write_anchor(const domain::Anchor& anchor, Instant at, UtcOffset offset) {
  text::Record record = text::make_record("anchor");
  record.add("office", anchor.office).add("at", format_instant(at, offset));
  record.add("events", anchor.events).add("hash", anchor.hash);
  if (!anchor.case_no.empty()) {
    record.add("case", anchor.case_no).add("seq", anchor.seq);
    record.add("recorded_at", format_instant(anchor.recorded_at, offset));
  }
  if (anchor.policy != 0) record.add("policy", anchor.policy).add("digest", anchor.digest);
  return record;
}

Result<domain::Anchor> read_anchor(const text::Record& record) {
  FieldReader fields(record);
  if (!fields.type().empty() && fields.type() != "anchor") {
    return problem("record.type", "type", "a record of type {} is no anchor", fields.type());
  }
  domain::Anchor anchor;
  anchor.office = fields.required("office");
  if (!fields.has("events")) (void)fields.required("events");
  anchor.events = count(fields, "events");
  anchor.hash = fields.required("hash");
  if (!anchor.hash.empty()) check_digest(fields, "hash", anchor.hash);
  anchor.case_no = fields.text("case");
  anchor.seq = count(fields, "seq");
  anchor.policy = count(fields, "policy");
  if (anchor.policy != 0) {
    anchor.digest = fields.required("digest");
    if (!anchor.digest.empty()) check_digest(fields, "digest", anchor.digest);
  }
  if (fields.problem()) return *fields.problem();
  return anchor;
}

Columns anchor_columns() {
  return columns;
}

}  // namespace grid::codec
