// Anchor (链首存证): what the chain of events looked like at one moment, to be kept where nobody
// who can write the office's file can write. The chain alone shows every change but two: its tail
// cut off, and all of it written anew; an anchor shows these.
#pragma once

#include <grid/base/time.h>

#include <cstdint>
#include <string>

namespace grid::domain {

struct Anchor {
  std::string office;     // uid of the office
  int64_t events = 0;     // how many were recorded
  std::string hash;       // of the last of them, 64 hexadecimal digits; zeros where there is none
  std::string case_no;    // whose the last of them is; empty: none
  int64_t seq = 0;        // its place in the case
  Instant recorded_at{};  // when it was recorded
  int64_t policy = 0;     // the newest version of the policy; 0: not said
  std::string digest;     // of that version, 64 hexadecimal digits
};

}  // namespace grid::domain
