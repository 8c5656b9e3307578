#include <grid/sql/queries.h>
#include <grid/store/household_store.h>

#include <algorithm>
#include <tuple>

#include "register_rows.h"

namespace grid::store {

namespace query = sql::query;

namespace {

bool kept(const std::set<std::string>& grids, const std::string& grid) {
  return grids.empty() || grids.contains(grid);
}

auto order_of(const PersonRow& row) {
  return std::tuple(row.residence.community, row.residence.no,
                    !domain::is_head(row.residence.relation), row.id);
}

}  // namespace

HouseholdStore::HouseholdStore(sql::Database& db, const domain::AreaTree& areas, Date day)
    : db_(db), areas_(db, areas, day) {}

void HouseholdStore::each_household(sql::Rows rows, const HouseholdSink& sink) {
  while (rows.next()) {
    HouseholdRow row{household_at(rows, 3, areas_), rows.integer(13)};
    row.household.community = areas_.code(rows.integer(1));
    row.household.no = rows.text(2);
    sink(row);
  }
}

void HouseholdStore::each_person(sql::Rows rows, const PersonSink& sink) {
  while (rows.next()) {
    sink({rows.integer(0), person_at(rows, 1), residence_at(rows, 1 + person_columns, areas_)});
  }
}

void HouseholdStore::households(const std::vector<std::string>& communities,
                                const std::set<std::string>& grids, const HouseholdSink& sink) {
  for (const std::string& code : communities) {
    const auto community = areas_.id(code);
    if (!community) continue;
    each_household(db_.select(query::household_list_community, *community),
                   [&](const HouseholdRow& row) {
                     if (kept(grids, row.household.area)) sink(row);
                   });
  }
}

void HouseholdStore::household(const std::vector<std::string>& communities, std::string_view no,
                               const HouseholdSink& sink) {
  for (const std::string& code : communities) {
    const auto community = areas_.id(code);
    if (!community) continue;
    std::optional<int64_t> id;
    if (sql::Rows rows = db_.select(query::household_by_key, *community, no); rows.next()) {
      id = rows.integer(0);
    }
    if (id) each_household(db_.select(query::household_list_id, *id), sink);
  }
}

void HouseholdStore::people(const std::vector<std::string>& communities,
                            const std::set<std::string>& grids, const PersonSink& sink) {
  const PersonSink keep = [&](const PersonRow& row) {
    if (kept(grids, row.residence.area)) sink(row);
  };
  for (const std::string& code : communities) {
    const auto community = areas_.id(code);
    if (!community) continue;
    std::vector<PersonRow> unhoused;
    for (const int64_t area : areas_.within(code)) {
      each_person(db_.select(query::person_list_unhoused, area),
                  [&](const PersonRow& row) { unhoused.push_back(row); });
    }
    std::ranges::sort(unhoused, {}, order_of);
    std::ranges::for_each(unhoused, keep);
    each_person(db_.select(query::person_list_community, *community), keep);
  }
}

std::set<int64_t> HouseholdStore::find(const std::vector<PersonSearch>& searches) {
  std::set<int64_t> ids;
  for (const PersonSearch& search : searches) {
    const sql::Query& which = search.kind == PersonSearch::Kind::number  ? query::person_find_number
                              : search.kind == PersonSearch::Kind::phone ? query::person_find_phone
                                                                         : query::person_find_name;
    for (sql::Rows rows = db_.select(which, search.text); rows.next();) ids.insert(rows.integer(0));
  }
  return ids;
}

void HouseholdStore::people_of(const std::set<int64_t>& ids, const PersonSink& sink) {
  std::vector<PersonRow> found;
  for (const int64_t id : ids) {
    each_person(db_.select(query::person_list_id, id),
                [&](const PersonRow& row) { found.push_back(row); });
  }
  std::ranges::stable_sort(found, {}, order_of);
  std::ranges::for_each(found, sink);
}

void HouseholdStore::households_of(const std::set<int64_t>& people, const HouseholdSink& sink) {
  std::set<int64_t> ids;
  for (const int64_t person : people) {
    for (sql::Rows rows = db_.select(query::residence_open_households, person); rows.next();) {
      ids.insert(rows.integer(0));
    }
  }
  std::vector<HouseholdRow> found;
  for (const int64_t id : ids) {
    each_household(db_.select(query::household_list_id, id),
                   [&](const HouseholdRow& row) { found.push_back(row); });
  }
  std::ranges::sort(found, {}, [](const HouseholdRow& row) {
    return std::tie(row.household.community, row.household.no);
  });
  std::ranges::for_each(found, sink);
}

}  // namespace grid::store
