// RegisterBatch (批次): what changed the register at one time, such as a file that was imported,
// and what became of its rows.
#pragma once

#include <grid/base/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::domain {

// import: of a file; move: births, deaths, moves …; undo: another batch taken back; erase: people
// forgotten.
enum class BatchKind : uint8_t { import, move, undo, erase };
[[nodiscard]] std::string_view name_of(BatchKind kind);
[[nodiscard]] std::optional<BatchKind> batch_kind_named(std::string_view name);

struct RegisterBatch {
  BatchKind kind = BatchKind::import;
  std::string file;  // name without folder
  int64_t id = 0;    // 0: not recorded (a preview, or nothing to record)
  std::string encoding;
  std::string delimiter;  // of a CSV; empty otherwise
  std::string sheet;      // of a workbook
  std::optional<int64_t> header_row;
  bool whole = false;  // a complete register (--full)
  int64_t read = 0;    // data rows: added + changed + same + rejected
  int64_t added = 0;
  int64_t changed = 0;
  int64_t same = 0;
  int64_t rejected = 0;
  int64_t repaired = 0;                       // values repaired
  int64_t warned = 0;                         // warnings given
  int64_t households = 0;                     // households that the accepted rows name
  int64_t persons = 0;                        // people that the accepted rows name
  int64_t skipped = 0;                        // titles, repeated headings, footers, blank rows
  std::map<std::string, int64_t> repairs;     // by kind
  std::map<std::string, int64_t> warnings;    // by code
  std::map<std::string, int64_t> refusals;    // by code
  std::vector<std::string> unknown_headings;  // columns that nothing was taken from
  int64_t gone = 0;                           // people that a complete register missed
  int64_t undoes = 0;                         // of an undo: the batch taken back
  std::string reason;                         // as given with a move or an undo
};

}  // namespace grid::domain
