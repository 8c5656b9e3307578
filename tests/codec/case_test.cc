#include <doctest/doctest.h>
#include <grid/codec/case.h>

using namespace grid;
using namespace grid::domain;
using text::Record;

namespace {

constexpr UtcOffset china{480};

Record minimal() {
  Record record;
  record.add("title", "  楼道堆放杂物 ").add("category", "0401").add("area", "330782002005003");
  return record;
}

std::string names(const Record& record) {
  std::string all;
  for (const text::Field& field : record.fields()) all += field.name + " ";
  return all;
}

Instant at(const char* text) {
  return *parse_moment(text, china);
}

}  // namespace

TEST_CASE("a minimal report is read, trimmed, with its defaults") {
  const auto read = codec::read_filed(minimal(), china);
  REQUIRE(read);
  CHECK(read->filed.title == "楼道堆放杂物");
  CHECK(read->filed.urgency == Urgency::normal);
  CHECK(read->filed.channel == Channel::patrol);
  CHECK(!read->filed.place);
  CHECK(!read->reported_at);
}

TEST_CASE("every field of a report is read") {
  Record record = minimal();
  record.add("type", "case").add("v", int64_t{1});
  record.add("text", "二楼").add("urgency", "urgent").add("channel", "hotline");
  record.add("reporter_name", "甲").add("reporter_phone", "14000000000").add("address", "5 号");
  record.add("lon", text::Decimal{120.08}).add("lat", int64_t{29}).add("crs", "gcj02");
  record.add("source", "12345").add("source_ref", int64_t{77});
  record.add("reported_at", "2026-11-16T09:00:00+08:00");
  const auto read = codec::read_filed(record, china);
  REQUIRE(read);
  NewCase want;
  want.title = "楼道堆放杂物";
  want.text = "二楼";
  want.category = "0401";
  want.area = "330782002005003";
  want.urgency = Urgency::urgent;
  want.channel = Channel::hotline;
  want.reporter_name = "甲";
  want.reporter_phone = "14000000000";
  want.address = "5 号";
  want.place = Place{120.08, 29, Crs::gcj02};
  want.source = "12345";
  want.source_ref = "77";
  CHECK(read->filed == want);
  CHECK(read->reported_at == at("2026-11-16 09:00"));
}

TEST_CASE("a report is refused with code, field and the nearest name") {
  struct Row {
    const char* name;
    text::Value value;
    const char* code;
    const char* field;
    const char* near;
  };
  for (const Row& row : {
           Row{"urgncy", "urgent", "field.unknown", "urgncy", "urgency"},
           Row{"urgency", "urgnt", "field.value", "urgency", "urgent"},
           Row{"channel", "phone", "field.value", "channel", ""},
           Row{"no", "330782002-20261121-0001", "field.read_only", "no", ""},
           Row{"state", "closed", "field.read_only", "state", ""},
           Row{"receipt", "X", "field.read_only", "receipt", ""},
           Row{"lon", text::Decimal{120.0}, "field.required", "lat", ""},
           Row{"lat", text::Decimal{29.0}, "field.required", "lon", ""},
           Row{"crs", "wgs84", "field.required", "lon", ""},
           Row{"text", true, "field.type", "text", ""},
           Row{"reported_at", "yesterday", "time.format", "reported_at", ""},
           Row{"type", "person", "record.type", "type", ""},
       }) {
    CAPTURE(row.name);
    const auto read = codec::read_filed(minimal().add(row.name, row.value), china);
    REQUIRE(!read);
    CHECK(read.problem().code == row.code);
    CHECK(read.problem().field == row.field);
    CHECK(read.problem().near == row.near);
  }
  for (const char* missing : {"title", "category", "area"}) {
    Record record;
    const Record whole = minimal();
    for (const text::Field& field : whole.fields()) {
      record.add(field.name, field.name == missing ? text::Value(" ") : field.value);
    }
    const auto read = codec::read_filed(record, china);
    REQUIRE(!read);
    CHECK(read.problem().code == "field.required");
    CHECK(read.problem().field == missing);
  }
  for (const auto& [lon, lat, field] :
       {std::tuple{180.1, 0.0, "lon"}, std::tuple{-181.0, 0.0, "lon"},
        std::tuple{0.0, 90.5, "lat"}}) {
    const auto read = codec::read_filed(
        minimal().add("lon", text::Decimal{lon}).add("lat", text::Decimal{lat}), china);
    REQUIRE(!read);
    CHECK(read.problem().code == "field.range");
    CHECK(read.problem().field == field);
  }
}

