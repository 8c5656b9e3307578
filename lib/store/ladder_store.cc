#include <grid/sql/queries.h>
#include <grid/store/ladder_store.h>

#include "column_values.h"

namespace grid::store {

namespace query = sql::query;
using domain::FiredStep;

namespace {

std::optional<Instant> instant(const std::optional<int64_t>& value) {
  return value ? std::optional(Instant{Seconds{*value}}) : std::nullopt;
}

// The columns of ladder/of_case.sql and ladder/notices.sql.
FiredStep step_at(const sql::Rows& rows) {
  FiredStep step;
  step.case_no = rows.text(0);
  step.cycle = static_cast<int32_t>(rows.integer(1));
  step.stage = domain::from_code<domain::Stage>(rows.view(2)).value_or(domain::Stage::handle);
  step.rule = rows.text(3);
  step.reached = Instant{Seconds{rows.integer(4)}};
  step.due = instant(rows.maybe_integer(5));
  step.skipped = rows.flag(6);
  step.fired_at = Instant{Seconds{rows.integer(7)}};
  step.send_at = instant(rows.maybe_integer(8));
  step.supervise = static_cast<int32_t>(rows.integer(9));
  step.level = rows.text(10);
  step.owner_area = rows.text(11);
  step.target = rows.text(12);
  step.role = rows.text(13);
  step.addressee = split(rows.view(14), ' ');
  step.vacant = split(rows.view(15), ',');
  step.obstacle = rows.text(16);
  step.text = rows.text(17);
  return step;
}

}  // namespace

std::vector<std::string> LadderStore::candidates(Instant now) {
  std::vector<std::string> numbers;
  for (sql::Rows rows = db_.select(query::ladder_candidates, seconds(now)); rows.next();) {
    numbers.push_back(rows.text(0));
  }
  return numbers;
}

std::optional<Instant> LadderStore::look_at(std::string_view no) {
  sql::Rows rows = db_.select(query::ladder_look_at, no);
  return rows.next() ? instant(rows.maybe_integer(0)) : std::nullopt;
}

void LadderStore::set_look(std::string_view no, std::optional<Instant> at) {
  db_.run(query::ladder_look, seconds(at), no);
}

domain::FiredKeys LadderStore::fired(const domain::Case& matter) {
  domain::FiredKeys keys;
  for (sql::Rows rows = db_.select(query::ladder_fired, matter.no, matter.cycle); rows.next();) {
    const auto stage = domain::from_code<domain::Stage>(rows.view(0));
    if (stage) keys.emplace(*stage, rows.text(1));
  }
  return keys;
}

void LadderStore::add(const FiredStep& step) {
  const std::string addressee = joined(step.addressee, ' ');
  const std::string vacant = joined(step.vacant, ',');
  db_.run(query::ladder_insert, step.case_no, step.cycle, code(step.stage), step.rule,
          seconds(step.fired_at), step.skipped ? 1 : 0, seconds(step.reached), seconds(step.due),
          step.supervise, step.level, step.owner_area, or_null(step.target), or_null(step.role),
          or_null(addressee), or_null(vacant), or_null(step.obstacle), or_null(step.text),
          seconds(step.send_at));
}

std::vector<FiredStep> LadderStore::of_case(std::string_view no) {
  std::vector<FiredStep> steps;
  for (sql::Rows rows = db_.select(query::ladder_of_case, no); rows.next();) {
    steps.push_back(step_at(rows));
  }
  return steps;
}

void LadderStore::notices(Instant since, Instant until,
                          const std::function<void(const FiredStep&)>& sink) {
  sql::Rows rows = db_.select(query::ladder_notices, seconds(since), seconds(until));
  while (rows.next()) sink(step_at(rows));
}

}  // namespace grid::store
