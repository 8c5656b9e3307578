// CaseReader: cases and their events from their rows. It needs neither the chain nor its digests,
// so that a tool that only reads starts without libcrypto; CaseStore (case_store.h) writes.
//
//   sql::Transaction view(db, sql::Transaction::Kind::read);
//   CaseReader(db).list(filter, [&](const domain::Case& matter) { … });
//
// An object may live through many transactions: it keeps only row numbers of areas and
// organisations, which never change.
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/doubles.h>
#include <grid/domain/event.h>
#include <grid/sql/database.h>

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
  std::optional<Instant> overdue_at;        // late at that moment
  std::optional<Instant> due_before;        // stage or promise ends before
  std::optional<Instant> since;             // reported at or after
  std::optional<Instant> until;             // reported before
  std::optional<Instant> reporters_before;  // ended before, and still tells who reported it
  std::string text;                         // stands in the title or the text
};

// All states in which a case is open: the usual filter.
[[nodiscard]] std::vector<domain::State> open_states();

using CaseSink = std::function<void(const domain::Case&)>;
// False: enough of them.
using DoubleSink = std::function<bool(const domain::DoubleCandidate&)>;
using EventSink = std::function<void(const domain::Event&)>;

// An event as it stands in the file.
struct RecordedEvent {
  int64_t case_row = 0;  // row number of its case
  domain::Event event;
  sql::Blob personal;  // digest of its personal text, also where the text was erased; empty: none
};
using RecordSink = std::function<void(RecordedEvent&)>;

class CaseReader {
 public:
  explicit CaseReader(sql::Database& db);

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

 protected:
  // For those that write. Failure defect (db.code) for a code that is not in the file; nullopt for
  // an empty one.
  std::optional<int64_t> area_id(const std::string& code);
  std::optional<int64_t> org_id(const std::string& code);
  sql::Database& db() { return db_; }

 private:
  struct Codes {
    const sql::Query& id_by_code;
    const sql::Query& code_by_id;
    std::unordered_map<std::string, int64_t> ids;
    std::unordered_map<int64_t, std::string> codes;
  };
  std::optional<int64_t> find_id(Codes& known, const std::string& code);
  std::optional<int64_t> id_of(Codes& known, const std::string& code);
  std::string code_of(Codes& known, std::optional<int64_t> id);
  std::string area_code(std::optional<int64_t> id);
  std::string org_code(std::optional<int64_t> id);

  domain::Case read(const sql::Rows& rows);
  std::vector<domain::JointUnit> joint_units(int64_t case_id);
  std::vector<domain::Whistle> whistles(int64_t case_id);
  std::vector<domain::Absorbed> merged_into(int64_t case_id);
  std::optional<domain::Case> first(sql::Rows rows);
  void each(sql::Rows rows, const CaseSink& sink);
  std::string json_areas(const std::vector<std::string>& codes);

  sql::Database& db_;
  Codes areas_;
  Codes orgs_;
};

}  // namespace grid::store
