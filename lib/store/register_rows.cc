#include "register_rows.h"

#include <grid/sql/queries.h>

#include <algorithm>
#include <functional>

namespace grid::store {

namespace {

using domain::Person;
using domain::Residence;

domain::IdKind kind_at(std::string_view name) {
  using domain::IdKind;
  for (const IdKind kind :
       {IdKind::resident_id, IdKind::hmt_permit, IdKind::foreign_pr, IdKind::passport}) {
    if (name == domain::id_kind_name(kind)) return kind;
  }
  return IdKind::none;
}

constexpr std::string Person::*person_texts[] = {&Person::id_no,
                                                 &Person::name,
                                                 &Person::former_name,
                                                 &Person::sex,
                                                 &Person::birth,
                                                 &Person::died,
                                                 &Person::ethnic,
                                                 &Person::nationality,
                                                 &Person::phone,
                                                 &Person::politics,
                                                 &Person::education,
                                                 &Person::marriage,
                                                 &Person::registered_address,
                                                 &Person::tags,
                                                 &Person::source,
                                                 &Person::source_ref};
constexpr std::string Residence::*residence_texts[] = {
    &Residence::address,   &Residence::since,         &Residence::until,
    &Residence::ended_by,  &Residence::flow_reason,   &Residence::origin,
    &Residence::permit_no, &Residence::registered_on, &Residence::permit_until};

PersonTexts chosen_texts(const std::function<bool(std::string Person::*)>& person,
                         const std::function<bool(std::string Residence::*)>& residence) {
  PersonTexts texts;
  int column = 0;
  for (const auto text : person_texts) {
    if (++column; person(text)) texts.person.emplace_back(column, text);
  }
  column = first_residence_text - 1;
  for (const auto text : residence_texts) {
    if (++column; residence(text)) texts.residence.emplace_back(column, text);
  }
  return texts;
}

}  // namespace

const PersonTexts& all_texts() {
  static const PersonTexts texts =
      chosen_texts([](auto) { return true; }, [](auto) { return true; });
  return texts;
}

PersonTexts texts_of(const domain::PersonParts& parts) {
  return chosen_texts([&](auto text) { return parts.has(text); },
                      [&](auto text) { return parts.has(text); });
}

domain::Person person_at(const sql::Rows& rows, int first) {
  domain::Person person;
  read_person(person, rows, first, all_texts());
  return person;
}

void read_person(domain::Person& person, const sql::Rows& rows, int first,
                 const PersonTexts& texts) {
  person.id_kind = kind_at(rows.view(first));
  for (const auto& [column, text] : texts.person) person.*text = rows.view(first + column);
}

domain::Residence residence_at(const sql::Rows& rows, int first, const AreaIds& areas) {
  domain::Residence residence;
  read_residence(residence, rows, first, areas, all_texts());
  return residence;
}

void read_residence(domain::Residence& residence, const sql::Rows& rows, int first,
                    const AreaIds& areas, const PersonTexts& texts) {
  const std::optional<int64_t> area = rows.maybe_integer(first + 2);
  if (rows.null(first)) {
    set_place(residence, areas.community(area), {}, areas.code(area));
  } else {
    set_place(residence, areas.code(rows.integer(first)), rows.view(first + 1), areas.code(area));
  }
  read_stay(residence, rows, first, texts);
}

void set_place(domain::Residence& residence, const std::string& community, std::string_view no,
               const std::string& area) {
  residence.community = community;
  residence.no = no;
  if (area == community) {
    residence.area.clear();
  } else {
    residence.area = area;
  }
}

void read_stay(domain::Residence& residence, const sql::Rows& rows, int first,
               const PersonTexts& texts) {
  residence.kind = domain::residence_kind_named(rows.view(first + 3));
  residence.relation = rows.view(first + 4);
  residence.consistent.reset();
  if (const auto consistent = rows.maybe_integer(first + 5)) {
    residence.consistent = *consistent != 0;
  }
  for (const auto& [column, text] : texts.residence) residence.*text = rows.view(first + column);
}

bool is_read(const PersonTexts& texts, int of_person, int of_residence) {
  const auto stands_in = [](const auto& list, int column) {
    return std::ranges::any_of(list, [&](const auto& each) { return each.first == column; });
  };
  if (of_person < person_columns) return of_person <= 0 || stands_in(texts.person, of_person);
  return of_residence < first_residence_text || stands_in(texts.residence, of_residence);
}

domain::Household household_at(const sql::Rows& rows, int first, const AreaIds& areas) {
  domain::Household household;
  household.area = areas.code(rows.maybe_integer(first));
  household.address = rows.view(first + 1);
  household.building = rows.view(first + 2);
  household.unit = rows.view(first + 3);
  household.room = rows.view(first + 4);
  household.kind = domain::find_household_kind(rows.view(first + 5));
  household.vacant = rows.flag(first + 6);
  household.dwelling_kind = rows.view(first + 7);
  household.ended = rows.view(first + 8);
  return household;
}

std::vector<int64_t> expired_of(sql::Database& db, Date before) {
  std::vector<int64_t> found;
  const std::string day = format_date(before);
  for (sql::Rows rows = db.select(sql::query::erasure_expired, day); rows.next();) {
    found.push_back(rows.integer(0));
  }
  return found;
}

std::optional<domain::KnownHousehold> household_of_key(sql::Database& db, const AreaIds& areas,
                                                       std::string_view community,
                                                       std::string_view no) {
  const auto area = areas.id(community);
  if (!area) return std::nullopt;
  sql::Rows rows = db.select(sql::query::household_by_key, *area, no);
  if (!rows.next()) return std::nullopt;
  domain::KnownHousehold known{rows.integer(0), household_at(rows, 1, areas)};
  known.household.community = community;
  known.household.no = no;
  return known;
}

}  // namespace grid::store
