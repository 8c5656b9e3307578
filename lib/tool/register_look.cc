#include <grid/store/person_index.h>
#include <grid/store/register_faults.h>
#include <grid/tool/register_look.h>

namespace grid::tool {

namespace {

using store::RegisterFault;

RegisterFinding finding(RegisterFault fault, int64_t count) {
  switch (fault) {
    case RegisterFault::no_grid:
      return {problem("household.no_grid", "", "{} households have no grid", count), true};
    case RegisterFault::no_head:
      return {problem("household.no_head", "", "{} families have no head", count), true};
    case RegisterFault::two_heads:
      return {problem("household.two_heads", "", "{} families have more than one head", count),
              true};
    case RegisterFault::no_household:
      return {problem("person.no_household", "", "{} people live in no household", count), true};
    case RegisterFault::foreign_grid:
      return {problem("household.foreign_grid", "",
                      "the grids of {} households lie in other communities", count)};
    case RegisterFault::same_number:
      return {
          problem("person.same_number", "", "{} people have a number that another has too", count)};
    case RegisterFault::other_grid:
      return {problem("person.other_grid", "",
                      "{} people live in another grid than their households", count)};
    case RegisterFault::two_households:
      break;
  }
  return {problem("person.two_households", "",
                  "{} people are registered in two households, or live in two", count)};
}

}  // namespace

std::vector<RegisterFinding> look_at_the_register(sql::Database& db, const domain::AreaTree& areas,
                                                  Date day) {
  std::vector<RegisterFinding> found;
  store::RegisterFaults faults(db, areas, day);
  for (const std::string& name : store::register_fault_names()) {
    const RegisterFault fault = *store::register_fault_named(name);
    const auto count = static_cast<int64_t>(faults.rows(fault).size());
    if (count > 0) found.push_back(finding(fault, count));
  }
  for (const auto& strays : faults.batchless()) {
    found.push_back({problem("register.batch", "", "{} rows of {} name a batch that there is not",
                             strays.count, strays.noun)});
  }
  for (const auto& strays : faults.outside()) {
    found.push_back({problem("register.batch", "", "{} rows of {} have numbers that no batch gave",
                             strays.count, strays.noun)});
  }
  const store::PersonIndex::Faults index = store::PersonIndex(db).faults();
  if (index.people > 0) {
    found.push_back(
        {problem("person.index", "", "the index of people does not have {} people as they are",
                 index.people)});
  }
  if (index.strangers > 0) {
    found.push_back(
        {problem("person.index", "", "the index of people has {} people that there are not",
                 index.strangers)});
  }
  return found;
}

}  // namespace grid::tool
