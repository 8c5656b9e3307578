// Posting blocks: ascending row numbers in few bytes. For the files of the name index.
//
// The first number stands apart; of each other one its distance from the one before, seven bits a
// byte, the lowest first, the highest bit set in all but the last byte.
#pragma once

#include <grid/sql/database.h>

#include <cstdint>

namespace grid::store {

inline void append_distance(sql::Blob& block, uint64_t distance) {
  for (; distance >= 0x80; distance >>= 7U) {
    block.push_back(static_cast<unsigned char>((distance & 0x7FU) | 0x80U));
  }
  block.push_back(static_cast<unsigned char>(distance));
}

// Calls `use` with each number, the first one too.
template <typename Bytes, typename Use>
void each_number(int64_t first, const Bytes& block, Use use) {
  auto number = static_cast<uint64_t>(first);
  use(static_cast<int64_t>(number));
  uint64_t distance = 0;
  unsigned shift = 0;
  for (const char c : block) {
    const auto byte = static_cast<unsigned char>(c);
    distance |= static_cast<uint64_t>(byte & 0x7FU) << shift;
    shift += 7;
    if ((byte & 0x80U) != 0) continue;
    number += distance;
    use(static_cast<int64_t>(number));
    distance = 0;
    shift = 0;
  }
}

}  // namespace grid::store
