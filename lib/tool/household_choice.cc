#include <grid/base/nearest.h>
#include <grid/codec/dwelling.h>
#include <grid/codec/household.h>
#include <grid/domain/code_tables.h>
#include <grid/tool/column_choice.h>
#include <grid/tool/household_choice.h>
#include <grid/tool/source.h>

#include <algorithm>
#include <charconv>

namespace grid::tool {

namespace {

Problem of_option(Problem problem, const char* option) {
  problem.field = option;
  return problem;
}

Status take_code(const domain::CodeTable& table, const std::string& text, const char* option,
                 std::string& code) {
  if (text.empty()) return Done{};
  const Result<std::string> found = domain::parse_code(table, text);
  if (!found) return of_option(found.problem(), option);
  code = *found;
  return Done{};
}

std::vector<std::string> names_of(codec::Columns columns) {
  std::vector<std::string> names;
  for (const codec::Column& column : columns) names.emplace_back(column.field);
  return names;
}

bool among(std::span<const std::string> names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

std::vector<domain::PersonSearch> read_searches() {
  std::vector<domain::PersonSearch> searches;
  LineSource lines({"-"});
  for (auto group = lines.next_group(1000); !group.empty(); group = lines.next_group(1000)) {
    for (const InputLine& line : group) searches.push_back(domain::parse_person_search(line.text));
  }
  return searches;
}

void HouseholdChoice::declare(Options& options) {
  options.value("--by", "NOUN", "household, person, dwelling; with --count a field", by);
  options.value("--community", "CODE", "of this community", community);
  options.value("--area", "CODE", "of this grid", area);
  options.value("--under", "CODE", "in this area", under);
  options.value("--no", "NO", "with this household number", no);
  options.value("--building", "TEXT", "in this building", building);
  options.value("--person", "N", "this person, by the number that --keys shows (repeatable)",
                persons);
  options.value("--residence", "KIND", "with people who live there so", residence).choices = {
      "registered", "permanent", "floating", "lodging", "foreign"};
  options.value("--age", "RANGE", "with people of this age: 18-59, 65+, <18", age);
  options.value("--sex", "CODE", "with people of this sex, by code or word", sex);
  options.value("--ethnic", "CODE", "of this ethnic group, by code or word; or minority", ethnic);
  options.value("--nationality", "CODE", "of this nationality, by code or word; or foreign",
                nationality);
  options.value("--relation", "CODE", "with this relation to the head; or head", relation);
  options.value("--tag", "WORD", "with people who have this tag", tag);
  options.value("--missing", "FIELD", "only those without it", missing);
  options.value("--visited-before", "DATE", "not visited on this day or later", visited_before);
  options.value("--not-visited-for", "DAYS", "not visited for so many days", not_visited_for);
  options.flag("--never-visited", "never visited", never_visited);
  options.value("--problem", "KIND", "only those at fault in this way", fault).choices =
      store::register_fault_names();
  options.value("--as-of", "DATE", "as it was on this day", as_of);
  options.flag("--left", "people who left: their last stay", left);
  options.flag("--presumed-gone", "people whom a complete register missed", presumed_gone);
  options.flag("--expired", "people whom the policy no longer keeps, to be erased", expired);
  options.flag("--all", "stays that have ended, too", all);
  options.flag("--history", "every stay, oldest first", history);
  options.flag("--search", "who is looked for stands on standard input", search);
  options.value("--crowded", "N", "dwellings with so many people or more", crowded);
  options.flag("--keys", "with the numbers by which tools name people", keys);
  options.value("--columns", "A,B,C", "of a table or CSV: these fields, in this order",
                named_columns);
  options.flag("--count", "only how many there are", count);
  options.flag("--households", "with --count: households, not people", homes);
  options.value("--bands", "RANGES", "with --count --by age: these ages, such as 0-6,7-17,18+",
                bands);
}

Status HouseholdChoice::check() {
  counted = codec::count_columns(by);
  for (const auto part :
       {&HouseholdChoice::check_by, &HouseholdChoice::check_codes, &HouseholdChoice::check_times,
        &HouseholdChoice::check_people, &HouseholdChoice::check_columns}) {
    if (Status s = (this->*part)(); !s) return s;
  }
  return check_missing();
}

Status HouseholdChoice::check_by() {
  if (const auto found = store::register_fault_named(fault)) {
    const bool of_people = store::is_of_people(*found);
    if (of_people && by == "household") by = "person";
  }
  if (homes && !(count && grouped())) {
    return problem("usage.value", "--households", "--households goes with --count --by FIELD");
  }
  if (crowded && !lists_dwellings()) {
    return problem("usage.value", "--crowded", "--crowded goes with --by dwelling");
  }
  if (!bands.empty() && by != "age") {
    return problem("usage.value", "--bands", "--bands goes with --count --by age");
  }
  if (!grouped()) return Done{};
  if (!count) {
    Problem p = problem("usage.value", "--by", "--by {} goes with --count", by);
    p.near = nearest(by, std::vector<std::string>{"household", "person", "dwelling"});
    return p;
  }
  const auto fields = homes ? codec::household_count_fields() : codec::person_count_fields();
  if (!among(fields, by)) {
    std::vector<std::string> known(fields.begin(), fields.end());
    known.insert(known.end(), {"household", "person", "dwelling"});
    Problem p = problem("usage.value", "--by", "nothing is counted by {}", by);
    p.near = nearest(by, known);
    return p;
  }
  age_bands = domain::usual_age_bands();
  if (bands.empty()) return Done{};
  const auto given = domain::parse_age_bands(bands);
  if (!given) return of_option(given.problem(), "--bands");
  age_bands = *given;
  return Done{};
}

Status HouseholdChoice::check_codes() {
  filter.tag = tag;
  if (!residence.empty()) filter.kind = domain::residence_kind_named(residence);
  filter.minority = ethnic == "minority";
  filter.foreign = nationality == "foreign";
  filter.head = relation == "head";
  if (Status s = take_code(domain::sex_codes(), sex, "--sex", filter.sex); !s) return s;
  if (!filter.minority) {
    Status s = take_code(domain::ethnic_codes(), ethnic, "--ethnic", filter.ethnic);
    if (!s) return s;
  }
  if (!filter.foreign) {
    Status s = take_code(domain::country_codes(), nationality, "--nationality", filter.nationality);
    if (!s) return s;
  }
  if (!filter.head) {
    Status s = take_code(domain::relation_codes(), relation, "--relation", filter.relation);
    if (!s) return s;
  }
  if (age.empty()) return Done{};
  const auto ages = domain::parse_ages(age);
  if (!ages) return of_option(ages.problem(), "--age");
  filter.ages = *ages;
  return Done{};
}

Status HouseholdChoice::check_times() {
  const int modes = int(!as_of.empty()) + int(left) + int(all) + int(history);
  if (modes > 1) {
    return problem("usage.option", "--as-of",
                   "--as-of, --left, --all and --history exclude one another");
  }
  if (!as_of.empty()) {
    if (const auto day = parse_date(as_of); !day) return of_option(day.problem(), "--as-of");
  }
  if (!visited_before.empty()) {
    const auto day = parse_date(visited_before);
    if (!day) return of_option(day.problem(), "--visited-before");
    visited_day = *day;
  }
  if (not_visited_for && *not_visited_for < 0) {
    return problem("usage.value", "--not-visited-for", "days are counted from 0");
  }
  if ((left || presumed_gone) && by == "household") by = "person";
  if (!history) return Done{};
  if (no.empty() && persons.empty() && !search) {
    return problem("usage.option", "--history",
                   "--history needs --no, --person or --search: whose");
  }
  if (by == "household") by = "person";
  return Done{};
}

Status HouseholdChoice::check_people() {
  for (const std::string& text : persons) {
    int64_t number = 0;
    const auto [end, fault_found] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault_found != std::errc{} || end != text.data() + text.size() || number <= 0) {
      return problem("usage.value", "--person", "people are named by the numbers of --keys");
    }
    people.insert(number);
  }
  return Done{};
}

Status HouseholdChoice::check_missing() const {
  if (missing.empty()) return Done{};
  codec::Columns fields_of = codec::person_columns();
  if (lists_households()) fields_of = codec::household_columns();
  if (lists_dwellings()) fields_of = codec::dwelling_columns();
  const std::vector<std::string> fields = names_of(fields_of);
  if (among(fields, missing)) return Done{};
  Problem p = problem("usage.value", "--missing", "there is no field {}", missing);
  p.near = nearest(missing, fields);
  return p;
}

store::SpellTime HouseholdChoice::time() const {
  store::SpellTime time;
  time.all = left || all || history;
  if (!as_of.empty()) time.day = as_of;
  return time;
}

Status HouseholdChoice::check_columns() {
  if (named_columns.empty()) return Done{};
  if (count) return problem("usage.value", "--columns", "--count has its own columns");
  auto found = choose_columns(all_columns(), named_columns);
  if (!found) return found.problem();
  chosen = *std::move(found);
  return Done{};
}

codec::Columns HouseholdChoice::all_columns() const {
  if (count) return counted;
  if (lists_dwellings()) return codec::dwelling_columns();
  if (lists_households()) return codec::household_columns();
  return shows_keys() ? codec::keyed_person_columns() : codec::person_columns();
}

codec::Columns HouseholdChoice::columns(Format format) const {
  if (format != Format::jsonl && !chosen.empty()) return chosen;
  if (format != Format::table || count || lists_households()) return all_columns();
  return codec::brief_person_columns(shows_keys(), all || history || left);
}

}  // namespace grid::tool
