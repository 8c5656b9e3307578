// CaseStore: the rows of case_file, written and read. The order of values follows
// schema/queries/case/insert.sql and update.sql, the order of columns the view case_row.
#include <grid/sql/queries.h>
#include <grid/store/case_store.h>

#include "receipt.h"

namespace grid::store {

namespace query = sql::query;
using domain::Case;

namespace {

std::optional<std::string_view> text(const std::string& value) {
  return value.empty() ? std::nullopt : std::optional<std::string_view>(value);
}

std::optional<int64_t> seconds(const std::optional<Instant>& at) {
  return at ? std::optional<int64_t>(at->time_since_epoch().count()) : std::nullopt;
}

std::optional<int64_t> seconds(const std::optional<Seconds>& span) {
  return span ? std::optional<int64_t>(span->count()) : std::nullopt;
}

std::optional<int64_t> flag(const std::optional<bool>& value) {
  return value ? std::optional<int64_t>(*value ? 1 : 0) : std::nullopt;
}

template <typename E>
std::optional<std::string_view> code_or_null(const std::optional<E>& value) {
  return value ? std::optional<std::string_view>(code(*value)) : std::nullopt;
}

// `provisional` belongs to `due`, which is the end of the running stage.
bool stage_provisional(const Case& matter) {
  return matter.stage == domain::Stage::handle ? matter.handle.provisional
                                               : matter.step.provisional;
}

// Takes the columns of a row one after the other.
class Columns {
 public:
  explicit Columns(const sql::Rows& rows) : rows_(rows) {}
  int64_t integer() { return rows_.integer(at_++); }
  int32_t count() { return static_cast<int32_t>(integer()); }
  bool flag() { return integer() != 0; }
  std::string text() { return rows_.text(at_++); }
  std::optional<int64_t> maybe() { return rows_.maybe_integer(at_++); }
  std::optional<double> real() { return rows_.maybe_real(at_++); }
  Instant instant() { return Instant{Seconds{integer()}}; }
  std::optional<Instant> maybe_instant() {
    const auto value = maybe();
    return value ? std::optional(Instant{Seconds{*value}}) : std::nullopt;
  }
  std::optional<Seconds> maybe_seconds() {
    const auto value = maybe();
    return value ? std::optional(Seconds{*value}) : std::nullopt;
  }
  std::optional<bool> maybe_flag() {
    const auto value = maybe();
    return value ? std::optional(*value != 0) : std::nullopt;
  }
  template <typename E>
  std::optional<E> maybe_code() {
    return domain::from_code<E>(rows_.view(at_++));
  }
  template <typename E>
  E word() {
    const auto value = maybe_code<E>();
    if (value) return *value;
    throw Failure(FailureKind::bad_data, problem("db.corrupt", "", "a case holds an unknown code"));
  }

