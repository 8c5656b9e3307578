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
                    !domain::is_head(row.residence.relation), row.id, row.spell);
}

}  // namespace

HouseholdStore::HouseholdStore(sql::Database& db, const domain::AreaTree& areas, Date day)
    : db_(db), areas_(db, areas, day), texts_(std::make_unique<PersonTexts>(all_texts())) {}
HouseholdStore::~HouseholdStore() = default;

void HouseholdStore::read_only(const domain::PersonParts& parts) {
  *texts_ = texts_of(parts);
}

void HouseholdStore::each_household(sql::Rows rows, const HouseholdSink& sink) {
  while (rows.next()) {
    HouseholdRow row{household_at(rows, 3, areas_), rows.integer(13)};
    row.household.community = areas_.code(rows.integer(1));
    row.household.no = rows.text(2);
    sink(row);
  }
}

void HouseholdStore::read(PersonRow& row, const sql::Rows& rows) const {
  row.spell = rows.integer(1);
  row.id = rows.integer(2);
  read_person(row.person, rows, 3, *texts_);
  read_residence(row.residence, rows, 3 + person_columns, areas_, *texts_);
}

void HouseholdStore::each_person(sql::Rows rows, const PersonSink& sink) {
  for (PersonRow row; rows.next();) {
    read(row, rows);
    sink(row);
  }
}

// Rows of one household stand together; the head comes first.
void HouseholdStore::each_member(sql::Rows rows, const PersonSink& sink) {
  std::vector<PersonRow> members;  // beyond `count` left from larger households: room
  std::vector<PersonRow*> order;
  const auto give = [&] {
    std::ranges::sort(order, {}, [](const PersonRow* row) {
      return std::tuple(!domain::is_head(row->residence.relation), row->id, row->spell);
    });
    for (PersonRow* row : order) sink(*row);
    order.clear();
  };
  std::optional<int64_t> household;
  size_t count = 0;
  while (rows.next()) {
    const int64_t next = rows.integer(0);
    if (household != next) {
      give();
      household = next;
      count = 0;
    }
    if (count == members.size()) {
      members.emplace_back();
      order.clear();
      for (size_t i = 0; i < count; ++i) order.push_back(&members[i]);
    }
    read(members[count], rows);
    order.push_back(&members[count++]);
  }
  give();
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
  const PersonSink keep = [&](PersonRow& row) {
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
    each_member(db_.select(query::person_list_community, *community), keep);
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

void HouseholdStore::expired_people(Date before, const PersonSink& sink) {
  std::vector<int64_t> ids;
  for (sql::Rows rows = db_.select(query::erasure_expired, format_date(before)); rows.next();) {
    ids.push_back(rows.integer(0));
  }
  std::vector<PersonRow> found;
  for (const int64_t id : ids) {
    each_person(db_.select(query::person_list_last, id),
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
