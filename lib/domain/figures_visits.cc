#include <grid/domain/figures_visits.h>

#include <algorithm>

namespace grid::domain {

VisitWindow visit_window(const FiguresQuestion& question, const RegisterPolicy& policy,
                         UtcOffset offset) {
  // What happened at the very moment of the question is known.
  const Instant until = std::min(question.until, question.as_of + Seconds{1});
  const Date day = date_of(to_local(until - Seconds{1}, offset));
  const auto from = visited_from(day, policy);
  return {from ? to_instant(LocalTime{*from}, offset) : question.from, until, day};
}

void add_visits(std::map<std::string, Figures>& sums, std::span<const HouseholdCount> households,
                std::span<const VisitCount> visits, const KeepersOf& keepers,
                const VisitorOf& visitor) {
  for (const HouseholdCount& count : households) {
    for (const std::string& unit : keepers(count.area)) {
      if (unit.empty()) continue;
      sums[unit].households += count.households;
      sums[unit].visited += count.visited;
    }
  }
  for (const VisitCount& count : visits) {
    const std::string unit = visitor(count);
    if (unit.empty()) continue;
    Figures& figures = sums[unit];
    (count.kind == VisitKind::home ? figures.visits : figures.patrols) += count.visits;
  }
}

}  // namespace grid::domain
