// CaseStore: finding cases. One query for each index that may lead; all test the whole filter.
#include <fmt/format.h>
#include <grid/domain/steps.h>
#include <grid/sql/queries.h>
#include <grid/store/case_store.h>

namespace grid::store {

namespace query = sql::query;

namespace {

std::optional<std::string_view> text(const std::string& value) {
  return value.empty() ? std::nullopt : std::optional<std::string_view>(value);
}

std::optional<int64_t> seconds(const std::optional<Instant>& at) {
  return at ? std::optional<int64_t>(at->time_since_epoch().count()) : std::nullopt;
}

// States are a JSON array of plain ASCII codes.
std::optional<std::string> json_states(const std::vector<domain::State>& states) {
  if (states.empty()) return std::nullopt;
  std::string json = "[";
  for (const domain::State state : states) {
    json += fmt::format("{}\"{}\"", json.size() > 1 ? "," : "", code(state));
  }
  return json + "]";
}

}  // namespace

std::vector<domain::State> open_states() {
  std::vector<domain::State> states;
  for (size_t i = 0; i < domain::Terms<domain::State>::all.size(); ++i) {
    const auto state = static_cast<domain::State>(i);
    if (!domain::terminal(state)) states.push_back(state);
  }
  return states;
}

// The index that is likely to leave the fewest rows.
const sql::Query& CaseStore::leading_query(const CaseFilter& filter) const {
  if (!filter.staff.empty()) return query::case_list_staff;
  if (filter.overdue_at) return query::case_list_overdue;
  if (filter.due_before) return query::case_list_due;
  if (!filter.org.empty()) return query::case_list_org;
  if (filter.areas && filter.areas->size() < areas_.ids.size()) return query::case_list_area;
  if (filter.since || filter.until) return query::case_list_reported;
  if (!filter.category.empty()) return query::case_list_category;
  if (!filter.states.empty()) return query::case_list_state;
  return query::case_list_all;
}

void CaseStore::list(const CaseFilter& filter, const CaseSink& sink) {
  if (areas_.ids.empty()) load(areas_, query::area_codes);
  std::optional<std::string> areas;
  if (filter.areas) {
    areas = "[";
    for (const std::string& each : *filter.areas) {
      const auto found = areas_.ids.find(each);
      if (found == areas_.ids.end()) continue;
      *areas += fmt::format("{}{}", areas->size() > 1 ? "," : "", found->second);
    }
    *areas += "]";
  }
  // An organisation that is not on file has no cases; -1 is nobody's row.
  std::optional<int64_t> org;
  if (!filter.org.empty()) {
    if (orgs_.ids.empty()) load(orgs_, query::org_codes);
    const auto found = orgs_.ids.find(filter.org);
    org = found == orgs_.ids.end() ? -1 : found->second;
  }
  each(db_.select(leading_query(filter), json_states(filter.states), areas, text(filter.category),
                  org, text(filter.staff), seconds(filter.overdue_at), seconds(filter.due_before),
                  seconds(filter.since), seconds(filter.until), text(filter.text)),
       sink);
}

void CaseStore::ladder_candidates(Instant before, const CaseSink& sink) {
  each(db_.select(query::ladder_candidates, before.time_since_epoch().count()), sink);
}

}  // namespace grid::store
