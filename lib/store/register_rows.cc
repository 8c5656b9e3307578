#include "register_rows.h"

namespace grid::store {

namespace {

domain::IdKind kind_at(std::string_view name) {
  using domain::IdKind;
  for (const IdKind kind :
       {IdKind::resident_id, IdKind::hmt_permit, IdKind::foreign_pr, IdKind::passport}) {
    if (name == domain::id_kind_name(kind)) return kind;
  }
  return IdKind::none;
}

}  // namespace

domain::Person person_at(const sql::Rows& rows, int first) {
  domain::Person person;
  person.id_kind = kind_at(rows.view(first));
  std::string* const texts[] = {&person.id_no,
                                &person.name,
                                &person.former_name,
                                &person.sex,
                                &person.birth,
                                &person.died,
                                &person.ethnic,
                                &person.nationality,
                                &person.phone,
                                &person.politics,
                                &person.education,
                                &person.marriage,
                                &person.registered_address,
                                &person.tags,
                                &person.source,
                                &person.source_ref};
  for (std::string* text : texts) *text = rows.view(++first);
  return person;
}

domain::Residence residence_at(const sql::Rows& rows, int first, const AreaIds& areas) {
  domain::Residence residence;
  const std::optional<int64_t> area = rows.maybe_integer(first + 2);
  if (rows.null(first)) {
    residence.community = areas.community(area);
  } else {
    residence.community = areas.code(rows.integer(first));
    residence.no = rows.view(first + 1);
  }
  const std::string& code = areas.code(area);
  if (code != residence.community) residence.area = code;
  residence.kind = domain::residence_kind_named(rows.view(first + 3));
  residence.relation = rows.view(first + 4);
  if (const auto consistent = rows.maybe_integer(first + 5)) {
    residence.consistent = *consistent != 0;
  }
  int column = first + 5;
  for (std::string* text :
       {&residence.address, &residence.since, &residence.until, &residence.ended_by,
        &residence.flow_reason, &residence.origin, &residence.permit_no, &residence.registered_on,
        &residence.permit_until}) {
    *text = rows.view(++column);
  }
  return residence;
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

}  // namespace grid::store
