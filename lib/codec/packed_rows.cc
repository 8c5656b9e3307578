#include "packed_rows.h"

#include <algorithm>
#include <string_view>

namespace grid::codec {

namespace {

constexpr size_t chunk_size = size_t{1} << 20;

// Seven bits a byte, all but the last with the eighth.
void put_number(uint64_t value, std::string& out) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>((value & 0x7F) | 0x80);
  out += static_cast<char>(value);
}

uint64_t take_number(std::string_view& from) {
  uint64_t value = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(from.front());
    from.remove_prefix(1);
    value |= static_cast<uint64_t>(byte & 0x7Fu) << shift;
    if (byte < 0x80) return value;
  }
}

void take_row(std::string_view& from, text::CsvRow& row) {
  row.row = row.line = static_cast<int64_t>(take_number(from));
  const auto cells = static_cast<size_t>(take_number(from));
  row.cells.resize(cells);
  row.kinds.resize(cells);
  for (size_t i = 0; i < cells; ++i) {
    const auto size = static_cast<size_t>(take_number(from));
    row.cells[i].assign(from.substr(0, size));
    row.kinds[i] = static_cast<text::CellKind>(from[size]);
    from.remove_prefix(size + 1);
  }
}

}  // namespace

bool PackedRows::add(const text::CsvRow& row) {
  size_t needed = 16;
  for (const std::string& cell : row.cells) needed += cell.size() + 6;
  if (size_ + needed > most) return false;
  if (chunks_.empty() || chunks_.back().size() + needed > chunk_size) {
    chunks_.emplace_back().reserve(std::max(chunk_size, needed));
  }
  std::string& chunk = chunks_.back();
  const size_t before = chunk.size();
  put_number(static_cast<uint64_t>(row.row), chunk);
  put_number(row.cells.size(), chunk);
  for (size_t i = 0; i < row.cells.size(); ++i) {
    put_number(row.cells[i].size(), chunk);
    chunk += row.cells[i];
    chunk += static_cast<char>(row.kinds[i]);
  }
  size_ += chunk.size() - before;
  return true;
}

void PackedRows::each(const std::function<bool(text::CsvRow&)>& sink) const {
  text::CsvRow row;
  for (const std::string& chunk : chunks_) {
    for (std::string_view rest = chunk; !rest.empty();) {
      take_row(rest, row);
      if (!sink(row)) return;
    }
  }
}

}  // namespace grid::codec
