// Cells that are made without a record are those of the record.
#include <doctest/doctest.h>
#include <grid/codec/person_cells.h>

#include <random>

using namespace grid;
using namespace grid::codec;

namespace {

struct Someone {
  domain::Person person;
  domain::Residence residence;
};

Someone someone(std::mt19937& random) {
  const auto one_of = [&](std::initializer_list<const char*> texts) {
    return std::string(texts.begin()[random() % texts.size()]);
  };
  Someone made;
  domain::Person& p = made.person;
  p.id_kind = random() % 2 == 0 ? domain::IdKind::resident_id : domain::IdKind::none;
  p.id_no = one_of({"", "330782199001021234"});
  p.name = one_of({"张三", "𠮷野家", "Zoé"});
  p.former_name = one_of({"", "张山峰"});
  p.sex = one_of({"", "1", "2"});
  p.birth = one_of({"", "1990-01-02", "2020-03", "2015"});
  p.ethnic = one_of({"", "01", "97", "77"});
  p.nationality = one_of({"", "CHN", "USA"});
  p.phone = one_of({"", "13800000000", "13800000000/14000000001"});
  p.politics = one_of({"", "01"});
  p.education = one_of({"", "60"});
  p.marriage = one_of({"", "10"});
  p.registered_address = one_of({"", "别处"});
  p.tags = one_of({"", "低保", "低保 残疾 独居"});
  domain::Residence& r = made.residence;
  r.community = "330782002005";
  r.no = one_of({"", "0001"});
  r.area = one_of({"", "330782002005001"});
  r.relation = one_of({"", "02", "30"});
  r.address = one_of({"", "=1+1"});
  r.since = one_of({"", "2020-05"});
  r.permit_no = one_of({"", "330782000012"});
  r.flow_reason = one_of({"", "01"});
  p.died = one_of({"", "2020-01-01"});
  p.source_ref = one_of({"", "7"});
  if (random() % 2 == 0) r.kind = domain::ResidenceKind::floating;
  if (random() % 2 == 0) r.consistent = random() % 2 == 0;
  return made;
}

}  // namespace

TEST_CASE("cells of people, with and without a mask, in every language") {
  std::mt19937 random(20261121);
  const domain::Mask mask{{1, 1}, {3, 4}, domain::NameMask::surname};
  const PersonView masked{&mask, *parse_date("2026-11-21")};
  for (const PersonView& view : {PersonView{}, masked}) {
    for (const Words words : {Words::codes, Words::english, Words::chinese}) {
      PersonCells cells(person_columns(), words, view);
      for (int i = 0; i < 200; ++i) {
        Someone made = someone(random);
        const text::Record record = write_person(made.person, made.residence, view);
        std::vector<std::string> row;
        cells.write(made.person, made.residence, row);
        REQUIRE(row.size() == person_columns().size());
        for (size_t c = 0; c < row.size(); ++c) {
          CAPTURE(person_columns()[c].field);
          CHECK(row[c] == cell(record, person_columns()[c], words));
        }
      }
    }
  }
}

TEST_CASE("what is logged of the columns") {
  CHECK(personal_fields(person_columns()) == "id_no,name,former_name,birth,phone,tags,permit_no");
  CHECK(personal_fields(household_columns()).empty());
}
