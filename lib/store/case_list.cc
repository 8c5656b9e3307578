// CaseReader: finding cases.
//
// A list comes about in two steps. First row numbers: every condition that has an index gives those
// of the cases that may be meant (schema/queries/case/find_*.sql: too many, never too few), and the
// condition that gives the fewest leads. Then the rows: case/wanted.sql tests the whole filter, so
// that what is printed does not depend on which condition led.
#include <fmt/format.h>
#include <grid/domain/steps.h>
#include <grid/sql/queries.h>
#include <grid/store/case_reader.h>
#include <grid/store/text_index.h>

#include <algorithm>
#include <limits>
#include <span>

#include "column_values.h"

namespace grid::store {

namespace query = sql::query;

namespace {

using RowNumbers = std::vector<int64_t>;

// How many rows each condition may give in the first round; eight times as many in the next.
constexpr int64_t first_round = 4096;
constexpr int64_t round_factor = 8;
constexpr int64_t no_bound = std::numeric_limits<int64_t>::max();

// Rows read by one use of case/wanted.sql.
constexpr size_t rows_at_once = 4096;

// States are a JSON array of plain ASCII codes.
std::optional<std::string> json_states(const std::vector<domain::State>& states) {
  if (states.empty()) return std::nullopt;
  std::string json = "[";
  for (const domain::State state : states) {
    json += fmt::format("{}\"{}\"", json.size() > 1 ? "," : "", code(state));
  }
  return json + "]";
}

std::string json_numbers(std::span<const int64_t> numbers) {
  return fmt::format("[{}]", fmt::join(numbers, ","));
}

RowNumbers taken(sql::Rows rows) {
  RowNumbers ids;
  while (rows.next()) ids.push_back(rows.integer(0));
  return ids;
}

// A filter as the queries take it.
struct Bound {
  std::optional<std::string> states;  // JSON
  std::optional<std::string> areas;   // JSON, row numbers
  std::string category;
  std::optional<int64_t> org;
  std::string staff;
  std::optional<int64_t> overdue_at, due_before, since, until, reporters_before;
  std::string text;
};

// Gives row numbers of cases that meet one condition, at most so many.
using Lead = std::function<sql::Rows(int64_t most)>;

// The conditions that have an index, those first that usually leave few cases.
std::vector<Lead> leads_of(sql::Database& db, const Bound& f) {
  std::vector<Lead> leads;
  const auto add = [&](bool given, const sql::Query& lead, const auto&... args) {
    if (!given) return;
    leads.emplace_back(
        [&db, &lead, args...](int64_t most) { return db.select(lead, args..., most); });
  };
  const auto match = match_expression(f.text);
  add(!f.staff.empty(), query::case_find_staff, f.staff, f.states);
  add(f.overdue_at.has_value(), query::case_find_due, f.overdue_at);
  add(match.has_value(), query::case_find_text, match);
  add(f.due_before.has_value(), query::case_find_due, f.due_before);
  add(f.org.has_value(), query::case_find_org, f.org, f.states);
  add(f.areas.has_value(), query::case_find_area, f.areas, f.states);
  add(f.since || f.until, query::case_find_reported, f.since, f.until);
  add(!f.category.empty(), query::case_find_category, f.category);
  add(f.states.has_value(), query::case_find_state, f.states);
  if (leads.empty()) add(true, query::case_find_all);
  return leads;
}

// What the condition gives that leaves the fewest: all are tried with a bound that grows until one
// of them stays below it, so that the answer costs little more than the smallest of them.
RowNumbers candidates(const std::vector<Lead>& leads) {
  if (leads.size() == 1) return taken(leads.front()(no_bound));
  for (int64_t most = first_round;; most *= round_factor) {
    for (const Lead& lead : leads) {
      RowNumbers ids = taken(lead(most));
      if (std::ssize(ids) < most) return ids;
    }
  }
}

// Open emergencies first, each part in the order of filing, each row once.
void put_in_order(RowNumbers& ids, const RowNumbers& emergencies) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::stable_partition(ids.begin(), ids.end(), [&](int64_t id) {
    return std::binary_search(emergencies.begin(), emergencies.end(), id);
  });
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

std::string CaseReader::json_areas(const std::vector<std::string>& codes) {
  std::vector<int64_t> ids;
  for (const std::string& each : codes) {
    if (const auto id = find_id(areas_, each)) ids.push_back(*id);
  }
  return json_numbers(ids);
}

void CaseReader::list(const CaseFilter& filter, const CaseSink& sink) {
  Bound f{json_states(filter.states),
          {},
          filter.category,
          {},
          filter.staff,
          seconds(filter.overdue_at),
          seconds(filter.due_before),
          seconds(filter.since),
          seconds(filter.until),
          seconds(filter.reporters_before),
          filter.text};
  if (filter.areas) f.areas = json_areas(*filter.areas);
  // An organisation that is not on file has no cases; -1 is nobody's row.
  if (!filter.org.empty()) f.org = find_id(orgs_, filter.org).value_or(-1);
  RowNumbers ids = candidates(leads_of(db_, f));
  put_in_order(ids, taken(db_.select(query::case_find_emergency)));
  for (std::span<const int64_t> rest = ids; !rest.empty();) {
    const auto some = rest.first(std::min(rows_at_once, rest.size()));
    rest = rest.subspan(some.size());
    const std::string numbers = json_numbers(some);
    each(db_.select(query::case_wanted, numbers, f.states, f.areas, or_null(f.category), f.org,
                    or_null(f.staff), f.overdue_at, f.due_before, f.since, f.until,
                    f.reporters_before, or_null(f.text)),
         sink);
  }
}

}  // namespace grid::store
