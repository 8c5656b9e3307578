// The chain of events (存证链): each event carries the SM3 of itself and of the event before, so
// that changing, removing, inserting or reordering one shows.
//
//   hash     = SM3(hash before ‖ fields)      the first event follows 32 zero bytes
//   field    = length (4 bytes, big-endian) ‖ bytes     an absent one has length 0
//   fields   = case number, seq, action, at, recorded_at, actor, login, from, to, area, org, staff,
//              reason, text, data, personal; numbers in decimal, times as seconds since 1970
//   personal = SM3(salt ‖ body): the body can be erased and the chain still holds
//
// Codes are hashed, never row numbers. Cutting off the tail does not show here, nor writing the
// whole chain anew: keep its head elsewhere (see anchor.h).
#pragma once

#include <grid/domain/event.h>
#include <grid/sql/database.h>
#include <grid/store/digest.h>

#include <optional>
#include <string>

namespace grid::store {

class EventChain {
 public:
  // `personal`: digest of the personal text; empty: none.
  [[nodiscard]] sql::Blob next(const sql::Blob& before, const domain::Event& event,
                               const sql::Blob& personal);
  [[nodiscard]] sql::Blob personal_digest(const sql::Blob& salt, std::string_view body);

 private:
  void field(std::string_view bytes);

  Sm3 digest_;
  std::string bytes_;
};

enum class ChainFault {
  altered,    // the event, or what stood before it, is not what was recorded
  missing,    // an event was removed
  inserted,   // the event was put in between two that were recorded one after the other
  reordered,  // the event stands at another place than where it was recorded
  personal,   // the personal text beside the event is not what was recorded
};

struct ChainBreak {
  ChainFault fault = ChainFault::altered;
  int64_t event = 0;    // place in the order of recording, from 1
  std::string case_no;  // whose; of a removed event as far as its case has a gap, else ""
  int64_t seq = 0;      // 0: not known
};

// The first event at which the chain breaks; nullopt: it holds. How the fault came about is told
// by looking which other event fits the place, and which other place the event fits. An event that
// was changed and one that was removed with the numbers closed up behind it look alike, unless a
// gap in a case tells them apart.
[[nodiscard]] std::optional<ChainBreak> verify_chain(sql::Database& db);

}  // namespace grid::store