TEST_CASE("what an action takes from a record") {
  Record record;
  record.add("no", "1").add("at", "2026-11-16 09:00").add("org", "CG").add("staff", "wang");
  record.add("joint", text::List{"SQ", "WY"}).add("reason", "r").add("text", "t");
  record.add("limit", "2wd").add("level", int64_t{2}).add("into", "2").add("whatever", true);
  const auto intent = codec::read_intent(record, {}, china);
  REQUIRE(intent);
  CHECK(intent->at == at("2026-11-16 09:00"));
  CHECK(intent->org == "CG");
  CHECK(intent->staff == "wang");
  CHECK(intent->joint == std::vector<std::string>{"SQ", "WY"});
  CHECK(intent->reason == "r");
  CHECK(intent->text == "t");
  CHECK(intent->limit == Limit{2, LimitUnit::wd});
  CHECK(intent->level == 2);
  CHECK(intent->into == "2");
  CHECK(*codec::read_case_no(record) == "1");
  CHECK(codec::read_case_no(Record()).problem().code == "field.required");
  CHECK(codec::read_intent(Record().add("limit", "0.5wd"), {}, china).problem().code ==
        "limit.format");
}

TEST_CASE("what a call-back found is read from truth values or their words") {
  struct Row {
    text::Value contacted, solved;
    bool reached, settled;
  };
  for (const Row& row : {Row{true, false, true, false}, Row{"true", "false", true, false},
                         Row{"yes", "no", true, false}, Row{false, true, false, true}}) {
    Record record;
    record.add("contacted", row.contacted).add("solved", row.solved).add("satisfaction", "basic");
    const auto intent = codec::read_intent(record, {}, china);
    REQUIRE(intent);
    CHECK(intent->rating == Rating{row.reached, row.settled, Satisfaction::basic});
  }
  Intent options;
  options.rating = {true, true, Satisfaction::satisfied};
  const auto laid = codec::read_intent(Record().add("solved", false), options, china);
  REQUIRE(laid);
  CHECK(laid->rating == Rating{true, false, Satisfaction::satisfied});
}

TEST_CASE("a rating that cannot be read is refused") {
  struct Row {
    const char* name;
    text::Value value;
    const char* code;
    const char* near;
  };
  for (const Row& row :
       {Row{"contacted", "maybe", "field.type", ""}, Row{"contacted", int64_t{1}, "field.type", ""},
        Row{"solved", "T", "field.type", ""},
        Row{"satisfaction", "satisfid", "field.value", "satisfied"},
        Row{"satisfaction", true, "field.type", ""}}) {
    CAPTURE(row.name);
    const auto intent = codec::read_intent(Record().add(row.name, row.value), {}, china);
    REQUIRE(!intent);
    CHECK(intent.problem().code == row.code);
    CHECK(intent.problem().field == row.name);
    CHECK(intent.problem().near == row.near);
  }
}

TEST_CASE("a listed case keeps its own text, joint units and level out of the action") {
  Intent options;
  options.text = "from the option";
  options.rating = {true, true, Satisfaction::basic};
  Record listed = text::make_record("case");
  listed.add("no", "1").add("text", "of the case").add("joint", text::List{"SQ"});
  listed.add("level", "community").add("org", "CG");
  listed.add("contacted", false).add("satisfaction", "unreachable");
  const auto intent = codec::read_intent(listed, options, china);
  REQUIRE(intent);
  CHECK(intent->text == "from the option");
  CHECK(intent->joint.empty());
  CHECK(!intent->level);
  CHECK(intent->org == "CG");
  CHECK(intent->rating == options.rating);
}

