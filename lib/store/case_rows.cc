// CaseStore: the rows of case_file, written. The order of values follows
// schema/queries/case/insert.sql and update.sql.
#include <grid/sql/queries.h>
#include <grid/store/case_store.h>

#include "case_parts.h"
#include "column_values.h"

namespace grid::store {

namespace query = sql::query;
using domain::Case;

namespace {

template <typename E>
std::optional<std::string_view> code_or_null(const std::optional<E>& value) {
  return value ? std::optional<std::string_view>(code(*value)) : std::nullopt;
}

// `provisional` belongs to `due`, which is the end of the running stage.
bool stage_provisional(const Case& matter) {
  return matter.stage == domain::Stage::handle ? matter.handle.provisional
                                               : matter.step.provisional;
}

int64_t parts_of(const Case& matter) {
  return (matter.joint.empty() ? 0 : part_joint) | (matter.whistles.empty() ? 0 : part_whistles) |
         (matter.merged.empty() ? 0 : part_merged);
}

}  // namespace

// Without a clock for it: at once, so that the ladder finds the moment itself.
std::optional<int64_t> CaseStore::look_at(const Case& matter) const {
  return ladder_clock_ ? seconds(ladder_clock_(matter)) : std::optional<int64_t>(0);
}

void CaseStore::insert(const Case& m, const std::string& community) {
  const auto lon = m.place ? std::optional(m.place->lon) : std::nullopt;
  const auto lat = m.place ? std::optional(m.place->lat) : std::nullopt;
  const auto crs = m.place ? std::optional(code(m.place->crs)) : std::nullopt;
  const domain::Holder late = m.late_holder.value_or(domain::Holder{});
  const std::string refused = joined(m.refused_by, ' ');
  db().run(query::case_insert, m.no, code(m.state), m.title, or_null(m.text), m.category,
           area_id(m.area), m.level, area_id(m.owner_area), org_id(m.owner_org),
           or_null(m.owner_staff), org_id(m.first_org), code(m.urgency), code(m.channel),
           or_null(m.reporter_name), or_null(m.reporter_phone), or_null(m.address), lon, lat, crs,
           or_null(m.source), or_null(m.source_ref), seconds(std::optional(m.reported_at)),
           seconds(m.accepted_at), seconds(m.dispatched_at), seconds(m.signed_at),
           seconds(m.resolved_at), seconds(m.verified_at), seconds(m.closed_at),
           seconds(m.ended_at), code_or_null(m.stage), seconds(m.due()), m.step.worth.count(),
           stage_provisional(m), seconds(m.handle.due), seconds(m.handle.left),
           m.handle.worth.count(), m.handle.provisional, seconds(m.promise.due),
           seconds(m.promise.left), m.promise.worth.count(), m.promise.provisional,
           m.promise_policy, m.promise_calendar, seconds(std::optional(m.promise_since)), m.paused,
           flag_or_null(m.late), seconds(m.used), area_id(late.area), org_id(late.org),
           or_null(late.staff), m.supervise, m.returns, m.cycle_returns, or_null(refused),
           area_id(m.refused_area), m.final_dispatch, m.extensions, m.reworks, m.reopens, m.urges,
           m.cycle, or_null(m.master), code_or_null(m.merged_from), or_null(m.excluded),
           flag_or_null(m.contacted), flag_or_null(m.solved), code_or_null(m.satisfaction),
           m.receipt, m.policy, m.calendar, or_null(m.handler), m.reporter,
           area_id(m.accepted_area), m.last_seq, seconds(std::optional(m.last_at)),
           seconds(std::optional(m.heard_at)), parts_of(m), look_at(m), area_id(community));
}

// The values of case/update.sql.
std::vector<sql::Value> CaseStore::changing(const Case& m, std::optional<int64_t> ladder_at) {
  const domain::Holder late = m.late_holder.value_or(domain::Holder{});
  const std::string refused = joined(m.refused_by, ' ');
  return sql::values(
      code(m.state), m.level, area_id(m.owner_area), org_id(m.owner_org), or_null(m.owner_staff),
      org_id(m.first_org), code(m.urgency), seconds(m.accepted_at), seconds(m.dispatched_at),
      seconds(m.signed_at), seconds(m.resolved_at), seconds(m.verified_at), seconds(m.closed_at),
      seconds(m.ended_at), code_or_null(m.stage), seconds(m.due()), m.step.worth.count(),
      stage_provisional(m), seconds(m.handle.due), seconds(m.handle.left), m.handle.worth.count(),
      m.handle.provisional, seconds(m.promise.due), seconds(m.promise.left),
      m.promise.worth.count(), m.promise.provisional, m.promise_policy, m.promise_calendar,
      seconds(std::optional(m.promise_since)), m.paused, flag_or_null(m.late), seconds(m.used),
      area_id(late.area), org_id(late.org), or_null(late.staff), m.supervise, m.returns,
      m.cycle_returns, or_null(refused), area_id(m.refused_area), m.final_dispatch, m.extensions,
      m.reworks, m.reopens, m.urges, m.cycle, or_null(m.master), code_or_null(m.merged_from),
      or_null(m.excluded), flag_or_null(m.contacted), flag_or_null(m.solved),
      code_or_null(m.satisfaction), m.policy, m.calendar, or_null(m.handler),
      area_id(m.accepted_area), m.last_seq, seconds(std::optional(m.last_at)),
      seconds(std::optional(m.heard_at)), parts_of(m), ladder_at);
}

}  // namespace grid::store
