// Conditions on people: ages, origin, relation.
#include <doctest/doctest.h>
#include <grid/domain/person_filter.h>

using namespace grid;
using namespace grid::domain;

TEST_CASE("ranges of ages are read as they are said") {
  const struct {
    const char* text;
    const char* read;  // "": refused
  } rows[] = {
      {"18-59", "18-59"}, {" 18 - 59 ", "18-59"}, {"65+", "65+"},
      {"65-", "65+"},     {">=65", "65+"},        {">64", "65+"},
      {"<18", "0-17"},    {"<=17", "0-17"},       {"-17", "0-17"},
      {"40", "40"},       {"０-６", "0-6"},       {"", ""},
      {"old", ""},        {"59-18", ""},          {"<0", ""},
      {"-", ""},          {"18-59-70", ""},       {"+", ""},
      {"1000", ""},       {">=-1", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto ages = parse_ages(row.text);
    CHECK((ages ? ages->text() : "") == row.read);
    if (!ages) CHECK(ages.problem().code == "age.format");
  }
  CHECK(parse_age_bands("0-6,7-17,18+")->size() == 3);
  CHECK_FALSE(parse_age_bands("0-6,,18+"));
}

TEST_CASE("an age counts the years that are certain") {
  const struct {
    const char* birth;
    const char* day;
    int64_t age;  // -1: unknown
  } rows[] = {
      {"1990-11-21", "2026-11-21", 36},  {"1990-11-22", "2026-11-21", 35},
      {"2000-02-29", "2026-02-28", 25},  {"2000-02-29", "2026-03-01", 26},
      {"1990-11", "2026-11-29", 35},     {"1990-10", "2026-11-21", 36},
      {"1990", "2026-12-30", 35},        {"1990", "2026-12-31", 36},
      {"2026-11-21", "2026-11-21", 0},   {"2026", "2026-11-21", 0},
      {"2026-11-22", "2026-11-21", -1},  {"", "2026-11-21", -1},
      {"1899-01-01", "2026-11-21", 127},
  };
  for (const auto& row : rows) {
    CAPTURE(row.birth);
    CAPTURE(row.day);
    CHECK(age_on(row.birth, *parse_date(row.day)).value_or(-1) == row.age);
  }
}

TEST_CASE("a filter asks for all that it names") {
  const Date day = *parse_date("2026-11-21");
  Person person;
  person.name = "张三";
  person.sex = "1";
  person.birth = "1950-01-01";
  person.ethnic = "03";
  person.nationality = "CHN";
  person.tags = "低保 独居";
  Residence home;
  home.kind = ResidenceKind::registered;
  home.relation = "02";
  const auto meets = [&](auto change) {
    PersonFilter filter;
    change(filter);
    return fits(filter, person, home, day);
  };
  CHECK(meets([](PersonFilter&) {}));
  CHECK(meets([](PersonFilter& f) { f.tag = "独居"; }));
  CHECK_FALSE(meets([](PersonFilter& f) { f.tag = "独"; }));
  CHECK(meets([](PersonFilter& f) { f.minority = true; }));
  CHECK_FALSE(meets([](PersonFilter& f) { f.foreign = true; }));
  CHECK(meets([](PersonFilter& f) { f.head = true; }));
  CHECK(meets([](PersonFilter& f) { f.ages = AgeRange{70, std::nullopt}; }));
  CHECK_FALSE(meets([](PersonFilter& f) { f.ages = AgeRange{0, 75}; }));
  CHECK_FALSE(meets([](PersonFilter& f) { f.sex = "2"; }));
  CHECK_FALSE(meets([](PersonFilter& f) { f.relation = "10"; }));
  CHECK_FALSE(meets([](PersonFilter& f) { f.kind = ResidenceKind::floating; }));
  CHECK_FALSE(meets([](PersonFilter& f) { f.sex = "1", f.nationality = "USA"; }));
  person.birth.clear();
  CHECK_FALSE(meets([](PersonFilter& f) { f.ages = AgeRange{0, std::nullopt}; }));
}

TEST_CASE("minorities are all but Han and those of no group; foreigners are of other states") {
  CHECK(is_minority("56"));
  CHECK_FALSE(is_minority("01"));
  CHECK_FALSE(is_minority("97"));
  CHECK_FALSE(is_minority(""));
  CHECK(is_foreign("USA"));
  for (const char* home : {"CHN", "HKG", "MAC", "TWN", ""}) CHECK_FALSE(is_foreign(home));
}

TEST_CASE("a tag with a value is found by its name and as a whole, not by a part of either") {
  CHECK(has_tag("独居 低保:二级", "低保"));
  CHECK(has_tag("独居 低保:二级", "低保:二级"));
  CHECK(has_tag("独居 低保:二级", "独居"));
  CHECK_FALSE(has_tag("独居 低保:二级", "低保:一级"));
  CHECK_FALSE(has_tag("独居 低保:二级", "低"));
  CHECK_FALSE(has_tag("独居 低保:二级", "二级"));
  CHECK_FALSE(has_tag("低保边缘", "低保"));
  CHECK_FALSE(has_tag("低保", "低保:二级"));
}

TEST_CASE("before birth and from the day of death on nobody is alive") {
  Person person;
  CHECK(is_alive_on(person, "1900-01-01"));
  person.birth = "2020-05-01";
  person.died = "2024-03-02";
  CHECK_FALSE(is_alive_on(person, "2020-04-30"));
  CHECK(is_alive_on(person, "2020-05-01"));
  CHECK(is_alive_on(person, "2024-03-01"));
  CHECK_FALSE(is_alive_on(person, "2024-03-02"));
  person.birth = "2020-05";  // its beginning
  CHECK(is_alive_on(person, "2020-05-01"));
  CHECK_FALSE(is_alive_on(person, "2020-04-30"));
  person.died = "2024";
  CHECK_FALSE(is_alive_on(person, "2024-01-01"));
  CHECK(is_alive_on(person, "2023-12-31"));
}