 private:
  const sql::Rows& rows_;
  int at_ = 0;
};

}  // namespace

void CaseStore::insert(const Case& m) {
  const auto lon = m.place ? std::optional(m.place->lon) : std::nullopt;
  const auto lat = m.place ? std::optional(m.place->lat) : std::nullopt;
  const auto crs = m.place ? std::optional(code(m.place->crs)) : std::nullopt;
  db_.run(query::case_insert, m.no, code(m.state), m.title, text(m.text), m.category,
          area_id(m.area), m.level, area_id(m.owner_area), org_id(m.owner_org), text(m.owner_staff),
          org_id(m.first_org), code(m.urgency), code(m.channel), text(m.reporter_name),
          text(m.reporter_phone), text(m.address), lon, lat, crs, text(m.source),
          text(m.source_ref), seconds(std::optional(m.reported_at)), seconds(m.accepted_at),
          seconds(m.dispatched_at), seconds(m.signed_at), seconds(m.resolved_at),
          seconds(m.verified_at), seconds(m.closed_at), seconds(m.ended_at), code_or_null(m.stage),
          seconds(m.due()), stage_provisional(m), seconds(m.handle.due), seconds(m.handle.left),
          m.handle.provisional, seconds(m.promise.due), seconds(m.promise.left),
          m.promise.provisional, m.paused, flag(m.late), m.supervise, m.returns, m.extensions,
          m.reworks, m.reopens, m.cycle, text(m.master), text(m.excluded), flag(m.contacted),
          flag(m.solved), code_or_null(m.satisfaction), m.receipt, m.policy, text(m.handler),
          m.reporter, area_id(m.accepted_area), m.last_seq, seconds(std::optional(m.last_at)));
}

void CaseStore::update(const Case& m) {
  db_.run(query::case_update, code(m.state), m.level, area_id(m.owner_area), org_id(m.owner_org),
          text(m.owner_staff), org_id(m.first_org), code(m.urgency), seconds(m.accepted_at),
          seconds(m.dispatched_at), seconds(m.signed_at), seconds(m.resolved_at),
          seconds(m.verified_at), seconds(m.closed_at), seconds(m.ended_at), code_or_null(m.stage),
          seconds(m.due()), stage_provisional(m), seconds(m.handle.due), seconds(m.handle.left),
          m.handle.provisional, seconds(m.promise.due), seconds(m.promise.left),
          m.promise.provisional, m.paused, flag(m.late), m.supervise, m.returns, m.extensions,
          m.reworks, m.reopens, m.cycle, text(m.master), text(m.excluded), flag(m.contacted),
          flag(m.solved), code_or_null(m.satisfaction), m.policy, text(m.handler),
          area_id(m.accepted_area), m.last_seq, seconds(std::optional(m.last_at)), m.no);
}

namespace {

// The parts of a row of case_row, in the order of its columns.
void read_report(Columns& c, Case& m) {
  m.reporter_name = c.text();
  m.reporter_phone = c.text();
  m.address = c.text();
  const auto lon = c.real();
  const auto lat = c.real();
  const auto crs = c.maybe_code<domain::Crs>();
  if (lon && lat) m.place = domain::Place{*lon, *lat, crs.value_or(domain::Crs::wgs84)};
  m.source = c.text();
  m.source_ref = c.text();
}

void read_moments(Columns& c, Case& m) {
  m.reported_at = c.instant();
  m.accepted_at = c.maybe_instant();
  m.dispatched_at = c.maybe_instant();
  m.signed_at = c.maybe_instant();
  m.resolved_at = c.maybe_instant();
  m.verified_at = c.maybe_instant();
  m.closed_at = c.maybe_instant();
  m.ended_at = c.maybe_instant();
}

void read_clocks(Columns& c, Case& m) {
  m.stage = c.maybe_code<domain::Stage>();
  const auto due = c.maybe_instant();
  const bool provisional = c.flag();
  if (m.stage && m.stage != domain::Stage::handle) m.step = {due, std::nullopt, provisional};
  m.handle.due = c.maybe_instant();
  m.handle.left = c.maybe_seconds();
  m.handle.provisional = c.flag();
  m.promise.due = c.maybe_instant();
  m.promise.left = c.maybe_seconds();
  m.promise.provisional = c.flag();
}

void read_counts(Columns& c, Case& m) {
  m.paused = c.flag();
  m.late = c.maybe_flag();
  m.supervise = c.count();
  m.returns = c.count();
  m.extensions = c.count();
  m.reworks = c.count();
  m.reopens = c.count();
  m.cycle = c.count();
  m.master = c.text();
  m.excluded = c.text();
  m.contacted = c.maybe_flag();
  m.solved = c.maybe_flag();
  m.satisfaction = c.maybe_code<domain::Satisfaction>();
}

}  // namespace

Case CaseStore::read(const sql::Rows& rows) {
  Columns c(rows);
  Case m;
  const int64_t id = c.integer();
  m.no = c.text();
  m.state = c.word<domain::State>();
  m.title = c.text();
  m.text = c.text();
  m.category = c.text();
  m.area = area_code(c.maybe());
  m.level = c.text();
  m.owner_area = area_code(c.maybe());
  m.owner_org = org_code(c.maybe());
  m.owner_staff = c.text();
  m.first_org = org_code(c.maybe());
  m.urgency = c.word<domain::Urgency>();
  m.channel = c.word<domain::Channel>();
  read_report(c, m);
  read_moments(c, m);
  read_clocks(c, m);
  read_counts(c, m);
  m.receipt = c.text();
  m.policy = c.integer();
  m.handler = c.text();
  m.reporter = c.text();
  m.accepted_area = area_code(c.maybe());
  m.last_seq = c.integer();
  m.last_at = c.instant();
  if (c.flag()) m.joint = joint_units(id);
  return m;
}

std::vector<domain::JointUnit> CaseStore::joint_units(int64_t case_id) {
  std::vector<domain::JointUnit> units;
  for (sql::Rows joint = db_.select(query::joint_of_case, case_id); joint.next();) {
    domain::JointUnit unit;
    unit.org = org_code(joint.maybe_integer(0));
    unit.since = Instant{Seconds{joint.integer(1)}};
    if (!joint.null(2)) unit.answered_at = Instant{Seconds{joint.integer(2)}};
    if (!joint.null(3)) unit.released = joint.text(3);
    units.push_back(std::move(unit));
  }
  return units;
}

std::optional<Case> CaseStore::first(sql::Rows rows) {
  if (!rows.next()) return std::nullopt;
  return read(rows);
}

void CaseStore::each(sql::Rows rows, const CaseSink& sink) {
  while (rows.next()) sink(read(rows));
}

std::optional<Case> CaseStore::find(std::string_view no) {
  return first(db_.select(query::case_by_no, no));
}

std::optional<Case> CaseStore::find_source(const std::string& source, std::string_view source_ref) {
  return first(db_.select(query::case_by_source, text(source), source_ref));
}

std::optional<Case> CaseStore::find_receipt(std::string_view receipt) {
  const std::string normal = normal_receipt(receipt);
  if (normal.empty()) return std::nullopt;
  return first(db_.select(query::case_by_receipt, normal));
}

void CaseStore::all(const CaseSink& sink) {
  each(db_.select(query::case_all), sink);
}

}  // namespace grid::store
