// The chain of events (存证链): each event carries the SM3 of itself and of the event before, so
// that changing, removing, inserting or reordering one shows.
//
//   hash     = SM3(hash before ‖ fields)      the first event follows 32 zero bytes
//   field    = length (4 bytes, big-endian) ‖ bytes     an absent one has length 0
//   fields   = case number, seq, action, at, recorded_at, actor, login, from, to, area, org, staff,
//              reason, text, data, personal; numbers in decimal, times as seconds since 1970
//   personal = SM3(salt ‖ body): the body can be erased and the chain still holds
//
// Codes are hashed, never row numbers. Cutting off the tail does not show here: keep the head
// elsewhere.
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
  missing,   // the order of recording has a gap: an event was removed
  altered,   // an event, or its place in the order, is not what was recorded
  personal,  // the personal text beside an event is not what was recorded
};

struct ChainBreak {
  ChainFault fault = ChainFault::altered;
  int64_t event = 0;    // place in the order of recording, from 1
  std::string case_no;  // empty: no event stands there
  int64_t seq = 0;
};

// The first event at which the chain breaks; nullopt: it holds.
[[nodiscard]] std::optional<ChainBreak> verify_chain(sql::Database& db);

}  // namespace grid::store
