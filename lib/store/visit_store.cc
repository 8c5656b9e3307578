#include <fmt/format.h>
#include <grid/sql/queries.h>
#include <grid/store/digest.h>
#include <grid/store/visit_store.h>

#include "column_values.h"

namespace grid::store {

namespace query = sql::query;
using domain::Visit;
using domain::VisitKind;

namespace {

constexpr size_t uid_digits = 32;

// No two visits agree in all of this: they would be the same one.
std::string uid_of(const Visit& visit, const std::string& office) {
  const std::string said =
      fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", office, domain::code(visit.kind),
                  visit.community, visit.household, visit.case_no, visit.area, seconds(visit.at),
                  visit.staff, visit.source, visit.source_ref);
  return hexadecimal(sm3(said)).substr(0, uid_digits);
}

}  // namespace

VisitStore::VisitStore(sql::Database& db, const domain::AreaTree& areas, Date day,
                       std::string office)
    : db_(db), areas_(db, areas, day), office_(std::move(office)) {}

std::optional<HouseholdPlace> VisitStore::household(std::string_view community,
                                                    std::string_view no) {
  const auto area = areas_.id(community);
  if (!area) return std::nullopt;
  sql::Rows rows = db_.select(query::household_place, *area, no);
  if (!rows.next()) return std::nullopt;
  return HouseholdPlace{rows.integer(0), areas_.code(rows.maybe_integer(1))};
}

// The order of columns is that of the view visit_row.
VisitRow VisitStore::row_at(const sql::Rows& rows) const {
  VisitRow row;
  Visit& visit = row.visit;
  visit.kind = domain::from_code<VisitKind>(rows.view(1)).value_or(VisitKind::patrol);
  visit.community = areas_.code(rows.maybe_integer(2));
  visit.household = rows.view(3);
  visit.case_no = rows.view(4);
  visit.area = areas_.code(rows.maybe_integer(5));
  visit.at = Instant{Seconds{rows.integer(6)}};
  visit.staff = rows.view(7);
  visit.result = rows.view(8);
  visit.lon = rows.maybe_real(9);
  visit.lat = rows.maybe_real(10);
  visit.source = rows.view(11);
  visit.source_ref = rows.view(12);
  row.recorded_at = Instant{Seconds{rows.integer(13)}};
  row.actor = rows.view(14);
  return row;
}

std::optional<VisitRow> VisitStore::find_source(std::string_view source,
                                                std::string_view source_ref) {
  sql::Rows rows = db_.select(query::visit_by_source, or_null(source), source_ref);
  if (!rows.next()) return std::nullopt;
  return row_at(rows);
}

std::optional<VisitRow> VisitStore::find_same(const Visit& visit,
                                              std::optional<int64_t> household) {
  const std::string_view kind = domain::code(visit.kind);
  sql::Rows rows = household
                       ? db_.select(query::visit_of_household, *household, seconds(visit.at),
                                    visit.staff, kind, or_null(visit.case_no))
                       : db_.select(query::visit_of_place, seconds(visit.at), areas_.id(visit.area),
                                    visit.staff, kind, or_null(visit.case_no));
  if (!rows.next()) return std::nullopt;
  return row_at(rows);
}

void VisitStore::add(const VisitRow& row, std::optional<int64_t> household) {
  const Visit& visit = row.visit;
  db_.run(query::visit_insert, uid_of(visit, office_), domain::code(visit.kind), household,
          or_null(visit.case_no), areas_.id(visit.area), seconds(visit.at), visit.staff,
          or_null(visit.result), visit.lon, visit.lat, or_null(visit.source),
          or_null(visit.source_ref), seconds(row.recorded_at), row.actor, row.login);
  if (household && visit.kind == VisitKind::home) {
    db_.run(query::household_visit, seconds(visit.at), *household);
  }
}

void VisitStore::each(const std::function<void(const VisitRow&)>& sink) {
  for (sql::Rows rows = db_.select(query::visit_all); rows.next();) sink(row_at(rows));
}

void VisitStore::each_unvisited(Instant since, Date day,
                                const std::function<void(const UnvisitedRow&)>& sink) {
  const std::string date = format_date(day);
  for (sql::Rows rows = db_.select(query::household_unvisited, date, seconds(since));
       rows.next();) {
    sink({areas_.code(rows.maybe_integer(0)), areas_.code(rows.maybe_integer(1)), rows.text(2),
          rows.null(3)});
  }
}

void VisitStore::each_misvisited(const std::function<void(const UnvisitedRow&)>& sink) {
  for (sql::Rows rows = db_.select(query::household_misvisited); rows.next();) {
    const std::string& community = areas_.code(rows.maybe_integer(0));
    const std::string& grid = areas_.code(rows.maybe_integer(2));
    sink({grid.empty() ? community : grid, community, rows.text(1)});
  }
}

}  // namespace grid::store
