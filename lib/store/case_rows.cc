// CaseStore: the rows of case_file, written and read. The order of values follows
// schema/queries/case/insert.sql and update.sql, the order of columns the view case_row.
#include <fmt/ranges.h>
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

// What `parts` says: which further rows belong to a case.
constexpr int64_t part_joint = 1;
constexpr int64_t part_whistles = 2;
constexpr int64_t part_merged = 4;

int64_t parts_of(const Case& matter) {
  return (matter.joint.empty() ? 0 : part_joint) | (matter.whistles.empty() ? 0 : part_whistles) |
         (matter.merged.empty() ? 0 : part_merged);
}

// Codes of organisations hold no spaces.
std::string joined(const std::vector<std::string>& codes) {
  return fmt::format("{}", fmt::join(codes, " "));
}

std::vector<std::string> split(std::string_view codes) {
  std::vector<std::string> found;
  while (!codes.empty()) {
    const size_t end = codes.find(' ');
    found.emplace_back(codes.substr(0, end));
    codes = end == codes.npos ? std::string_view() : codes.substr(end + 1);
  }
  return found;
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

// Without a clock for it: at once, so that the ladder finds the moment itself.
std::optional<int64_t> CaseStore::look_at(const Case& matter) const {
  return ladder_clock_ ? seconds(ladder_clock_(matter)) : std::optional<int64_t>(0);
}

void CaseStore::insert(const Case& m, const std::string& community) {
  const auto lon = m.place ? std::optional(m.place->lon) : std::nullopt;
  const auto lat = m.place ? std::optional(m.place->lat) : std::nullopt;
  const auto crs = m.place ? std::optional(code(m.place->crs)) : std::nullopt;
  const domain::Holder late = m.late_holder.value_or(domain::Holder{});
  const std::string refused = joined(m.refused_by);
  db_.run(query::case_insert, m.no, code(m.state), m.title, text(m.text), m.category,
          area_id(m.area), m.level, area_id(m.owner_area), org_id(m.owner_org), text(m.owner_staff),
          org_id(m.first_org), code(m.urgency), code(m.channel), text(m.reporter_name),
          text(m.reporter_phone), text(m.address), lon, lat, crs, text(m.source),
          text(m.source_ref), seconds(std::optional(m.reported_at)), seconds(m.accepted_at),
          seconds(m.dispatched_at), seconds(m.signed_at), seconds(m.resolved_at),
          seconds(m.verified_at), seconds(m.closed_at), seconds(m.ended_at), code_or_null(m.stage),
          seconds(m.due()), m.step.worth.count(), stage_provisional(m), seconds(m.handle.due),
          seconds(m.handle.left), m.handle.worth.count(), m.handle.provisional,
          seconds(m.promise.due), seconds(m.promise.left), m.promise.worth.count(),
          m.promise.provisional, m.promise_policy, m.promise_calendar,
          seconds(std::optional(m.promise_since)), m.paused, flag(m.late), seconds(m.used),
          area_id(late.area), org_id(late.org), text(late.staff), m.supervise, m.returns,
          m.cycle_returns, text(refused), area_id(m.refused_area), m.final_dispatch, m.extensions,
          m.reworks, m.reopens, m.urges, m.cycle, text(m.master), code_or_null(m.merged_from),
          text(m.excluded), flag(m.contacted), flag(m.solved), code_or_null(m.satisfaction),
          m.receipt, m.policy, m.calendar, text(m.handler), m.reporter, area_id(m.accepted_area),
          m.last_seq, seconds(std::optional(m.last_at)), seconds(std::optional(m.heard_at)),
          parts_of(m), look_at(m), area_id(community));
}

// The values of case/update.sql.
std::vector<sql::Value> CaseStore::changing(const Case& m, std::optional<int64_t> ladder_at) {
  const domain::Holder late = m.late_holder.value_or(domain::Holder{});
  const std::string refused = joined(m.refused_by);
  return sql::values(
      code(m.state), m.level, area_id(m.owner_area), org_id(m.owner_org), text(m.owner_staff),
      org_id(m.first_org), code(m.urgency), seconds(m.accepted_at), seconds(m.dispatched_at),
      seconds(m.signed_at), seconds(m.resolved_at), seconds(m.verified_at), seconds(m.closed_at),
      seconds(m.ended_at), code_or_null(m.stage), seconds(m.due()), m.step.worth.count(),
      stage_provisional(m), seconds(m.handle.due), seconds(m.handle.left), m.handle.worth.count(),
      m.handle.provisional, seconds(m.promise.due), seconds(m.promise.left),
      m.promise.worth.count(), m.promise.provisional, m.promise_policy, m.promise_calendar,
      seconds(std::optional(m.promise_since)), m.paused, flag(m.late), seconds(m.used),
      area_id(late.area), org_id(late.org), text(late.staff), m.supervise, m.returns,
      m.cycle_returns, text(refused), area_id(m.refused_area), m.final_dispatch, m.extensions,
      m.reworks, m.reopens, m.urges, m.cycle, text(m.master), code_or_null(m.merged_from),
      text(m.excluded), flag(m.contacted), flag(m.solved), code_or_null(m.satisfaction), m.policy,
      m.calendar, text(m.handler), area_id(m.accepted_area), m.last_seq,
      seconds(std::optional(m.last_at)), seconds(std::optional(m.heard_at)), parts_of(m),
      ladder_at);
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
  const Seconds worth{c.integer()};
  const bool provisional = c.flag();
  if (m.stage && m.stage != domain::Stage::handle) m.step = {due, std::nullopt, worth, provisional};
  for (domain::Clock* clock : {&m.handle, &m.promise}) {
    clock->due = c.maybe_instant();
    clock->left = c.maybe_seconds();
    clock->worth = Seconds{c.integer()};
    clock->provisional = c.flag();
  }
  m.promise_policy = c.integer();
  m.promise_calendar = c.integer();
  m.promise_since = c.instant();
}

void read_counts(Columns& c, Case& m) {
  m.supervise = c.count();
  m.returns = c.count();
  m.cycle_returns = c.count();
  m.refused_by = split(c.text());
  m.final_dispatch = c.flag();
  m.extensions = c.count();
  m.reworks = c.count();
  m.reopens = c.count();
  m.urges = c.count();
  m.cycle = c.count();
  m.master = c.text();
  m.merged_from = c.maybe_code<domain::State>();
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
  m.paused = c.flag();
  m.late = c.maybe_flag();
  m.used = c.maybe_seconds();
  domain::Holder late{area_code(c.maybe()), org_code(c.maybe()), c.text()};
  if (!late.area.empty()) m.late_holder = std::move(late);
  read_counts(c, m);
  m.receipt = c.text();
  m.policy = c.integer();
  m.calendar = c.integer();
  m.handler = c.text();
  m.reporter = c.text();
  m.accepted_area = area_code(c.maybe());
  m.refused_area = area_code(c.maybe());
  m.last_seq = c.integer();
  m.last_at = c.instant();
  m.heard_at = c.instant();
  const int64_t parts = c.integer();
  if ((parts & part_joint) != 0) m.joint = joint_units(id);
  if ((parts & part_whistles) != 0) m.whistles = whistles(id);
  if ((parts & part_merged) != 0) m.merged = merged_into(id);
  return m;
}

std::vector<domain::JointUnit> CaseStore::joint_units(int64_t case_id) {
  std::vector<domain::JointUnit> units;
  for (sql::Rows joint = db_.select(query::joint_of_case, case_id); joint.next();) {
    domain::JointUnit unit;
    unit.org = org_code(joint.maybe_integer(0));
    unit.since = Instant{Seconds{joint.integer(1)}};
    if (!joint.null(2)) unit.clock.due = Instant{Seconds{joint.integer(2)}};
    if (!joint.null(3)) unit.clock.left = Seconds{joint.integer(3)};
    unit.clock.worth = Seconds{joint.integer(4)};
    unit.clock.provisional = joint.flag(5);
    if (!joint.null(6)) unit.answered_at = Instant{Seconds{joint.integer(6)}};
    if (!joint.null(7)) unit.released = joint.text(7);
    units.push_back(std::move(unit));
  }
  return units;
}

std::vector<domain::Whistle> CaseStore::whistles(int64_t case_id) {
  std::vector<domain::Whistle> found;
  for (sql::Rows rows = db_.select(query::whistle_of_case, case_id); rows.next();) {
    domain::Whistle whistle;
    whistle.org = org_code(rows.maybe_integer(0));
    whistle.called_at = Instant{Seconds{rows.integer(1)}};
    if (!rows.null(2)) whistle.arrived_at = Instant{Seconds{rows.integer(2)}};
    whistle.outcome = rows.text(3);
    if (!rows.null(4)) whistle.score = static_cast<int32_t>(rows.integer(4));
    found.push_back(std::move(whistle));
  }
  return found;
}

std::vector<domain::Absorbed> CaseStore::merged_into(int64_t case_id) {
  std::vector<domain::Absorbed> found;
  for (sql::Rows rows = db_.select(query::case_merged, case_id); rows.next();) {
    found.push_back({rows.text(0), Instant{Seconds{rows.integer(1)}}});
  }
  return found;
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
  // "", which no case has, is looked up as well: what cannot be a receipt takes no less time.
  return first(db_.select(query::case_by_receipt, normal_receipt(receipt)));
}

void CaseStore::all(const CaseSink& sink) {
  each(db_.select(query::case_all), sink);
}

}  // namespace grid::store
