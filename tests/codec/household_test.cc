// Households and people as records: masked unless revealed, and taken back as they are.
#include <doctest/doctest.h>
#include <grid/codec/household.h>
#include <grid/codec/register_report.h>
#include <grid/text/csv.h>
#include <grid/text/json_writer.h>

#include "register_office.h"

using namespace grid;
using namespace grid::codec;

namespace {

const std::string person_line =
    R"({"type":"person","v":1,"id_kind":"resident_id","id_no":"330782199001021234","name":"张三",)"
    R"("former_name":"张山峰","sex":"1","birth":"1990-01-02","ethnic":"01","nationality":"CHN",)"
    R"("phone":"13800000000/14000000001","politics":"13","education":"60","marriage":"10",)"
    R"("relation":"02","community":"330782002005","household_no":"1","area":"330782002005001",)"
    R"("residence":"floating","consistent":false,"address":"一号","registered_address":"别处",)"
    R"("since":"2020-05","tags":["低保","独居"],"flow_reason":"01","origin":"河南",)"
    R"("permit_no":"330782123456789","registered_on":"2020-05-06","permit_until":"2027-05-05",)"
    R"("died":"2026-01-02","ended_by":"death","source":"综治平台","source_ref":"17"})"
    "\n";
const std::string household_line =
    R"({"type":"household","v":1,"community":"330782002005","no":"1","area":"330782002005001",)"
    R"("address":"一号","building":"3幢","unit":"2","room":"501","dwelling_kind":"出租房","kind":"collective",)"
    R"("vacant":true,"members":3})"
    "\n";

std::string line(const text::Record& record) {
  std::string out;
  text::write_json(record, out);
  return out;
}

}  // namespace

TEST_CASE("list, import, list: the same bytes") {
  const ReadFile file = read_register(household_line + person_line);
  REQUIRE(file.rows.size() == 2);
  CHECK(file.rows[0].repairs.empty());
  CHECK(file.rows[1].repairs.empty());
  CHECK(file.rows[1].warnings.empty());
  CHECK(line(write_household(*file.rows[0].entry.household, 3)) == household_line);
  CHECK(line(write_person(file.rows[1].person(), file.rows[1].entry.residence, {})) == person_line);
}

TEST_CASE("a CSV of our own comes back, in codes and in words") {
  const ReadFile first = read_register(person_line);
  REQUIRE(first.rows.size() == 1);
  const text::Record record =
      write_person(first.rows[0].person(), first.rows[0].entry.residence, {});
  for (const Words words : {Words::codes, Words::english, Words::chinese}) {
    std::vector<std::string> headings;
    std::vector<std::string> cells;
    for (const Column& column : person_columns()) {
      headings.push_back(words == Words::chinese ? column.chinese : column.field);
      cells.push_back(cell(record, column, words));
    }
    std::string csv;
    text::write_csv_row(headings, csv);
    text::write_csv_row(cells, csv);
    const ReadFile back = read_register(csv);
    REQUIRE(back.rows.size() == 1);
    CHECK(back.form.unknown_headings.empty());
    CHECK(back.rows[0].code == "");
    CHECK(back.rows[0].entry.person == first.rows[0].entry.person);
    CHECK(back.rows[0].entry.residence == first.rows[0].entry.residence);
  }
}

TEST_CASE("personal data is masked as the policy says") {
  const ReadFile file = read_register(person_line);
  domain::Mask mask;
  mask.name = domain::NameMask::surname;
  const text::Record record = write_person(file.rows[0].person(), file.rows[0].entry.residence,
                                           {&mask, *parse_date("2026-11-21")});
  CHECK(record.text("id_no") == "3****************4");
  CHECK(record.text("phone") == "138****0000/140****0001");
  CHECK(record.text("name") == "张*");
  CHECK(record.text("former_name") == "张**");
  // And cannot be taken for the truth by an import.
  CHECK(read_register(line(record)).rows.at(0).code != "");
}

TEST_CASE("rejects keep the original columns and come back once mended") {
  const std::string sheet =
      "户号,姓名,身份证号,与户主关系,自定\n"
      "1,张三,330782199001021234,户主,\"甲,乙\"\n"
      ",李四,330782199001021235,妻,丙\n";
  auto file = RegisterFile::open(sheet, {});
  REQUIRE(file);
  const domain::AreaTree areas = register_areas();
  domain::RegisterPlaces places(areas, *parse_date("2026-11-21"), "330782002005");
  RegisterChecker checker(places, {*parse_date("2026-11-21"), {}});
  RegisterRejects rejects;
  std::string csv;
  file->read(checker, [&](RegisterRow& row) {
    if (row.problem) csv += rejects.write(row, row.problem->message());
  });
  CHECK(
      csv.starts_with("户号,姓名,身份证号,与户主关系,自定,_row,_line,_field,_code,_reason\n"
                      "1,李四,330782199001021235,妻,丙,3,3,id_no,id.checksum,"));
  // Not mended: refused again, with the same columns and no second set of ours.
  auto again = RegisterFile::open(csv, {});
  REQUIRE(again);
  RegisterRejects second;
  std::string csv_again;
  again->read(checker, [&](RegisterRow& row) {
    if (row.problem) csv_again += second.write(row, row.problem->message());
  });
  CHECK(csv_again.find("_row,_line,_field,_code,_reason\n1,李四") != std::string::npos);
  // Mended: taken, into the household that it stood under.
  csv.replace(csv.find("330782199001021235"), 18, "11010519491231002X");
  const ReadFile mended = read_register(csv);
  REQUIRE(mended.rows.size() == 1);
  CHECK(mended.rows[0].code == "");
  CHECK(mended.rows[0].entry.household->no == "1");
  CHECK(mended.form.unknown_headings == std::vector<std::string>{"自定"});
}

TEST_CASE("the report of an import") {
  domain::RegisterBatch batch;
  batch.file = "r.csv";
  batch.id = 3;
  batch.encoding = "gb18030";
  batch.delimiter = ",";
  batch.header_row = 4;
  batch.read = 2;
  batch.added = 1;
  batch.rejected = 1;
  batch.refusals["id.checksum"] = 1;
  batch.unknown_headings = {"自定"};
  CHECK(line(write_import(batch)) ==
        R"({"type":"import","v":1,"file":"r.csv","batch":"3","encoding":"gb18030",)"
        R"("delimiter":",","header_row":4,"read":2,"added":1,"changed":0,"same":0,"rejected":1,)"
        R"("repaired":0,"warned":0,"households":0,"persons":0,"skipped":0,)"
        R"("refusals":["id.checksum=1"],"unknown":["自定"]})"
        "\n");
}
