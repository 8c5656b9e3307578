// CaseStore: cases and their events as rows. Decides nothing: events come from domain::decide(),
// cases from domain::apply().
//
//   Transaction change(db);
//   Event event = *decide_report(filed, at, actor, rules, now);
//   store.number(event, root, day);               // gives number and receipt
//   const Case made = apply(nullptr, event, rules);
//   store.file(made, event);                      // sets event.hash
//   change.commit();
//
// Everything that writes belongs inside a write transaction. An object may live through many
// transactions: it keeps only row numbers of areas and organisations, which never change.
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/doubles.h>
#include <grid/domain/event.h>
#include <grid/sql/database.h>
#include <grid/sql/partial_update.h>
#include <grid/store/event_chain.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace grid::store {

// Which cases are asked for; unset or empty: not restricted by that.
struct CaseFilter {
  std::vector<domain::State> states;
  std::optional<std::vector<std::string>> areas;  // codes: where it happened
  std::string category;                           // prefix
  std::string org;                                // lead
  std::string staff;
  std::optional<Instant> overdue_at;  // late at that moment
  std::optional<Instant> due_before;  // stage or promise ends before
  std::optional<Instant> since;       // reported at or after
  std::optional<Instant> until;       // reported before
  std::string text;                   // stands in the title or the text
};

// All states in which a case is open: the usual filter.
[[nodiscard]] std::vector<domain::State> open_states();

using CaseSink = std::function<void(const domain::Case&)>;
// False: enough of them.
using DoubleSink = std::function<bool(const domain::DoubleCandidate&)>;
using EventSink = std::function<void(const domain::Event&)>;
// When the ladder has to look at a case next; nullopt: never, as it stands.
using LadderClock = std::function<std::optional<Instant>(const domain::Case&)>;

// An event as it stands in the file.
struct RecordedEvent {
  int64_t case_row = 0;  // row number of its case
  domain::Event event;
  sql::Blob personal;  // digest of its personal text, also where the text was erased; empty: none
};
using RecordSink = std::function<void(RecordedEvent&)>;

class CaseStore {
 public:
  explicit CaseStore(sql::Database& db);

  // Asked by file() and append() when the ladder has to look at the case next. Without one it will
  // look at the next run, and find the moment itself.
  void set_ladder_clock(LadderClock clock) { ladder_clock_ = std::move(clock); }

  // Gives a report its number, `root`-YYYYMMDD-NNNN by the day of filing, and its receipt.
  void number(domain::Event& report, std::string_view root, Date day);
  // `community`: of its area (see domain::community_of()), empty where it has none. Doubles are
  // looked for there.
  // `erased`, where an event is filed again: the digest of its personal text that is no longer
  // there; empty: there is none.
  void file(const domain::Case& matter, domain::Event& report, const std::string& community = {},
            const sql::Blob& erased = {});
  // `before`: the case as it stands in the file, which `event` makes `after`.
  void append(const domain::Case& before, const domain::Case& after, domain::Event& event,
              const sql::Blob& erased = {});

  // Where cases are filed again: the last number given out on a day is at least this one.
  void keep_number(const std::string& day, int64_t last);

  // The last number given out on each day (YYYYMMDD), to be compared with the cases.
  [[nodiscard]] std::map<std::string, int64_t> last_numbers();

  [[nodiscard]] std::optional<domain::Case> find(std::string_view no);
  [[nodiscard]] std::optional<domain::Case> find_source(const std::string& source,
                                                        std::string_view source_ref);
  // As people type it: upper or lower case, with or without hyphens.
  [[nodiscard]] std::optional<domain::Case> find_receipt(std::string_view receipt);
  // Open emergencies first, each part in the order of filing.
  void list(const CaseFilter& filter, const CaseSink& sink);
  // In the order of filing.
  void all(const CaseSink& sink);
  [[nodiscard]] std::vector<std::string> open_numbers();

  // Open cases among which likely doubles are looked for, the newest first, at most
  // domain::most_double_candidates; both moments belong to the span.
  void double_candidates(const std::string& category, const std::string& community, Instant since,
                         Instant until, const DoubleSink& sink);

  [[nodiscard]] std::vector<domain::Event> events(std::string_view no);
  // Case by case in the order of filing, each from its first event to its last (for replay).
  void events_by_case(const EventSink& sink);
  // Every event in the order of recording.
  void recording(const RecordSink& sink);

 private:
  struct Codes {
    std::unordered_map<std::string, int64_t> ids;
    std::unordered_map<int64_t, std::string> codes;
  };
  void load(Codes& codes, const sql::Query& query);
  std::optional<int64_t> id_of(Codes& codes, const sql::Query& query, const std::string& code);
  std::string code_of(Codes& codes, const sql::Query& query, std::optional<int64_t> id);
  std::optional<int64_t> area_id(const std::string& code);
  std::optional<int64_t> org_id(const std::string& code);
  std::string area_code(std::optional<int64_t> id);
  std::string org_code(std::optional<int64_t> id);

  int64_t id_of_case(std::string_view no);
  std::optional<int64_t> look_at(const domain::Case& matter) const;
  void insert(const domain::Case& matter, const std::string& community);
  std::vector<sql::Value> changing(const domain::Case& matter,
                                   std::optional<int64_t> ladder_at);
  void record(int64_t case_id, domain::Event& event, const sql::Blob& erased);
  void write_joint(int64_t case_id, const domain::Case& matter);
  void write_whistles(int64_t case_id, const domain::Case& matter);
  domain::Case read(const sql::Rows& rows);
  std::vector<domain::JointUnit> joint_units(int64_t case_id);
  std::vector<domain::Whistle> whistles(int64_t case_id);
  std::vector<domain::Absorbed> merged_into(int64_t case_id);
  std::optional<domain::Case> first(sql::Rows rows);
  void each(sql::Rows rows, const CaseSink& sink);
  std::string json_areas(const std::vector<std::string>& codes);

  sql::Database& db_;
  sql::Blob secret_;
  std::optional<EventChain> chain_;  // made when first needed: readers start without it
  LadderClock ladder_clock_;
  Codes areas_;
  Codes orgs_;
  sql::PartialUpdate update_;
};

}  // namespace grid::store
