// How large a workbook may be. Generous beside what spreadsheets write (1,048,576 rows of 20 cells
// take some 900 MB of XML, a tenth of that packed), small beside what a malicious one claims.
#pragma once

#include <cstddef>
#include <cstdint>

namespace grid::text::xlsx {

inline constexpr uint64_t max_unpacked = uint64_t{2} << 30;     // bytes, all parts together
inline constexpr uint64_t max_strings = uint64_t{256} << 20;    // bytes of the shared strings
inline constexpr uint64_t max_small_part = uint64_t{64} << 20;  // bytes of any other part in memory
// Times its packed size that a part may unpack to, once it is beyond free_size bytes. XML of
// sheets packs 5 to 40 times, deflate ends at 1,032.
inline constexpr uint64_t max_ratio = 200;
inline constexpr uint64_t free_size = uint64_t{16} << 20;
inline constexpr size_t max_cell = size_t{128} << 10;  // bytes: 32,767 characters of 4 bytes each
inline constexpr size_t max_row = size_t{1} << 20;     // bytes of all its cells
inline constexpr int64_t max_rows = 1048576;
inline constexpr size_t max_columns = 16384;        // XFD
inline constexpr int max_depth = 64;                // of nested XML elements
inline constexpr size_t max_tag = size_t{1} << 20;  // bytes of a tag, comment or instruction

}  // namespace grid::text::xlsx
