// CaseStore: cases and their events written as rows. Decides nothing: events come from
// domain::decide(), cases from domain::apply().
//
//   Transaction change(db);
//   Event event = *decide_report(filed, at, actor, rules, now);
//   store.number(event, root, day);               // gives number and receipt
//   const Case made = apply(nullptr, event, rules);
//   store.file(made, event);                      // sets event.hash
//   change.commit();
//
// Everything that writes belongs inside a write transaction.
#pragma once

#include <grid/domain/case.h>
#include <grid/domain/event.h>
#include <grid/sql/database.h>
#include <grid/sql/partial_update.h>
#include <grid/store/case_reader.h>
#include <grid/store/event_chain.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::store {

// When the ladder has to look at a case next; nullopt: never, as it stands.
using LadderClock = std::function<std::optional<Instant>(const domain::Case&)>;

class CaseStore : public CaseReader {
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

 private:
  int64_t id_of_case(std::string_view no);
  std::optional<int64_t> look_at(const domain::Case& matter) const;
  void insert(const domain::Case& matter, const std::string& community);
  std::vector<sql::Value> changing(const domain::Case& matter, std::optional<int64_t> ladder_at);
  void record(int64_t case_id, domain::Event& event, const sql::Blob& erased);
  void write_joint(int64_t case_id, const domain::Case& matter);
  void write_whistles(int64_t case_id, const domain::Case& matter);

  sql::Blob secret_;
  std::optional<EventChain> chain_;  // made when first needed
  LadderClock ladder_clock_;
  sql::PartialUpdate update_;
};

}  // namespace grid::store
