#include <grid/codec/household.h>
#include <grid/domain/clean_text.h>
#include <grid/tool/area_option.h>
#include <grid/tool/household_finder.h>
#include <grid/tool/retention.h>
#include <grid/tool/source.h>

#include <algorithm>
#include <array>

namespace grid::tool {

using store::HouseholdRow;
using store::HouseholdStore;
using store::PersonRow;
using store::PersonSearch;

namespace {

// Digits are a number or a phone, by their length; everything else is a name.
PersonSearch search_for(std::string_view line) {
  const std::string id = domain::clean_identifier(line);
  const auto digits = std::ranges::count_if(id, [](char c) { return c >= '0' && c <= '9'; });
  const bool plain =
      std::ranges::all_of(id, [](char c) { return static_cast<signed char>(c) > 0; });
  if (plain && digits >= 7) {
    const bool phone = id.size() <= 13 && static_cast<size_t>(digits) == id.size();
    return {phone ? PersonSearch::Kind::phone : PersonSearch::Kind::number, id};
  }
  return {PersonSearch::Kind::name, domain::clean_word(line)};
}

const codec::Column* find_column(codec::Columns columns, std::string_view field) {
  const auto found = std::ranges::find(columns, field, &codec::Column::field);
  return found == columns.end() ? nullptr : &*found;
}

constexpr std::array<codec::Column, 3> count_columns{
    {{"by", "By", "分组"}, {"value", "Value", "取值"}, {"count", "Count", "数量", nullptr, true}}};

}  // namespace

std::vector<PersonSearch> read_searches() {
  std::vector<PersonSearch> searches;
  LineSource lines({"-"});
  for (auto group = lines.next_group(1000); !group.empty(); group = lines.next_group(1000)) {
    for (const InputLine& line : group) searches.push_back(search_for(line.text));
  }
  return searches;
}

Status HouseholdChoice::check() const {
  const bool plain = by == "household" || by == "person";
  if (!plain && find_column(codec::person_columns(), by) == nullptr) {
    return problem("usage.value", "--by", "--by takes household, person or a field, not {}", by);
  }
  if (!plain && !count) {
    return problem("usage.value", "--by", "--by {} goes with --count", by);
  }
  const bool personal = by == "name" || by == "id_no" || by == "phone" || by == "former_name";
  if (personal) {
    return problem("usage.value", "--by", "people are not counted by {}", by);
  }
  if (missing.empty()) return Done{};
  const codec::Columns columns =
      lists_households() ? codec::household_columns() : codec::person_columns();
  if (find_column(columns, missing) != nullptr) return Done{};
  return problem("usage.value", "--missing", "there is no field {}", missing);
}

codec::Columns HouseholdChoice::columns() const {
  if (count) return count_columns;
  return lists_households() ? codec::household_columns() : codec::person_columns();
}

HouseholdFinder::HouseholdFinder(sql::Database& db, Session& session, const HouseholdChoice& choice)
    : office_(db, session.now()),
      households_(db, office_.areas(), office_.today()),
      session_(session),
      choice_(choice),
      scope_(PersonalScope::of_register(session, db, office_.areas(), office_.today())),
      view_{session.reveal() ? nullptr : &office_.policy().mask, office_.today()} {
  choose_areas();
  session.access().noun = choice.lists_households() ? "household" : "person";
  session.access().fields = codec::personal_fields(choice.columns());
  if (choice.search) people_ = households_.find(choice.wanted);
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
  const domain::AreaTree& areas = office_.areas();
  for (const domain::Area& area : areas.all()) {
    if (area.kind == "community" || area.kind == "village") communities_.push_back(area.code);
  }
  std::ranges::sort(communities_);
  require_area(areas, choice_.community, "--community");
  require_area(areas, choice_.area, "--area");
  require_area(areas, choice_.under, "--under");
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
  const domain::AreaTree& areas = office_.areas();
  const Date day = office_.today();
  const bool inside = std::ranges::none_of(communities_, [&](const std::string& community) {
    return areas.contains(code, community, day);
  });
  std::erase_if(communities_, [&](const std::string& community) {
    return !areas.contains(code, community, day) && !areas.contains(community, code, day);
  });
  if (!inside) return;
  grids_.insert(code);
  if (exactly) return;
  for (std::string& inner : areas.subtree(code, day)) grids_.insert(std::move(inner));
}

bool HouseholdFinder::fits(const HouseholdRow& row) const {
  return (choice_.no.empty() || row.household.no == choice_.no) &&
         (choice_.building.empty() || row.household.building == choice_.building);
}

bool HouseholdFinder::fits(const PersonRow& row) const {
  const std::string tags = " " + row.person.tags + " ";
  const auto& kind = row.residence.kind;
  return (choice_.no.empty() || row.residence.no == choice_.no) &&
         (choice_.tag.empty() || tags.find(" " + choice_.tag + " ") != std::string::npos) &&
         (choice_.residence.empty() ||
          (kind && domain::residence_kind_name(*kind) == choice_.residence));
}

bool HouseholdFinder::in_area(const std::string& community, const std::string& grid) const {
  return std::ranges::binary_search(communities_, community) &&
         (grids_.empty() || grids_.contains(grid)) && scope_.sees(community, grid);
}

void HouseholdFinder::each_household(const HouseholdStore::HouseholdSink& sink) {
  const auto keep = [&](const HouseholdRow& row) {
    if (fits(row) && in_area(row.household.community, row.household.area)) sink(row);
  };
  if (choice_.search) {
    households_.households_of(people_, keep);
  } else if (!choice_.no.empty()) {
    households_.household(communities_, choice_.no, keep);
  } else {
    households_.households(communities_, grids_, keep);
  }
}

void HouseholdFinder::each_person(const HouseholdStore::PersonSink& sink) {
  const auto keep = [&](PersonRow& row) {
    if (fits(row) && in_area(row.residence.community, row.residence.area)) sink(row);
  };
  if (choice_.search) {
    households_.people_of(people_, keep);
  } else {
    households_.people(communities_, grids_, keep);
  }
}

void HouseholdFinder::list_households() {
  std::set<Key> keys;
  if (choice_.about_people()) {
    each_person(
        [&](const PersonRow& row) { keys.emplace(row.residence.community, row.residence.no); });
  }
  each_household([&](const HouseholdRow& row) {
    if (choice_.about_people() && !keys.contains({row.household.community, row.household.no})) {
      return;
    }
    give(codec::write_household(row.household, row.members));
  });
}

void HouseholdFinder::list_people() {
  std::set<Key> keys;
  const bool by_building = !choice_.building.empty();
  if (by_building) {
    each_household(
        [&](const HouseholdRow& row) { keys.emplace(row.household.community, row.household.no); });
  }
  each_person([&](const PersonRow& row) {
    if (by_building && !keys.contains({row.residence.community, row.residence.no})) return;
    if (view_.mask == nullptr) session_.access().keys.add(row.id);
    give(codec::write_person(row.person, row.residence, view_));
  });
}

// With their row numbers, by which grid-erase takes them; each with the last place where they were.
void HouseholdFinder::list_expired() {
  households_.expired_people(people_kept_until(office_), [&](PersonRow& row) {
    if (!fits(row) || !in_area(row.residence.community, row.residence.area)) return;
    if (view_.mask == nullptr) session_.access().keys.add(row.id);
    give(codec::with_key(codec::write_person(row.person, row.residence, view_), row.id));
  });
}

void HouseholdFinder::give(const text::Record& record) {
  if (!choice_.missing.empty() && record.find(choice_.missing) != nullptr) return;
  if (!choice_.count) return session_.output().record(record);
  const codec::Column* column = find_column(codec::person_columns(), choice_.by);
  ++counts_[column == nullptr ? "" : codec::cell(record, *column, codec::Words::codes)];
}

void HouseholdFinder::print_counts() {
  const bool grouped = choice_.by != "household" && choice_.by != "person";
  if (!grouped && counts_.empty()) counts_[""] = 0;
  for (const auto& [value, count] : counts_) {
    text::Record record = text::make_record("count");
    record.add("by", choice_.by);
    if (grouped) record.add("value", value);
    session_.output().record(record.add("count", count));
  }
}

}  // namespace grid::tool
