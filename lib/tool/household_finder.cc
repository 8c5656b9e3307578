#include <grid/codec/dwelling.h>
#include <grid/codec/household.h>
#include <grid/store/directory_store.h>
#include <grid/store/register_faults.h>
#include <grid/tool/area_option.h>
#include <grid/tool/household_finder.h>
#include <grid/tool/retention.h>

#include <algorithm>

namespace grid::tool {

using store::HouseholdRow;
using store::HouseholdStore;
using store::PersonRow;

namespace {

// Both conditions together.
void narrow(std::optional<std::set<int64_t>>& rows, std::set<int64_t> more) {
  if (!rows) {
    rows = std::move(more);
    return;
  }
  std::erase_if(*rows, [&](int64_t row) { return !more.contains(row); });
}

Date day_of(const HouseholdChoice& choice, Date today) {
  return choice.as_of.empty() ? today : *parse_date(choice.as_of);
}

}  // namespace

HouseholdFinder::HouseholdFinder(sql::Database& db, Session& session, const HouseholdChoice& choice)
    : db_(db),
      office_(db, session.now()),
      areas_(store::DirectoryStore(db).area_tree()),
      households_(db, areas_, office_.today(), choice.time()),
      session_(session),
      choice_(choice),
      scope_(PersonalScope::of_register(session, db, areas_, office_.today())),
      view_{session.reveal() ? nullptr : &office_.mask(), office_.today()},
      day_(day_of(choice, office_.today())),
      terms_{choice.by, choice.age_bands, day_} {
  session.access().noun = choice.lists_dwellings()    ? "dwelling"
                          : choice.lists_households() ? "household"
                                                      : "person";
  session.access().fields = codec::personal_fields(choice.columns(session.output().format()));
  choose_areas();
  choose_people();
  choose_homes();
}

void HouseholdFinder::list() {
  if (choice_.expired) {
    list_expired();
  } else if (choice_.lists_households()) {
    list_households();
  } else {
    list_people();
  }
  if (choice_.count) print_counts();
}

void HouseholdFinder::choose_areas() {
  for (const domain::Area& area : areas_.all()) {
    if (area.kind == "community" || area.kind == "village") communities_.push_back(area.code);
  }
  std::ranges::sort(communities_);
  require_area(areas_, choice_.community, "--community");
  require_area(areas_, choice_.area, "--area");
  require_area(areas_, choice_.under, "--under");
  std::string asked;
  for (const std::string* code : {&choice_.community, &choice_.area, &choice_.under}) {
    if (code->empty()) continue;
    keep_within(*code, code == &choice_.area);
    asked = *code;
  }
  scope_.limit(session_, asked);
  std::erase_if(communities_, [&](const std::string& code) { return !scope_.touches(code); });
}

void HouseholdFinder::keep_within(const std::string& code, bool exactly) {
  const Date day = office_.today();
  const bool inside = std::ranges::none_of(communities_, [&](const std::string& community) {
    return areas_.contains(code, community, day);
  });
  std::erase_if(communities_, [&](const std::string& community) {
    return !areas_.contains(code, community, day) && !areas_.contains(community, code, day);
  });
  if (!inside) return;
  grids_.insert(code);
  if (exactly) return;
  for (std::string& inner : areas_.subtree(code, day)) grids_.insert(std::move(inner));
}

void HouseholdFinder::choose_people() {
  if (choice_.search) people_ = households_.find(choice_.wanted);
  if (!choice_.people.empty()) narrow(people_, choice_.people);
  if (choice_.presumed_gone) narrow(people_, households_.presumed_gone());
  const auto fault = store::register_fault_named(choice_.fault);
  if (fault && store::is_of_people(*fault)) {
    narrow(people_, store::RegisterFaults(db_, areas_, office_.today()).rows(*fault));
  }
}

void HouseholdFinder::choose_homes() {
  if (!choice_.no.empty()) narrow(homes_, households_.numbered(communities_, choice_.no));
  if (!choice_.building.empty()) {
    narrow(homes_, households_.in_building(communities_, choice_.building));
  }
  const auto fault = store::register_fault_named(choice_.fault);
  if (fault && !store::is_of_people(*fault)) {
    narrow(homes_, store::RegisterFaults(db_, areas_, office_.today()).rows(*fault));
  }
  // Who lists households sees it in each one's row.
  if (choice_.about_visits() && !choice_.lists_households()) keep_unvisited();
}

void HouseholdFinder::keep_unvisited() {
  std::set<int64_t> found;
  each_household([&](const HouseholdRow& row) { found.insert(row.id); });
  narrow(homes_, std::move(found));
}

bool HouseholdFinder::in_area(const std::string& community, const std::string& grid) const {
  return std::ranges::binary_search(communities_, community) &&
         (grids_.empty() || grids_.contains(grid)) && scope_.sees(community, grid);
}

// The place, and who the person is; not when.
bool HouseholdFinder::within(const PersonRow& row) const {
  if (!in_area(row.residence.community, row.residence.area)) return false;
  if (people_ && !people_->contains(row.id)) return false;
  if (homes_ && !homes_->contains(row.household)) return false;
  if (!choice_.as_of.empty() && !domain::is_alive_on(row.person, choice_.as_of)) return false;
  return domain::fits(choice_.filter, row.person, row.residence, day_);
}

bool HouseholdFinder::fits(const PersonRow& row) {
  if (!within(row)) return false;
  return !choice_.left || households_.last_spell(row.id) == row.spell;
}

// Days are the office's: a visit on the day itself is not before it.
bool HouseholdFinder::unvisited(const HouseholdRow& row) const {
  if (!choice_.about_visits() || !row.visited) return true;
  if (choice_.never_visited) return false;
  const Date visited = date_of(to_local(*row.visited, office_.offset()));
  if (choice_.visited_day && visited >= *choice_.visited_day) return false;
  return !choice_.not_visited_for ||
         visited + std::chrono::days{*choice_.not_visited_for} <= office_.today();
}

void HouseholdFinder::each_household(const HouseholdStore::HouseholdSink& sink) {
  const auto keep = [&](const HouseholdRow& row) {
    if (homes_ && !homes_->contains(row.id)) return;
    if (in_area(row.household.community, row.household.area) && unvisited(row)) sink(row);
  };
  if (people_) {
    households_.households_among(households_.homes_of(*people_), keep);
  } else if (homes_) {
    households_.households_among(*homes_, keep);
  } else {
    households_.households(communities_, grids_, keep);
  }
}

void HouseholdFinder::each_person(const HouseholdStore::PersonSink& sink) {
  const auto keep = [&](PersonRow& row) {
    if (fits(row)) sink(row);
  };
  if (people_) {
    households_.people_of(*people_, keep);
  } else if (homes_) {
    households_.people_of_households(*homes_, keep);
  } else {
    households_.people(communities_, grids_, keep);
  }
}

// A history begins with the oldest stay; who does not know when it began, before all others.
void HouseholdFinder::each_spell(const HouseholdStore::PersonSink& sink) {
  if (!choice_.history) return each_person(sink);
  std::vector<PersonRow> spells;
  each_person([&](const PersonRow& row) { spells.push_back(row); });
  std::ranges::sort(
      spells, {}, [](const PersonRow& row) { return std::tuple(row.residence.since, row.spell); });
  std::ranges::for_each(spells, sink);
}

void HouseholdFinder::list_households() {
  Rows lived_in;
  if (choice_.about_people()) {
    lived_in.emplace();
    each_person([&](const PersonRow& row) { lived_in->insert(row.household); });
  }
  each_household([&](const HouseholdRow& row) {
    if (lived_in && !lived_in->contains(row.id)) return;
    if (choice_.lists_dwellings()) {
      dwellings_.add(row.household, row.members);
    } else {
      take(row);
    }
  });
  for (const domain::Dwelling& dwelling : dwellings_.dwellings()) take(dwelling);
}

void HouseholdFinder::list_people() {
  each_spell([&](const PersonRow& row) { take(row); });
}

// With their row numbers, by which grid-erase takes them; each with the last place where they were.
void HouseholdFinder::list_expired() {
  const Date before = people_kept_until(Office(db_, session_.now()));
  households_.expired_people(before, [&](const PersonRow& row) {
    if (within(row)) take(row);
  });
}

void HouseholdFinder::take(const HouseholdRow& row) {
  if (choice_.count && choice_.missing.empty()) {
    return count(choice_.grouped() ? codec::count_value(terms_, row.household) : "");
  }
  const text::Record record = codec::write_household(row.household, row.members);
  if (!choice_.missing.empty() && record.find(choice_.missing) != nullptr) return;
  if (!choice_.count) return session_.output().record(record);
  count(choice_.grouped() ? codec::count_value(terms_, row.household) : "");
}

void HouseholdFinder::take(const domain::Dwelling& dwelling) {
  if (choice_.crowded && dwelling.members < *choice_.crowded) return;
  const text::Record record = codec::write_dwelling(dwelling);
  if (!choice_.missing.empty() && record.find(choice_.missing) != nullptr) return;
  if (choice_.count) return count("");
  session_.output().record(record);
}

void HouseholdFinder::take(const PersonRow& row) {
  const auto tally = [&] {
    if (!choice_.grouped()) return count("");
    for (const std::string& value : codec::count_values(terms_, row.person, row.residence)) {
      count(value);
    }
  };
  if (choice_.count && choice_.missing.empty()) return tally();
  const text::Record record = record_of(row);
  if (!choice_.missing.empty() && record.find(choice_.missing) != nullptr) return;
  if (choice_.count) return tally();
  if (view_.mask == nullptr) session_.access().keys.add(row.id);
  session_.output().record(record);
}

text::Record HouseholdFinder::record_of(const PersonRow& row) {
  text::Record record = codec::write_person(row.person, row.residence, view_);
  return choice_.shows_keys() ? codec::with_key(std::move(record), row.id) : record;
}

void HouseholdFinder::count(const std::string& value) {
  size_t band = 0;
  if (choice_.by == "age") {
    while (band < terms_.bands.size() && terms_.bands[band].text() != value) ++band;
  }
  ++counts_[{band, value}];
}

void HouseholdFinder::print_counts() {
  if (!choice_.grouped() && counts_.empty()) counts_[{}] = 0;
  for (const auto& [value, count] : counts_) {
    text::Record record = text::make_record("count");
    record.add("by", choice_.by);
    if (choice_.grouped()) record.add_if("value", value.second);
    session_.output().record(record.add("count", count));
  }
}

}  // namespace grid::tool
