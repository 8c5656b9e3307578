// RowSet: a set of row numbers, a bit each. For the files of the name index.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace grid::store {

class RowSet {
 public:
  void add(int64_t row) {
    const auto at = static_cast<size_t>(row) / bits;
    if (at >= words_.size()) words_.resize(at + at / 2 + 1);
    words_[at] |= uint64_t{1} << (static_cast<size_t>(row) % bits);
  }
  void add(const RowSet& other) {
    if (other.words_.size() > words_.size()) words_.resize(other.words_.size());
    for (size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void keep(const RowSet& other) {
    if (words_.size() > other.words_.size()) words_.resize(other.words_.size());
    for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  [[nodiscard]] bool empty() const {
    for (const uint64_t word : words_) {
      if (word != 0) return false;
    }
    return true;
  }
  // In ascending order.
  [[nodiscard]] std::vector<int64_t> rows() const {
    std::vector<int64_t> all;
    for (size_t i = 0; i < words_.size(); ++i) {
      for (uint64_t word = words_[i]; word != 0; word &= word - 1) {
        all.push_back(static_cast<int64_t>(i * bits) + std::countr_zero(word));
      }
    }
    return all;
  }

 private:
  static constexpr size_t bits = 64;
  std::vector<uint64_t> words_;
};

}  // namespace grid::store
