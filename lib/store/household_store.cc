#include <grid/sql/partial_select.h>
#include <grid/sql/queries.h>
#include <grid/store/household_store.h>
#include <grid/store/person_index.h>

#include <algorithm>
#include <tuple>

#include "home_places.h"
#include "register_rows.h"

namespace grid::store {

namespace query = sql::query;

namespace {

constexpr int household_columns = 13;  // members last

auto order_of(const PersonRow& row) {
  return std::tuple(std::string_view(row.residence.community), std::string_view(row.residence.no),
                    !domain::is_head(row.residence.relation), row.spell);
}

}  // namespace

HouseholdStore::HouseholdStore(sql::Database& db, const domain::AreaTree& areas, Date day,
                               SpellTime time)
    : db_(db),
      areas_(db, areas, day),
      time_(std::move(time)),
      texts_(std::make_unique<PersonTexts>(all_texts())) {}
HouseholdStore::~HouseholdStore() = default;

void HouseholdStore::read_only(const domain::PersonParts& parts) {
  *texts_ = texts_of(parts);
}

void HouseholdStore::each_household(sql::Rows rows, const HouseholdSink& sink) {
  while (rows.next()) {
    HouseholdRow row;
    row.household = household_at(rows, 3, areas_);
    row.household.community = areas_.code(rows.integer(1));
    row.household.no = rows.text(2);
    row.members = rows.integer(household_columns);
    row.id = rows.integer(0);
    if (const auto visited = rows.maybe_integer(12))
      row.visited = Instant{std::chrono::seconds{*visited}};
    sink(row);
  }
}

void HouseholdStore::read(PersonRow& row, const sql::Rows& rows) const {
  row.household = rows.maybe_integer(0).value_or(0);
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

// Rows of one household stand together; the head comes first, then who came first: by spell, so
// that a list stands in the same order in a register that was made from it.
void HouseholdStore::each_member(sql::Rows rows, const PersonSink& sink) {
  std::vector<PersonRow> members;  // beyond `count` left from larger households: room
  std::vector<PersonRow*> order;
  const auto give = [&] {
    std::ranges::sort(order, {}, [](const PersonRow* row) {
      return std::tuple(!domain::is_head(row->residence.relation), row->spell);
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

void HouseholdStore::sorted(std::vector<PersonRow> found, const PersonSink& sink) {
  std::vector<PersonRow*> order;  // rows are large: they stay where they are
  for (PersonRow& row : found) order.push_back(&row);
  std::ranges::sort(order, {}, [](const PersonRow* row) { return order_of(*row); });
  for (PersonRow* row : order) sink(*row);
}

void HouseholdStore::households(const std::vector<std::string>& communities,
                                const std::set<std::string>& grids, const HouseholdSink& sink) {
  if (!grids.empty()) {
    std::set<int64_t> ids;
    for (const std::string& grid : grids) {
      for (sql::Rows rows = db_.select(query::household_of_area, areas_.id(grid)); rows.next();) {
        ids.insert(rows.integer(0));
      }
    }
    return households_among(ids, [&](const HouseholdRow& row) {
      const bool there =
          time_.all || row.household.ended.empty() || row.household.ended > time_.day;
      if (there && std::ranges::binary_search(communities, row.household.community)) sink(row);
    });
  }
  for (const std::string& code : communities) {
    const auto community = areas_.id(code);
    if (!community) continue;
    each_household(db_.select(query::household_list_community, time_.day, time_.is_now(),
                              *community, time_.all),
                   sink);
  }
}

std::set<int64_t> HouseholdStore::numbered(const std::vector<std::string>& communities,
                                           std::string_view no) {
  std::set<int64_t> ids;
  for (const std::string& code : communities) {
    const auto community = areas_.id(code);
    if (!community) continue;
    sql::Rows rows = db_.select(query::household_by_key, *community, no);
    if (rows.next()) ids.insert(rows.integer(0));
  }
  return ids;
}

std::set<int64_t> HouseholdStore::in_building(const std::vector<std::string>& communities,
                                              std::string_view building) {
  std::set<int64_t> ids;
  for (const std::string& code : communities) {
    const auto community = areas_.id(code);
    if (!community) continue;
    for (sql::Rows rows = db_.select(query::household_of_building, *community, building);
         rows.next();) {
      ids.insert(rows.integer(0));
    }
  }
  return ids;
}

void HouseholdStore::households_among(const std::set<int64_t>& ids, const HouseholdSink& sink) {
  std::vector<HouseholdRow> found;
  for (const int64_t id : ids) {
    each_household(db_.select(query::household_list_id, time_.day, time_.is_now(), id),
                   [&](const HouseholdRow& row) { found.push_back(row); });
  }
  std::ranges::sort(found, {}, [](const HouseholdRow& row) {
    return std::tie(row.household.community, row.household.no);
  });
  std::ranges::for_each(found, sink);
}

void HouseholdStore::people_of_households(const std::set<int64_t>& ids, const PersonSink& sink) {
  std::vector<PersonRow> found;
  for (const int64_t id : ids) {
    each_person(db_.select(query::person_list_household, id, time_.all, time_.day),
                [&](PersonRow& row) { found.push_back(std::move(row)); });
  }
  sorted(std::move(found), sink);
}

void HouseholdStore::people(const std::vector<std::string>& communities,
                            const std::set<std::string>& grids, const PersonSink& sink) {
  std::vector<PersonRow> found;
  const PersonSink collect = [&](PersonRow& row) { found.push_back(std::move(row)); };
  if (!grids.empty()) {
    for (const std::string& grid : grids) {
      const auto area = areas_.id(grid);
      if (area)
        each_person(db_.select(query::person_list_area, *area, time_.all, time_.day), collect);
    }
    std::erase_if(found, [&](const PersonRow& row) {
      return !std::ranges::binary_search(communities, row.residence.community);
    });
    return sorted(std::move(found), sink);
  }
  for (const std::string& code : communities) {
    const auto community = areas_.id(code);
    if (!community) continue;
    found.clear();
    for (const int64_t area : areas_.within(code)) {
      each_person(db_.select(query::person_list_unhoused, area, time_.all, time_.day), collect);
    }
    sorted(std::move(found), sink);
    each_member(db_.select(query::person_list_community, *community, time_.all, time_.day), sink);
  }
}

void HouseholdStore::people_as_stored(const std::vector<std::string>& communities,
                                      const PersonSink& sink) {
  const HomePlaces places(db_, areas_, communities);
  constexpr int person = 3;
  constexpr int stay = person + person_columns;
  sql::PartialSelect people(db_, query::person_list_stored, [&](int column) {
    return is_read(*texts_, column - person, column - stay);
  });
  PersonRow row;
  for (sql::Rows rows = people.select(time_.all, time_.day); rows.next();) {
    const auto household = rows.maybe_integer(0);
    const HomePlaces::Home* home = household ? places.of(*household) : nullptr;
    if (household && home == nullptr) continue;
    const auto area = rows.maybe_integer(stay + 2);
    if (home != nullptr) {
      row.home = home->place;
      set_place(row.residence, places.community_of(*home), home->no, areas_.code(area));
    } else {
      row.home = places.without_home(areas_.community(area));
      if (row.home == 0) continue;
      set_place(row.residence, areas_.community(area), {}, areas_.code(area));
    }
    row.household = household.value_or(0);
    row.spell = rows.integer(1);
    row.id = rows.integer(2);
    read_person(row.person, rows, person, *texts_);
    read_stay(row.residence, rows, stay, *texts_);
    sink(row);
  }
}

int64_t HouseholdStore::most_spells() {
  sql::Rows rows = db_.select(query::residence_last_id);
  return rows.next() ? rows.integer(0) : 0;
}

std::set<int64_t> HouseholdStore::find(const std::vector<domain::PersonSearch>& searches) {
  PersonIndex names(db_);
  std::set<int64_t> ids;
  for (const domain::PersonSearch& search : searches) {
    const std::vector<int64_t> found = names.find(search);
    ids.insert(found.begin(), found.end());
  }
  return ids;
}

void HouseholdStore::people_of(const std::set<int64_t>& ids, const PersonSink& sink) {
  std::vector<PersonRow> found;
  for (const int64_t id : ids) {
    each_person(db_.select(query::person_list_id, id, time_.all, time_.day),
                [&](PersonRow& row) { found.push_back(std::move(row)); });
  }
  sorted(std::move(found), sink);
}

void HouseholdStore::expired_people(Date before, const PersonSink& sink) {
  std::vector<PersonRow> found;
  for (const int64_t id : expired_of(db_, before)) {
    each_person(db_.select(query::person_list_last, id),
                [&](PersonRow& row) { found.push_back(std::move(row)); });
  }
  sorted(std::move(found), sink);
}

std::set<int64_t> HouseholdStore::presumed_gone() {
  std::set<int64_t> ids;
  for (sql::Rows rows = db_.select(query::person_presumed_gone); rows.next();) {
    ids.insert(rows.integer(0));
  }
  return ids;
}

std::set<int64_t> HouseholdStore::homes_of(const std::set<int64_t>& people) {
  std::set<int64_t> ids;
  for (const int64_t person : people) {
    for (sql::Rows rows = db_.select(query::household_of_spells, person, time_.all, time_.day);
         rows.next();) {
      ids.insert(rows.integer(0));
    }
  }
  return ids;
}

std::optional<int64_t> HouseholdStore::last_spell(int64_t person) {
  sql::Rows rows = db_.select(query::person_last_spell, person);
  return rows.next() ? rows.maybe_integer(0) : std::nullopt;
}

}  // namespace grid::store
