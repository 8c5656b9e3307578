// Event (流转记录): one thing that happened to a case. Events are only ever added; a case is what
// its events make of it.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/case_words.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace grid::domain {

struct Event {
  std::string case_no;
  int64_t seq = 0;  // 1, 2, 3 … within the case
  Action action = Action::note;
  Instant at{};               // when it happened
  Instant recorded_at{};      // when it was recorded; never before `at`
  std::string actor;          // login that acted
  std::string login;          // system login
  std::string post;           // for which post: "clerk 330782002005", "handler CG", "admin" …
  std::optional<State> from;  // unset: report
  State to = State::reported;
  std::string area;                 // area that holds the case after it; empty: unchanged
  std::string org;                  // organisation that the action names
  std::string staff;                // login that the action names
  std::string reason;               // code or words
  std::string text;                 // what was said
  std::string data;                 // the action's other facts, see event_data.h
  std::string personal;             // likewise, but personal; kept apart and erasable
  std::vector<unsigned char> hash;  // SM3 of itself and its predecessor; empty: not yet recorded
  bool operator==(const Event&) const = default;
};

}  // namespace grid::domain
