// What is shown of people unless a purpose is given.
#include <doctest/doctest.h>
#include <grid/domain/mask.h>
#include <grid/domain/personal_text.h>

using namespace grid;
using namespace grid::domain;

namespace {

const Date today = *parse_date("2026-11-21");
const Mask policy{{1, 1}, {3, 4}, NameMask::keep};

Person made(const char* birth) {
  Person person;
  person.id_no = "330782199001021234";
  person.name = "欧阳𠮷";
  person.former_name = "欧阳山";
  person.birth = birth;
  person.phone = "13800000000/14000000001";
  person.tags = "党员 残疾 低保";
  return person;
}

}  // namespace

TEST_CASE("a grown-up: numbers by the policy, the year of birth, no sensitive tag") {
  Person person = made("1990-01-02");
  Residence residence;
  residence.permit_no = "330782000012";
  residence.address = "东街一号";
  mask(person, residence, policy, today);
  CHECK(person.id_no == "3****************4");
  CHECK(person.phone == "138****0000/140****0001");
  CHECK(person.name == "欧阳𠮷");
  CHECK(person.birth == "1990");
  CHECK(person.tags == "党员 * 低保");
  CHECK(residence.permit_no == "3**********2");
  CHECK(residence.address == "东街一号");
}

TEST_CASE("of a child no name and no number, whatever the policy shows") {
  Person person = made("2012-11-22");
  Residence residence;
  mask(person, residence, policy, today);
  CHECK(person.name == "欧**");
  CHECK(person.former_name == "欧**");
  CHECK(person.id_no == "******************");
  CHECK(person.phone == "***********/***********");
  CHECK(person.birth == "2012");
}

TEST_CASE("a child is younger than fourteen, or may be") {
  CHECK(is_child("2012-11-22", today));
  CHECK_FALSE(is_child("2012-11-21", today));  // the birthday itself
  CHECK_FALSE(is_child("2012-11-20", today));
  CHECK(is_child("2012-11", today));
  CHECK_FALSE(is_child("2012-10", today));
  CHECK(is_child("2012", today));
  CHECK_FALSE(is_child("2011", today));
  CHECK(is_child("2026-11-21", today));
  CHECK_FALSE(is_child("", today));
}

TEST_CASE("nothing is added to what is not known") {
  Person person;
  Residence residence;
  mask(person, residence, {{1, 1}, {3, 4}, NameMask::surname}, today);
  CHECK(person == Person());
  CHECK(residence == Residence());
}

TEST_CASE("numbers of people within a text") {
  for (const char* text : {"13800000001", "查13800000001。", "330782199001021234",
                           "no 33078219900102123X!", "a/13800000001"}) {
    CAPTURE(text);
    CHECK(holds_personal_number(text));
  }
  for (const char* text : {"", "330782002-20261121-0001", "330782002005001001", "1380000000",
                           "x13800000001", "138000000012", "2026年度核对"}) {
    CAPTURE(text);
    CHECK_FALSE(holds_personal_number(text));
  }
}

TEST_CASE("a purpose says something, and names nobody") {
  CHECK(check_purpose("年度核对"));
  for (const char* text :
       {"", " \t", "\u3000\u200b", "查 13800000001", "查１３８０００００００１"}) {
    CAPTURE(text);
    const Status status = check_purpose(text);
    REQUIRE_FALSE(status);
    CHECK(status.problem().code == "access.purpose");
  }
}
