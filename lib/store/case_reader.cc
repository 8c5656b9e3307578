// CaseReader: rows into cases and events. The order of columns is that of the view case_row.
#include <grid/sql/queries.h>
#include <grid/store/case_reader.h>

#include "case_parts.h"
#include "column_values.h"
#include "event_rows.h"
#include "receipt.h"

namespace grid::store {

namespace query = sql::query;
using domain::Case;
using domain::Event;

namespace {

// Takes the columns of a row one after the other.
class Columns {
 public:
  explicit Columns(const sql::Rows& rows) : rows_(rows) {}
  int64_t integer() { return rows_.integer(at_++); }
  int32_t count() { return static_cast<int32_t>(integer()); }
  bool flag() { return integer() != 0; }
  std::string text() { return rows_.text(at_++); }
  std::optional<std::string> maybe_text() {
    const int column = at_++;
    return rows_.null(column) ? std::nullopt : std::optional(rows_.text(column));
  }
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
  m.refused_by = split(c.text(), ' ');
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

CaseReader::CaseReader(sql::Database& db)
    : db_(db),
      areas_{query::area_id_by_code, query::area_code_by_id, {}, {}},
      orgs_{query::org_id_by_code, query::org_code_by_id, {}, {}} {}

// Rows are looked up one by one: few cases name few areas, also where the office has thousands.
std::optional<int64_t> CaseReader::find_id(Codes& known, const std::string& code) {
  const auto found = known.ids.find(code);
  if (found != known.ids.end()) return found->second;
  sql::Rows rows = db_.select(known.id_by_code, code);
  if (!rows.next()) return std::nullopt;
  return known.ids.emplace(code, rows.integer(0)).first->second;
}

std::optional<int64_t> CaseReader::id_of(Codes& known, const std::string& code) {
  if (code.empty()) return std::nullopt;
  const auto id = find_id(known, code);
  if (!id) {
    throw Failure(FailureKind::defect,
                  problem("db.code", "", "{} was to be written but is not in the file", code));
  }
  return id;
}

std::string CaseReader::code_of(Codes& known, std::optional<int64_t> id) {
  if (!id) return {};
  const auto found = known.codes.find(*id);
  if (found != known.codes.end()) return found->second;
  sql::Rows rows = db_.select(known.code_by_id, *id);
  if (!rows.next()) return {};
  return known.codes.emplace(*id, rows.text(0)).first->second;
}

std::optional<int64_t> CaseReader::area_id(const std::string& code) {
  return id_of(areas_, code);
}
std::optional<int64_t> CaseReader::org_id(const std::string& code) {
  return id_of(orgs_, code);
}
std::string CaseReader::area_code(std::optional<int64_t> id) {
  return code_of(areas_, id);
}
std::string CaseReader::org_code(std::optional<int64_t> id) {
  return code_of(orgs_, id);
}

Case CaseReader::read(const sql::Rows& rows) {
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

std::vector<domain::JointUnit> CaseReader::joint_units(int64_t case_id) {
  std::vector<domain::JointUnit> units;
  for (sql::Rows rows = db_.select(query::joint_of_case, case_id); rows.next();) {
    Columns c(rows);
    domain::JointUnit& unit = units.emplace_back();
    unit.org = org_code(c.maybe());
    unit.since = c.instant();
    unit.clock.due = c.maybe_instant();
    unit.clock.left = c.maybe_seconds();
    unit.clock.worth = Seconds{c.integer()};
    unit.clock.provisional = c.flag();
    unit.answered_at = c.maybe_instant();
    unit.released = c.maybe_text();
  }
  return units;
}

std::vector<domain::Whistle> CaseReader::whistles(int64_t case_id) {
  std::vector<domain::Whistle> found;
  for (sql::Rows rows = db_.select(query::whistle_of_case, case_id); rows.next();) {
    Columns c(rows);
    domain::Whistle& whistle = found.emplace_back();
    whistle.org = org_code(c.maybe());
    whistle.called_at = c.instant();
    whistle.arrived_at = c.maybe_instant();
    whistle.outcome = c.text();
    if (const auto score = c.maybe()) whistle.score = static_cast<int32_t>(*score);
  }
  return found;
}

std::vector<domain::Absorbed> CaseReader::merged_into(int64_t case_id) {
  std::vector<domain::Absorbed> found;
  for (sql::Rows rows = db_.select(query::case_merged, case_id); rows.next();) {
    Columns c(rows);
    domain::Absorbed& absorbed = found.emplace_back();
    absorbed.no = c.text();
    absorbed.reported_at = c.instant();
  }
  return found;
}

std::optional<Case> CaseReader::first(sql::Rows rows) {
  if (!rows.next()) return std::nullopt;
  return read(rows);
}

void CaseReader::each(sql::Rows rows, const CaseSink& sink) {
  while (rows.next()) sink(read(rows));
}

std::optional<Case> CaseReader::find(std::string_view no) {
  return first(db_.select(query::case_by_no, no));
}

std::optional<Case> CaseReader::find_source(const std::string& source,
                                            std::string_view source_ref) {
  return first(db_.select(query::case_by_source, or_null(source), source_ref));
}

std::optional<Case> CaseReader::find_receipt(std::string_view receipt) {
  // "", which no case has, is looked up as well: what cannot be a receipt takes no less time.
  const std::string normal = normal_receipt(receipt);
  return first(db_.select(query::case_by_receipt, normal));
}

void CaseReader::all(const CaseSink& sink) {
  each(db_.select(query::case_all), sink);
}

std::vector<Event> CaseReader::events(std::string_view no) {
  std::vector<Event> found;
  for (sql::Rows rows = db_.select(query::event_of_case, no); rows.next();) {
    found.push_back(event_at(rows));
  }
  return found;
}

void CaseReader::events_by_case(const EventSink& sink) {
  for (sql::Rows rows = db_.select(query::event_by_case); rows.next();) sink(event_at(rows));
}

void CaseReader::recording(const RecordSink& sink) {
  for (sql::Rows rows = db_.select(query::event_all); rows.next();) {
    RecordedEvent recorded{rows.integer(event_row_case), event_at(rows),
                           rows.blob(event_row_personal)};
    sink(recorded);
  }
}

std::vector<std::string> CaseReader::open_numbers() {
  std::vector<std::string> numbers;
  for (sql::Rows rows = db_.select(query::case_open_numbers); rows.next();) {
    numbers.push_back(rows.text(0));
  }
  return numbers;
}

std::map<std::string, int64_t> CaseReader::last_numbers() {
  std::map<std::string, int64_t> numbers;
  for (sql::Rows rows = db_.select(query::case_last_numbers); rows.next();) {
    numbers.emplace(rows.text(0), rows.integer(1));
  }
  return numbers;
}

}  // namespace grid::store