TEST_CASE("a case is written in the order of the contract, masked unless revealed") {
  Case matter;
  matter.no = "330782002-20261121-0001";
  matter.title = "t";
  matter.text = "x";
  matter.category = "0401";
  matter.area = "330782002005003";
  matter.level = "community";
  matter.owner_area = "330782002005";
  matter.owner_org = matter.first_org = "CG";
  matter.joint = {{"SQ", {}, {}, {}, {}}};
  matter.reporter_name = "张三丰";
  matter.reporter_phone = "14012345678";
  matter.place = Place{120.08, 29.3, Crs::wgs84};
  matter.reported_at = at("2026-11-16 09:00");
  matter.state = State::handling;
  matter.stage = Stage::handle;
  matter.handle.due = at("2026-11-18 17:30");
  matter.promise.due = at("2026-11-23 17:30");
  matter.receipt = "ABCD-EFGH-JKMN-PQRS";
  Mask mask;
  mask.name = NameMask::surname;
  const codec::CaseView masked{china, at("2026-11-18 17:31"), &mask};
  const Record record = codec::write_case(matter, masked);
  CHECK(names(record) ==
        "type v no state title text category area level owner_area owner_org first_org joint "
        "urgency channel reporter_name reporter_phone lon lat crs reported_at stage due case_due "
        "provisional paused overdue supervise returns extensions reworks reopens receipt ");
  CHECK(record.text("reporter_name") == "张**");
  CHECK(record.text("reporter_phone") == "140****5678");
  CHECK(record.text("due") == "2026-11-18T17:30:00+08:00");
  CHECK(std::get<bool>(*record.find("overdue")));

  const Record open = codec::write_case(matter, {china, at("2026-11-18 17:30"), nullptr});
  CHECK(open.text("reporter_name") == "张三丰");
  CHECK(open.text("reporter_phone") == "14012345678");
  CHECK(!std::get<bool>(*open.find("overdue")));

  matter.state = State::closed;
  matter.ended_at = matter.closed_at = at("2026-11-18 18:00");
  CHECK(codec::write_case(matter, masked).find("overdue") == nullptr);

  matter.contacted = true;
  matter.solved = false;
  matter.satisfaction = Satisfaction::dissatisfied;
  const Record rated = codec::write_case(matter, masked);
  CHECK(names(rated).ends_with("reworks reopens contacted solved satisfaction receipt "));
  CHECK(std::get<bool>(*rated.find("contacted")));
  CHECK(!std::get<bool>(*rated.find("solved")));
  CHECK(rated.text("satisfaction") == "dissatisfied");
}

TEST_CASE("an event is written with its hash and without what is personal") {
  Event event;
  event.case_no = "1";
  event.seq = 2;
  event.action = Action::return_;
  event.from = State::dispatched;
  event.to = State::accepted;
  event.personal = "reporter_phone=14000000000\n";
  event.hash = {0x0f, 0xa0};
  const Record record = codec::write_event(event, china);
  CHECK(names(record) == "type v case seq action at recorded_at actor login from to hash ");
  CHECK(record.text("action") == "return");
  CHECK(record.text("hash") == "0fa0");
}

TEST_CASE("the event of a call-back tells what was found, then what was said of it") {
  Event event;
  event.action = Action::rate;
  event.data = "contacted=true\nsolved=true\nsatisfaction=basic\n";
  CHECK(codec::write_event(event, china).text("text") ==
        "contacted=true solved=true satisfaction=basic");
  event.text = "he thanks";
  CHECK(codec::write_event(event, china).text("text") ==
        "contacted=true solved=true satisfaction=basic; he thanks");
  event.action = Action::note;
  CHECK(codec::write_event(event, china).text("text") == "he thanks");
}

TEST_CASE("every column of a table is a field of the record") {
  for (const auto columns : {codec::case_columns(), codec::case_all_columns()}) {
    for (const codec::Column& column : columns) CHECK(*column.chinese != 0);
  }
  CHECK(codec::cell(Record().add("state", "handling"), codec::case_columns()[1],
                    codec::Words::chinese) == "处置中");
}
